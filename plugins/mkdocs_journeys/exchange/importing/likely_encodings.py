"""The encoding of a file that does not say it: the one whose text looks most like what people write.

Where the bytes allow several readings, each is scored by its words. A wrong reading mixes scripts within a
word, puts capitals in the middle, or is full of characters that nobody uses.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

_SAMPLE = 200_000
"""Bytes by which an encoding is told."""

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 2
"""Letters of a word that says something of its encoding."""


def likely_encoding(raw: bytes, known: frozenset[str]) -> str | None:
    """The encoding of a text that is not UTF-8; None where `raw` is no text.

    The reading with the most of the `known` words (in lower case) is right, else the likeliest one.
    """
    if b"\0" in raw:
        return None
    texts = {name: text for name in _LIKENESS if (text := _beginning(raw, name)) is not None}
    return max(
        texts,
        key=lambda name: (_known_words(texts[name], known), _LIKENESS[name](texts[name])),
        default=None,
    )


def _beginning(raw: bytes, encoding: str) -> str | None:
    """As much text as makes a sample, without a character that its end cuts in two; None as of `decoded`."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(raw[:_SAMPLE], len(raw) <= _SAMPLE)
    except UnicodeError:
        return None


def decoded(raw: bytes, encoding: str) -> str | None:
    """`raw` as text; None where it is none in this encoding."""
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _known_words(text: str, known: frozenset[str]) -> int:
    found = {word.casefold() for word in _WORD.findall(text) if not word.isascii() and len(word) >= _FEWEST}
    return len(found & known)


def unmarked_utf_16(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark, which the noughts in every second byte of plain signs give away."""
    start = raw[: min(_SAMPLE, len(raw)) // 2 * 2]
    if b"\0" not in start or len(start.translate(None, _NO_SIGNS)) > (1 - _FEWEST_NO_SIGNS) * len(start):
        return None
    texts = {name: start.decode(name, "ignore") for name in ("utf-16-le", "utf-16-be")}
    best = max(texts, key=lambda name: (_signs_between(texts[name]), sum(map(_is_plain, texts[name]))))
    if not any(map(_is_plain, texts[best])):
        return None
    return best if sum(map(_is_written, texts[best])) > _MOSTLY * len(texts[best]) else None


_NO_SIGNS = bytes({*range(32)} - {*b"\t\n\r"})
_FEWEST_NO_SIGNS = 0.025
"""The share of bytes that no text of single bytes has, from which a text may be UTF-16.

It is a half in scripts of letters, and five in a hundred in Chinese, where they are the later halves of
characters, and the earlier ones of commas and line breaks. Fewer are stray ones.
"""

_MOSTLY = 0.9
"""The share of characters that somebody wrote, from which a reading is a text."""


def _signs_between(text: str) -> int:
    """How many signs stand between words and cells: few other characters become one when misread."""
    return sum(map(text.count, "\n\t ,;"))


def _is_plain(character: str) -> bool:
    return " " <= character <= "~" or character in "\n\r\t"


def _is_written(character: str) -> bool:
    return _is_plain(character) or unicodedata.category(character)[0] in "LMNPSZ"


def _share(judged: Iterator[float]) -> float:
    """The mean of all judgements (0..1)."""
    found = list(judged)
    return sum(found) / len(found) if found else 0.0


def _western(text: str) -> float:
    return _share(_judged(text, _is_western_word, "€£¥¿¡°²³½¼µ·ªº©®™"))


def _cyrillic(text: str) -> float:
    return _share(_judged(text, _is_cyrillic_word, "€№"))


_ALIKE = frozenset("«»–—…„“”‘’‚‹›§°±·©®™\u00a0•")
"""Signs that the encodings of Windows have at the same places: they tell nothing."""


def _judged(text: str, is_word: Callable[[str], float], signs: str) -> Iterator[float]:
    """How likely each word beyond ASCII is (0..1), and each sign."""
    for word in _WORD.findall(text):
        if not word.isascii():
            yield is_word(word)
    for sign in text:
        if not sign.isascii() and not sign.isalpha() and sign not in _ALIKE:
            yield float(sign in signs)


_ALONE_WESTERN = frozenset("àÀòÒóÓìèÈéÉùÙúÚáÁ")
_ALONE_CYRILLIC = frozenset("авикосуяёєіїйАВИКОСУЯЁЄІЇ")
_UNUSUAL = frozenset("ÐÞðþ×÷ƒ")
_LONGEST_RUN = 2
_OF_RUSSIAN_AND_NEIGHBOURS = re.compile("[А-Яа-яЁёІіЇїЄєҐґЎў]+")
_HALF = 0.5
"""A letter alone is a word in one script and in another."""


def _is_western_word(word: str) -> float:
    """Accented letters stand among plain ones; a run of them is another script, misread."""
    if len(word) == 1:
        return float(word in _ALONE_WESTERN)
    runs = re.findall(r"[^\x00-\x7f]+", word)
    if _UNUSUAL & set(word) or max(map(len, runs)) > _LONGEST_RUN or len(word) == len(runs[0]):
        return 0.0
    return float(_is_cased(word))


def _is_cyrillic_word(word: str) -> float:
    """No Latin letters stand in a word, and capitals only at its beginning, or everywhere."""
    if not _OF_RUSSIAN_AND_NEIGHBOURS.fullmatch(word):
        return 0.0
    if len(word) == 1:
        return _HALF * (word in _ALONE_CYRILLIC)
    return float(_is_cased(word))


def _is_cased(word: str) -> bool:
    return word[1:] == word[1:].lower() or word.isupper()


def _chinese(encoding: str, low: int, high: int) -> Callable[[str], float]:
    """Likely are punctuation and frequent characters, which come first in the encodings of Chinese.

    `low` and `high` are the first bytes between which they stand.
    """
    return lambda text: _share(
        float(_first_byte(character, encoding, low, high)) * (not _is_swallowed(before, character, after))
        for before, character, after in _with_neighbours(text)
        if not character.isascii()
    )


def _with_neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    pairs = pairwise(f" {text} ")
    before = next(pairs, (" ", " "))[0]
    for character, after in pairwise(f"{text} "):
        yield before, character, after
        before = character


def _is_swallowed(before: str, character: str, after: str) -> bool:
    """Whether one Chinese character stands in a Latin word: an accented letter and its neighbour, misread."""
    return (
        character.isalpha()
        and any(letter.isascii() and letter.islower() for letter in (before, after))
        and not (_is_wide(before) or _is_wide(after))
    )


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _first_byte(character: str, encoding: str, low: int, high: int) -> bool:
    try:
        return low <= character.encode(encoding)[0] <= high
    except UnicodeEncodeError:
        return False


_LIKENESS: dict[str, Callable[[str], float]] = {
    "cp1252": _western,
    "cp1251": _cyrillic,
    "gb18030": _chinese("gb2312", 0xA1, 0xD7),
    "big5": _chinese("big5", 0xA1, 0xC6),
}
"""Encodings, the likelier first where two readings are as likely, with how likely a text is (0..1)."""
