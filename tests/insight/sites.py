"""Small sites for the tests of insight, read and linked as any site is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import SiteOptions, read_definitions
from mkdocs_journeys.insight import Flow, Insight, JourneyInsight, study

TODAY = date(2026, 11, 20)
PERSONAS = {
    "personas/lena.md": "---\nname: Lena\n---\n",
    "personas/omar.md": "---\nname: Omar\n---\n",
}


def study_folder(
    folder: Path,
    *,
    options: SiteOptions | None = None,
    today: date = TODAY,
    drafts: bool = False,
    faults: frozenset[str] = frozenset(),
) -> Insight:
    """The figures of the site in a folder, which must have these faults (codes of errors) and no others."""
    catalogue, findings = link(read_definitions(folder, options), drafts=drafts, today=today)
    errors = [finding for finding in findings if finding.level == "error"]
    assert {error.code for error in errors} == faults, "\n".join(error.message for error in errors)
    return study(catalogue)


def study_files(
    files: Mapping[str, str], *, options: SiteOptions | None = None, faults: frozenset[str] = frozenset()
) -> Insight:
    """The figures of a site made of these files and of the personas lena and omar."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in (PERSONAS | dict(files)).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return study_folder(folder, options=options, faults=faults)


def study_journey(front_matter: str, *, faults: frozenset[str] = frozenset()) -> JourneyInsight:
    """The figures of one journey of lena and omar."""
    text = f"---\ntitle: Journey\npersonas: [lena, omar]\n{front_matter}\n---\n"
    return study_files({"journeys/journey.md": text}, faults=faults).journeys["journey"]


def flow_of(*steps: str, starts: str = "", faults: frozenset[str] = frozenset()) -> Flow:
    """The flow of a journey whose steps are written `name` or `name: next`, such as `a: [b, exit]`."""
    lines = [f"starts: {starts}"] if starts else []
    return study_journey("\n".join([*lines, stage_of(*steps)]), faults=faults).flow


def stage_of(*steps: str) -> str:
    """A journey's stages with these steps, written as for `flow_of`."""
    lines = ["stages:", "  - name: Stage", "    steps:"]
    for step in steps:
        name, _, leads = step.partition(": ")
        lines.append(f"      - {{name: {name}, next: {leads}}}" if leads else f"      - name: {name}")
    return "\n".join(lines)
