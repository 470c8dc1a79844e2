"""Findings: what is wrong, doubtful or worth knowing, with its place and how to mend it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal

from mkdocs_journeys.definitions.messages import Gettext, in_words

MOST_FINDINGS = 100
"""Errors of one file that are told; nobody reads more."""

Level = Literal["error", "warning", "note"]
_WIDEST_QUOTE = 160
_LONGEST_WORD = 80
_LONGEST_MESSAGE = 600
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)

CODES: dict[str, tuple[Level, str]] = {
    "J100": ("error", "the file cannot be read"),
    "J101": ("error", "no front matter, or it is not closed"),
    "J102": ("error", "the front matter cannot be read at this place"),
    "J103": ("error", "something required is missing"),
    "J104": ("error", "an unknown key"),
    "J105": ("error", "text is expected"),
    "J106": ("error", "keys with values are expected"),
    "J107": ("error", "a colon makes a key of the text before it"),
    "J108": ("error", "a key is given twice"),
    "J109": ("error", "YAML anchors, aliases, merge keys and tags"),
    "J110": ("error", "a value that needs quotation marks"),
    "J111": ("error", "a word that the field does not take"),
    "J112": ("error", "not a number"),
    "J113": ("error", "a number outside its range"),
    "J114": ("error", "not a date"),
    "J115": ("error", "not a duration"),
    "J116": ("error", "not a language"),
    "J117": ("error", "keys that do not go together"),
    "J118": ("error", "text lost behind a number sign"),
    "J119": ("error", "too large or nested too deeply"),
    "J120": ("error", "not an id"),
    "J121": ("error", "no id can be made of a name"),
    "J122": ("error", "something is named twice in a list"),
    "J123": ("error", "not a place in a journey"),
    "J124": ("error", "more findings in a file than are told"),
    "J125": ("error", "a tab in the indentation"),
    "J126": ("error", "text after a closing quotation mark"),
    "J127": ("error", "a reserved id"),
    "J128": ("error", "two stages, steps or improvements with one id"),
    "J130": ("error", "a link that may not be used"),
    "J131": ("warning", "HTML that was removed"),
    "J132": ("warning", "a picture from another host"),
    "J133": ("warning", "a link to a path that does not exist"),
    "J140": ("error", "a symbolic link"),
    "J141": ("error", "not the name of a file beside this one"),
    "J142": ("error", "a file that is not there"),
    "J143": ("error", "not a picture that can be shown"),
    "J144": ("error", "an SVG picture with active or outside content"),
    "J150": ("error", "a data file in another dialect of CSV"),
    "J151": ("error", "a wrong column in a data file"),
    "J152": ("error", "a wrong value in a data file"),
    "J153": ("error", "a row with too many cells"),
    "J154": ("warning", "a data file without rows"),
    "J200": ("error", "two files with one id"),
    "J201": ("error", "a name that leads nowhere"),
    "J202": ("error", "a reference that could mean two things"),
    "J203": ("error", "a name of what is not published"),
    "J210": ("error", "a circle of journeys"),
    "J211": ("error", "opens and part_of disagree"),
    "J212": ("error", "future_of does not fit"),
    "J213": ("error", "a persona who does not travel here"),
    "J214": ("error", "shares that do not add up"),
    "J215": ("error", "a loop with no way out"),
    "J216": ("warning", "a step that nothing leads to"),
    "J218": ("warning", "a name close to a described touchpoint"),
    "J301": ("note", "stale: not checked for too long"),
    "J302": ("note", "no owner"),
    "J303": ("note", "no evidence"),
    "J304": ("note", "a touchpoint that no file describes"),
}
"""Every code, its level, and what it is about. Codes are stable: none is used again for something else."""


@dataclass(frozen=True)
class Place:
    """Where a finding is: lines and columns count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1
    quoted: str | None = None


@dataclass(frozen=True)
class Finding:
    """One thing found in one file."""

    code: str
    message: str
    place: Place

    @property
    def level(self) -> Level:
        """error, warning or note."""
        return CODES[self.code][0]

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: file, line, column, code."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)

    def told(self, gettext: Gettext = str) -> str:
        """The message in somebody's language, the invisible escaped; a very long one is cut."""
        return visible(str(in_words(self.message, gettext))[:_LONGEST_MESSAGE])

    def text(self, gettext: Gettext = str) -> str:
        """`path:line:column: level code: message`, and under it the line with a mark below."""
        place = self.place
        head = (
            f"{visible(place.path)}:{place.line}:{place.column}: {self.level} {self.code}: "
            f"{self.told(gettext)}"
        )
        return head if place.quoted is None else f"{head}\n{_quote(place, place.quoted)}"

    def __str__(self) -> str:
        return self.text()


def quoted_line(place: Place) -> str:
    """The line of a place and a mark below it, on two lines; nothing where the place quotes none."""
    return "" if place.quoted is None else _quote(place, place.quoted)


def visible(text: str) -> str:
    """`text` with control characters, line breaks and direction marks escaped."""
    return _INVISIBLE.sub(_escape, text)


def short(text: str) -> str:
    """`text` as a message quotes it: one that is very long loses its end."""
    return text if len(text) <= _LONGEST_WORD else f"{text[:_LONGEST_WORD]}..."


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything found forbids publishing."""
    return any(finding.level == "error" for finding in findings)


def told(findings: Iterable[Finding]) -> list[Finding]:
    """The first findings of one check of one file; one more than are told, so that it is known."""
    return list(islice(findings, MOST_FINDINGS + 1))


def sorted_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by file and line; of a file with too many errors the first, and one that says so."""
    ordered = sorted(set(findings), key=lambda finding: finding.key)
    files = groupby(ordered, key=lambda finding: finding.place.path)
    return tuple(finding for _, group in files for finding in _first_of_file(list(group)))


def _first_of_file(findings: list[Finding]) -> list[Finding]:
    errors = [finding for finding in findings if finding.level == "error"]
    if len(errors) <= MOST_FINDINGS:
        return findings
    last = errors[MOST_FINDINGS]
    first = [finding for finding in findings if finding.key < last.key]
    return [*first, Finding("J124", "there is more to mend in this file than is told here", last.place)]


def render_findings(findings: Iterable[Finding], gettext: Gettext = str) -> str:
    """The findings as text, one after another, ending with a line break when there are any."""
    return "".join(f"{finding.text(gettext)}\n" for finding in findings)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _quote(place: Place, line: str) -> str:
    start = max(0, place.column - 1 - _WIDEST_QUOTE // 2) if len(line) > _WIDEST_QUOTE else 0
    shown = line[start : start + _WIDEST_QUOTE]
    at = place.column - 1 - start
    before = _width(visible(shown[:at]))
    mark = "^" * max(1, _width(visible(shown[at : at + place.length])))
    return f"    {place.line} | {visible(shown)}\n    {' ' * len(str(place.line))} | {' ' * before}{mark}"


def _width(text: str) -> int:
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
