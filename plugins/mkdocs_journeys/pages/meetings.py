"""Where a touchpoint or channel is met: steps of journeys, apart by whether they are lived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_journeys.catalogue import StepAt
from mkdocs_journeys.insight import StepInsight
from mkdocs_journeys.pages.groups import Group, group_of
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.view import Site


@dataclass(frozen=True)
class Meeting:
    """A step, and the owner (id) of its journey."""

    step: StepInsight
    owner: str | None


@dataclass(frozen=True)
class Meetings:
    """Steps of journeys as they are, as they are to be, and archived; by journey's title, then in order."""

    lived: tuple[Meeting, ...]
    planned: tuple[Meeting, ...]
    archived: tuple[Meeting, ...]

    @property
    def journeys(self) -> int:
        """How many journeys as they are meet it."""
        return len({meeting.step.at.journey.id for meeting in self.lived})

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody (owner ids) to ask before something is changed: who owns lived or planned journeys."""
        return tuple(sorted({each.owner for each in self.lived + self.planned if each.owner is not None}))


MOST_IN_FULL = 200
"""Of more steps than this a table says less of each, so that a page stays light."""


def by_journey(rows: Sequence[Meeting]) -> tuple[tuple[Meeting, ...], ...]:
    """The steps of each journey, in the order in which the journeys come."""
    return tuple(tuple(group) for _, group in groupby(rows, key=lambda row: row.step.at.journey.id))


def meetings(site: Site, steps: Iterable[StepAt]) -> Meetings:
    """The steps, in their three parts."""
    parts: dict[Group, list[Meeting]] = {"current": [], "future": [], "archived": []}
    for at in sorted(steps, key=_journey_order):
        parts[group_of(at.journey)].append(_meeting(site, at))
    return Meetings(tuple(parts["current"]), tuple(parts["future"]), tuple(parts["archived"]))


def _journey_order(at: StepAt) -> tuple[str, str]:
    return by_title(at.journey.title, at.journey.id)


def _meeting(site: Site, at: StepAt) -> Meeting:
    step = site.insight.journeys[at.journey.id].step(at.step.id)
    return Meeting(step, site.catalogue.owner_of(at.journey))
