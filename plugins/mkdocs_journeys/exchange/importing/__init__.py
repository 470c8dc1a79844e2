"""Journeys from elsewhere: Mermaid, spreadsheets and tables, each to a draft, and a draft to a definition."""

from mkdocs_journeys.definitions import Gettext, make_id, say
from mkdocs_journeys.exchange.definition_text import definition_text
from mkdocs_journeys.exchange.importing.draft import Draft
from mkdocs_journeys.exchange.importing.finishing import finish
from mkdocs_journeys.exchange.importing.imported import Imported
from mkdocs_journeys.exchange.importing.mermaid import read_mermaid
from mkdocs_journeys.exchange.importing.own_exports import import_own_json, import_own_table
from mkdocs_journeys.exchange.importing.people import Wishes
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


def chosen(drafts: list[Draft], number: int | None) -> Draft:
    """The journey with a number from 1; with none, the only one. Errors: UnclearWish."""
    if number is None and len(drafts) == 1:
        return drafts[0]
    if number is not None and number <= len(drafts):
        return drafts[number - 1]
    listed = ", ".join(f"{n} {draft.title or '?'}" for n, draft in enumerate(drafts, 1))
    raise UnclearWish(
        say(
            "the file holds several journeys: %(listed)s; choose one with --number, or name a folder with "
            "--output",
            listed=listed,
        )
    )


def define(
    draft: Draft, site: SiteNames, wishes: Wishes, remarks: Remarks, gettext: Gettext = str
) -> Imported:
    """The definition that `draft` makes in `site`. Errors: NothingToRead, UnclearWish."""
    finished = finish(draft, site, wishes, remarks, gettext)
    text = definition_text(finished.fields, comments=finished.comments)
    if len(text) > LARGEST_DEFINITION:
        raise NothingToRead(say("this journey is too large for one definition; divide it"), draft.place)
    made = make_id(finished.fields["title"]) or "journey"
    return Imported(text, f"{made[:LONGEST_FILE_NAME]}.md")


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
