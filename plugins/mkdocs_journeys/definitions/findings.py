"""Findings: what is wrong, doubtful or worth knowing, with its place and how to mend it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import Literal

from mkdocs_journeys.definitions.edits import Fix
from mkdocs_journeys.definitions.messages import Gettext, Message, say
from mkdocs_journeys.definitions.unseen import SURROGATES, UNSEEN, escape

MOST_FINDINGS = 100
"""Errors of one file that are told; nobody reads more."""

Level = Literal["error", "warning", "note"]
_WIDEST_QUOTE = 160
_LONGEST_WORD = 80
SHORTENED = "..."
"""What a text ends with in a message where it lost its own end."""

_LONGEST_MESSAGE = 600
_INVISIBLE = re.compile(f"[{UNSEEN}{SURROGATES}]")

CODES: dict[str, tuple[Level, Message]] = {
    "J100": ("error", say("the file cannot be read")),
    "J101": ("error", say('a line "---" is missing or stands too early')),
    "J102": ("error", say("spaces, colons, dashes or quotation marks that do not fit")),
    "J103": ("error", say("something required is missing")),
    "J104": ("error", say("an unknown key")),
    "J105": ("error", say("text is expected")),
    "J106": ("error", say("lines with a key and a value are expected")),
    "J107": ("error", say("a colon that ends a text too early")),
    "J108": ("error", say("a key is given twice")),
    "J109": ("error", say("text that starts with &, *, ! or <<")),
    "J110": ("error", say("text that needs quotation marks")),
    "J111": ("error", say("a word that the field does not take")),
    "J112": ("error", say("not a number")),
    "J113": ("error", say("a number outside its range")),
    "J114": ("error", say("not a date")),
    "J115": ("error", say("not a length of time")),
    "J116": ("error", say("not a language")),
    "J117": ("error", say("keys that do not go together")),
    "J118": ("error", say("text lost behind a number sign")),
    "J119": ("error", say("too large or nested too deeply")),
    "J120": ("error", say("not an id")),
    "J121": ("error", say("no id can be made of a name")),
    "J122": ("error", say("something is named twice in a list")),
    "J123": ("error", say("not a place in a journey")),
    "J124": ("error", say("more findings in a file than are told")),
    "J125": ("error", say("a tab in the indentation")),
    "J126": ("error", say("text after a closing quotation mark")),
    "J127": ("error", say("a reserved id")),
    "J128": ("error", say("two stages, steps or improvements with one id")),
    "J129": ("warning", say("a list that is read as one text")),
    "J130": ("error", say("a link that may not be used")),
    "J131": ("warning", say("HTML that was removed")),
    "J132": ("warning", say("a picture from another host")),
    "J133": ("warning", say("a link to a path that does not exist")),
    "J140": ("error", say("a symbolic link")),
    "J141": ("error", say("not the name of a file beside this one")),
    "J142": ("error", say("a file that is not there")),
    "J143": ("error", say("not a picture that can be shown")),
    "J144": ("error", say("an SVG picture with active or outside content")),
    "J150": ("error", say("a data file in another dialect of CSV")),
    "J151": ("error", say("a wrong column in a data file")),
    "J152": ("error", say("a wrong value in a data file")),
    "J153": ("error", say("a row with too many cells")),
    "J154": ("warning", say("a data file without rows")),
    "J160": ("warning", say("personal data")),
    "J161": ("error", say("a quote that may not be shown")),
    "J162": ("error", say("a quote without consent")),
    "J200": ("error", say("two files with one id")),
    "J201": ("error", say("a name that leads nowhere")),
    "J202": ("error", say("a reference that could mean two things")),
    "J203": ("error", say("a name of what is not published")),
    "J210": ("error", say("a circle of journeys")),
    "J211": ("error", say("opens and part_of disagree")),
    "J212": ("error", say("future_of does not fit")),
    "J213": ("error", say("a persona who does not travel here")),
    "J214": ("error", say("shares that do not add up")),
    "J215": ("error", say("a loop with no way out")),
    "J216": ("warning", say("a step that nothing leads to")),
    "J218": ("warning", say("a name close to a described touchpoint")),
    "J301": ("note", say("stale: not checked for too long")),
    "J302": ("note", say("no owner")),
    "J303": ("note", say("no evidence")),
    "J304": ("note", say("a touchpoint that no file describes")),
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
    """One thing found in one file, and how to mend it where there is one right answer."""

    code: str
    message: Message
    place: Place
    fix: Fix | None = field(default=None, compare=False, repr=False)

    def with_fix(self, fix: Fix | None) -> "Finding":
        """This finding with its fix; it stays equal to the one without."""
        return self if fix is None else replace(self, fix=fix)

    @property
    def told_fix(self) -> Fix | None:
        """The fix, where it may be told."""
        return self.fix if self.fix is not None and self.fix.is_told else None

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
        return visible(self.message.in_words(gettext)[:_LONGEST_MESSAGE])

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
    return _INVISIBLE.sub(escape, text)


def short(text: str) -> str:
    """`text` as a message quotes it: one that is very long loses its end."""
    return text if len(text) <= _LONGEST_WORD else f"{text[:_LONGEST_WORD]}{SHORTENED}"


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
    message = say("there is more to mend in this file; mend what is told above, then check again")
    return [*first, Finding("J124", message, last.place)]


def render_findings(findings: Iterable[Finding], gettext: Gettext = str) -> str:
    """The findings as text, one after another, ending with a line break when there are any."""
    return "".join(f"{finding.text(gettext)}\n" for finding in findings)


def _quote(place: Place, line: str) -> str:
    start = max(0, place.column - 1 - _WIDEST_QUOTE // 2) if len(line) > _WIDEST_QUOTE else 0
    shown = line[start : start + _WIDEST_QUOTE]
    at = place.column - 1 - start
    before = columns_of(visible(shown[:at]))
    mark = "^" * max(1, columns_of(visible(shown[at : at + place.length])))
    return f"    {place.line} | {visible(shown)}\n    {' ' * len(str(place.line))} | {' ' * before}{mark}"


def columns_of(text: str) -> int:
    """How many columns of a terminal `text` takes: a Chinese character takes two."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
