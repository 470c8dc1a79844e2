"""Journeys from elsewhere: Mermaid, spreadsheets and tables, each to a draft, and a draft to a definition."""

from dataclasses import replace

from mkdocs_journeys.definitions import Gettext, Place, make_id, say
from mkdocs_journeys.exchange.definition_text import definition_text
from mkdocs_journeys.exchange.importing.draft import Draft
from mkdocs_journeys.exchange.importing.finishing import finish
from mkdocs_journeys.exchange.importing.given_ids import Ids
from mkdocs_journeys.exchange.importing.imported import Imported
from mkdocs_journeys.exchange.importing.mermaid import read_mermaid
from mkdocs_journeys.exchange.importing.own_exports import import_own_json, import_own_table
from mkdocs_journeys.exchange.importing.people import Wishes, check_wishes
from mkdocs_journeys.exchange.importing.raw_text import LARGEST_FILE, decode, read_bytes, within_limit
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remark, Remarks, UnclearWish
from mkdocs_journeys.exchange.importing.scores import Scale
from mkdocs_journeys.exchange.importing.site_names import SiteNames
from mkdocs_journeys.exchange.importing.tables import read_tables

LARGEST_DEFINITION = 120 * 1024
"""Characters of a definition that is written; a larger front matter would not be read."""

LONGEST_FILE_NAME = 80


def import_mermaid(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> list[Draft]:
    """Every journey of a Mermaid or Markdown file. Errors: NothingToRead."""
    return read_mermaid(decode(raw, path, remarks, wishes.encoding), path, remarks, wishes.scale)


def import_table(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> list[Draft]:
    """Every journey of a CSV, Excel or Markdown file. Errors: NothingToRead, UnclearWish."""
    return read_tables(raw, path, wishes, remarks)


def chosen(drafts: list[Draft], number: int | None, remarks: Remarks) -> Draft:
    """The journey with a number from 1; with none, the only one, or that of a workbook's first sheet.

    That a workbook has more is a warning. Errors: UnclearWish.
    """
    if number is not None and number <= len(drafts):
        return drafts[number - 1]
    sheets = [draft.sheet for draft in drafts if draft.sheet is not None]
    if number is None and len(sheets) == len(drafts) > 1:
        message = say(
            "several sheets hold a journey: %(sheets)s; the first was read (name another with --sheet, or a "
            "folder with --output)",
            sheets=", ".join(sheets),
        )
        remarks.warn(Place(drafts[0].place.path), message)
    elif number is not None or len(drafts) > 1:
        raise _several(drafts)
    return drafts[0]


def _several(drafts: list[Draft]) -> UnclearWish:
    listed = ", ".join(f"{n} {_told(draft)}" for n, draft in enumerate(drafts, 1))
    if len(drafts) == 1:
        return UnclearWish(say("the file holds one journey: %(listed)s", listed=listed))
    return UnclearWish(
        say(
            "the file holds several journeys: %(listed)s; choose one with --number, or name a folder with "
            "--output",
            listed=listed,
        )
    )


def _told(draft: Draft) -> str:
    """A journey by its title, else by its sheet, else by where it is."""
    return draft.title or draft.sheet or f"{draft.place.path}:{draft.place.line}"


def define(
    draft: Draft, site: SiteNames, wishes: Wishes, remarks: Remarks, gettext: Gettext = str
) -> Imported:
    """The definition that `draft` makes in `site`. Errors: NothingToRead, UnclearWish."""
    remarks.include(draft.remarks)
    finished = finish(draft, site, wishes, remarks, gettext)
    text = definition_text(finished.fields, comments=finished.comments)
    if len(text) > LARGEST_DEFINITION:
        raise NothingToRead(say("this journey is too large for one definition; divide it"), draft.place)
    made = make_id(finished.fields["title"]) or "journey"
    return Imported(text, f"{made[:LONGEST_FILE_NAME]}.md")


def apart(imported: list[Imported]) -> list[Imported]:
    """The same definitions, each with a name of its own for its file."""
    ids = Ids()
    return [
        replace(each, file_name=f"{ids.give(each.file_name.removesuffix('.md'), 'journey')}.md")
        for each in imported
    ]


__all__ = [
    "LARGEST_FILE",
    "Draft",
    "Imported",
    "NothingToRead",
    "Remark",
    "Remarks",
    "Scale",
    "SiteNames",
    "UnclearWish",
    "Wishes",
    "apart",
    "check_wishes",
    "chosen",
    "decode",
    "define",
    "import_mermaid",
    "import_own_json",
    "import_own_table",
    "import_table",
    "read_bytes",
    "within_limit",
]
