"""No sum of a few people follows from the sums that are shown: proved with numpy over every set of cells."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.insight.disclosure import safe_groups

CELLS = 6
sizes = st.lists(st.integers(1, 6), min_size=1, max_size=CELLS)
overlapping = st.lists(st.frozensets(st.integers(0, CELLS - 1), min_size=1), max_size=7)
SLOW_MACHINE = settings(deadline=None)


def safe(
    groups: Sequence[frozenset[int]], people: Sequence[int], least: int
) -> tuple[list[frozenset[int]], frozenset[int]]:
    """The whole and these groups, as far as the cells are there, and the numbers of those that are shown."""
    cells = frozenset(range(len(people)))
    sets = [cells, *(group & cells for group in groups if group & cells)]
    return sets, safe_groups(list(enumerate(sets)), dict(enumerate(people)), least)


@SLOW_MACHINE
@given(overlapping, sizes, st.integers(1, 7))
def test_no_sum_of_a_few_people_can_be_computed(
    groups: list[frozenset[int]], people: list[int], least: int
) -> None:
    sets, shown = safe(groups, people, least)
    rows = [[float(cell in sets[key]) for cell in range(len(people))] for key in sorted(shown)]
    rank = np.linalg.matrix_rank(np.array(rows)) if rows else 0
    for size in range(1, len(people) + 1):
        for cells in combinations(range(len(people)), size):
            if rows and sum(people[cell] for cell in cells) < least:
                wanted = [float(cell in cells) for cell in range(len(people))]
                assert np.linalg.matrix_rank(np.array([*rows, wanted])) > rank


@SLOW_MACHINE
@given(overlapping, sizes)
def test_everything_is_shown_where_a_group_of_one_is_enough(
    groups: list[frozenset[int]], people: list[int]
) -> None:
    sets, shown = safe(groups, people, 1)
    assert shown == frozenset(range(len(sets)))


@SLOW_MACHINE
@given(overlapping, sizes, st.integers(2, 7))
def test_a_group_is_kept_back_only_where_it_would_tell(
    groups: list[frozenset[int]], people: list[int], least: int
) -> None:
    sets, shown = safe(groups, people, least)
    for key in range(len(sets)):
        before = [sets[other] for other in sorted(shown) if other < key]
        if key not in shown and sum(people[cell] for cell in sets[key]) >= least:
            again = [*before, sets[key]]
            assert len(safe_groups(list(enumerate(again)), dict(enumerate(people)), least)) == len(before)


def test_one_of_two_groups_that_would_tell_the_third_is_shown() -> None:
    groups = [("all", frozenset("abc")), ("a", frozenset("a")), ("b", frozenset("b")), ("c", frozenset("c"))]
    assert safe_groups(groups, {"a": 6, "b": 7, "c": 2}, 5) == {"all", "a"}


def test_overlapping_groups_tell_no_intersection() -> None:
    # What was said (21, of whom 20 say who they are) less the two personas would be one person.
    people = {"ana": 10, "ben": 10, "unnamed": 1, "analytics": 20}
    groups = [
        ("all", frozenset(people)),
        ("said", frozenset({"ana", "ben", "unnamed"})),
        ("ana", frozenset({"ana"})),
        ("ben", frozenset({"ben"})),
    ]
    assert safe_groups(groups, people, 5) == {"all", "said", "ana"}
