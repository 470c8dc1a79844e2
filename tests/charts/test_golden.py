"""Each folder of tests/cases/charts is a chart: what it shows (chart.yaml) and all of it (expected.svg).

A case without expected.svg gets one, and fails once: look at it before you commit it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.charts import (
    ChartWords,
    ComparisonWords,
    DistributionWords,
    GapNames,
    GridWords,
    Plotted,
    comparison_map_svg,
    distribution_svg,
    emotion_svg,
    impact_effort_svg,
    map_curve_svg,
    sparkline_svg,
    trend_svg,
)
from mkdocs_journeys.insight import Comparison, Curve, CurvePoint, Distribution
from tests.charts.samples import LEVELS, changed

CASES = sorted((Path(__file__).parent.parent / "cases/charts").iterdir())
Case = Mapping[str, Any]  # Any: as YAML has it


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_chart_is_byte_for_byte_as_it_was(folder: Path) -> None:
    case = yaml.safe_load((folder / "chart.yaml").read_text(encoding="utf-8"))
    expected = folder / "expected.svg"
    drawn = DRAW[case["draw"]](case)
    if not expected.exists():
        expected.write_bytes(drawn)
        pytest.fail(f"{expected} is new: look at it", pytrace=False)
    assert drawn.decode() == expected.read_text(encoding="utf-8")


def emotion(case: Case) -> bytes:
    return emotion_svg(curves(case), case["stages"], words(case), inside=inside(case))


def map_curve(case: Case) -> bytes:
    return map_curve_svg(curves(case), words(case), inside=inside(case), **case.get("map", {}))


def sparkline(case: Case) -> bytes:
    return sparkline_svg(curves(case)[0])


def impact_effort(case: Case) -> bytes:
    return impact_effort_svg([Plotted(**each) for each in case["improvements"]], GridWords(**case["words"]))


def comparison_map(case: Case) -> bytes:
    first, second = both(case)
    compared = Comparison(sides="inside-outside", first=first, second=second, gaps=())
    return comparison_map_svg(compared, comparison_words(case), **case.get("map", {}))


def trend(case: Case) -> bytes:
    return trend_svg(changed(*both(case)), case["stages"], comparison_words(case))


def distribution(case: Case) -> bytes:
    figures = {key: case[key] for key in ("mean", "q1", "q3")}
    texts = DistributionWords(**{"levels": LEVELS, **case.get("words", {})})
    people = tuple(case["people"])
    found = Distribution(n=sum(people), people=people, **figures)
    return distribution_svg(found, texts, peak=case.get("peak", 1))


DRAW: Mapping[str, Callable[[Case], bytes]] = {
    "emotion": emotion,
    "map": map_curve,
    "sparkline": sparkline,
    "impact": impact_effort,
    "comparison map": comparison_map,
    "trend": trend,
    "distribution": distribution,
}


def curves(case: Case) -> list[Curve]:
    own = [curve(case, {"scores": case["scores"]})] if "scores" in case else []
    return [*own, *(curve(case, each) for each in case.get("personas", ()))]


def inside(case: Case) -> Curve | None:
    return curve(case, {"scores": case["inside"]}) if "inside" in case else None


def curve(case: Case, of: Case) -> Curve:
    """The curve of one persona or of all; a step is `stage: name`, a score a number, a mapping or nothing."""
    steps = [next(iter(step.items())) for step in case["steps"]]
    points = tuple(
        CurvePoint(step_id=f"s{index}", step_name=name, stage_id=stage, **fields(of["scores"][index]))
        for index, (stage, name) in enumerate(steps)
    )
    name = of.get("name", "")
    return Curve(persona=name.lower() or None, name=name, colour=of.get("colour"), points=points)


def fields(score: float | Case | None) -> dict[str, Any]:
    """A point's figures: of a mapping all, of a number the score, assumed; `~` is a gap."""
    return dict(score) if isinstance(score, Mapping) else {"score": score}


def both(case: Case) -> tuple[Curve, Curve]:
    first, second = (curve(case, {"scores": case[side]}) for side in ("first", "second"))
    return first, second


def comparison_words(case: Case) -> ComparisonWords:
    given = dict(case["words"])
    names = GapNames(**given.pop("gap", {}))
    usual = {"levels": LEVELS, "alternative": "As the table."}
    return ComparisonWords(**{**usual, **given}, gap=names)


def words(case: Case) -> ChartWords:
    usual = {"levels": LEVELS, "nothing_scored": "No step is scored yet.", "alternative": "As the table."}
    return ChartWords(**{**usual, "assumed": "assumed", "evidence": "rests on evidence", **case["words"]})
