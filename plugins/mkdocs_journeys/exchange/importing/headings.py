"""Which field a heading stands for, in any language that has a file of words."""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("en", "ru", "zh_Hans", "zh_Hant", "de")
CLOSE = 0.82
"""Likeness (difflib's ratio, 0 to 1) from which a heading counts as a slip of the pen."""

_SHORTEST_GUESS = 5
_FEWEST_HEADINGS = 2
_LONGEST = 60
_WORD = re.compile(r"[^\W_]+(?:'s)?")
_BRACKET = re.compile(r"[(\[（【].*?[)\]）】]")
_AND = re.compile(r"\s*(?:[/&+,;:|\n，、／：]|\band\b|\bи\b|\bund\b|和|与|與|及)\s*", re.IGNORECASE)
_NUMBER_SIGN = re.compile("[#№]")
_NUMBERED = frozenset({"step", "stage"})
"""Fields that may have a column of numbers beside them: `Step #`."""

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Match:
    """The field that a heading stands for; `guessed` is the word that it was taken for, where it is none."""

    field: str
    guessed: str | None = None


def match_heading(heading: str) -> Match | None:
    """The field of a heading: as it is, without what stands in brackets, its first half, or a likely word."""
    if len(heading) > _LONGEST or not heading.strip():
        return None
    for candidate in _candidates(heading):
        if (found := _words().get(candidate)) is not None:
            return Match("number" if found in _NUMBERED and _NUMBER_SIGN.search(heading) else found)
    return _likely(_folded(_BRACKET.sub(" ", heading)))


def _candidates(heading: str) -> Iterator[str]:
    bare = _BRACKET.sub(" ", heading)
    for text in (heading, bare):
        yield _folded(text)
        yield _without_fillers(text)
    for half in _AND.split(bare)[:3]:
        yield _folded(half)
        yield _without_fillers(half)


def _likely(folded: str) -> Match | None:
    if len(folded) < _SHORTEST_GUESS:
        return None
    close = difflib.get_close_matches(folded, _words(), n=1, cutoff=CLOSE)
    return Match(_words()[close[0]], _spelling()[close[0]]) if close else None


def _folded(text: str) -> str:
    """Letters and digits only, in one case; a sign such as # stands for itself where nothing else does."""
    letters = "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")))
    return letters or text.strip()


def _without_fillers(text: str) -> str:
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е"))
    kept = "".join(word for word in words if word not in _fillers())
    if _HAN.search(kept):
        for filler in sorted(_fillers(), key=len, reverse=True):
            shorter = kept.replace(filler, "") if _HAN.match(filler) else kept
            kept = shorter or kept
    return kept


def load(name: str) -> Any:
    """A file of words, every word as text."""
    text = files(__package__).joinpath("words", f"{name}.yaml").read_bytes()
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts, lists and mappings


@cache
def _spelling() -> Mapping[str, str]:
    """Each heading as it is compared, with its spelling; the first language that knows one decides."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for words in load(language)["headings"].values():
            for word in words:
                found.setdefault(_folded(word), word)
    return found


@cache
def _words() -> Mapping[str, str]:
    """Each heading as it is compared, with its field."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for field, words in load(language)["headings"].items():
            for word in words:
                found.setdefault(_folded(word), field)
    return found


def language_of(headings: Iterable[str]) -> str | None:
    """The language (BCP 47) that most of the headings belong to, and to no other; None where two do not."""
    found: Counter[str] = Counter()
    for heading in headings:
        known = next((_languages()[word] for word in _candidates(heading) if word in _languages()), set())
        found.update(known if len(known) == 1 else ())
    language, count = next(iter(found.most_common(1)), ("", 0))
    return language.replace("_", "-") if count >= _FEWEST_HEADINGS else None


@cache
def _languages() -> Mapping[str, set[str]]:
    """Each heading as it is compared, with the languages that know it."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for words in load(language)["headings"].values():
            for word in words:
                found.setdefault(_folded(word), set()).add(language)
    return found


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in load(language)["fillers"])


@cache
def known_words() -> frozenset[str]:
    """Every word of every heading, by which an encoding is told from others."""
    return frozenset(word.casefold() for spelling in _spelling().values() for word in _WORD.findall(spelling))
