"""The study as a whole: what it does with faulty sites, with the same site again, and with large ones."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import read_definitions
from mkdocs_journeys.insight import study, study_flow
from tests.insight.sites import TODAY, flow_of, stage_of, study_files, study_journey
from tests.work import calls_of

CASES = Path(__file__).parent.parent / "cases/insight"


@pytest.mark.parametrize(
    ("front_matter", "fault"),
    [
        ("stages: [{name: S, steps: [{name: a, next: nowhere}, b]}]", "J201"),
        ("stages: [{name: S, steps: [{name: a, next: 'journey:nowhere'}]}]", "J201"),
        ("starts: nowhere\nstages: [{name: S, steps: [a]}]", "J201"),
        ("stages: [{name: S, steps: [{name: a, evidence: nowhere, emotion: 1}]}]", "J201"),
        ("stages: [{name: S, steps: [{name: a, personas: nobody, emotion: {nobody: 1}}]}]", "J213"),
        ("stages: [{name: S, steps: [{name: a, personas: lena, emotion: {omar: 1}}]}]", "J213"),
        (
            "stages: [{name: S, steps: [{name: a, next: [{to: end, share: 0}, {to: exit, share: 0}]}]}]",
            "J214",
        ),
        ("stages: [{name: S, steps: [{name: a, next: [{to: end, share: 0.5}, exit]}]}]", "J214"),
        ("stages: [{name: S, steps: [{name: a, next: a}]}]", "J215"),
        ("stages: [{name: S, steps: [{name: a, next: end}, {name: a, next: exit}]}]", "J128"),
        ("stages: [{name: S, steps: [a]}]\nimprovements: [{title: I, for: nowhere}]", "J201"),
    ],
)
def test_what_a_contributor_got_wrong_stops_no_study(front_matter: str, fault: str) -> None:
    journey = study_journey(front_matter, faults=frozenset({fault}))
    assert journey.steps[0].id == "a"


def test_a_share_that_is_missing_makes_all_of_the_step_unknown() -> None:
    flow = flow_of("a: [{to: end, share: 0.5}, exit]", faults=frozenset({"J214"}))
    assert [way.share for way in flow.steps["a"].next] == [None, None]
    assert flow.completion is None


def test_a_way_to_a_step_that_is_missing_is_neither_leaving_nor_finishing() -> None:
    flow = flow_of("a: nowhere", faults=frozenset({"J201"}))
    assert (flow.completion, flow.lost, flow.over) == (0, 0, 1)


def test_a_way_to_a_step_of_the_same_journey_may_be_written_as_one_to_another() -> None:
    flow = flow_of("a: 'journey:journey#c'", "b", "c")
    assert (flow.over, flow.completion) == (0, 1)
    assert [step.reach for step in flow.steps.values()] == [1, 0, 1]


def test_a_persona_has_a_curve_of_their_own_even_where_all_feel_the_same() -> None:
    stages = "stages: [{name: S, steps: [{name: a, emotion: 1}, {name: b, personas: omar, emotion: -1}]}]"
    text = f"---\ntitle: J\npersonas: [lena, omar]\n{stages}\n---\n"
    insight = study_files({"journeys/j.md": text})
    lena, omar = insight.curve_of("j", "lena"), insight.curve_of("j", "omar")
    assert (lena.name, [point.score for point in lena.points]) == ("Lena", [1, None])
    assert (omar.name, [point.score for point in omar.points]) == ("Omar", [1, -1])


def test_a_step_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        study_journey("stages: [{name: S, steps: [a]}]").step("b")


def test_the_same_site_has_the_same_figures_whatever_the_hash_seed() -> None:
    code = (
        "from pathlib import Path; from tests.insight.sites import study_folder; import sys\n"
        "for name in sys.argv[1:]:\n"
        "    insight = study_folder(Path(name), drafts=True)\n"
        "    print([(each.steps, each.flow, each.curves) for each in insight.journeys.values()])\n"
        "    print(insight.weak_spots, insight.improvements, insight.evidence, insight.health)\n"
    )
    folders = [
        str(CASES / name) for name in ("readings", "expired-evidence", "flow-without-shares", "health")
    ]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, *folders],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=CASES.parent.parent.parent,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert b"StepInsight" in outputs.pop()


def tangled(size: int) -> list[str]:
    """Steps that go on, back to the start, back a little, or out."""
    return [
        f"s{step}: [{{to: s{step + 1}, share: 0.8}}, {{to: s0, share: 0.1, why: a}}, "
        f"{{to: s{max(0, step - 3)}, share: 0.05, why: b}}, {{to: exit, share: 0.05}}]"
        for step in range(size)
    ] + [f"s{size}"]


def fastest(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of five."""
    times = []
    for _ in range(5):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def test_four_times_as_many_steps_take_about_four_times_as_much_work() -> None:
    small, large = (study_journey(stage_of(*tangled(size))).journey for size in (100, 400))
    study_flow(small)  # fills what is kept from call to call
    assert calls_of(lambda: study_flow(large)) < 5 * calls_of(lambda: study_flow(small))


@pytest.mark.benchmark
def test_the_flow_of_two_hundred_steps_takes_less_than_a_twentieth_of_a_second() -> None:
    journey = study_journey(stage_of(*tangled(199))).journey
    assert fastest(lambda: study_flow(journey)) < 0.05


@pytest.mark.benchmark
def test_a_thousand_journeys_of_fifteen_steps_are_studied_in_a_second_and_a_half(tmp_path: Path) -> None:
    steps = stage_of(*(f"s{step}" for step in range(15))).replace("name: s", "emotion: -1\n        name: s")
    for folder in ("journeys", "personas"):
        (tmp_path / folder).mkdir()
    (tmp_path / "personas/lena.md").write_text("---\nname: Lena\n---\n", encoding="utf-8")
    for number in range(1000):
        text = f"---\ntitle: J{number}\npersonas: lena\n{steps}\n---\n"
        (tmp_path / f"journeys/j{number}.md").write_text(text, encoding="utf-8")
    catalogue, _ = link(read_definitions(tmp_path), today=TODAY)
    assert len(study(catalogue).weak_spots) == 15_000
    assert fastest(lambda: study(catalogue)) < 1.5
