"""All figures of readings against numpy, which computes them from people one by one."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.insight import JourneyInsight, Measured
from tests.insight.sites import study_files

STUDIES = {
    "survey": "survey",
    "records": "service-records",
    "diary": "diary",
    "team": "workshop\nview: inside",
}
SAID, DONE, INSIDE = ("survey", "diary"), ("records",), ("team",)
STEPS = ("a", "b")
PERSONAS = ("lena", "omar")
DAYS = [date(2025, 1, 1) + timedelta(days=days) for days in (0, 30, 61, 122, 250, 400, 640)]
SLOW_MACHINE = settings(deadline=None, max_examples=60)


class Row(NamedTuple):
    """A row of a study's data."""

    study: str
    step: str
    tenths: int
    persona: str
    n: int
    day: date


rows = st.lists(
    st.builds(
        Row,
        st.sampled_from([*STUDIES]),
        st.sampled_from(STEPS),
        st.integers(-20, 20),
        st.sampled_from(["", *PERSONAS]),
        st.integers(1, 6),
        st.sampled_from(DAYS),
    ),
    min_size=1,
    max_size=25,
)


def journey_of(table: list[Row], smallest_group: int = 1) -> JourneyInsight:
    files = {
        "journeys/j.md": "---\ntitle: J\npersonas: [lena, omar]\nstages: [{name: S, steps: [a, b]}]\n---\n"
    }
    for study, method in STUDIES.items():
        lines = [
            f"j,{row.step},{row.tenths / 10},{row.persona},{row.n},{row.day}"
            for row in table
            if row.study == study
        ]
        if lines:
            data = f"data: {study}.csv\n"
            text = "\n".join(["journey,step,score,persona,n,date", *lines])
            files[f"docs/evidence/{study}.csv"] = text
            files[f"docs/evidence/{study}.md"] = f"---\ntitle: {study}\nmethod: {method}\n{data}---\n"
    return study_files(files, options=SiteOptions(smallest_group=smallest_group)).journeys["j"]


def people(table: Iterable[Row]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The score of everybody, one by one."""
    listed = list(table)
    return np.repeat([row.tenths / 10 for row in listed], [row.n for row in listed]).astype(float)


def of(table: list[Row], step: str, studies: Iterable[str], persona: str | None = None) -> list[Row]:
    return [
        row for row in table if row.step == step and row.study in studies and persona in (None, row.persona)
    ]


def assert_measured(found: Measured | None, table: list[Row]) -> None:
    everybody = people(table)
    assert (found is None) == (not everybody.size)
    if found is not None:
        assert found.n == everybody.size
        assert np.isclose(found.score, everybody.mean(), rtol=0, atol=1e-12)


@SLOW_MACHINE
@given(rows)
def test_scores_quartiles_and_days_are_those_of_all_people(table: list[Row]) -> None:
    for step in journey_of(table).steps:
        asked = of(table, step.id, SAID + DONE)
        assert (step.feeling is None) == (not asked)
        if step.feeling is None:
            continue
        for persona, feeling in ((None, step.feeling), *step.feeling.personas.items()):
            own = of(table, step.id, SAID + DONE, persona)
            assert (feeling is None) == (not own)
            if feeling is not None:
                figures = [np.mean(people(own)), *np.quantile(people(own), [0.25, 0.75])]
                found = np.array([feeling.score, feeling.q1, feeling.q3], dtype=float)
                assert np.allclose(found, figures, rtol=0, atol=1e-12)
                assert feeling.n == people(own).size
                assert (feeling.first, feeling.last) == (min(r.day for r in own), max(r.day for r in own))


@SLOW_MACHINE
@given(rows)
def test_each_side_is_the_mean_of_its_own_people(table: list[Row]) -> None:
    for step in journey_of(table).steps:
        assert_measured(step.said, of(table, step.id, SAID))
        assert_measured(step.done, of(table, step.id, DONE))
        assert_measured(step.believed, of(table, step.id, INSIDE))
        for kind in step.backing:
            studies = [study for study, method in STUDIES.items() if method == kind.method]
            assert_measured(kind.measured, of(table, step.id, studies))


@SLOW_MACHINE
@given(rows)
def test_gaps_are_differences_of_means_the_widest_first(table: list[Row]) -> None:
    sides = {"inside-outside": (INSIDE, SAID + DONE), "said-done": (SAID, DONE)}
    found = {comparison.sides: comparison for comparison in journey_of(table).comparisons}
    for name, (first, second) in sides.items():
        wanted = {
            step: people(of(table, step, first)).mean() - people(of(table, step, second)).mean()
            for step in STEPS
            if of(table, step, first) and of(table, step, second)
        }
        gaps = {gap.step: gap.size for gap in found[name].gaps} if name in found else {}
        assert gaps.keys() == wanted.keys()
        assert all(np.isclose(gaps[step], wanted[step], rtol=0, atol=1e-12) for step in wanted)
        assert list(map(abs, gaps.values())) == sorted(map(abs, gaps.values()), reverse=True)


@SLOW_MACHINE
@given(rows)
def test_then_and_now_are_the_means_of_the_last_two_periods(table: list[Row]) -> None:
    trend = journey_of(table).trend
    outside = [row for row in table if row.study not in INSIDE]
    days = np.array(sorted({row.day for row in outside}), dtype="datetime64[D]")
    starts = [0] if days.size else []
    for place in range(1, days.size):
        pause, length = days[place] - days[place - 1], days[place] - days[starts[-1]]
        if pause > np.timedelta64(60, "D") or length > np.timedelta64(183, "D"):
            starts.append(place)
    wanted = {}
    if len(starts) > 1:
        then, now = (
            days[start:end].tolist() for start, end in zip(starts[-2:], [starts[-1], None], strict=True)
        )
        for step in STEPS:
            before = people(row for row in outside if row.step == step and row.day in then)
            after = people(row for row in outside if row.step == step and row.day in now)
            if before.size and after.size:
                wanted[step] = after.mean() - before.mean()
    changes = {} if trend is None else {change.step: change.size for change in trend.changes}
    assert changes.keys() == wanted.keys()
    assert all(np.isclose(changes[step], wanted[step], rtol=0, atol=1e-12) for step in wanted)


@SLOW_MACHINE
@given(rows, st.integers(2, 8))
def test_no_figure_of_fewer_people_than_the_smallest_group_is_there(table: list[Row], least: int) -> None:
    journey = journey_of(table, least)
    for step in journey.steps:
        feelings = [step.feeling, *(step.feeling.personas.values() if step.feeling else ())]
        sides = [step.said, step.done, step.believed, *(kind.measured for kind in step.backing)]
        changes = [] if journey.trend is None else journey.trend.changes
        felt = [feeling for feeling in feelings if feeling is not None]
        assert all(feeling.q1 is None for feeling in felt if feeling.n < 4 * least)
        counts = [feeling.n for feeling in felt if feeling.n]
        counts += [side.n for side in sides if side is not None]
        counts += [n for change in changes for n in (change.then.n, change.now.n)]
        assert all(n >= least for n in counts)
