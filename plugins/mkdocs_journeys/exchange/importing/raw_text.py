"""The text of a file in whatever encoding it was saved."""

import codecs
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks

LARGEST_FILE = 8 << 20
"""Bytes of a file that is imported."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORD = re.compile(r"[^\W\d_]+")


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
    if chosen is None:
        chosen = (
            "utf-8" if _decoded(raw, "utf-8") is not None else _guessed(raw, path, remarks, frozenset(known))
        )
    text = _decoded(raw, chosen)
    if text is None:
        message = say("this file is not %(encoding)s text; save it as UTF-8", encoding=chosen)
        raise NothingToRead(message, Place(path))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _marked(raw: bytes) -> str | None:
    """The encoding that a byte order mark, or the noughts of UTF-16, give away."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    start = raw[:1000]
    if len(start) >= 4 and len(raw) % 2 == 0:
        if start[1::2].count(0) > 0.4 * len(start) / 2 and start[::2].count(0) == 0:
            return "utf-16-le"
        if start[::2].count(0) > 0.4 * len(start) / 2 and start[1::2].count(0) == 0:
            return "utf-16-be"
    return None


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _guessed(raw: bytes, path: str, remarks: Remarks, known: frozenset[str]) -> str:
    """The encoding whose text holds most of the `known` words, or else looks most like what people write."""
    texts = {name: text for name in _LIKENESS if (text := _decoded(raw[:200_000], name)) is not None}
    if b"\0" in raw or not texts:
        raise NothingToRead(say("this is no text file; save it as UTF-8"), Place(path))
    best = max(texts, key=lambda name: (_known_words(texts[name], known), _LIKENESS[name](texts[name])))
    remarks.warn(
        Place(path),
        say(
            "the file is not UTF-8; it was read as %(encoding)s (name another with --encoding)", encoding=best
        ),
    )
    return best


def _known_words(text: str, known: frozenset[str]) -> int:
    found = {word.casefold() for word in _WORD.findall(text[:20_000]) if not word.isascii()}
    return len(found & known)


def _share(text: str, is_likely: Callable[[str], bool]) -> float:
    """The share (0..1) of the characters beyond ASCII that are likely ones."""
    foreign = [character for character in text if ord(character) > 127]
    return sum(map(is_likely, foreign)) / len(foreign) if foreign else 0.0


def _first_byte(character: str, encoding: str, low: int, high: int) -> bool:
    try:
        return low <= character.encode(encoding)[0] <= high
    except UnicodeEncodeError:
        return False


def _chinese(encoding: str, low: int, high: int) -> Callable[[str], float]:
    """The share of punctuation and frequent characters, which come first in the encodings."""
    return lambda text: _share(text, lambda character: _first_byte(character, encoding, low, high))


def _cyrillic(text: str) -> float:
    return _share(
        text, lambda character: "а" <= character <= "я" or character in "ёіїєґАБВГДЕЗИКЛМНОПРСТУХЧШЭ«»—–№"
    )


def _western(text: str) -> float:
    """Accented letters stand among plain ones; a run of them is another script, misread."""
    runs = re.findall(r"[^\x00-\x7f]+", text)
    return sum(len(run) == 1 for run in runs) / len(runs) if runs else 0.0


_LIKENESS: dict[str, Callable[[str], float]] = {
    "gb18030": _chinese("gb2312", 0xA1, 0xD7),
    "big5": _chinese("big5", 0xA1, 0xC6),
    "cp1251": _cyrillic,
    "cp1252": _western,
}
