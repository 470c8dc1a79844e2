"""Names of files, and the text inside them: read with care, because nobody knows who wrote it."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from mkdocs_journeys.definitions.findings import Finding, Place

LARGEST_FILE = 1 << 20
"""Bytes of a definition; a larger one is a finding."""

_FORBIDDEN = re.compile(r'[/\\:\x00-\x1f\x7f<>"|?*]')
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def _file_name(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text and not text.startswith(".") and not _FORBIDDEN.search(text):
        return text
    raise PydanticCustomError(
        "J141", '"{name}" is not the name of a file beside this one; write just the name, like lena.svg',
        {"name": text},
    )  # fmt: skip


FileName = Annotated[str, BeforeValidator(_file_name)]
"""The name of a file that lies beside the definition: no folder, no `..`."""


def read_text(file: Path, path: str, largest: int = LARGEST_FILE) -> str | Finding:
    """The text of `file` with line breaks as `\\n` and no byte order mark, or the finding that says why not.

    `path` is what findings call the file. Findings: J100 (encoding, characters), J119 (size).
    """
    try:
        with file.open("rb") as stream:
            raw = stream.read(largest + 1)
    except OSError as error:
        return Finding("J100", f"this file cannot be read: {error.strerror}", Place(path))
    if len(raw) > largest:
        return Finding("J119", f"this file is larger than {largest // 1024} KB", Place(path))
    return decode(raw, path)


def decode(raw: bytes, path: str) -> str | Finding:
    """`raw` as text, or the finding (J100) that says where it is no UTF-8 text."""
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            return Finding("J100", f"this file is {encoding}; save it as UTF-8", Place(path))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _position(raw[: error.start].decode("utf-8-sig", "replace"))
        return Finding(
            "J100", "this character is not UTF-8; save the file as UTF-8", Place(path, line, column)
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if match := _CONTROL.search(text):
        return _control_character(text, match, path)
    return text


def _control_character(text: str, match: re.Match[str], path: str) -> Finding:
    line, column = _position(text[: match.start()])
    quoted = text.split("\n")[line - 1]
    message = f"an invisible control character (U+{ord(match[0]):04X}) stands here; delete it"
    return Finding("J100", message, Place(path, line, column, 1, quoted))


def _position(before: str) -> tuple[int, int]:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
