"""Findings of any kind, whose lines, messages and fixes tell no personal data."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.definitions.edits import Fix
from mkdocs_journeys.definitions.findings import SHORTENED, Finding
from mkdocs_journeys.definitions.messages import Message
from mkdocs_journeys.definitions.personal_data import Personal, personal_data

_ANY = "***"
_WORD = re.compile(r"[^\W_]+")


def hidden_line(text: str, found: Iterable[Personal], start: int = 0, end: int | None = None) -> str:
    """`text` from `start` to `end`, as long as it is, without what was `found` there."""
    return _replaced(text, ((each.start, each.end, each.hidden) for each in found), start, end)


def hidden(text: str, allowed: Iterable[str]) -> str:
    """`text`, as long as it is, without personal data that is not `allowed` by name."""
    return hidden_line(text, personal_data(text, allowed))


def _replaced(
    text: str, parts: Iterable[tuple[int, int, str]], start: int = 0, end: int | None = None
) -> str:
    """`text` from `start` to `end` with other words for parts of it: where each begins and ends, in order."""
    kept: list[str] = []
    for first, behind, words in parts:
        kept += [text[start:first], words]
        start = behind
    return "".join([*kept, text[start:end]])


def without_personal_data(findings: Iterable[Finding], allowed: Collection[str]) -> Iterator[Finding]:
    """The findings, each as it was but for personal data that is not `allowed` by name.

    Places stay. So do fixes, but one that writes personal data is not told.
    """
    lines: dict[str, _Line] = {}
    for finding in findings:
        quoted = finding.place.quoted or ""
        if (line := lines.get(quoted)) is None:
            line = lines[quoted] = _Line.of(quoted, allowed)
        yield line.hidden_in(finding)


@dataclass(frozen=True)
class _Line:
    """A quoted line with what was found in it, and `hidden` without.

    `words`: each of it in letters and digits alone; `longest`: characters of the longest of them.
    """

    text: str
    hidden: str
    found: Sequence[Personal]
    allowed: Collection[str]
    words: Collection[str]
    longest: int

    @classmethod
    def of(cls, text: str, allowed: Collection[str]) -> "_Line":
        found = personal_data(text, allowed)
        words = {_bare(each.found) for each in found}
        return cls(text, hidden_line(text, found), found, allowed, words, max(map(len, words), default=0))

    def hidden_in(self, finding: Finding) -> Finding:
        """A finding at this line without what is personal."""
        place = replace(finding.place, quoted=self.hidden) if self.found else finding.place
        fix = finding.fix and self._told_or_not(finding.fix)
        return replace(finding, message=self._message(finding.message), place=place, fix=fix)

    def _told_or_not(self, fix: Fix) -> Fix:
        is_told = all(self._value(edit.text) == edit.text for edit in fix.edits)
        return fix if is_told else replace(fix, is_told=False)

    def _message(self, message: Message) -> Message:
        values = {name: self._any(value) for name, value in message.values.items()}
        return message if values == message.values else message.filled_with(values)

    def _any(self, value: object) -> object:
        if isinstance(value, Message):
            return self._message(value)
        text = str(value)
        told = self._value(text)
        return value if told == text else told

    def _value(self, text: str) -> str:
        """What a message repeats, without what is personal by itself or in this line, however written."""
        text = self._without_cut(text)
        found = personal_data(text, self.allowed)
        text = _replaced(text, ((each.start, each.end, each.hint) for each in found))
        return _replaced(text, self._made_of_it(text)) if self.words else text

    def _without_cut(self, text: str) -> str:
        """A text that lost its end, without the beginning of what stood where it was cut."""
        body = text.removesuffix(SHORTENED)
        at = self.text.find(body) if self.found and body != text else -1
        if at < 0:
            return text
        end = at + len(body)
        last = bisect_left(self.found, end, key=lambda each: each.start) - 1
        if last < 0 or self.found[last].end <= end:
            return text
        return body[: max(0, self.found[last].start - at)] + _ANY + SHORTENED

    def _made_of_it(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text has the letters and digits of what was found, as an id does that was made of it."""
        words = list(_WORD.finditer(text))
        first = 0
        while first < len(words):
            last = self._last_of_it(words, first)
            if last is not None:
                yield words[first].start(), words[last].end(), _ANY
                first = last
            first += 1

    def _last_of_it(self, words: Sequence[re.Match[str]], first: int) -> int | None:
        """The number of the last of those words from `first` on that together are what was found."""
        together = ""
        for number in range(first, len(words)):
            together += words[number][0].casefold()
            if together in self.words:
                return number
            if len(together) > self.longest:
                break
        return None


def _bare(text: str) -> str:
    """Letters and digits alone, small."""
    return "".join(_WORD.findall(text)).casefold()
