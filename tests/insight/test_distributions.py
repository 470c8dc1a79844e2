"""Distributions of readings over the five levels."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.distributions import Distribution, distribute, nearest_level
from mkdocs_journeys.insight.tallies import count_scores
from tests.insight.readings import Row, reading

scores = st.integers(-20, 20).map(lambda tenths: tenths / 10)
rows = st.lists(st.tuples(scores, st.integers(1, 50)), min_size=1, max_size=12)


def distributed(table: Sequence[Row]) -> Distribution:
    return distribute(count_scores(reading(score, n) for score, n in table))


@pytest.mark.parametrize(
    ("score", "level"),
    [(-2, -2), (-1.5, -2), (-1.4, -1), (-0.5, -1), (-0.4, 0), (0, 0), (0.4, 0), (0.5, 1), (1.4, 1), (1.5, 2)],
)
def test_a_score_counts_at_the_nearest_level_in_the_middle_at_the_one_farther_from_nought(
    score: float, level: int
) -> None:
    assert nearest_level(score) == level


@given(rows)
def test_a_distribution_is_that_of_all_people_one_by_one(table: list[Row]) -> None:
    found = distributed(table)
    everybody = np.repeat([score for score, _ in table], [n for _, n in table])
    middles = np.sign(everybody) * np.floor(np.round(np.abs(everybody), 1) + 0.5)
    assert found.people == tuple(int(np.sum(middles == level)) for level in range(-2, 3))
    figures = [np.mean(everybody), *np.quantile(everybody, [0.25, 0.75])]
    assert np.allclose(np.array([found.mean, found.q1, found.q3], dtype=float), figures, rtol=0, atol=1e-12)


@given(rows)
def test_n_people_in_a_row_are_as_many_rows_of_one(table: list[Row]) -> None:
    one_by_one = [(score, 1) for score, n in table for _ in range(n)]
    assert distributed(table) == distributed(one_by_one)


@given(rows, st.randoms())
def test_the_order_of_rows_changes_no_distribution(table: list[Row], random: Random) -> None:
    shuffled = table.copy()
    random.shuffle(shuffled)
    assert distributed(shuffled) == distributed(table)
