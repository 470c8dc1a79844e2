"""Journeys that are like each other, and the pairs of them that the site compares."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_journeys.definitions import Journey
from mkdocs_journeys.pages.addresses import compare_address
from mkdocs_journeys.pages.view import Site

_MOST = 3
"""So many similar journeys are named."""


@dataclass(frozen=True)
class Pair:
    """Two journeys (ids) and the address of the page that compares them."""

    one: str
    other: str
    address: str

    def beside(self, journey_id: str) -> str:
        """The id of the one that is not this one."""
        return self.other if journey_id == self.one else self.one


@lru_cache(maxsize=1)
def similar_journeys(site: Site) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each journey the current ones that share most touchpoints with it, and how many they share."""
    return {journey.id: tuple(_similar(journey, site)) for journey in site.catalogue.journeys.values()}


def _similar(journey: Journey, site: Site) -> list[tuple[str, int]]:
    shared: Counter[str] = Counter()
    for touchpoint in {id_ for step in journey.steps for id_ in site.catalogue.touchpoints_of(step)}:
        shared.update(site.journeys_at(touchpoint))
    del shared[journey.id]
    return sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST]


@lru_cache(maxsize=1)
def pairs(site: Site) -> tuple[Pair, ...]:
    """Each future journey with the one that it redesigns."""
    return tuple(_redesigns(site))


def _redesigns(site: Site) -> Iterator[Pair]:
    journeys = site.catalogue.journeys
    for journey in journeys.values():
        if journey.future_of is not None and journey.future_of in journeys:
            yield Pair(journey.future_of, journey.id, compare_address(journey.id))


def pairs_with(site: Site, journey_id: str) -> list[Pair]:
    """The pairs that a journey is in."""
    return _by_journey(site).get(journey_id, [])


@lru_cache(maxsize=1)
def _by_journey(site: Site) -> Mapping[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs(site):
        for journey_id in (pair.one, pair.other):
            found.setdefault(journey_id, []).append(pair)
    return found
