"""Imports for tests: a definition from bytes, and what the check says of it once its personas exist."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import read_definitions
from mkdocs_journeys.exchange.importing import (
    Draft,
    NothingToRead,
    Remarks,
    SiteNames,
    Wishes,
    define,
    import_mermaid,
    import_table,
)
from tests.sites import write

Read = Callable[[bytes, str, Wishes, Remarks], list[Draft]]
READERS: dict[str, Read] = {"mermaid": import_mermaid, "table": import_table}


def imported(
    source: str, raw: bytes, path: str, wishes: Wishes | None = None, site: SiteNames | None = None
) -> tuple[list[str], list[str]]:
    """The definitions in `raw`, and all that was said."""
    remarks, asked = Remarks(), wishes or Wishes()
    try:
        drafts = READERS[source](raw, path, asked, remarks)
        texts = [define(draft, site or SiteNames(), asked, remarks).text for draft in drafts]
    except NothingToRead as nothing:
        return [], [*(remark.text() for remark in remarks), nothing.remark.text()]
    return texts, [remark.text() for remark in remarks]


def faults(text: str, site: Mapping[str, str | bytes] | None = None) -> list[str]:
    """Errors and warnings of the check, in a site that has the personas which the definition names."""
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {**(site or {}), "journeys/imported.md": text})
        journeys = read_definitions(root).journeys
        personas = [persona for journey in journeys for persona in journey.personas]
        write(root, {f"personas/{persona}.md": "---\nname: Somebody\n---\n" for persona in personas})
        findings = link(read_definitions(root))[1]
    return [finding.text() for finding in findings if finding.level != "note"]
