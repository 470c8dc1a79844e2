"""Where a touchpoint or channel is met: steps of journeys, apart by whether they are lived."""

from collections.abc import Iterable
from dataclasses import dataclass

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
        """Everybody (owner ids) to ask before something is changed: who has journeys that are lived or planned."""
        return tuple(sorted({each.owner for each in self.lived + self.planned if each.owner is not None}))


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
