"""Findings as GitHub's workflow commands, which it shows beside the lines of a merge request.

Source: GitHub's documentation of workflow commands. In data, `%` and line breaks are written as numbers; in
properties, `:` and `,` too.
"""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.definitions import Finding, Level, visible
from mkdocs_journeys.exchange.findings.context import Context, end_column

MOST = 10
"""Commands of a kind that GitHub shows for one step."""

_KINDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def github_commands(findings: Sequence[Finding], context: Context) -> str:
    """A command for each finding, those in changed files first; of a kind as many as GitHub shows.

    Where there are more, the last line says how many.
    """
    ordered = sorted(findings, key=lambda finding: finding.place.path not in context.changed)
    shown = [finding for level in _KINDS for finding in _first(ordered, level)]
    lines = [_command(finding, context) for finding in shown]
    if left := len(findings) - len(shown):
        lines.append(_more(left, context))
    return "".join(f"{line}\n" for line in lines)


def _first(findings: Sequence[Finding], level: Level) -> list[Finding]:
    return [finding for finding in findings if finding.level == level][:MOST]


def _command(finding: Finding, context: Context) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding, context))
    message = finding.told(context.words.gettext).translate(_DATA)
    return f"::{_KINDS[finding.level]} {properties}::{message}"


def _properties(finding: Finding, context: Context) -> Iterator[tuple[str, str]]:
    place = finding.place
    yield "file", context.folder + place.path
    yield "line", str(place.line)
    yield "col", str(place.column)
    yield "endColumn", str(end_column(place))
    yield "title", finding.code


def _property(value: str) -> str:
    """A value with line breaks by their numbers, as GitHub reads them; the rest of the invisible escaped."""
    return visible(value.translate(_PROPERTY))


def _more(left: int, context: Context) -> str:
    text = context.words.ngettext(
        "%(count)d more finding is not listed here; journeys check lists every one",
        "%(count)d more findings are not listed here; journeys check lists every one",
        left,
    )
    return text % {"count": left}
