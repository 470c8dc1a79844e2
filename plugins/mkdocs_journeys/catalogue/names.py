"""Names in fields and data files: whether what they name exists and is published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.catalogue.catalogue import Catalogue
from mkdocs_journeys.definitions import (
    DataFile,
    Definition,
    Definitions,
    Finding,
    Journey,
    Kind,
    Message,
    Persona,
    RowNames,
    Way,
    anchors_known,
    anchors_of,
    by_id,
    goal_in,
    one_of,
    personas_known,
    say,
    short,
    steps_with_ways,
    told,
)

_Fault = tuple[str, Message]
_RowFault = tuple[str, Message, str]
"""Code and message of what is wrong with a row, and the column of the wrong cell."""


def check_names(definitions: Definitions, whole: Catalogue) -> Iterator[Finding]:
    """A finding for each name in a field or data file that leads nowhere. `whole` has the drafts too."""
    names = Names(definitions, whole)
    for definition in definitions:
        yield from names.of_evidence(definition)
        if isinstance(definition, Journey):
            yield from names.of_journey(definition)
        elif isinstance(definition, Persona):
            yield from names.of_ids(definition, "persona", "serves")
    for item in definitions.evidence:
        if item.id in definitions.data:
            data = definitions.data[item.id]
            yield from told(names.of_data(data))


def no_such(kind: Kind, name: str) -> Message:
    """What is said where there is no definition of a kind with an id."""
    return _NO_SUCH[kind](short(name))


_NO_SUCH: Mapping[Kind, Callable[[str], Message]] = {
    "journey": lambda name: say('there is no journey "%(id)s"', id=name),
    "persona": lambda name: say('there is no persona "%(id)s"', id=name),
    "touchpoint": lambda name: say('there is no touchpoint "%(id)s"', id=name),
    "evidence": lambda name: say('there is no evidence "%(id)s"', id=name),
}


def only_a_draft(journey: str) -> Message:
    """What is said about a journey that is named and not published."""
    return say('the journey "%(id)s" is a draft and is not published', id=journey)


def is_draft(definition: Definition) -> bool:
    """Whether a definition is a draft, or its status cannot be told."""
    return isinstance(definition, Journey) and (
        definition.status == "draft" or definition.source.lost("status")
    )


class Names:
    """What can be named, and the finding for what cannot."""

    def __init__(self, definitions: Definitions, whole: Catalogue) -> None:
        self.definitions = definitions
        self.whole = whole
        self.anchors = {journey.id: anchors_of(journey) for journey in whole.journeys.values()}
        self.steps = {
            journey.id: {step.id: step.name for step in journey.steps} for journey in whole.journeys.values()
        }

    def fault(self, kind: Kind, name: str, *, by_draft: bool) -> _Fault | None:
        """Code and message when `name` is no published definition of `kind`."""
        known = self.whole.of_kind(kind)
        if name not in known and self.definitions.is_broken(name, kind):
            return None
        if name not in known:
            return "J201", by_id(no_such(kind, name), name, self.whole.titles(kind))
        if kind == "journey" and not by_draft and self.whole.journeys[name].status == "draft":
            return "J203", only_a_draft(name)
        return None

    def place_fault(self, journey: str, anchor: str | None, *, by_draft: bool) -> _Fault | None:
        """Code and message when a place is none in a published journey."""
        if fault := self.fault("journey", journey, by_draft=by_draft):
            return fault
        if anchor is None or not self._has_anchors(journey) or anchor in self.anchors[journey]:
            return None
        message = say('the journey "%(journey)s" has no stage or step "%(id)s"', journey=journey, id=anchor)
        return "J201", by_id(message, anchor, self.anchors[journey])

    def _has_anchors(self, journey: str) -> bool:
        """Whether the stages and steps of a journey are known, so that a name can be missing among them."""
        return journey in self.anchors and anchors_known(self.whole.journeys[journey])

    def of_ids(self, definition: Definition, kind: Kind, key: str, *way: str | int) -> Iterator[Finding]:
        """Findings for a list of ids, or a single one, under `key` at `way`."""
        holder = _at(definition, way)
        value = getattr(holder, key)
        by_draft = is_draft(definition)
        typed = _as_typed((*way, key))
        if definition.source.lost_whole(*typed):
            return
        for index, name in enumerate((value,) if isinstance(value, str) else value or ()):
            if fault := self.fault(kind, name, by_draft=by_draft):
                yield definition.source.finding(*fault, *typed, index)

    def of_evidence(self, definition: Definition) -> Iterator[Finding]:
        """Findings for each piece of evidence that a definition names, anywhere in it."""
        for way, key in _evidence_ways((), definition):
            yield from self.of_ids(definition, "evidence", key, *way)

    def of_journey(self, journey: Journey) -> Iterator[Finding]:
        """Findings for the personas and journeys that a journey names."""
        yield from self.of_ids(journey, "persona", "personas")
        yield from self.of_ids(journey, "journey", "follows")
        yield from self.of_ids(journey, "journey", "future_of")
        yield from self._of_future(journey)
        by_draft = is_draft(journey)
        if journey.part_of is not None:
            place = journey.part_of
            if fault := self.place_fault(place.journey, place.anchor, by_draft=by_draft):
                yield journey.source.finding(*fault, "part_of")
        for way, step in steps_with_ways(journey):
            yield from self.of_ids(journey, "journey", "opens", *way)
            for n, entry in enumerate(step.next):
                goal = goal_in(journey, entry.to).place
                if goal is None:
                    continue
                fault = self.step_fault(goal.journey, goal.anchor, by_draft=by_draft)
                if fault is not None:
                    yield journey.source.finding(*fault, *way, "next", n, "to")

    def step_fault(self, journey: str, step: str | None, *, by_draft: bool) -> _Fault | None:
        """Code and message when `step` is no step of a published journey."""
        if fault := self.fault("journey", journey, by_draft=by_draft):
            return fault
        if step is None or not self._has_anchors(journey) or step in self.steps[journey]:
            return None
        message = say('the journey "%(journey)s" has no step "%(id)s"', journey=journey, id=step)
        return "J201", by_id(message, step, self.steps[journey])

    def _of_future(self, journey: Journey) -> Iterator[Finding]:
        target = self.whole.journeys.get(journey.future_of or "")
        if target is not None and target.state == "future":
            message = say(
                '"%(id)s" is itself a future journey; name the current one that is redesigned', id=target.id
            )
            yield journey.source.finding("J212", message, "future_of")

    def of_data(self, data: DataFile) -> Iterator[Finding]:
        """Findings for each row that names an unknown journey, step or persona."""
        known: dict[RowNames, _RowFault | None] = {}
        for row in data.names:
            names = row._replace(line=0)
            if names not in known:
                known[names] = self._row_fault(row)
            if (fault := known[names]) is not None:
                code, message, column = fault
                yield Finding(code, message, data.place(row.line, column))

    def _row_fault(self, row: RowNames) -> "_RowFault | None":
        if row.journey is None:
            return None
        if fault := self.fault("journey", row.journey, by_draft=False):
            return *fault, "journey"
        if row.journey not in self.steps:
            return None
        if fault := self.step_fault(row.journey, row.step, by_draft=False):
            return *fault, "step"
        return self._persona_fault(row.persona, self.whole.journeys[row.journey])

    def _persona_fault(self, persona: str | None, journey: Journey) -> "_RowFault | None":
        if persona is None or persona in journey.personas or not personas_known(journey):
            return None
        message = say(
            '"%(persona)s" is no persona of the journey "%(journey)s"', persona=persona, journey=journey.id
        )
        return "J213", one_of(message, persona, journey.personas), "persona"


def _at(value: Any, way: Way) -> Any:
    for part in way:
        if isinstance(part, int) or not isinstance(value, BaseModel):
            value = value[part]
        else:
            value = getattr(value, part)
    return value


def _evidence_ways(way: Way, value: Any) -> Iterator[tuple[Way, str]]:
    """The way to every part that names evidence, and the key under which it does."""
    if isinstance(value, BaseModel):
        yield from ((way, key) for key in ("evidence", "source") if value.__dict__.get(key))
    for part, inner in _parts(value):
        if isinstance(inner, BaseModel | tuple | dict) and inner:
            yield from _evidence_ways((*way, part), inner)


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, BaseModel):
        return value.__dict__.items()
    if isinstance(value, tuple):
        return enumerate(value)
    return value.items() if isinstance(value, dict) else ()


def _as_typed(way: Way) -> Way:
    """The way as an author goes it: an emotion's ratings have no keys of their own."""
    return tuple(part for part in way if part not in ("overall", "by_persona"))
