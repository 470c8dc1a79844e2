"""Files that `journeys export` wrote: they are complete, so nothing has to be guessed.

Here a file's bytes become text, and a fault becomes a remark at its line; `journey_from_json` and
`journey_from_csv` make the definition of the text.
"""

from collections.abc import Callable

from mkdocs_journeys.definitions import Place, is_id, make_id, say
from mkdocs_journeys.exchange.importing.imported import Imported
from mkdocs_journeys.exchange.importing.people import Wishes
from mkdocs_journeys.exchange.importing.raw_text import decode
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks
from mkdocs_journeys.exchange.journey_from_csv import from_journey_csv, is_journey_csv
from mkdocs_journeys.exchange.journey_from_json import from_journey_json
from mkdocs_journeys.exchange.restored import Fault, Restored


def import_own_json(raw: bytes, path: str, remarks: Remarks) -> Imported:
    """The definition that a `journey.json` was made of. Errors: NothingToRead."""
    return _restored(from_journey_json, _text(raw, path, None, remarks), path)


def import_own_table(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> Imported | None:
    """The definition that an exported table was made of; None for any other table. Errors: NothingToRead."""
    if b"step_id" not in raw.partition(b"\n")[0]:
        return None
    text = _text(raw, path, wishes.encoding, remarks)
    if not is_journey_csv(text):
        return None
    if wishes.title or wishes.lang or wishes.personas or wishes.who_is_who or wishes.scale:
        message = say(
            "this table was exported and is complete; --title, --persona and the like change nothing"
        )
        remarks.warn(Place(path), message)
    return _restored(from_journey_csv, text, path)


def _text(raw: bytes, path: str, encoding: str | None, remarks: Remarks) -> str:
    """The text with the line breaks that it has, where it is UTF-8 as it was exported."""
    try:
        return raw.decode(encoding or "utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        return decode(raw, path, remarks, encoding)


def _restored(read: Callable[[str], Restored], text: str, path: str) -> Imported:
    try:
        found = read(text)
    except Fault as fault:
        raise NothingToRead(fault.message, Place(path, fault.line)) from fault
    name = found.id if found.id and is_id(found.id) else make_id(found.id or "") or "journey"
    return Imported(found.text, f"{name}.md")
