"""Emotions as people write them, as scores from -2 to 2."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mkdocs_journeys.exchange.importing.headings import LANGUAGES, load

Scale = tuple[float, float]
"""The worst and the best score."""

OURS: Scale = (-2.0, 2.0)
_NUMBER = r"(?:[-+−–]|(?<![0-9]))[0-9]+(?:[.,][0-9]+)?"
_ALONE = re.compile(rf"\s*({_NUMBER})\s*(?:/\s*[0-9]+|%)?\s*")
_LED = re.compile(
    rf"\s*({_NUMBER})(?:\s*/\s*[0-9]+)?(?:\s*[-–—:=,.(（]\s*|\s+)(?P<rest>[^\W\d_].*)", re.DOTALL
)
_OF = re.compile(r"\s*[0-9.,]+\s*/\s*(?P<best>[0-9]{1,4})\s*")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:\.\.+|…|–|—|-|~|to|bis|до|至|到)\s*\+?({_NUMBER})", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:/|out of|из|von|满分|滿分)\s*([0-9]+)", re.IGNORECASE)
_STARS = re.compile(r"\s*(?P<full>[★⭐]+)\ufe0f?(?P<empty>☆*)\s*")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\s][^\W\d_]+)*")
_SCALES: Sequence[Scale] = ((-2, 2), (-3, 3), (-5, 5), (-10, 10), (-100, 100))
_SCALES_UP: Sequence[Scale] = ((1, 5), (0, 5), (1, 10), (0, 10), (0, 100))


@dataclass(frozen=True)
class Emotion:
    """What a cell says of an emotion: a number on some scale, or a score of ours; and the words beside it."""

    number: float | None = None
    score: float | None = None
    word: str | None = None
    scale: Scale | None = None
    """The scale of the number, where the cell says it: `4/5`, `80 %`, stars."""


def read_emotion(text: str) -> Emotion:
    """The emotion in a cell: a number, stars, a smiley, a word; words that say nothing known are kept."""
    if match := _ALONE.fullmatch(text):
        return Emotion(number=_number(match[1]), scale=_scale_of_cell(text))
    if match := _STARS.fullmatch(text):
        return Emotion(number=float(len(match["full"])), scale=(1.0, 5.0))
    if match := _LED.fullmatch(text):
        return Emotion(number=_number(match[1]), word=match["rest"].rstrip(")） ").strip() or None)
    smiley = _smiley(text)
    word = _without_smileys(text) or None
    if smiley is not None:
        return Emotion(score=smiley, word=word)
    return Emotion(score=word_score(text), word=text.strip() or None)


def _scale_of_cell(text: str) -> Scale | None:
    if text.rstrip().endswith("%"):
        return 0.0, 100.0
    match = _OF.fullmatch(text)
    return _up_to(float(match["best"])) if match else None


def _up_to(best: float) -> Scale | None:
    """The scale whose best score is `best`: five begin at one, as with stars, and others at nought."""
    return None if best <= 1 else (1.0 if best <= 5 else 0.0, best)


def word_score(text: str) -> float | None:
    """The score of a word for a feeling, or of the first known one among several."""
    folded = _folded(text)
    if folded in _feelings():
        return _feelings()[folded]
    parts = (_folded(part) for part in re.split(r"[,;/\n，、；]| and | и | und |和", text))
    return next((_feelings()[part] for part in parts if part in _feelings()), None)


def scale_of_heading(heading: str) -> Scale | None:
    """The scale that a heading names: `Emotion (1-5)`, `Оценка от 0 до 10`, `out of 5`."""
    if match := _RANGE.search(heading):
        low, high = _number(match[1]), _number(match[2])
        return (low, high) if low < high else None
    if match := _OUT_OF.search(heading):
        return _up_to(float(match[1][:9]))
    return None


def likely_scale(numbers: Iterable[float]) -> Scale:
    """The smallest usual scale that holds all numbers."""
    found = list(numbers)
    least, most = min(found, default=0.0), max(found, default=0.0)
    if least < 0 or (most <= 2 and least >= 0):
        return next(
            (scale for scale in _SCALES if scale[0] <= least and most <= scale[1]), (least, max(most, -least))
        )
    return next((scale for scale in _SCALES_UP if scale[0] <= least and most <= scale[1]), (0.0, most))


def on_our_scale(number: float, scale: Scale) -> float | None:
    """A number of `scale` as a score from -2 to 2; None where it is beyond the scale."""
    low, high = scale
    if not low <= number <= high:
        return None
    return round(-2 + 4 * (number - low) / (high - low), 2) + 0.0


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-").replace("–", "-")[:30])


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")))


@cache
def _feelings() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for language in LANGUAGES:
        for score, words in load(language)["feelings"].items():
            for word in words:
                found.setdefault(_folded(word), float(score))
    return found


@cache
def _smileys() -> Mapping[str, float]:
    """Each sign with its score; the longest first, because some hold others."""
    table = load("smileys")
    signs = {sign: float(score) for score, signs in table.items() for sign in signs}
    return dict(sorted(signs.items(), key=lambda item: -len(item[0])))


def _smiley(text: str) -> float | None:
    """The score of the smileys in a text, or of a text that is nothing but a sign such as `++`."""
    bare = text.strip()
    if bare in _smileys():
        return _smileys()[bare]
    pictures = [score for sign, score in _smileys().items() if _is_picture(sign) and sign in bare]
    return pictures[0] if pictures else None


def _without_smileys(text: str) -> str:
    for sign in _smileys():
        if _is_picture(sign):
            text = text.replace(sign, " ")
    text = " ".join(text.replace("\ufe0f", " ").split())
    return text if _WORDS.search(text) else ""


def _is_picture(sign: str) -> bool:
    return not sign.isascii() and sign not in "–−−−±○"
