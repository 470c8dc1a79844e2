"""What lies between two curves is shaded exactly where both are known, and by which of them is higher."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.charts import (
    ComparisonWords,
    GapNames,
    comparison_map_svg,
    trend_svg,
)
from mkdocs_journeys.charts.curve_line import height_at, segments
from mkdocs_journeys.charts.gap import areas, crossings
from mkdocs_journeys.insight import Comparison
from tests.charts.samples import LEVELS, STAGES, changed, drawn_places, of_class, read, scored, scores, texts

WORDS = ComparisonWords(
    title="We believe in a better mood than there is",
    alternative="As the table.",
    levels=LEVELS,
    first="What we believe",
    second="What customers tell",
    gap=GapNames("worse than believed", "better than believed"),
)
heights = st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), min_size=2, max_size=12)


def compared(first: list[float | None], second: list[float | None]) -> Comparison:
    return Comparison(sides="said-done", first=scored(*first), second=scored(*second), gaps=())


def shades(svg: bytes) -> dict[str, int]:
    """How many areas there are in which each is higher."""
    found = {"first": 0, "second": 0}
    for side in found:
        for element in of_class(svg, f"jm-side-{side}"):
            classes = element.get("class", "").split()
            if "jm-gap" in classes and not {"jm-hatch", "jm-legend"} & set(classes):
                found[side] += element.get("d", "").count("M")
    return found


@given(heights)
def test_the_same_curve_is_above_in_all_of_an_area(pairs: list[tuple[float, float]]) -> None:
    first, second = (segments([(i * 50.0, pair[side]) for i, pair in enumerate(pairs)]) for side in (0, 1))
    found = areas(dict(enumerate(first)), dict(enumerate(second)))
    for area in found:
        assert len({piece.higher for piece in area}) == 1
        sign = 1 if area[0].higher == "first" else -1
        for piece in area:
            start, end = piece.first[0][0], piece.first[3][0]
            for x in (start, (start + end) / 2, end):
                assert (height_at(piece.second, x) - height_at(piece.first, x)) * sign > -1
    for one, other in pairwise(found):
        assert one[-1].first[3][0] <= other[0].first[0][0] + 1e-6


def test_curves_cross_where_they_are_equally_high() -> None:
    (first,), (second,) = segments([(0, 0), (90, 90)]), segments([(0, 90), (90, 0)])
    assert crossings(first, second) == [pytest.approx(0.5)]
    assert crossings(first, first) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 1, 1], [-1, -1, -1], {"first": 1, "second": 0}),
        ([-1, -1, -1], [1, 1, 1], {"first": 0, "second": 1}),
        ([1, -1, 1], [-1, 1, -1], {"first": 2, "second": 1}),
        ([1, None, 1], [-1, -1, -1], {"first": 2, "second": 0}),
        ([1, 1, None, None], [None, None, 1, 1], {"first": 0, "second": 0}),
        ([1, 1, 0], [1, 1, 1], {"first": 0, "second": 1}),
        ([0, 0], [0, 0], {"first": 0, "second": 0}),
        ([], [], {"first": 0, "second": 0}),
    ],
    ids=["above", "below", "crossing", "alone", "apart", "partly", "equal", "no steps"],
)
def test_the_gap_is_shaded_where_both_are_known(
    first: list[float | None], second: list[float | None], expected: dict[str, int]
) -> None:
    assert shades(trend_svg(changed(scored(*first), scored(*second)), STAGES, WORDS)) == expected


def test_only_what_the_first_is_above_is_hatched_with_upright_lines() -> None:
    (hatch,) = of_class(comparison_map_svg(compared([2, 2, -2], [-2, 0, 2]), WORDS, column=70), "jm-hatch")
    lines = [line.replace("L", " ").split() for line in hatch.get("d", "").split("M") if line]
    assert all(start == end for start, _, end, _ in lines)
    assert [float(start) for start, *_ in lines] == [35 + 7 * i for i in range(15)]


def test_the_legend_names_the_gaps_that_occur() -> None:
    shown = texts(trend_svg(changed(scored(1, 1), scored(0, 0)), STAGES, WORDS))
    assert WORDS.gap.first_higher in shown
    assert WORDS.gap.second_higher not in shown


both = st.lists(st.tuples(scores, scores), min_size=1, max_size=9)


@given(both)
def test_any_two_curves_are_drawn_within_the_picture_and_named(
    pairs: list[tuple[float | None, float | None]],
) -> None:
    comparison = compared([first for first, _ in pairs], [second for _, second in pairs])
    chart = trend_svg(changed(comparison.first, comparison.second), STAGES, WORDS)
    on_map = comparison_map_svg(comparison, WORDS)
    for svg in (chart, on_map):
        _, _, width, height = map(float, read(svg).get("viewBox", "").split())
        assert all(0 <= x <= width and 0 <= y <= height for x, y in drawn_places(svg))
    for name, curve in ((WORDS.first, comparison.first), (WORDS.second, comparison.second)):
        assert (name in texts(chart)) == curve.scored
    assert not [element for element in read(on_map).iter() if element.get("id")]
