"""The chart for a slide: exactly of its size, colours set, everything in it."""

import io
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mkdocs_journeys.charts import Slide, emotion_slide
from mkdocs_journeys.charts.drawing import Label, Mark, Outline, Points, Spot
from mkdocs_journeys.charts.series import series
from mkdocs_journeys.charts.slide import draw_slide
from mkdocs_journeys.insight import Curve
from tests.charts.samples import STAGES, WORDS, read, scored

SCORES = (1, -2, 0, 2, -1)
SIZES = [(1600, 900), (1280, 720), (800, 800), (600, 1200)]
MANY = [scored(*SCORES * 5)]
PEOPLE = [scored(*SCORES), *(scored(*SCORES, persona=f"person {n}") for n in range(7))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("curves", [MANY, PEOPLE, [scored(None, None)]], ids=["many", "people", "nothing"])
def test_a_picture_has_exactly_the_size_that_was_asked_for(
    curves: list[Curve], size: tuple[int, int]
) -> None:
    png = emotion_slide("png", curves, STAGES, WORDS, Slide(*size)).content
    assert Image.open(io.BytesIO(png)).size == size
    svg = read(emotion_slide("svg", curves, STAGES, WORDS, Slide(*size)).content)
    assert (svg.get("width"), svg.get("height")) == tuple(map(str, size))
    pdf = emotion_slide("pdf", curves, STAGES, WORDS, Slide(*size)).content
    (box,) = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert tuple(map(float, box)) == pytest.approx([side * 0.75 for side in size])


@given(
    st.lists(st.one_of(st.none(), st.integers(-2, 2)), min_size=1, max_size=30),
    st.integers(200, 4000),
    st.integers(200, 4000),
)
def test_nothing_lies_outside_the_slide(scores: list[int | None], width: int, height: int) -> None:
    shown = series([scored(*scores)], None, "all", "company")
    drawing = draw_slide(shown, STAGES, WORDS, Slide(width, height))
    assert (drawing.width, drawing.height) == pytest.approx((width, height))
    for mark in drawing.marks:
        assert all(-0.01 <= x <= width + 0.01 and -0.01 <= y <= height + 0.01 for x, y in places_of(mark))


def places_of(mark: Mark) -> Sequence[Spot]:
    match mark:
        case Outline():
            return mark.vertices
        case Points():
            return mark.places
        case Label():
            return [mark.place]


def test_an_svg_has_its_colours_without_style_sheets() -> None:
    light, dark = (
        emotion_slide("svg", MANY, STAGES, WORDS, Slide(dark=dark)).content.decode() for dark in (False, True)
    )
    for svg in (light, dark):
        assert not re.search(r"var\(|<style|style=", svg)
    assert '<rect width="1600" height="900" fill="#ffffff"/>' in light
    assert '<rect width="1600" height="900" fill="#1e2129"/>' in dark
    assert 'fill="#1f2430"' not in dark


def test_a_dark_picture_has_exactly_the_dark_ground() -> None:
    png = emotion_slide("png", MANY, STAGES, WORDS, Slide(dark=True)).content
    assert Image.open(io.BytesIO(png)).convert("RGB").getpixel((0, 0)) == (0x1E, 0x21, 0x29)


def test_names_of_steps_do_not_run_into_each_other() -> None:
    drawing = draw_slide(series(MANY, None, "", ""), STAGES, WORDS, Slide())
    labels = [mark for mark in drawing.marks if isinstance(mark, Label)]
    places = [label.place[0] for label in labels if "jm-step-name" in label.look.classes]
    assert len(places) == 25
    assert min(after - before for before, after in pairwise(places)) > 50


def test_the_plot_takes_what_room_there_is() -> None:
    drawing = draw_slide(series([scored(2, -2)], None, "", ""), STAGES, WORDS, Slide(1600, 1600))
    heights = [y for mark in drawing.marks if isinstance(mark, Points) for _, y in mark.places if y > 300]
    assert max(heights) > 1300
