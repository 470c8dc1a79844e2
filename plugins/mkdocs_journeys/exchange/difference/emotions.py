"""How a step feels in two revisions: scores, what they rest on, and the evidence that came or went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions import Rated, Reading, Step
from mkdocs_journeys.exchange.difference.changes import Change, ChangeKind, Part, Where
from mkdocs_journeys.exchange.difference.fields import compare_lists
from mkdocs_journeys.insight import Feeling, StepFeeling


@dataclass(frozen=True)
class Felt:
    """A step in one revision, named as in the later one, with its feeling and its readings."""

    step: Step
    feeling: StepFeeling | None
    readings: Sequence[Reading]
    personas: Mapping[str, str]
    """What each persona is called now, by the id of then."""

    @property
    def divided(self) -> bool:
        """Whether personas feel differently, or their scores are typed apart."""
        if self.step.emotion is not None and self.step.emotion.by_persona:
            return True
        return self.feeling is not None and any(
            own is not None and own.score != self.feeling.score for own in self.feeling.personas.values()
        )

    def of(self, persona: str | None) -> Feeling | None:
        """How a persona feels, or everybody."""
        if self.feeling is None or persona is None:
            return self.feeling
        return {self.personas.get(id_, id_): own for id_, own in self.feeling.personas.items()}.get(persona)

    def rated(self, persona: str | None) -> Rated | None:
        """What was typed for a persona, or for everybody."""
        emotion = self.step.emotion
        if emotion is None:
            return None
        return emotion.overall if persona is None else emotion.by_persona.get(persona)

    def behind(self, persona: str | None) -> frozenset[str]:
        """The evidence behind a score, its rows of data too."""
        rated = self.rated(persona)
        rows = {row.evidence for row in self.rows(persona)}
        return frozenset(rows).union(self.step.evidence, () if rated is None else rated.evidence)

    def rows(self, persona: str | None) -> list[Reading]:
        """The readings that a score is the mean of."""
        return [
            row
            for row in self.readings
            if persona is None or self.personas.get(row.persona or "", row.persona) == persona
        ]

    def figures(self, persona: str | None) -> set[tuple[str, str | None, float, int]]:
        """What the readings say, without their order."""
        return {(row.evidence, row.persona, row.score, row.n) for row in self.rows(persona)}


def compare_emotions(before: Felt, after: Felt, where: Where, names: Mapping[str, str]) -> Iterator[Change]:
    """What changed in how a step feels; `names` are the personas'.

    Where personas feel differently each is told, and everybody only where no single one explains it.
    """
    found: list[Change] = []
    if before.divided or after.divided:
        for persona in _personas(before, after):
            place = (*where, Part("persona", persona, names.get(persona, persona)))
            found += _compare(before, after, persona, place)
    yield from found or _compare(before, after, None, where)


def _personas(before: Felt, after: Felt) -> list[str]:
    known = [*(after.feeling.personas if after.feeling else ())]
    if before.feeling:
        known += [before.personas.get(id_, id_) for id_ in before.feeling.personas]
    return list(dict.fromkeys(known))


def _compare(before: Felt, after: Felt, persona: str | None, where: Where) -> Iterator[Change]:
    old, new = before.of(persona), after.of(persona)
    typed = _typed(before, persona) != _typed(after, persona)
    because = tuple(sorted(_because(before, after, persona)))
    score, now = _score(old), _score(new)
    if score != now:
        yield _scored("emotion", score, now, where, because=because, follows=not typed)
    elif typed:
        yield _scored("assumed", _typed(before, persona), _typed(after, persona), where)
    told = set(because) if score != now else set()
    yield from _evidence(before, after, persona, where, told)
    yield from _inside(before, after, old, new, persona, where)
    if old is not None and new is not None and _rests(old) != _rests(new):
        yield _rest(old, new, where)


def _scored(
    what: str,
    old: float | None,
    new: float | None,
    where: Where,
    *,
    because: tuple[str, ...] = (),
    follows: bool = False,
) -> Change:
    kind: ChangeKind = "added" if old is None else "removed" if new is None else "changed"
    return Change(
        kind=kind,
        what=what,
        where=where,
        before=old,
        after=new,
        form="score",
        because=because,
        follows=follows,
    )


def _typed(felt: Felt, persona: str | None) -> float | None:
    rated = felt.rated(persona)
    return None if rated is None else rated.score


def _score(feeling: Feeling | None) -> float | None:
    return None if feeling is None else feeling.score


def _because(before: Felt, after: Felt, persona: str | None) -> set[str]:
    """The evidence that came or went, or whose readings of this step did."""
    rows = {row[0] for row in before.figures(persona) ^ after.figures(persona)}
    return set(before.behind(persona) ^ after.behind(persona)) | rows


def _evidence(
    before: Felt, after: Felt, persona: str | None, where: Where, told: set[str]
) -> Iterator[Change]:
    """Evidence of the score itself that came or went, but for that which is told already."""
    then, now = (
        [id_ for id_ in (() if rated is None else rated.evidence) if id_ not in told]
        for rated in (before.rated(persona), after.rated(persona))
    )
    yield from compare_lists("score_evidence", then, now, where)


def _inside(
    before: Felt, after: Felt, old: Feeling | None, new: Feeling | None, persona: str | None, where: Where
) -> Iterator[Change]:
    then, now = (None if feeling is None else feeling.inside for feeling in (old, new))
    typed = [
        None if rated is None else rated.inside for rated in (before.rated(persona), after.rated(persona))
    ]
    if then != now:
        yield _scored("inside", then, now, where, follows=typed[0] == typed[1])
    elif typed[0] != typed[1]:
        yield _scored("inside_typed", typed[0], typed[1], where)


def _rests(feeling: Feeling) -> str:
    return "measured" if feeling.n else "evidenced" if feeling.evidenced else "assumed"


def _rest(old: Feeling, new: Feeling, where: Where) -> Change:
    before, after = _rests(old), _rests(new)
    return Change(kind="changed", what="rests", where=where, before=before, after=after, follows=True)
