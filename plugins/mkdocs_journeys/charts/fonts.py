"""Which installed font has a text's characters, for pictures whose text is drawn. Import late, as matplotlib."""

from collections.abc import Iterable
from functools import lru_cache

from matplotlib import font_manager

from mkdocs_journeys.charts.text_layout import is_ideographic

LATIN = "DejaVu Sans"  # comes with matplotlib, so that a picture in English or Russian is the same everywhere
CJK = ("Noto Sans CJK", "Noto Serif CJK", "Source Han Sans")
REGIONS = {"zh-hant": "TC", "zh-tw": "TC", "zh-hk": "HK", "zh-mo": "HK", "zh": "SC", "ja": "JP", "ko": "KR"}
OTHER_CJK = (
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Microsoft YaHei", "Microsoft JhengHei", "SimHei",
    "PingFang SC", "PingFang TC", "Hiragino Sans GB", "Hiragino Sans", "Arial Unicode MS", "AR PL UMing CN",
)  # fmt: skip


def region(lang: str) -> str:
    """The region whose shapes of Chinese characters a language wants: SC, TC, HK, JP or KR."""
    lang = lang.lower().replace("_", "-")
    return next((REGIONS[key] for key in REGIONS if lang == key or lang.startswith(key + "-")), "SC")


@lru_cache(maxsize=4096)
def families(text: str, lang: str) -> tuple[str, ...]:
    """The families, in order of preference, that together have every character of the text that any font has."""
    preferred = _preferred(lang, any(map(is_ideographic, text)))
    needed = [name for name in preferred if any(ord(c) in _characters(name) for c in text)]
    for character in missing_from(needed, text):
        found = _any_with(character)
        if found and found not in needed:
            needed.append(found)
    return tuple(needed) or (LATIN,)


def _preferred(lang: str, ideographic: bool) -> list[str]:
    """In Chinese, Japanese and Korean one font for all, so that Latin words match; else Latin first."""
    shape = region(lang)
    asian = [f"{family} {shape}" for family in CJK] + [f"{family} {other}" for family in CJK for other in ("SC", "JP")]
    known = [name for name in dict.fromkeys((*asian, *OTHER_CJK)) if name in installed()]
    if lang.lower()[:2] in ("zh", "ja", "ko"):
        return [*known[:1], LATIN, *known[1:]]
    return [LATIN, *known] if ideographic else [LATIN]


@lru_cache(maxsize=1)
def installed() -> frozenset[str]:
    """The names of the font families that matplotlib finds."""
    return frozenset(entry.name for entry in font_manager.fontManager.ttflist)


@lru_cache(maxsize=64)
def _characters(name: str) -> frozenset[int]:
    """The code points that a family's regular face has."""
    path = font_manager.findfont(font_manager.FontProperties(family=[name]))
    return frozenset(font_manager.get_font(path).get_charmap())


def missing_from(names: Iterable[str], text: str) -> list[str]:
    """The text's characters that none of the families has, in order; white space needs no glyph."""
    names = list(names)
    wanted = dict.fromkeys(c for c in text if not c.isspace())
    return [c for c in wanted if not any(ord(c) in _characters(name) for name in names)]


@lru_cache(maxsize=1024)
def _any_with(character: str) -> str | None:
    """Any family that has the character, sans-serif ones first."""
    names = sorted(installed(), key=lambda name: ("Sans" not in name, name))
    return next((name for name in names if ord(character) in _characters(name)), None)


def without_glyph(text: str, lang: str) -> str:
    """The text's characters that no installed font has."""
    return "".join(missing_from(families(text, lang), text))


def legible(text: str, lang: str) -> str:
    """The text with a question mark for each character that no installed font has: never a box."""
    missing = without_glyph(text, lang)
    return "".join("?" if c in missing else c for c in text) if missing else text


def package_for(characters: str) -> str:
    """Debian's package that brings a font with such characters."""
    return "fonts-noto-cjk" if any(map(is_ideographic, characters)) else "fonts-noto-core"
