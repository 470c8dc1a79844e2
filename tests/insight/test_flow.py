"""Flow against other ways to compute the same, over many small flows and some large ones."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from graphlib import TopologicalSorter
from math import isclose
from random import Random

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.insight import Flow, StepFlow
from tests.insight.oracle import SmallFlow, Ways, figures, small_flows
from tests.insight.sites import flow_of

SLOW_MACHINE = settings(deadline=None, max_examples=100)
LOST_WHATEVER_HAPPENS = SmallFlow(Ways((0,), (100,)), (Ways(("exit", 0), None),))
SAME_BOTH_WAYS = SmallFlow(
    Ways((0,), (100,)), (Ways((1, 2), None), Ways(("end", "exit"), (70, 30)), Ways(("end", "exit"), (70, 30)))
)
ROUNDED_UP = SmallFlow(Ways((0,), (100,)), (Ways((1,), (100,)), Ways(("end", 0), (58, 42))))
"""In floats the sum of those who finish is 1.0000000000000002 before it is cut."""


def studied(small: SmallFlow) -> Flow:
    return flow_of(*small.written(), starts=small.written_starts())


def in_a_row(flow: Flow) -> tuple[float | None, ...]:
    steps = list(flow.steps.values())
    return (
        *(step.reach for step in steps),
        *(step.visits for step in steps),
        *(step.lost for step in steps),
        flow.completion,
        flow.lost,
        flow.over,
    )


def near(computed: float | None, exact: Fraction) -> bool:
    return computed is not None and isclose(computed, exact, rel_tol=1e-12, abs_tol=1e-300)


@SLOW_MACHINE
@given(small_flows(unknown=False))
def test_figures_are_those_of_the_linear_equations(small: SmallFlow) -> None:
    computed, exact = in_a_row(studied(small)), figures(small, seed=1).all()
    assert [pair for pair in zip(computed, exact, strict=True) if not near(*pair)] == []


@SLOW_MACHINE
@given(small_flows(unknown=True))
@example(LOST_WHATEVER_HAPPENS)
@example(SAME_BOTH_WAYS)
def test_a_figure_is_known_when_it_is_the_same_whatever_the_unknown_shares_are(small: SmallFlow) -> None:
    computed = in_a_row(studied(small))
    different = [figures(small, seed).all() for seed in (1, 2, 5, 11)]
    for figure, *exact in zip(computed, *different, strict=True):
        if len(set(exact)) == 1:
            assert near(figure, exact[0])
        else:
            assert figure is None


@SLOW_MACHINE
@given(small_flows(unknown=True))
@example(ROUNDED_UP)
def test_shares_stay_within_0_and_1_and_visits_are_no_fewer_than_reach(small: SmallFlow) -> None:
    flow = studied(small)
    assert all(0 <= share <= 1 for share in (flow.completion, flow.lost, flow.over) if share is not None)
    assert [name for name, step in flow.steps.items() if not is_possible(step)] == []


def test_rounding_leaves_no_fewer_visits_than_reach() -> None:
    # In floats these shares add up to 1.0000000000000002, which makes 0.9999999999999998 visits.
    shares = dict(zip("abcdefgh", (0.28, 0.21, 0.05, 0.3, 0.04, 0.01, 0.02, 0.09), strict=True))
    ways = ", ".join(f"{{to: {to}, share: {share}}}" for to, share in shares.items())
    flow = flow_of(f"s: [{{to: s, share: 0.0000000000000001}}, {ways}]", *(f"{step}: end" for step in shares))
    assert (flow.steps["s"].reach, flow.steps["s"].visits) == (1, 1)


def is_possible(step: StepFlow) -> bool:
    shares = [share for share in (step.reach, step.drop_off, step.lost) if share is not None]
    possible = all(0 <= share <= 1 for share in shares)
    return possible and (step.reach is None or step.visits is None or step.visits >= step.reach)


@SLOW_MACHINE
@given(small_flows(unknown=False))
def test_customers_finish_leave_or_go_over(small: SmallFlow) -> None:
    flow = studied(small)
    assert isclose(sum(share or 0 for share in (flow.completion, flow.lost, flow.over)), 1, rel_tol=1e-12)
    assert isclose(
        sum(step.lost or 0 for step in flow.steps.values()), flow.lost or 0, rel_tol=1e-12, abs_tol=1e-15
    )


@SLOW_MACHINE
@given(small_flows(unknown=True))
def test_without_the_marked_ways_back_a_flow_has_no_loop(small: SmallFlow) -> None:
    flow = studied(small)
    marked = {(loop.step, loop.to) for loop in flow.loops}
    onward = {step: {to for to in leads(step, flow) if (step, to) not in marked} for step in met(small, flow)}
    TopologicalSorter(onward).prepare()


@SLOW_MACHINE
@given(small_flows(unknown=True))
def test_a_marked_way_back_leads_to_where_customers_can_come_back_from(small: SmallFlow) -> None:
    flow = studied(small)
    order = list(flow.steps)
    for loop in flow.loops:
        assert order.index(loop.to) <= order.index(loop.step)
        assert loop.step in closure({loop.to}, flow)
        assert flow.steps[loop.step].back


def leads(step: str, flow: Flow) -> set[str]:
    """The steps that a step leads to, with a share that is not 0."""
    return {str(way.to) for way in flow.steps[step].next if way.share != 0} & flow.steps.keys()


def closure(steps: set[str], flow: Flow) -> set[str]:
    """These steps and all that they lead to."""
    while more := {to for step in steps for to in leads(step, flow)} - steps:
        steps = steps | more
    return steps


def met(small: SmallFlow, flow: Flow) -> set[str]:
    starts = small.starts
    entries = zip(starts.goals, starts.percent or (1,) * len(starts.goals), strict=True)
    return closure({f"s{goal}" for goal, percent in entries if percent}, flow)


@given(st.integers(1, 14), st.integers(0, 10))
@SLOW_MACHINE
def test_a_loop_that_is_all_but_closed_loses_no_digits(nines: int, tenths: int) -> None:
    back = 1 - Decimal(10) ** -nines
    leave, end = (Decimal(part).scaleb(-nines - 1) for part in (tenths, 10 - tenths))
    flow = flow_of(
        "a", f"b: [{{to: a, share: {back:f}}}, {{to: exit, share: {leave:f}}}, {{to: end, share: {end:f}}}]"
    )
    assert near(flow.steps["b"].visits, Fraction(10**nines))
    assert near(flow.completion, Fraction(10 - tenths, 10))


def test_visits_too_many_for_a_number_are_not_known() -> None:
    steps = [
        f"s{number}: [{{to: s{number + 1}, share: 0.00000000000001}}, {{to: s0, share: 0.99999999999999}}]"
        for number in range(30)
    ]
    flow = flow_of(*steps, "s30")
    assert flow.steps["s0"].visits is None
    assert flow.steps["s0"].drop_off == 0


def test_a_way_back_that_nobody_takes_is_no_loop() -> None:
    flow = flow_of("a", "b: [{to: a, share: 0.5}, {to: a, share: 0, why: none}, {to: exit, share: 0.5}]")
    assert [(loop.step, loop.share) for loop in flow.loops] == [("b", 0.5)]


def test_a_start_that_nobody_takes_leads_nowhere() -> None:
    steps = ("a: end", "b", "c: [{to: b, share: 0.5}, {to: end, share: 0.5}]")
    flow = flow_of(*steps, starts="[{at: a, share: 1}, {at: b, share: 0}]")
    assert (flow.steps["b"].reach, flow.loops) == (0, ())


def test_no_figure_is_a_negative_zero() -> None:
    flow = flow_of("a: [{to: b, share: 1}, {to: exit, share: 0}]", "b")
    assert "-0.0" not in repr(flow)


def large_flow(size: int) -> tuple[list[str], np.ndarray]:
    """Steps that go on, back, far away or out, as `flow_of` takes them, and the matrix of their shares."""
    random = np.random.default_rng(seed=7)
    shares = np.zeros((size, size + 2))
    for step in range(size):
        goals = [step + 1, int(random.integers(0, step + 1)), int(random.integers(0, size)), size + 1]
        for goal, percent in zip(goals, (70, 15, 5, 10), strict=True):
            shares[step, goal] += percent / 100
    names = [*(f"s{step}" for step in range(size)), "end", "exit"]
    written = [
        f"s{step}: ["
        + ", ".join(f"{{to: {names[to]}, share: {row[to]}}}" for to in np.flatnonzero(row))
        + "]"
        for step, row in enumerate(shares)
    ]
    return written, shares


def test_figures_of_a_large_flow_are_those_of_its_fundamental_matrix() -> None:
    written, shares = large_flow(120)
    flow = flow_of(*written)
    fundamental = np.linalg.inv(np.eye(120) - shares[:, :120])
    visits = fundamental[0]
    reach = visits / fundamental.diagonal()
    computed = np.array([(step.visits, step.reach) for step in flow.steps.values()], dtype=float)
    assert np.allclose(computed, np.column_stack((visits, reach)), rtol=1e-9, atol=0)
    assert np.isclose(flow.completion or 0, visits @ shares[:, 120], rtol=1e-9)


def test_customers_who_walk_through_at_random_are_counted_right() -> None:
    steps = (
        "a",
        "b: [{to: a, share: 0.3}, {to: c, share: 0.5}, {to: exit, share: 0.2}]",
        "c: [{to: c, share: 0.4}, {to: end, share: 0.6}]",
    )
    flow = flow_of(*steps)
    visits, finished = walk(flow, customers=4000)
    assert isclose(finished, flow.completion or 0, abs_tol=0.03)
    assert all(isclose(visits[name], step.visits or 0, abs_tol=0.06) for name, step in flow.steps.items())


def walk(flow: Flow, customers: int) -> tuple[dict[str, float], float]:
    """Mean visits of each step, and the share of customers who came to the end."""
    random = Random(1)
    seen: Counter[str] = Counter()
    for _ in range(customers):
        place = next(iter(flow.steps))
        while place in flow.steps:
            seen[place] += 1
            ways = flow.steps[place].next
            place = str(random.choices([way.to for way in ways], [way.share or 0 for way in ways])[0])
        seen[place] += 1
    return {name: seen[name] / customers for name in flow.steps}, seen["end"] / customers
