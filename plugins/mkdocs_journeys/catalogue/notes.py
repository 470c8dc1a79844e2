"""Upkeep: what nobody owns, nobody checked, or nothing stands behind."""

import datetime
from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalogue.catalogue import Catalogue
from mkdocs_journeys.definitions import (
    Definition,
    Definitions,
    Emotion,
    Finding,
    Journey,
    Message,
    Persona,
    Rated,
    say,
)


def check_upkeep(definitions: Definitions, catalogue: Catalogue) -> Iterator[Finding]:
    """Notes (J301 to J303) on definitions that are published and not archived."""
    for definition in definitions:
        if isinstance(definition, Journey) and definition.status in ("draft", "archived"):
            continue
        yield from _stale(definition, catalogue)
        if definition.owner is None and not definition.source.lost("owner"):
            yield definition.source.finding("J302", say('nobody owns this; add a line "owner: ..."'))
        if definition.source.is_whole and lacks_evidence(definition, catalogue):
            yield definition.source.finding("J303", _no_evidence(definition))


def _no_evidence(definition: Definition) -> Message:
    if isinstance(definition, Journey):
        return say('no evidence stands behind this; add "evidence: ..." to a step that was researched')
    return say('no evidence stands behind this; add a line "evidence: ..." once it was researched')


def due(definition: Definition, catalogue: Catalogue) -> datetime.date | None:
    """The day until which a definition counts as checked; None when it never was."""
    if definition.reviewed is None:
        return None
    return (definition.review_every or catalogue.options.review_every).after(definition.reviewed)


def is_stale(definition: Definition, catalogue: Catalogue) -> bool:
    """Whether the build date is later than the last check and its interval; never for an archived journey."""
    if isinstance(definition, Journey) and definition.status == "archived":
        return False
    day = due(definition, catalogue)
    return day is None or catalogue.today > day


def _stale(definition: Definition, catalogue: Catalogue) -> Iterator[Finding]:
    if not is_stale(definition, catalogue) or definition.source.lost("reviewed"):
        return
    if (day := due(definition, catalogue)) is None:
        message = say('never reviewed; add a line "reviewed: " with a date once it is')
        yield definition.source.finding("J301", message)
    else:
        message = say("the review was due on %(date)s", date=day)
        yield definition.source.finding("J301", message, "reviewed")


def lacks_evidence(definition: Definition, catalogue: Catalogue) -> bool:
    """Whether nothing of a journey's steps, or of a persona, rests on more than an assumption.

    Touchpoints and evidence need none. A name of evidence that is not there is taken for evidence: that it
    leads nowhere is a finding of its own.
    """
    if isinstance(definition, Journey):
        named = _named_by_steps(definition)
        return not _proves(named, catalogue) and not _has_readings(definition, catalogue)
    return isinstance(definition, Persona) and not _proves(definition.evidence, catalogue)


def _proves(names: Iterable[str], catalogue: Catalogue) -> bool:
    pieces = (catalogue.evidence.get(name) for name in names)
    return any(piece is None or piece.method != "assumption" for piece in pieces)


def _has_readings(journey: Journey, catalogue: Catalogue) -> bool:
    """Whether customers were asked, whatever the method was called, or the company's view was gathered."""
    rows = (row for step in journey.steps for row in catalogue.readings.get((journey.id, step.id), ()))
    pieces = {row.evidence: catalogue.evidence.get(row.evidence) for row in rows}.values()
    return any(piece is None or piece.view == "outside" or piece.method != "assumption" for piece in pieces)


def _named_by_steps(journey: Journey) -> Iterator[str]:
    for step in journey.steps:
        yield from step.evidence
        for rated in _ratings(step.emotion) if step.emotion else ():
            yield from rated.evidence


def _ratings(emotion: Emotion) -> Iterator[Rated]:
    yield from filter(None, (emotion.overall, *emotion.by_persona.values()))
