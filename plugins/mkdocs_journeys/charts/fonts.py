"""Which installed font has a text's characters, for pictures with drawn text. Import late, as matplotlib."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cache, lru_cache

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from mkdocs_journeys.charts.text_layout import is_ideographic

LATIN = "DejaVu Sans"  # comes with matplotlib, so that a picture in English or Russian is the same everywhere
CJK = ("Noto Sans CJK", "Noto Serif CJK", "Source Han Sans")
REGIONS = {"zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK", "zh-mo": "HK", "zh": "SC", "ja": "JP", "ko": "KR"}
OTHER_CJK = (
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Microsoft YaHei",
    "Microsoft JhengHei",
    "SimHei",
    "PingFang SC",
    "PingFang TC",
    "Hiragino Sans GB",
    "Hiragino Sans",
    "Arial Unicode MS",
)
PLACEHOLDERS = ("Last Resort", "LastResort", "Blank")


def region(lang: str) -> str:
    """The region whose shapes of Chinese characters a language wants: SC, TC, HK, JP or KR."""
    lang = lang.lower().replace("_", "-")
    return next((REGIONS[key] for key in REGIONS if lang == key or lang.startswith(key + "-")), "SC")


@lru_cache(maxsize=4096)
def families(text: str, lang: str) -> tuple[str, ...]:
    """The families, the best first, that together have every character of the text that any font has."""
    preferred = _preferred(lang, any(map(is_ideographic, text)))
    needed = [name for name in preferred if any(_has(name, character) for character in text)]
    for character in _lacking(needed, text):
        found = _any_with(character)
        if found and found not in needed:
            needed.append(found)
    return tuple(needed) or (LATIN,)


def _preferred(lang: str, ideographic: bool) -> list[str]:
    """In Chinese, Japanese and Korean one font for all, so that Latin words match; else Latin first."""
    shapes = dict.fromkeys((region(lang), "SC", "JP"))
    asian = [*(f"{family} {shape}" for shape in shapes for family in CJK), *OTHER_CJK]
    known = [name for name in asian if name in _installed()]
    if lang.lower()[:2] in ("zh", "ja", "ko"):
        return [*known[:1], LATIN, *known[1:]]
    return [LATIN, *known] if ideographic else [LATIN]


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    """The families that matplotlib finds, but for those that have a box for every character."""
    found = {entry.name for entry in font_manager.fontManager.ttflist}
    return frozenset(name for name in found if not any(word in name for word in PLACEHOLDERS))


@cache  # as many as the machine has families
def _face(name: str) -> FT2Font:
    return font_manager.get_font(font_manager.findfont(font_manager.FontProperties(family=[name])))


def _has(name: str, character: str) -> bool:
    return _face(name).get_char_index(ord(character)) != 0


def _lacking(names: Sequence[str], text: str) -> list[str]:
    """The text's characters that none of the families has, in order; white space needs no glyph."""
    wanted = dict.fromkeys(character for character in text if not character.isspace())
    return [character for character in wanted if not any(_has(name, character) for name in names)]


@lru_cache(maxsize=1024)
def _any_with(character: str) -> str | None:
    """Any family that has the character, sans-serif ones first."""
    found = _first_with(character)
    return _first_with(character) if found is None and _notice_new_fonts() else found


def _first_with(character: str) -> str | None:
    names = sorted(_installed(), key=lambda name: ("Sans" not in name, name))
    return next((name for name in names if _has(name, character)), None)


@lru_cache(maxsize=1)
def _notice_new_fonts() -> bool:
    """Whether there are fonts that matplotlib's list, kept from earlier runs, lacks; then they are in it."""
    listed = {entry.fname for entry in font_manager.fontManager.ttflist}
    new = sorted(set(font_manager.findSystemFonts()) - listed)
    for path in new:
        with suppress(OSError, RuntimeError):  # a file that is no font, or has only bitmaps
            font_manager.fontManager.addfont(path)
    _installed.cache_clear()
    return bool(new)


def without_glyph(text: str, lang: str) -> str:
    """The text's characters that no installed font has."""
    return "".join(_lacking(families(text, lang), text))


def legible(text: str, lang: str) -> str:
    """The text with a question mark for each character that no installed font has: never a box."""
    missing = without_glyph(text, lang)
    return "".join("?" if character in missing else character for character in text) if missing else text


def package_for(characters: str) -> str:
    """Debian's package that brings a font with such characters."""
    return "fonts-noto-cjk" if any(map(is_ideographic, characters)) else "fonts-noto-core"
