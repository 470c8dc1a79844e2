"""Small sites that tests write down as texts."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from mkdocs_journeys.catalogue import Catalogue, link
from mkdocs_journeys.definitions import Finding, SiteOptions, read_definitions

TODAY = datetime.date(2026, 11, 20)
KEPT = "owner: web\nreviewed: 2026-11-01\n"
PERSONA = f"---\nname: Lena Brandt\n{KEPT}evidence: interviews\n---\n"
EVIDENCE = f"---\ntitle: Interviews\nmethod: interview\n{KEPT}date: 2026-10-01\n---\n"
STAGES = (
    "stages:\n  - name: Find out\n    steps:\n      - "
    "{name: Looks around, evidence: interviews}\n      - Pays\n"
)
BASE: Mapping[str, str | bytes] = {"personas/lena.md": PERSONA, "docs/evidence/interviews.md": EVIDENCE}


def journey(extra: str = "", *, stages: str = STAGES, body: str = "") -> str:
    """A journey in which nothing is wrong but what is added."""
    return f"---\ntitle: Buying shoes\npersonas: lena\n{KEPT}{extra}{stages}---\n{body}"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `root`, with their line ends as they are."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def study_site(
    root: Path, files: Mapping[str, str | bytes], *, drafts: bool = False, options: SiteOptions | None = None
) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The catalogue of a site with a persona, a piece of evidence and `files`, and what was found."""
    definitions = read_definitions(write(root, {**BASE, **files}), options)
    return link(definitions, drafts=drafts, today=TODAY)


def found(root: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """`path:line:column code` of each error and warning."""
    return [
        f"{finding.place.path}:{finding.place.line}:{finding.place.column} {finding.code}"
        for finding in study_site(root, files)[1]
        if finding.level != "note"
    ]
