"""The better a score is known, the more is drawn of it; and what is assumed stays hollow and dashed."""

from itertools import pairwise, product

import pytest

from mkdocs_journeys.charts import map_curve_svg
from mkdocs_journeys.charts.weights import WEIGHTS, level_of, lower
from mkdocs_journeys.insight import LEVELS, Level
from tests.charts.samples import WORDS, curve, of_class, point


def test_a_better_known_score_has_a_larger_marker_and_a_thicker_line() -> None:
    assert tuple(WEIGHTS) == LEVELS
    filled = list(WEIGHTS.values())[1:]
    for less, more in pairwise(filled):
        assert more.marker >= 1.4 * less.marker
        assert more.line >= 1.6 * less.line


@pytest.mark.parametrize(
    ("evidenced", "level", "drawn"),
    [(False, None, "none"), (True, None, "fair"), (False, "none", "none"), (True, "none", "weak"),
     (True, "weak", "weak"), (True, "fair", "fair"), (True, "strong", "strong"), (False, "strong", "none")],
)  # fmt: skip
def test_assumed_and_evidenced_are_told_apart_whatever_the_level(
    evidenced: bool, level: Level | None, drawn: Level
) -> None:
    assert level_of(point("A", 1, evidenced=evidenced, level=level)) == drawn


@pytest.mark.parametrize(("one", "other"), [*product(LEVELS, LEVELS)])
def test_a_segment_has_the_lower_level_of_its_ends(one: Level, other: Level) -> None:
    points = [point("A", 1, level=one, evidenced=one != "none")]
    points.append(point("B", 0, level=other, evidenced=other != "none"))
    (line,) = of_class(map_curve_svg([curve(points)], WORDS), "jm-line")
    weight = WEIGHTS[lower(one, other)]
    assert line.get("class") == f"jm-line {weight.classes} jm-all"
    assert line.get("stroke-width") == f"{2.25 * weight.line:g}"
    assert (line.get("stroke-dasharray") is not None) == ("none" in (one, other))
