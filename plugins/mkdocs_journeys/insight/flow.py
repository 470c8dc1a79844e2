"""Where customers go from step to step: reach, visits, drop-off, and how many finish."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from mkdocs_journeys.definitions import Goal, Journey, Step, Text, goal_in
from mkdocs_journeys.insight.chain import Chain, Passage, Way, components, is_closed, passage

_OVER = ""  # another journey; no id is empty
_OUTCOMES = ("end", "exit", _OVER)  # what absorbs: the last states of the chain, in this order
_ONE = Fraction(1)


@dataclass(frozen=True)
class NextShare:
    """Where customers go from a step: their share of those at the step (0..1; None: not known), and why.

    `loop`: it leads back to this step or an earlier one, and from there customers can come here again.
    """

    to: Goal
    share: float | None
    why: Text | None = None
    loop: bool = False


@dataclass(frozen=True)
class StepFlow:
    """How customers pass a step; None: not known.

    `reach` is the share of customers who ever come here (0..1), `visits` how many times on average,
    `drop_off` the share of those at the step who leave here (0..1), `lost` what that is of all customers
    (0..1).
    """

    reach: float | None
    visits: float | None
    drop_off: float | None
    lost: float | None
    next: tuple[NextShare, ...]

    @property
    def back(self) -> bool:
        """Whether a loop leads back from here."""
        return any(way.loop for way in self.next)


@dataclass(frozen=True)
class Loop:
    """A way back: from a step to itself or an earlier one, from which customers can come here again."""

    step: str
    to: str
    share: float | None
    why: Text | None


@dataclass(frozen=True)
class Flow:
    """How customers pass a journey; None: not known.

    `completion`, `lost` and `over` are the shares of customers (0..1) who come to the end, leave, and go
    over to another journey: together all. `used` tells whether the definition says where customers enter or
    go.
    """

    steps: Mapping[str, StepFlow]
    completion: float | None
    lost: float | None
    over: float | None
    used: bool
    loops: tuple[Loop, ...]


def study_flow(journey: Journey) -> Flow:
    """How customers pass a journey.

    A loop with no way out leaves all figures unknown, but for the drop-off and for steps that nobody comes
    to.
    """
    steps = journey.steps
    if not journey.starts and not any(step.next for step in steps):
        return _straight(steps)
    return _branching(journey, steps)


def _straight(steps: Sequence[Step]) -> Flow:
    """The flow of a journey in which everybody takes one step after the other."""
    flows = {
        step.id: StepFlow(reach=1.0, visits=1.0, drop_off=0.0, lost=0.0, next=(NextShare(goal, 1.0),))
        for step, goal in zip(steps, _following(steps), strict=True)
    }
    return Flow(flows, completion=1.0, lost=0.0, over=0.0, used=False, loops=())


def _following(steps: Sequence[Step]) -> list[Goal]:
    return [*(Goal(step=step.id) for step in steps[1:]), Goal(outcome="end")]


@dataclass(frozen=True)
class _Leg:
    """An entry of `next`: where it leads, with its share of all entries and the state of the chain."""

    to: Goal
    why: Text | None
    share: Fraction | None
    state: int


def _branching(journey: Journey, steps: Sequence[Step]) -> Flow:
    states = {name: state for state, name in enumerate([*(step.id for step in steps), *_OUTCOMES])}
    legs = [_legs(step, goal, journey, states) for step, goal in zip(steps, _following(steps), strict=True)]
    chain = Chain(_entries(journey, states), (*map(_ways, legs), *((),) * len(_OUTCOMES)))
    groups = components(chain)
    figures = _figures(chain, groups)
    together = {state: place for place, group in enumerate(groups) for state in group}
    flows = {step.id: _step_flow(state, legs[state], figures, together) for state, step in enumerate(steps)}
    completion, lost, over = figures.reach[-len(_OUTCOMES) :]
    return Flow(flows, completion, lost, over, used=True, loops=tuple(_loops(flows)))


def _legs(step: Step, following: Goal, journey: Journey, states: Mapping[str, int]) -> list[_Leg]:
    if not step.next:
        return [_Leg(following, None, _ONE, _state(following, states))]
    shares = _shares(tuple(entry.share for entry in step.next))
    goals = [goal_in(journey, entry.to) for entry in step.next]
    return [
        _Leg(goal, entry.why, share, _state(goal, states))
        for goal, entry, share in zip(goals, step.next, shares, strict=True)
    ]


def _state(goal: Goal, states: Mapping[str, int]) -> int:
    """The state that a goal stands for; a step that does not exist counts as another journey."""
    return states.get(goal.outcome or goal.step or _OVER, states[_OVER])


@lru_cache(maxsize=1024)
def _shares(typed: tuple[float | None, ...]) -> tuple[Fraction | None, ...]:
    """Shares divided by their sum, exact in the decimals that were typed; all None where one is missing."""
    if len(typed) == 1:
        return (_ONE,)
    exact = [Fraction(repr(share)) for share in typed if share is not None]
    total = sum(exact)
    if len(exact) < len(typed) or not total:
        return (None,) * len(typed)
    return tuple(share / total for share in exact)


def _entries(journey: Journey, states: Mapping[str, int]) -> tuple[Way, ...]:
    if not journey.starts:
        return (Way(0, _ONE),)
    shares = _shares(tuple(start.share for start in journey.starts))
    return tuple(
        Way(states.get(start.at, states[_OVER]), share)
        for start, share in zip(journey.starts, shares, strict=True)
        if share != 0
    )


def _ways(legs: Sequence[_Leg]) -> tuple[Way, ...]:
    return tuple(Way(leg.state, leg.share) for leg in legs if leg.share != 0)


def _figures(chain: Chain, groups: Sequence[Sequence[int]]) -> Passage:
    if not any(is_closed(chain, group) for group in groups):
        return passage(chain, groups)
    come_to = {state for group in groups for state in group}
    unknown = [None if state in come_to or not ways else 0.0 for state, ways in enumerate(chain.ways)]
    taken = [{way.to: number for way in ways} for ways, number in zip(chain.ways, unknown, strict=True)]
    return Passage(unknown, unknown, taken)


def _step_flow(state: int, legs: Sequence[_Leg], figures: Passage, together: Mapping[int, int]) -> StepFlow:
    exit_state = len(figures.reach) + _OUTCOMES.index("exit") - len(_OUTCOMES)
    lost = figures.taken[state].get(exit_state, 0.0)
    return StepFlow(
        reach=figures.reach[state],
        visits=figures.visits[state],
        drop_off=_drop_off(legs, exit_state),
        lost=None if lost is None else min(lost, 1.0),
        next=tuple(_next_share(state, leg, together) for leg in legs),
    )


def _drop_off(legs: Sequence[_Leg], exit_state: int) -> float | None:
    leaving = [leg.share for leg in legs if leg.state == exit_state]
    if len(leaving) == len(legs):
        return 1.0
    known = [share for share in leaving if share is not None]
    if len(known) < len(leaving):
        return None
    return float(sum(known)) if known else 0.0


def _next_share(state: int, leg: _Leg, together: Mapping[int, int]) -> NextShare:
    back = leg.state <= state and leg.share != 0
    loop = back and state in together and together[state] == together.get(leg.state)
    return NextShare(leg.to, None if leg.share is None else float(leg.share), leg.why, loop)


def _loops(flows: Mapping[str, StepFlow]) -> Iterator[Loop]:
    for step, flow in flows.items():
        for way in flow.next:
            if way.loop:
                yield Loop(step, str(way.to), way.share, way.why)
