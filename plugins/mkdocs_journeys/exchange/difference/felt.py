"""A step's emotion in one revision: what was typed, what is drawn of it, and what stands behind."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.definitions import Rated, Reading, Step
from mkdocs_journeys.insight import Feeling, StepFeeling

Reader = tuple[str, str | None]
"""Whose readings: their evidence, and the persona (None: they do not say whose)."""


@dataclass(frozen=True)
class Felt:
    """A step in one revision and its readings, named as in the later one, with its feeling."""

    step: Step
    feeling: StepFeeling | None
    readings: Sequence[Reading]
    personas: Mapping[str, str]
    """What each persona is called now, by the id of then."""

    @property
    def typed_apart(self) -> bool:
        """Whether personas have scores of their own."""
        return bool(self.typed_for)

    @property
    def divided(self) -> bool:
        """Whether personas feel differently, or their scores are typed apart."""
        return self.typed_apart or (
            self.feeling is not None
            and any(own and own.score != self.feeling.score for own in self.feeling.personas.values())
        )

    @property
    def typed_for(self) -> list[str]:
        """The personas who have scores of their own."""
        return [] if self.step.emotion is None else [*self.step.emotion.by_persona]

    @property
    def everybody(self) -> list[str]:
        """The personas who take a step that somebody knows the feeling of, by what they are called now."""
        return [self.personas.get(id_, id_) for id_ in (self.feeling.personas if self.feeling else ())]

    def of(self, persona: str | None) -> Feeling | None:
        """How a persona feels, or everybody."""
        if self.feeling is None or persona is None:
            return self.feeling
        return {self.personas.get(id_, id_): own for id_, own in self.feeling.personas.items()}.get(persona)

    def rated(self, persona: str | None) -> Rated | None:
        """What was typed for a persona, or for everybody: what holds for all holds for each."""
        emotion = self.step.emotion
        if emotion is None:
            return None
        return emotion.by_persona.get(persona or "", emotion.overall)

    def behind(self, persona: str | None) -> frozenset[str]:
        """The evidence behind a score, its rows of data too."""
        rated = self.rated(persona)
        rows = {row.evidence for row in self.rows(persona)}
        return frozenset(rows).union(self.step.evidence, () if rated is None else rated.evidence)

    def rows(self, persona: str | None) -> list[Reading]:
        """The readings that a score is the mean of."""
        return [row for row in self.readings if persona is None or row.persona == persona]

    @cached_property
    def counts(self) -> Mapping[Reader, Mapping[float, int]]:
        """What the readings say, without their order: how many people gave which score."""
        counts: dict[Reader, Counter[float]] = {}
        for row in self.readings:
            counts.setdefault((row.evidence, row.persona), Counter())[row.score] += row.n
        return counts
