"""Names of files, and the text inside them: read with care, because nobody knows who wrote it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from mkdocs_journeys.definitions.edits import fix_at
from mkdocs_journeys.definitions.findings import Finding, Place, short
from mkdocs_journeys.definitions.messages import Message, say, wrong
from mkdocs_journeys.definitions.unseen import CONTROLS

LARGEST_FILE = 1 << 20
"""Bytes of a definition; a larger one is a finding."""

MOST_CHARACTERS = 20
"""Control characters of a file that are told one by one."""

_FORBIDDEN = re.compile(r'[/\\:\x00-\x1f\x7f<>"|?*]')
_CONTROL = re.compile(f"[{CONTROLS}]")
_BREAKS = "\x0b\x0c\r\x1c\x1d\x1e"
"""Controls with which other programs break a line or a page."""

_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def _file_name(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text and not text.startswith(".") and not _FORBIDDEN.search(text):
        return text
    message = say(
        '"%(name)s" is not the name of a file beside this one; write just the name, like lena.svg',
        name=short(text),
    )
    raise wrong("J141", message)


def _data_name(value: object) -> str:
    text = _file_name(value)
    if text.lower().endswith(".csv"):
        return text
    message = say('"%(name)s" is no CSV file; write the name of one, like survey.csv', name=short(text))
    raise wrong("J141", message)


FileName = Annotated[str, BeforeValidator(_file_name)]
"""The name of a file that lies beside the definition: no folder, no `..`."""

DataName = Annotated[str, BeforeValidator(_data_name)]
"""The name of a CSV file that lies beside the definition."""


@dataclass(frozen=True)
class FileText:
    """The text of a file with LF for line breaks and no byte order mark (None: unreadable), and findings."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def read_text(file: Path, path: str, largest: int = LARGEST_FILE) -> FileText:
    """The text of `file`, which findings call `path`. Findings: J100 (encoding, characters), J119 (size)."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(largest + 1)
    except OSError as error:
        message = say("this file cannot be read: %(reason)s", reason=error.strerror)
        return _unreadable("J100", message, Place(path))
    if len(raw) > largest:
        message = say(
            "this file is larger than %(size)s KB; shorten it, or make two of it", size=largest >> 10
        )
        return _unreadable("J119", message, Place(path))
    return decode(raw, path)


def decode(raw: bytes, path: str) -> FileText:
    """`raw` as text. Control characters are findings (J100), and read as spaces."""
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            message = say(
                "this file is saved as %(encoding)s; save it with the encoding UTF-8", encoding=encoding
            )
            return _unreadable("J100", message, Place(path))
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line, column = _position(raw[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n"))
        message = say("this character cannot be read; save the file with the encoding UTF-8")
        return _unreadable("J100", message, Place(path, line, column))
    if "\r" in text and "\n" not in text:
        message = say("the lines of this file end as on old Macs (CR); save it with line ends LF or CRLF")
        return _unreadable("J100", message, Place(path))
    if _CONTROL.search(text) is None:
        return FileText(text)
    return FileText(_CONTROL.sub(" ", text), tuple(_control_characters(text, path)))


def _unreadable(code: str, message: Message, place: Place) -> FileText:
    return FileText(None, (Finding(code, message, place),))


def _control_characters(text: str, path: str) -> Iterator[Finding]:
    for match in islice(_CONTROL.finditer(text), MOST_CHARACTERS):
        line, column = _position(text[: match.start()])
        quoted = text[match.start() - column + 1 :].partition("\n")[0]
        code = f"U+{ord(match[0]):04X}"
        message = say("an invisible character (%(code)s) stands here; delete it", code=code)
        parts = quoted[max(0, column - 2) : column - 1].strip() and quoted[column : column + 1].strip()
        if is_break := bool(parts) and match[0] in _BREAKS:
            message = say(
                "an invisible character (%(code)s) stands here; type a space in its place", code=code
            )
        fix = fix_at(line, column, 1, " " if is_break else "")
        yield Finding("J100", message, Place(path, line, column, 1, quoted), fix)


def _position(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
