"""How a step feels in two revisions: scores, what they rest on, and the evidence that came or went.

What somebody typed is a change of its own, also where readings decide what is drawn. What is drawn otherwise
without that, follows: from the readings, or from what was typed for all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.exchange.difference.changes import Change, ChangeKind, Part, Where
from mkdocs_journeys.exchange.difference.felt import Felt, Reader
from mkdocs_journeys.exchange.difference.fields import compare_lists
from mkdocs_journeys.insight import Feeling

_TYPED_ONLY: Mapping[str, str] = {"emotion": "assumed", "inside": "inside_typed"}
"""What a figure is called where what was typed is not what is drawn."""

_FIELDS: Mapping[str, str] = {"emotion": "score", "inside": "inside"}
"""The figures of a step, and where they stand in what was typed and in what is drawn."""


_DECIMALS = 2
"""Decimals of scores as they are written."""


def compare_emotions(before: Felt, after: Felt, where: Where, names: Mapping[str, str]) -> Iterator[Change]:
    """What changed in how a step feels; `names` are the personas'.

    Where personas feel differently each is told, and everybody only where no single one explains it: where
    none is told, or where readings came or went that are of nobody among those who are.
    """
    sides = _Sides(before, after, where, names)
    typed = [change for who in sides.typed_for for change in _typed(sides, who)]
    follow = [change for who in sides.drawn_for for change in _following(sides, who)]
    is_told = bool(follow) or any(change.what in _FIELDS for change in typed)
    yield from typed
    if None not in sides.drawn_for and (sides.has_readings_of_others or not is_told):
        yield from _following(sides, None)
    yield from follow


@dataclass(frozen=True)
class _Sides:
    """A step in two revisions; where it stands, and the personas' names."""

    before: Felt
    after: Felt
    where: Where
    names: Mapping[str, str]

    @property
    def typed_for(self) -> list[str | None]:
        """Those for whom scores are typed: everybody (None), or each persona."""
        if not self.before.typed_apart and not self.after.typed_apart:
            return [None]
        return list(dict.fromkeys((*self._known, *self.after.typed_for, *self.before.typed_for)))

    @property
    def drawn_for(self) -> list[str | None]:
        """Those for whom scores are told: everybody (None), or each persona."""
        return [*self._known] if self.before.divided or self.after.divided else [None]

    @property
    def _known(self) -> list[str]:
        return list(dict.fromkeys((*self.after.everybody, *self.before.everybody)))

    @property
    def changed_readings(self) -> set[Reader]:
        """The evidence and personas whose readings came or went."""
        old, new = self.before.counts, self.after.counts
        return {reader for reader in old.keys() | new.keys() if old.get(reader) != new.get(reader)}

    @property
    def has_readings_of_others(self) -> bool:
        """Whether readings came or went that changed no score of a single persona."""
        drawn = {who for who in self._known if self.figure("emotion", who).is_drawn_anew}
        return any(persona not in drawn for _, persona in self.changed_readings)

    def place(self, persona: str | None) -> Where:
        """The step, or a persona in it."""
        if persona is None:
            return self.where
        return (*self.where, Part("persona", persona, self.names.get(persona, persona)))

    def figure(self, what: str, persona: str | None) -> "_Figure":
        """A score of a persona, or of everybody."""
        field = _FIELDS[what]
        typed = [getattr(side.rated(persona), field, None) for side in (self.before, self.after)]
        drawn = [getattr(side.of(persona), field, None) for side in (self.before, self.after)]
        return _Figure(what, (typed[0], typed[1]), (drawn[0], drawn[1]))


@dataclass(frozen=True)
class _Figure:
    """A score as it was typed, and as it is drawn, before and after; None: nobody typed or knows it."""

    what: str
    typed: tuple[float | None, float | None]
    drawn: tuple[float | None, float | None]

    @property
    def is_typed_anew(self) -> bool:
        """Whether somebody typed it otherwise."""
        return self.typed[0] != self.typed[1]

    @property
    def is_drawn_anew(self) -> bool:
        """Whether another score is drawn, as far as it is written."""
        old, new = (None if score is None else round(score, _DECIMALS) for score in self.drawn)
        return old != new

    @property
    def is_drawn_as_typed(self) -> bool:
        """Whether what was typed is what is drawn, before and after."""
        return self.typed == self.drawn


def _typed(sides: _Sides, persona: str | None) -> Iterator[Change]:
    """What somebody typed otherwise for a persona, or for everybody."""
    told: frozenset[str] = frozenset()
    for what in _FIELDS:
        figure = sides.figure(what, persona)
        if figure.is_typed_anew:
            because = _come(sides, persona) if what == "emotion" and figure.is_drawn_as_typed else ()
            told |= frozenset(because)
            name = what if figure.is_drawn_as_typed else _TYPED_ONLY[what]
            yield _scored(name, figure.typed, sides.place(persona), because)
        if what == "emotion":
            yield from _evidence(sides, persona, told)


def _following(sides: _Sides, persona: str | None) -> Iterator[Change]:
    """What is drawn otherwise for a persona, or for everybody, though nobody typed just that."""
    where = sides.place(persona)
    for what in _FIELDS:
        figure = sides.figure(what, persona)
        is_told = figure.is_drawn_as_typed and persona in sides.typed_for
        if figure.is_drawn_anew and not is_told:
            because = _come_or_gone(sides, persona) if what == "emotion" else ()
            yield _scored(what, figure.drawn, where, because, follows=True)
    old, new = sides.before.of(persona), sides.after.of(persona)
    if old is not None and new is not None and _rests(old) != _rests(new):
        yield _rest(old, new, where)


def _scored(
    what: str,
    scores: tuple[float | None, float | None],
    where: Where,
    because: tuple[str, ...],
    *,
    follows: bool = False,
) -> Change:
    old, new = scores
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


def _come(sides: _Sides, persona: str | None) -> tuple[str, ...]:
    """The evidence that came with a typed score."""
    return tuple(sorted(sides.after.behind(persona) - sides.before.behind(persona)))


def _come_or_gone(sides: _Sides, persona: str | None) -> tuple[str, ...]:
    """The evidence that came or went, or whose readings of this step did."""
    changed = {evidence for evidence, whose in sides.changed_readings if persona is None or whose == persona}
    return tuple(sorted((sides.before.behind(persona) ^ sides.after.behind(persona)) | changed))


def _evidence(sides: _Sides, persona: str | None, told: frozenset[str]) -> Iterator[Change]:
    """Evidence of the typed score that came or went, but for that which is told with it."""
    then, now = (
        [id_ for id_ in getattr(side.rated(persona), "evidence", ()) if id_ not in told]
        for side in (sides.before, sides.after)
    )
    yield from compare_lists("score_evidence", then, now, sides.place(persona))


def _rest(old: Feeling, new: Feeling, where: Where) -> Change:
    before, after = _rests(old), _rests(new)
    return Change(kind="changed", what="rests", where=where, before=before, after=after, follows=True)


def _rests(feeling: Feeling) -> str:
    return "measured" if feeling.n else "evidenced" if feeling.evidenced else "assumed"
