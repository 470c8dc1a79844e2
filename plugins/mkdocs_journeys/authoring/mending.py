"""Mending: files in which what has one right answer is put right, and the rest stays as it was typed.

A fix comes with its finding. It is taken only if nothing else is found instead: that would be for people to
decide. Line ends, a byte order mark and blanks at the ends of lines are tidied up without a finding, because
they mean nothing. The text below the front matter is never touched but for its line ends: two blanks at a
line's end mean something there.
"""

import codecs
import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions import (
    MOST_FINDINGS,
    Edit,
    Finding,
    Fix,
    Kind,
    findings_in,
    hidden,
    is_readable,
    lines_of_long_texts,
    values_in,
    visible,
)

MOST_ROUNDS = 100
"""How often a file is mended and read again; one that needs more stays as it is, and people look at it."""

MOST_SINGLES = 20
"""Fixes that are tried one by one where all at once do no good."""

_UNQUOTED = frozenset({"J110", "J118", "J126"})
"""What is told about a text that lacks its quotation marks."""

_FRONT_MATTER = re.compile(r"(?ms)\A---[ \t]*\n.*?^---[ \t]*$")


@dataclass(frozen=True)
class Mended:
    """The bytes of a file before and after."""

    path: str
    before: bytes
    after: bytes

    @property
    def line_ends(self) -> bool:
        """Whether line ends or a byte order mark change; no difference of lines shows that."""
        return _is_tidy(self.before) != _is_tidy(self.after)


def mend(
    path: str, raw: bytes, kind: Kind, *, named: Sequence[Fix] = (), keep_line_ends: bool = False
) -> Mended | None:
    """The file mended, or None where nothing is to be mended or the file is no text.

    `named`: fixes of its names that rest on what other files hold; the file alone does not tell of them.
    `keep_line_ends`: CRLF throughout a file stays, because git makes it of LF on this computer.
    """
    text = _text(raw)
    if text is None:
        return None
    mended = mend_text(_with_names(text, kind, named), kind)
    after = mended.encode("utf-8")
    if keep_line_ends and _is_crlf(raw):
        after = after.replace(b"\n", b"\r\n")
    return None if after == raw else Mended(path, raw, after)


def mend_text(text: str, kind: Kind) -> str:
    """A definition's text with LF for line ends, mended."""
    mended = text = _without_trailing_blanks(text)
    findings = findings_in(mended, kind)
    for _ in range(MOST_ROUNDS):
        better = _better(mended, findings, kind)
        if better is None:
            return _without_trailing_blanks(mended)
        mended, findings = better
    return text


def _with_names(text: str, kind: Kind, fixes: Sequence[Fix]) -> str:
    """`text` with ids in the place of names: all of them, else those after which nothing new is found."""
    found = Counter(map(_sort_of, findings_in(text, kind))) if fixes else Counter()

    def does_no_harm(chosen: Sequence[Fix]) -> bool:
        return not Counter(map(_sort_of, findings_in(mended_lines(text, chosen), kind))) - found

    if not fixes or does_no_harm(fixes):
        return mended_lines(text, fixes)
    chosen: list[Fix] = []
    for fix in fixes[:MOST_SINGLES]:
        if does_no_harm([*chosen, fix]):
            chosen.append(fix)
    return mended_lines(text, chosen)


