"""PNG and PDF: the same drawing, with a font that has the text's characters, never boxes."""

import dataclasses
import io
import re
import warnings
import zlib

import numpy as np
import pytest
from matplotlib.font_manager import FontProperties
from numpy.typing import NDArray
from PIL import Image

from mkdocs_journeys.charts import ChartWords, MissingGlyphs, Slide, emotion_png, emotion_slide
from mkdocs_journeys.charts.drawing import Drawing, Font, Label, Look
from mkdocs_journeys.charts.fonts import families, legible, package_for, region, without_glyph
from mkdocs_journeys.charts.palette import LIGHT
from mkdocs_journeys.charts.png import encode
from mkdocs_journeys.charts.renderers import RendererAgg, draw_png
from tests.charts.samples import STAGES, WORDS, curve, point, scored

Pixels = NDArray[np.generic]
NOWHERE = "\U000f1234"  # private use: no font has it
INK = Look("", fill="ink")
CHINESE = {"zh-Hans": "SC", "zh-Hant": "TC"}


def glyph(character: str, lang: str = "en", size: float = 40) -> Pixels:
    """The pixels of one character."""
    label = Label(INK, Font(size), (character,), (6, 44))
    return np.asarray(opened(draw_png(Drawing(60, 60, (label,), lang), 1)))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def tofu(name: str) -> Pixels:
    """The box that a family draws for what it lacks."""
    renderer = RendererAgg(60, 60, 72)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it may say that the glyph is missing
        renderer.draw_text(renderer.new_gc(), 6, 44, NOWHERE, FontProperties(family=[name], size=40), 0)
    return inked(255 - np.asarray(renderer.buffer_rgba())[:, :, 3:])


def inked(pixels: Pixels) -> Pixels:
    """Where there is ink, as true and false."""
    return np.asarray(pixels.min(axis=2) < 128)


@pytest.mark.parametrize("character", [*"旅程款購買", *"Жщё", *"Éß", "−", "–"])
def test_a_character_is_drawn_as_itself(character: str) -> None:
    drawn = inked(glyph(character, "zh-Hans"))
    assert drawn.sum() > 20
    assert not np.array_equal(drawn, inked(glyph("?", "zh-Hans")))
    assert not np.array_equal(drawn, tofu("Noto Sans CJK SC"))


def test_two_characters_look_different() -> None:
    assert not np.array_equal(glyph("旅", "zh-Hans"), glyph("程", "zh-Hans"))


def test_chinese_takes_the_face_of_its_own_region() -> None:
    assert [families("骨", lang)[0] for lang in CHINESE] == [
        f"Noto Sans CJK {shape}" for shape in CHINESE.values()
    ]
    assert not np.array_equal(glyph("骨", "zh-Hans"), glyph("骨", "zh-Hant"))


@pytest.mark.parametrize(
    ("lang", "shape"),
    [("zh", "SC"), ("zh-Hans", "SC"), ("zh-TW", "TC"), ("zh_Hant_HK", "TC"), ("zh-HK", "HK"), ("ja", "JP"),
     ("ja-JP", "JP"), ("ko", "KR"), ("en", "SC"), ("jam", "SC")],
)  # fmt: skip
def test_a_language_has_its_region(lang: str, shape: str) -> None:
    assert region(lang) == shape


def test_english_and_russian_take_the_font_that_comes_with_matplotlib() -> None:
    assert families("Pays Оплачивает ё −2", "ru") == ("DejaVu Sans",)


def test_one_line_may_mix_scripts() -> None:
    assert without_glyph("Pays 付款 Оплата", "en") == ""
    assert families("Pays 付款", "en")[0] == "DejaVu Sans"


def test_what_no_font_has_is_a_question_mark_and_is_told() -> None:
    assert legible(f"a{NOWHERE}b", "en") == "a?b"
    picture = emotion_png([curve([point(f"Pays {NOWHERE}", 1)])], STAGES, WORDS)
    assert picture.missing == MissingGlyphs(NOWHERE, "fonts-noto-core")
    assert emotion_png([scored(1, 0)], STAGES, WORDS).missing is None


def test_a_missing_chinese_character_names_the_package_that_helps() -> None:
    assert package_for("旅") == "fonts-noto-cjk"
    assert package_for("अ") == "fonts-noto-core"


def test_a_slide_is_1600_px_wide_and_white() -> None:
    image = opened(emotion_png([scored(1, -1, 0)], STAGES, WORDS).content)
    assert image.width == 1600
    corners = [(0, 0), (image.width - 1, 0), (0, image.height - 1), (image.width - 1, image.height - 1)]
    assert {image.getpixel(corner) for corner in corners} == {(255, 255, 255)}


def test_assumed_points_are_hollow_in_pictures_too() -> None:
    def blue(evidenced: bool) -> int:
        png = emotion_png([scored(1, 1, 1, evidenced=evidenced)], STAGES, WORDS).content
        return int((np.asarray(opened(png)) == (0, 114, 178)).all(axis=2).sum())

    assert blue(evidenced=True) > 2 * blue(evidenced=False) > 0


def test_a_picture_names_neither_program_nor_date() -> None:
    image = Image.open(io.BytesIO(emotion_png([scored(1, 0)], STAGES, WORDS).content))
    assert not image.info
    pdf = emotion_slide("pdf", [scored(1, 0)], STAGES, WORDS, Slide()).content
    for word in (b"atplotlib", b"CreationDate", b"http"):
        assert word not in pdf


def test_few_colours_are_exact_and_many_hardly_change() -> None:
    few = np.array([[[255, 255, 255], [0, 114, 178]], [[244, 246, 248], [31, 36, 48]]], np.uint8)
    assert np.array_equal(np.asarray(opened(encode(few, LIGHT))), few)
    many = np.random.default_rng(1).integers(0, 256, (40, 40, 3), np.uint8)
    many[:, 20:] = 200
    changed = np.abs(np.asarray(opened(encode(many, LIGHT))).astype(int) - many.astype(int))
    assert changed[:, 20:].max() <= 4
    assert changed.mean() < 16


def test_a_pdf_is_one_page_of_the_slides_size_and_has_its_lines() -> None:
    pdf = emotion_slide("pdf", [scored(1, -1, 0)], STAGES, WORDS, Slide()).content
    assert pdf.startswith(b"%PDF-")
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert [(float(width), float(height)) for width, height in boxes] == [(1200, 675)]
    streams = [match.start(1) for match in re.finditer(rb"stream\r?\n((?=.))", pdf, re.DOTALL)]
    drawn = b"".join(inflated(pdf[start:]) for start in streams)
    assert b"0 0.4470588235 0.6980392157 RG" in drawn


def inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def test_a_pdf_holds_chinese() -> None:
    words: ChartWords = dataclasses.replace(WORDS, title="付款时情绪跌到 −2", lang="zh-Hans")
    picture = emotion_slide("pdf", [scored(1, -2)], STAGES, words, Slide())
    assert picture.missing is None
    assert b"NotoSansCJKsc" in picture.content
