"""Findings on their way to the people: on the terminal, in the log, in the browser."""

import logging
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.definitions import Finding, Level, has_errors, render_findings
from mkdocs_journeys.pages.page import StaticFile

log = get_plugin_logger("journeys")
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}
_TEMPLATES = Path(__file__).parent / "templates"


def report(findings: tuple[Finding, ...], *, strict: bool, serving: bool) -> str:
    """Tell what was found; the page that shows it where nothing else can be shown, else nothing.

    Raises:
        Abort: an error, or in a strict build a warning, forbids publishing.
    """
    fatal: set[Level] = {"error", "warning"} if strict else {"error"}
    broken = [finding for finding in findings if finding.level in fatal]
    if broken and not serving:
        sys.stderr.write(render_findings(findings))
        raise Abort(f"Nothing was published: {_count(broken)} to be mended first.")
    for finding in findings:
        log.log(_LEVELS[finding.level], "%s", render_findings([finding]).rstrip("\n"))
    return _page(findings) if has_errors(findings) else ""


def note_troubles(files: Iterable[StaticFile]) -> None:
    """Say, once each, what the plan says about its files; no definition is at fault, so nothing fails."""
    for trouble in dict.fromkeys(file.trouble for file in files if file.trouble):
        log.info("%s", trouble)


def note_fonts(config: MkDocsConfig) -> None:
    """Say that the theme's fonts come from another host, unless the site does without them."""
    if config.theme.name == "material" and config.theme.get("font") is not False:
        log.info(
            "theme.font: every reader's browser asks fonts.googleapis.com for fonts; `font: false` ends that"
        )


def _count(findings: Sequence[Finding]) -> str:
    """`1 error and 2 warnings have`."""
    levels = Counter(finding.level for finding in findings)
    counts = [f"{count} {level}{'s' * (count > 1)}" for level, count in sorted(levels.items())]
    return f"{' and '.join(counts)} {'have' if len(findings) > 1 else 'has'}"


def _page(findings: Iterable[Finding]) -> str:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True)
    return environment.get_template("findings.html").render(findings=list(findings))