def mended_lines(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the edits of `fixes`; of two that touch the same characters only the first is made."""
    lines = text.split("\n")
    for edit in sorted(_apart(fixes, lines), reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.column - 1] + edit.text + line[edit.end - 1 :]
    return "\n".join(lines)


def difference(mended: Mended, allowed: Collection[str] = ()) -> str:
    """What changes in a file's lines, as a unified difference without personal data but what is `allowed`."""
    before, after = ((_text(raw) or "").split("\n") for raw in (mended.before, mended.after))
    path = visible(mended.path)
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", n=2, lineterm="")
    return "".join(f"{line[0]}{visible(hidden(line[1:], allowed))}\n" for line in lines)


def _apart(fixes: Iterable[Fix], lines: Sequence[str]) -> Iterator[Edit]:
    taken: list[Edit] = []
    for fix in fixes:
        if all(_is_inside(edit, lines) for edit in fix.edits) and not any(
            _touch(edit, other) for edit in fix.edits for other in taken
        ):
            taken += fix.edits
            yield from fix.edits


def _is_inside(edit: Edit, lines: Sequence[str]) -> bool:
    return edit.line <= len(lines) and edit.end <= len(lines[edit.line - 1]) + 1


def _touch(one: Edit, other: Edit) -> bool:
    return one.line == other.line and one.column <= other.end and other.column <= one.end


_Read = tuple[str, list[Finding]]


def _better(text: str, findings: list[Finding], kind: Kind) -> _Read | None:
    """The text with all fixes, else with the first that does good; None where none does."""
    fixable = [finding for finding in findings if finding.fix is not None]
    singles = [[finding] for finding in fixable] if 1 < len(fixable) <= MOST_SINGLES else []
    may_uncover = len(findings) > MOST_FINDINGS or not is_readable(text)
    for chosen in [fixable, *singles] if fixable else []:
        mended = mended_lines(text, [finding.fix for finding in chosen if finding.fix is not None])
        if mended != text:
            found = findings_in(mended, kind)
            if _is_better(findings, found, chosen, may_uncover=may_uncover):
                return mended, found
    return None


def _is_better(
    before: Sequence[Finding], after: Sequence[Finding], mended: Sequence[Finding], *, may_uncover: bool
) -> bool:
    """Whether every mended finding is gone and nothing came in its place.

    What a tab hid on its own line may come to light if it has a fix itself, and so may a key that is not
    known beside a text that lacked its quotation marks.

    `may_uncover`: not everything was found before, so what is found elsewhere may have been there already.
    """
    gone = Counter(map(_sort_of, before)) - Counter(map(_sort_of, after))
    tabs = {finding.place.line for finding in mended if finding.code == "J125"}
    texts = {finding.place.line for finding in mended if finding.code in _UNQUOTED}
    told = [
        each
        for each in after
        if not (each.fix is not None and each.place.line in tabs)
        and not (each.code == "J104" and each.place.line in texts)
    ]
    new = Counter(map(_sort_of, told)) - Counter(map(_sort_of, before))
    lines = {finding.place.line for finding in mended}
    in_its_place = any(line in lines or not may_uncover for _, line in new)
    return not in_its_place and not _stand_wrong(mended, after) and Counter(map(_sort_of, mended)) <= gone


def _stand_wrong(mended: Iterable[Finding], after: Iterable[Finding]) -> bool:
    """Whether a line that began with a tab has a key that is not known where it stands now."""
    tabs = {finding.place.line for finding in mended if finding.code == "J125"}
    return any(finding.code == "J104" and finding.place.line in tabs for finding in after)


def _sort_of(finding: Finding) -> tuple[str, int]:
    return finding.code, finding.place.line


def _without_trailing_blanks(text: str) -> str:
    """The front matter's lines without blanks at their ends, if all that they say stays the same."""
    front = _FRONT_MATTER.match(text)
    if front is None or not _has_trailing_blanks(front[0]) or (values := values_in(text)) is None:
        return text
    kept = lines_of_long_texts(text)
    lines = [line if at in kept else line.rstrip(" \t") for at, line in enumerate(front[0].split("\n"))]
    tidy = "\n".join(lines) + text[front.end() :]
    return tidy if values == values_in(tidy) else text


def _has_trailing_blanks(text: str) -> bool:
    return any(line != line.rstrip(" \t") for line in text.split("\n"))


def _text(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _is_crlf(raw: bytes) -> bool:
    return 0 < raw.count(b"\n") == raw.count(b"\r\n")


def _is_tidy(raw: bytes) -> bool:
    return b"\r\n" not in raw and not raw.startswith(codecs.BOM_UTF8)
