"""The text of a file in whatever encoding it was saved."""

import codecs
from collections.abc import Iterable
from pathlib import Path

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.likely_encodings import (
    decoded,
    likely_encoding,
    unmarked_utf_16,
)
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks

LARGEST_FILE = 8 << 20
"""Bytes of a file that is imported."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_bytes(file: Path, path: str) -> bytes:
    """All of a file. Errors: NothingToRead."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        message = say("this file cannot be read: %(reason)s", reason=error.strerror or "")
        raise NothingToRead(message, Place(path)) from error
    return within_limit(raw, path)


def within_limit(raw: bytes, path: str) -> bytes:
    """`raw`, unless it is longer than `LARGEST_FILE`. Errors: NothingToRead."""
    if len(raw) > LARGEST_FILE:
        message = say("this file is larger than %(size)s MB", size=LARGEST_FILE >> 20)
        raise NothingToRead(message, Place(path))
    return raw


def decode(
    raw: bytes, path: str, remarks: Remarks, encoding: str | None = None, known: Iterable[str] = ()
) -> str:
    """`raw` as text with LF for line breaks; `known` are words that tell the right encoding from others.

    A guessed encoding is a warning. Errors: NothingToRead.
    """
    chosen = encoding or _marked(raw)
    text = _guessed(raw, path, remarks, frozenset(known)) if chosen is None else decoded(raw, chosen)
    if text is None:
        message = say("this file is not %(encoding)s text; save it as UTF-8", encoding=str(chosen))
        raise NothingToRead(message, Place(path))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _marked(raw: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _guessed(raw: bytes, path: str, remarks: Remarks, known: frozenset[str]) -> str:
    """The text of a file that names no encoding; whatever is not UTF-8 is a guess, and told."""
    utf_16 = unmarked_utf_16(raw)
    if utf_16 is None and (text := decoded(raw, "utf-8")) is not None:
        return text
    best = utf_16 or likely_encoding(raw, known)
    whole = raw[: len(raw) // 2 * 2] if utf_16 else raw
    if best is None or (text := decoded(whole, best)) is None:
        raise NothingToRead(say("this is no text file; save it as UTF-8"), Place(path))
    message = say(
        "the file is not UTF-8; it was read as %(encoding)s (name another with --encoding)", encoding=best
    )
    remarks.warn(Place(path), message)
    return text
