"""Findings on their way to the people: on the terminal, in the log, in the browser."""

import logging
import sys
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.definitions import Finding, render_findings

log = get_plugin_logger("journeys")
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}
_TEMPLATES = Path(__file__).parent / "templates"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything found forbids publishing."""
    return any(finding.level == "error" for finding in findings)


def _abort(findings: Iterable[Finding]) -> None:
    sys.stderr.write(render_findings(findings))
    raise Abort("Nothing was published: the findings above have to be mended first.")


def _tell(findings: Iterable[Finding]) -> None:
    for finding in findings:
        log.log(_LEVELS[finding.level], "%s", render_findings([finding]).rstrip("\n"))


def _page(findings: Iterable[Finding]) -> str:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True)
    return environment.get_template("findings.html").render(findings=list(findings))


def report(findings: tuple[Finding, ...], *, strict: bool, serving: bool) -> str:
    """Tell what was found; the page that shows it where nothing else can be shown, else nothing.

    Raises:
        Abort: an error, or in a strict build a warning, forbids publishing.
    """
    fatal = {"error", "warning"} if strict else {"error"}
    broken = any(finding.level in fatal for finding in findings)
    if broken and not serving:
        _abort(findings)
    _tell(findings)
    return _page(findings) if has_errors(findings) else ""
