"""The readings of a step, by whose view they tell: the customer's (outside) or the company's (inside)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_journeys.definitions import Basis, Method
from mkdocs_journeys.insight.disclosure import safe_groups
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.tallies import Period, Tally

Tallies = tuple[Tally, ...]


@dataclass(frozen=True)
class ViewReadings:
    """The readings of one view, as far as they may be shown: see `disclosure`.

    Shown beside their total are those of a basis, of a kind of research, of a piece of it, of a period and of
    a persona. `tallies` is empty where the total is of too few people.
    """

    tallies: Tallies
    research: Research = field(repr=False, compare=False)

    @cached_property
    def _shown(self) -> frozenset[object]:
        cells = {index: tally.n for index, tally in enumerate(self.tallies)}
        groups: dict[object, set[int]] = {"total": set(cells)}
        for name in self._names():
            for index, tally in enumerate(self.tallies):
                if key := name(tally):
                    groups.setdefault(key, set()).add(index)
        sets = [(key, frozenset(own)) for key, own in groups.items()]
        return safe_groups(sets, cells, self.research.least)

    def _names(self) -> Iterator[Callable[[Tally], object]]:
        """The groups that a reading may be shown in, by what readers miss most."""
        yield lambda tally: self._asked(tally) and ("basis", self._basis(tally))
        yield lambda tally: ("kind", *self._kind(tally))
        yield lambda tally: ("piece", tally.evidence)
        yield lambda tally: tally.period and ("period", tally.period)
        yield lambda tally: tally.persona and ("persona", tally.persona)

    def _asked(self, tally: Tally) -> bool:
        """Whether customers themselves said or did it."""
        return tally.evidence in self.research.customers

    def _basis(self, tally: Tally) -> Basis:
        return self.research.pieces[tally.evidence].evidence.basis

    def _kind(self, tally: Tally) -> tuple[Method, bool]:
        """A kind of research, apart by whether it still holds."""
        return self.research.method(tally.evidence), tally.evidence not in self.research.expired

    def _those(self, key: object, chosen: Callable[[Tally], bool]) -> Tallies:
        return tuple(filter(chosen, self.tallies)) if key in self._shown else ()

    def of_basis(self, basis: Basis) -> Tallies:
        """What customers said or did; empty where it may not be shown."""
        return self._those(("basis", basis), lambda tally: self._asked(tally) and self._basis(tally) == basis)

    def of_kind(self, method: Method, *, holds: bool) -> Tallies:
        """What a kind of research says that holds, or that does not; empty where it may not be shown."""
        return self._those(("kind", method, holds), lambda tally: self._kind(tally) == (method, holds))

    def of_piece(self, evidence: str) -> Tallies:
        """What one piece of research says; empty where it may not be shown."""
        return self._those(("piece", evidence), lambda tally: tally.evidence == evidence)

    def of_period(self, period: Period) -> Tallies:
        """What was said then or now; empty where it may not be shown."""
        return self._those(("period", period), lambda tally: tally.period == period)

    def of_persona(self, persona: str) -> "ViewReadings":
        """One persona's; empty where they may not be shown."""
        own = self._those(("persona", persona), lambda tally: tally.persona == persona)
        return ViewReadings(own, self.research)


@dataclass(frozen=True)
class StepReadings:
    """Readings of the customers' view and of the company's, which are never mixed.

    `pieces` are all pieces of evidence with readings at the step, also of those that may not be shown.
    `kept_back`: customers' readings are there, but of too few people to show anything of them.
    """

    outside: ViewReadings
    inside: ViewReadings
    pieces: tuple[str, ...]
    kept_back: bool = False

    def of_persona(self, persona: str) -> "StepReadings":
        """One persona's, where they may be shown beside those of all."""
        outside = self.outside.of_persona(persona)
        asked = any(tally.persona == persona for tally in self.outside.tallies)
        return StepReadings(
            outside=outside,
            inside=self.inside.of_persona(persona),
            pieces=self.pieces,
            kept_back=asked and not outside.tallies,
        )


def sort_readings(tallies: Iterable[Tally], research: Research) -> StepReadings:
    """A step's readings, sorted by view; a view of too few people is left out."""
    listed = list(tallies)
    outside = [tally for tally in listed if tally.evidence not in research.inside]
    inside = [tally for tally in listed if tally.evidence in research.inside]
    return StepReadings(
        outside=ViewReadings(_enough(outside, research.least), research),
        inside=ViewReadings(_enough(inside, research.least), research),
        pieces=tuple(sorted({tally.evidence for tally in listed})),
        kept_back=bool(outside) and not _enough(outside, research.least),
    )


def _enough(tallies: Sequence[Tally], least: int) -> Tallies:
    return tuple(tallies) if sum(tally.n for tally in tallies) >= least else ()
