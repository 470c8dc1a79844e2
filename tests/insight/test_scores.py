"""Means and quartiles of readings, over many tables of rows."""

from collections.abc import Sequence
from fractions import Fraction
from math import isclose
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.insight import StepFeeling
from tests.insight.sites import study_files

Row = tuple[float, int]
JOURNEY = "---\ntitle: J\npersonas: lena\nstages: [{name: Stage, steps: [step]}]\n---\n"
SURVEY = "---\ntitle: Survey\nmethod: survey\ndata: survey{number}.csv\n---\n"
SLOW_MACHINE = settings(deadline=None, max_examples=40)

scores = st.integers(-20, 20).map(lambda tenths: tenths / 10)
rows = st.lists(st.tuples(scores, st.integers(1, 50)), min_size=1, max_size=12)


def feeling_of(*tables: Sequence[Row]) -> StepFeeling:
    """How a step feels whose readings stand in one survey, or in several, each in a file of its own."""
    files = {"journeys/j.md": JOURNEY}
    for number, table in enumerate(tables):
        lines = ["journey,step,score,n", *(f"j,step,{score},{n}" for score, n in table)]
        files[f"docs/evidence/survey{number}.md"] = SURVEY.format(number=number)
        files[f"docs/evidence/survey{number}.csv"] = "\n".join(lines)
    feeling = study_files(files).journeys["j"].step("step").feeling
    assert feeling is not None
    return feeling


@SLOW_MACHINE
@given(rows)
def test_quartiles_are_those_of_all_people_one_by_one(table: list[Row]) -> None:
    everybody = np.repeat([score for score, _ in table], [n for _, n in table])
    feeling = feeling_of(table)
    computed = np.array([feeling.q1, feeling.q3], dtype=float)
    assert np.allclose(computed, np.quantile(everybody, [0.25, 0.75]), rtol=0, atol=1e-12)


@SLOW_MACHINE
@given(rows)
def test_the_score_is_the_mean_of_all_people_to_the_last_digit(table: list[Row]) -> None:
    total = sum(Fraction(str(score)) * n for score, n in table)
    people = sum(n for _, n in table)
    feeling = feeling_of(table)
    assert (feeling.score, feeling.n) == (float(total / people), people)


@SLOW_MACHINE
@given(rows, st.randoms())
def test_the_order_of_rows_changes_nothing(table: list[Row], random: Random) -> None:
    shuffled = table.copy()
    random.shuffle(shuffled)
    assert feeling_of(shuffled) == feeling_of(table)


@SLOW_MACHINE
@given(rows)
def test_a_row_of_n_is_n_rows(table: list[Row]) -> None:
    assert feeling_of([(score, 1) for score, n in table for _ in range(n)]) == feeling_of(table)


@SLOW_MACHINE
@given(rows, st.data())
def test_it_does_not_matter_how_rows_are_split_into_files(table: list[Row], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(table)))
    parts = [part for part in (table[:cut], table[cut:]) if part]
    assert feeling_of(*parts) == feeling_of(table)


@SLOW_MACHINE
@given(rows)
def test_no_score_lies_beyond_what_people_said(table: list[Row]) -> None:
    scores = [score for score, _ in table]
    assert min(scores) <= feeling_of(table).score <= max(scores)


@SLOW_MACHINE
@given(rows, st.integers(2, 10**9))
def test_the_same_rows_many_times_over_feel_the_same(table: list[Row], times: int) -> None:
    once, often = feeling_of(table), feeling_of([(score, n * times) for score, n in table])
    assert isclose(often.score, once.score, abs_tol=1e-12)
    assert often.n == once.n * times
    assert often.q1 is not None
    assert often.q3 is not None
    assert min(score for score, _ in table) <= often.q1 <= often.q3 <= max(score for score, _ in table)


def test_quartiles_of_a_billion_people_fall_on_the_right_one() -> None:
    # The places from 0 are (4e9 + 1) / 4 = 1e9 + 0.25, a quarter of the way from the last -1 to the first 0;
    # 3 (4e9 + 1) / 4 = 3e9 + 0.75, three quarters of the way from the last 0 to the first 2.
    feeling = feeling_of([(-1, 10**9 + 1), (0, 2 * 10**9), (2, 10**9 + 1)])
    assert (feeling.q1, feeling.q3) == (-0.75, 1.5)
    assert isclose(feeling.score, (10**9 + 1) / (4 * 10**9 + 2))


def test_a_mean_of_nothing_but_zeros_is_no_negative_zero() -> None:
    feeling = feeling_of([(-0.0, 3), (0.0, 1)])
    assert "-0.0" not in repr(feeling)


def test_readings_that_cancel_out_to_the_weak_score_make_a_weak_spot() -> None:
    # 7 times -1.3 and 7 times -0.7 is a mean of -1, though in binary fractions it is not.
    assert feeling_of([(-1.3, 7), (-0.7, 7)]).score == -1
