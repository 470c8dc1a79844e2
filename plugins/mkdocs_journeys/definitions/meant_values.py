"""Values that were written otherwise than the format takes them: a date in another order, a feeling in words.

What is found here is only proposed; nothing is read for what it is not.
"""

import calendar
import datetime
import re
import unicodedata
from decimal import Decimal

QUOTES = "\"'\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02"
"""Quotation marks, straight and typographic."""

_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-./\u5e74]\s*(\d{1,2})\s*[-./\u6708]\s*(\d{1,2})\s*[\u65e5\u53f7\u865f]?(?P<more>[T\s].*)?"
)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4})(?P<russian>\s*\u0433\.?)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?P<more>)")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d_]{3,})\.?,?\s+(\d{4})(?:\s*(?:\u0433\.?|\u0433\u043e\u0434\u0430))?"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = (
    ("january", "январь", "января"), ("february", "февраль", "февраля"), ("march", "март", "марта"),
    ("april", "апрель", "апреля"), ("may", "май", "мая"), ("june", "июнь", "июня"),
    ("july", "июль", "июля"), ("august", "август", "августа"), ("september", "сентябрь", "сентября"),
    ("october", "октябрь", "октября"), ("november", "ноябрь", "ноября"), ("december", "декабрь", "декабря"),
)  # fmt: skip
"""The months' names in English and Russian; whoever shortens one writes how it begins."""

_LONGEST_DATE = 60
"""Characters of a date in words; what is longer is none."""

_NEARLY_A_NUMBER = re.compile(r"([+-]?[0-9]{1,15})(?:\.([0-9]{1,15})|,([0-9]{1,2}))?%?")

_FEELINGS: dict[int, str] = {
    -2: "terrible awful horrible furious angry desperate hate hates worst 😡 😠 😭 🤬 "
    "ужасно ужас отвратительно кошмар зол злость в_ярости очень_плохо хуже_некуда "
    "很差 糟糕 非常差 極差 极差 愤怒 憤怒 生气 生氣 很糟 非常糟糕 very_bad very_negative",
    -1: "bad sad unhappy annoyed frustrated negative worried confused disappointed unsure anxious "
    "☹ ☹️ 🙁 😕 😟 😞 😒 "
    "плохо грустно недоволен недовольна раздражён раздражен "
    "раздражение тревога тревожно разочарован растерян "
    "差 不好 坏 壞 难过 難過 不满 不滿 失望 焦虑 焦慮 困惑 烦躁 煩躁 担心 擔心",
    0: "neutral ok okay normal indifferent so-so meh calm 😐 😶 "
    "нейтрально нормально спокойно так_себе безразлично "
    "一般 中性 普通 平静 平靜 还行 還行",
    1: "good happy glad positive satisfied pleased content relieved curious hopeful 🙂 😊 😀 😃 ☺ ☺️ "
    "хорошо доволен довольна рад рада радость приятно позитивно "
    "好 开心 開心 高兴 高興 满意 滿意 不错 不錯 愉快",
    2: "great excellent delighted amazing awesome wonderful perfect love loves thrilled excited best "
    "😍 😁 🤩 😄 "
    "отлично прекрасно восторг в_восторге восхитительно замечательно очень_хорошо "
    "很好 非常好 太好了 惊喜 驚喜 极好 極好 非常开心 非常開心 兴奋 興奮 very_good very_happy very_positive",
}  # fmt: skip
_SCORES = {word.replace("_", " "): score for score, words in _FEELINGS.items() for word in words.split()}


def unquoted(text: str) -> str:
    """`text` in the usual width, without the quotation marks and brackets around it."""
    return unicodedata.normalize("NFKC", text).strip().strip(QUOTES).strip()


def meant_dates(text: str) -> list[datetime.date]:
    """The dates that `text` may mean, in whatever order its parts stand; several where two orders fit."""
    return list(dict.fromkeys(day for parts in _parts(text)[0] if (day := _day(*parts)) is not None))


def meant_date(text: str) -> datetime.date | None:
    """The only date that `text` can mean, where it says nothing else."""
    meant, says_more = meant_dates(text), _parts(text)[1]
    return meant[0] if len(meant) == 1 and not says_more else None


def month_that_ends(text: str) -> tuple[int, int] | None:
    """The year and month of a date whose day that month lacks: `2026-02-30`."""
    for year, month, day in _parts(text)[0]:
        if 1 <= month <= 12 and year and day > calendar.monthrange(year, month)[1]:
            return year, month
    return None


def _parts(text: str) -> tuple[list[tuple[int, int, int]], bool]:
    """Year, month and day in each order in which `text` can be read, and whether more stands behind them."""
    bare = unquoted(text) if len(text) <= _LONGEST_DATE else ""
    if match := _YEAR_FIRST.fullmatch(bare) or _DIGITS.fullmatch(bare):
        return [(int(match[1]), int(match[2]), int(match[3]))], bool(match["more"])
    if match := _YEAR_LAST.fullmatch(bare):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        day_first, month_first = (year, second, first), (year, first, second)
        if match["russian"]:
            return [day_first], False
        return [day_first, month_first] if match[2] == "." else [month_first, day_first], False
    if match := _DAY_MONTH.fullmatch(bare):
        return [(int(match[3]), _month(match[2]), int(match[1]))], False
    if match := _MONTH_DAY.fullmatch(bare):
        return [(int(match[3]), _month(match[1]), int(match[2]))], False
    return [], False


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, if the calendar has it."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name or how it begins, 0 where it is none."""
    begins = name.lower()
    found = (n for n, names in enumerate(_MONTHS, 1) if any(each.startswith(begins) for each in names))
    return next(found, 0)


def meant_score(text: str) -> int | None:
    """The emotion score (-2..2) that a word for a feeling, in English, Russian or Chinese, comes near to."""
    return _SCORES.get(" ".join(unquoted(text).lower().rstrip("!.").split()))


def meant_number(text: str) -> str | None:
    """The number that `text` means: its comma, sign, width and quotation marks mended, without a %."""
    bare = unquoted(text).replace("\u2212", "-").replace("\u2013", "-").replace(" ", "")
    match = _NEARLY_A_NUMBER.fullmatch(bare)
    if match is None:
        return None
    part = match[2] or match[3]
    meant = match[1] if part is None else f"{match[1]}.{part}"
    return None if meant == text else meant


def meant_share(text: str) -> str | None:
    """The share (0..1) that `text` means, where it has a percent sign."""
    per_cent = meant_number(text) if unquoted(text).endswith("%") else None
    if per_cent is None or not 0 <= Decimal(per_cent) <= 100:
        return None
    share = f"{Decimal(per_cent) / 100:f}"
    return share.rstrip("0").rstrip(".") if "." in share else share
