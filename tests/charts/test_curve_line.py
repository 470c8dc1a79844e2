"""The line never goes beyond its points, and never across a gap."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from matplotlib.path import Path

from mkdocs_journeys.charts.curve_line import path_of, runs, segments, slopes
from mkdocs_journeys.charts.drawing import CLOSE, CURVE, LINE, MOVE

heights = st.lists(st.floats(-2, 2), min_size=1, max_size=30)
widths = st.floats(0.1, 300)


@given(heights, widths)
def test_no_control_point_leaves_the_box_of_its_segments_ends(ys: list[float], width: float) -> None:
    for start, first, second, end in segments([(i * width, y) for i, y in enumerate(ys)]):
        low, high = sorted((start[1], end[1]))
        assert start[0] <= first[0] <= second[0] <= end[0]
        for control in (first, second):
            assert low - 1e-9 <= control[1] <= high + 1e-9


@given(heights, widths)
def test_segments_join_the_points_in_order_and_smoothly(ys: list[float], width: float) -> None:
    spots = [(i * width, y) for i, y in enumerate(ys)]
    drawn = segments(spots)
    assert [segment[0] for segment in drawn] + [spots[-1]] == spots
    for (_, _, before, end), (_, after, _, _) in pairwise(drawn):
        assert abs((end[1] - before[1]) - (after[1] - end[1])) < 1e-6


def test_the_line_is_level_where_it_turns() -> None:
    assert slopes([(0, 0), (1, 2), (2, -1), (3, -1), (4, 0)])[1:4] == [0, 0, 0]


@given(st.lists(st.one_of(st.none(), st.just((0.0, 0.0))), max_size=30))
def test_runs_are_what_lies_between_gaps(spots: list[tuple[float, float] | None]) -> None:
    found = list(runs(spots))
    assert [index for run in found for index in run] == [
        i for i, spot in enumerate(spots) if spot is not None
    ]
    assert all(after[0] - before[-1] > 1 for before, after in pairwise(found))


def test_the_pen_is_lifted_where_segments_do_not_join() -> None:
    first, second = segments([(0, 0), (1, 1)]), segments([(5, 0), (6, 1)])
    assert path_of(first + second)[1] == (MOVE, CURVE, CURVE, CURVE) * 2


def test_codes_are_those_of_matplotlib() -> None:
    codes = [int(code) for code in (Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CLOSEPOLY)]
    assert codes == [MOVE, LINE, CURVE, CLOSE]
