"""Findings on their way to the people: on the terminal, in the log, in the browser."""

import logging
import os
import sys
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.definitions import Finding, Level, has_errors, render_findings
from mkdocs_journeys.exchange.findings import counted
from mkdocs_journeys.languages import environment_tag, language
from mkdocs_journeys.mkdocs_plugin.findings_page import findings_page
from mkdocs_journeys.pages.page import StaticFile

log = get_plugin_logger("journeys")
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}


def report(findings: tuple[Finding, ...], *, strict: bool, serving: bool) -> str:
    """Tell what was found; the page that shows it where nothing else can be shown, else nothing.

    Raises:
        Abort: an error, or in a strict build a warning, forbids publishing.
    """
    words = language(environment_tag(os.environ))
    fatal: set[Level] = {"error", "warning"} if strict else {"error"}
    broken = [finding for finding in findings if finding.level in fatal]
    if broken and not serving:
        sys.stderr.write(render_findings(findings, words.gettext))
        said = words.gettext("Nothing was published; to be mended first: %(counts)s.")
        raise Abort(said % {"counts": counted(broken, words)})
    for finding in findings:
        log.log(_LEVELS[finding.level], "%s", render_findings([finding], words.gettext).rstrip("\n"))
    return findings_page(findings, words) if has_errors(findings) else ""


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
