"""Names at the ends of curves never lie upon each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.charts import emotion_svg, map_curve_svg
from mkdocs_journeys.charts.labels import ROOMY, spread
from tests.charts.samples import STAGES, WORDS, of_class, said, scored, texts


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(10, 35)), min_size=1, max_size=5))
def test_names_are_apart_in_order_and_within_the_bounds(names: list[tuple[float, float]]) -> None:
    names.sort()
    sizes = [size for _, size in names]
    places = spread([place for place, _ in names], sizes, 0, 200)
    edges = [(place - size / 2, place + size / 2) for place, size in zip(places, sizes, strict=True)]
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= 200 + 1e-6


def test_places_that_are_apart_stay_where_they_are() -> None:
    assert spread([10, 40, 90], [16, 16, 30], 0, 200) == [10, 40, 90]


def test_places_that_coincide_move_as_little_as_can_be() -> None:
    assert spread([50, 50], [16, 16], 0, 200) == [42, 58]


def test_without_room_names_start_at_the_upper_bound() -> None:
    assert spread([50, 50], [60, 60], 0, 100) == [30, 90]


def test_four_personas_that_end_alike_have_names_apart() -> None:
    curves = [scored(1, -1, 0.5), *(scored(0, 1, 0.5, persona=name) for name in ("ada", "bo", "cy", "di"))]
    svg = emotion_svg(curves, STAGES, WORDS)
    heights = sorted(float(name.get("y", "")) for name in of_class(svg, "jm-name") if name.text)
    assert len(heights) == 5
    assert all(after - before >= ROOMY.font.leading for before, after in pairwise(heights))


def test_one_curve_needs_no_name() -> None:
    assert WORDS.everyone not in texts(emotion_svg([scored(1, -1)], STAGES, WORDS))


def test_a_long_name_takes_two_lines() -> None:
    svg = map_curve_svg([scored(0, 1), scored(1, 1, persona="grandmother ilse")], WORDS)
    (name,) = (e for e in of_class(svg, "jm-name") if said(e).startswith("Grand"))
    assert said(name) == "Grandmother Ilse"
    assert len(name) >= 2
