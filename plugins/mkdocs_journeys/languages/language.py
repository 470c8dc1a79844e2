"""The interface's languages: texts from gettext catalogues, dates, numbers and plurals from Babel."""

import datetime
import gettext
import io
import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Protocol

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from mkdocs_journeys.languages.vocabulary import TERMS

CATALOGUES = Path(__file__).parent
SOURCE = "en"
_MINUS = "\N{MINUS SIGN}"
_QUOTATION_MARKS: Mapping[str, tuple[str, str]] = {"ru": ("«", "»"), "zh_Hant": ("「", "」")}
"""What opens and closes a quotation, where it is not “ and ”. Source: CLDR, delimiters."""

_YEAR_SIGN = re.compile(r"\s*'г'\.")
"""Russian's abbreviation of "year", whose full stop would meet that of a sentence."""


class Span(Protocol):
    """A length of time, or a range of lengths, in a unit: min, hour, day, week, month or year."""

    @property
    def least(self) -> float: ...  # noqa: D102 - the class says it
    @property
    def most(self) -> float: ...  # noqa: D102 - likewise
    @property
    def unit(self) -> str: ...  # noqa: D102 - likewise


class Language:
    """One language of the interface: `locale` is Babel's, `messages` the translated texts."""

    def __init__(self, locale: Locale, messages: gettext.NullTranslations) -> None:
        self.locale = locale
        self.messages = messages
        self._markup: dict[str, Markup] = {}

    def gettext(self, message: str) -> str:
        """`message` in this language."""
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The text for `count` things in this language."""
        return self.messages.ngettext(one, many, count)

    def markup(self, message: str) -> Markup:
        """`message` in this language for a template: values that are filled in are escaped."""
        found = self._markup.get(message)
        if found is None:
            found = self._markup[message] = Markup(self.gettext(message))  # noqa: S704 - a text of ours
        return found

    def term(self, group: str, value: str) -> str:
        """The text of one of the format's own words; `group` is a key of `vocabulary.TERMS`."""
        return self.messages.pgettext(group, TERMS[group][value])

    @cached_property
    def tag(self) -> str:
        """The BCP 47 tag."""
        return str(self.locale).replace("_", "-")

    def quoted(self, text: str) -> str:
        """`text` in the language's quotation marks."""
        opening, closing = _QUOTATION_MARKS.get(str(self.locale), ("“", "”"))
        return f"{opening}{text}{closing}"

    def number(self, value: float) -> str:
        """A number with at most three decimals."""
        return _number(self.locale, value, 3)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share (0..1) in percent; below one percent with one decimal more: little is not nothing."""
        return _percent(self.locale, share, decimals + (0 < share < 0.01))

    def score(self, value: float) -> str:
        """A score or a difference of scores with its sign, to two decimals: +1.4, 0, \N{MINUS SIGN}0.5."""
        text = _number(self.locale, abs(value), 2)
        if text == "0":
            return text
        return ("+" if value > 0 else _MINUS) + text

    def date(self, day: datetime.date) -> str:
        """A day, in the language's medium form."""
        return _date(self.locale, day)

    def duration(self, duration: Span) -> str:
        """`20 minutes`, `2–3 days`."""
        number = self.number(duration.most)
        if duration.least != duration.most:
            number = f"{self.number(duration.least)}\N{EN DASH}{number}"
        whole = duration.most == int(duration.most)
        return self._unit(duration.unit, int(duration.most) if whole else 2) % {"num": number}

    def _unit(self, unit: str, count: int) -> str:
        """The pattern for a number of units; a fraction counts as 2, which is right in our languages."""
        return {
            "min": self.ngettext("%(num)s minute", "%(num)s minutes", count),
            "hour": self.ngettext("%(num)s hour", "%(num)s hours", count),
            "day": self.ngettext("%(num)s day", "%(num)s days", count),
            "week": self.ngettext("%(num)s week", "%(num)s weeks", count),
            "month": self.ngettext("%(num)s month", "%(num)s months", count),
            "year": self.ngettext("%(num)s year", "%(num)s years", count),
        }[unit]

    def listed(self, items: Iterable[str]) -> Markup:
        """`A, B and C`; what is no markup yet is escaped."""
        joined = lists.format_list([escape(item) for item in items], locale=self.locale)
        return Markup(joined)  # noqa: S704 - every item is escaped


@lru_cache(maxsize=4096)
def _number(locale: Locale, value: float, decimals: int) -> str:
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = numbers.format_decimal(abs(rounded), format="#,##0." + "#" * decimals, locale=locale)
    return _MINUS + text if rounded < 0 else text


@lru_cache(maxsize=4096)
def _percent(locale: Locale, share: float, decimals: int) -> str:
    rounded = Decimal(repr(share)).quantize(Decimal(1).scaleb(-decimals - 2), rounding=ROUND_HALF_UP)
    pattern = locale.percent_formats[None].pattern.replace(
        "#,##0", "#,##0." + "#" * decimals if decimals else "#,##0"
    )
    return numbers.format_percent(rounded, format=pattern, locale=locale)


@lru_cache(maxsize=4096)
def _date(locale: Locale, day: datetime.date) -> str:
    pattern = _YEAR_SIGN.sub("", locale.date_formats["medium"].pattern)
    return dates.format_date(day, format=pattern, locale=locale)


@cache
def available() -> dict[str, str]:
    """BCP 47 tag, lower case, of every language that has a catalogue, to its locale's name."""
    names = [SOURCE, *sorted(path.stem for path in CATALOGUES.glob("*.po"))]
    return {name.replace("_", "-").lower(): name for name in names}


def matching(tag: str) -> str:
    """The locale's name of the catalogue that serves pages in language `tag` best; English where none does.

    Chinese is told apart by script: where the tag names none, its region's usual one decides.
    """
    known = available()
    parts = _with_script(tag.lower().split("-"))
    for length in range(len(parts), 0, -1):
        if (name := known.get("-".join(parts[:length]))) is not None:
            return name
    return SOURCE


def is_spoken(tag: str) -> bool:
    """Whether a catalogue serves the language `tag` (BCP 47), so that nobody gets English instead."""
    return matching(tag) != SOURCE or tag.lower().split("-")[0] == SOURCE


_TRADITIONAL_REGIONS = {"tw", "hk", "mo"}


def _with_script(parts: list[str]) -> list[str]:
    if parts[0] not in {"zh", "cmn", "yue"}:
        return parts
    traditional = "hant" in parts or ("hans" not in parts and not _TRADITIONAL_REGIONS.isdisjoint(parts))
    return ["zh", "hant" if traditional else "hans"]


def language(tag: str) -> Language:
    """The language of the interface on a page whose texts are in language `tag` (BCP 47)."""
    return _load(matching(tag))


@cache
def _load(name: str) -> Language:
    locale = Locale.parse(name)
    if name == SOURCE:
        return Language(locale, gettext.NullTranslations())
    with (CATALOGUES / f"{name}.po").open("rb") as file:
        catalogue = read_po(file, locale=locale)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Language(locale, gettext.GNUTranslations(compiled))
