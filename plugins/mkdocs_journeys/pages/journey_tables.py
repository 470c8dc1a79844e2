"""The tables under a journey's map, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from mkdocs_journeys.catalogue import StepAt
from mkdocs_journeys.definitions import Journey, JourneyPlace, Metric, Stage, Step
from mkdocs_journeys.insight import EvidenceInsight, Feeling, JourneyInsight
from mkdocs_journeys.pages.view import View


@dataclass(frozen=True)
class TouchpointRow:
    """A touchpoint where a step meets it; `place` is the step's number in the journey, `owner` an id."""

    place: int
    at: StepAt
    id: str
    channels: tuple[str, ...]
    feeling: Feeling | None
    owner: str | None


def touchpoint_rows(insight: JourneyInsight, view: View) -> Iterator[TouchpointRow]:
    """One row for each touchpoint of each step, in the journey's order."""
    catalogue = view.catalogue
    for place, step in enumerate(insight.steps, start=1):
        for touchpoint in catalogue.touchpoints_of(step.at.step):
            entry = catalogue.touchpoints[touchpoint]
            channels = (entry.channel,) if entry.channel else catalogue.channels_of(step.at.step)
            owner = catalogue.owner_of(entry.described) if entry.described else None
            yield TouchpointRow(place, step.at, touchpoint, channels, step.feeling, owner)


def metric_rows(journey: Journey) -> Iterator[tuple[str, str | None, Metric]]:
    """Every metric with the name and anchor of the step or stage that it measures (None: all)."""
    for metric in journey.metrics:
        yield journey.title, None, metric
    for stage in journey.stages:
        parts: tuple[Stage | Step, ...] = (stage, *stage.steps)
        for part in parts:
            for metric in part.metrics:
                yield part.name, part.id, metric


@dataclass(frozen=True)
class EvidenceRow:
    """A piece of evidence with what stands on it in this journey.

    `steps` are the steps' ids, each with the kinds of its claims; `others` are kinds of claims beyond steps.
    """

    it: EvidenceInsight
    steps: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]


def evidence_rows(insight: JourneyInsight, view: View) -> Iterator[EvidenceRow]:
    """The research behind a journey, in the order of its ids."""
    place = {step.id: number for number, step in enumerate(insight.steps)}
    by_evidence = itemgetter(0)
    for evidence, claims in groupby(view.site.claims_in(insight.journey.id), key=by_evidence):
        kinds: dict[str | None, dict[str, None]] = {}
        for _, claim in claims:
            kinds.setdefault(claim.step, {})[claim.what] = None
        others = tuple(kinds.pop(None, {}))
        ordered = sorted(map(str, kinds), key=place.__getitem__)
        steps = tuple((step, tuple(kinds[step])) for step in ordered)
        yield EvidenceRow(view.insight.evidence[evidence], steps, others)


@dataclass(frozen=True)
class Node:
    """A journey in the tree; `at` is the part of the larger one that it belongs to, where one is named."""

    id: str
    at: JourneyPlace | None
    children: tuple["Node", ...]


def ancestors(journey_id: str, view: View) -> tuple[JourneyPlace, ...]:
    """The larger journeys that a journey belongs to, the largest first."""
    found: list[JourneyPlace] = []
    place = view.catalogue.parent_of(journey_id)
    while place is not None:
        found.insert(0, place)
        place = view.catalogue.parent_of(place.journey)
    return tuple(found)


def tree(journey_id: str, view: View) -> tuple[Node, ...]:
    """The way from the largest journey down to this one, and all below it."""
    node = _below(journey_id, view)
    for place in reversed(ancestors(journey_id, view)):
        node = Node(place.journey, _within(place.journey, view), (node,))
    return (node,)


def _below(journey_id: str, view: View) -> Node:
    children = tuple(_below(child, view) for child in view.catalogue.children_of(journey_id))
    return Node(journey_id, _within(journey_id, view), children)


def _within(journey_id: str, view: View) -> JourneyPlace | None:
    place = view.catalogue.parent_of(journey_id)
    return place if place is not None and place.anchor is not None else None
