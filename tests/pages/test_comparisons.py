"""Journeys side by side."""

from mkdocs_journeys.pages.compare_page import step_rows
from tests.insight.sites import study_journey
from tests.pages.pages import CASES, pages_of


def steps(*written: str) -> str:
    return f"stages: [{{name: Stage, steps: [{', '.join(written)}]}}]"


def aligned(one: str, other: str) -> list[tuple[str | None, str | None, float | None]]:
    rows = step_rows(study_journey(one).steps, study_journey(other).steps)
    return [
        (row.one.id if row.one else None, row.other.id if row.other else None, row.change) for row in rows
    ]


def test_steps_with_the_same_id_stand_side_by_side_with_the_change_of_their_score() -> None:
    one = steps("{name: a, emotion: -1}", "{name: b, emotion: 1}", "c")
    other = steps("{name: a, emotion: 0.5}", "c")
    assert aligned(one, other) == [("a", "a", 1.5), ("b", None, None), ("c", "c", None)]


def test_what_has_no_counterpart_is_paired_off_in_order() -> None:
    assert aligned(steps("a", "b", "c"), steps("a", "x", "y", "c")) == [
        ("a", "a", None), ("b", "x", None), (None, "y", None), ("c", "c", None)
    ]  # fmt: skip


def test_a_future_journey_is_compared_with_the_one_that_it_redesigns() -> None:
    pages = pages_of(CASES / "future-and-archived")
    assert 'href="../../compare/then/"' in pages["journeys/now/"].html
    assert "Now and Then, compared" in pages["compare/then/"].html
    assert not pages["compare/then/"].search
