"""Upkeep: what nobody owns, nobody checked, or nothing stands behind."""

import datetime
from collections.abc import Iterator

from mkdocs_journeys.catalogue.catalogue import Catalogue
from mkdocs_journeys.definitions import Definition, Definitions, Emotion, Finding, Journey, Persona, Rated


def check_upkeep(definitions: Definitions, catalogue: Catalogue) -> Iterator[Finding]:
    """Notes (J301 to J303) on definitions that are published and not archived."""
    for definition in definitions:
        if isinstance(definition, Journey) and definition.status in ("draft", "archived"):
            continue
        yield from _stale(definition, catalogue)
        if definition.owner is None and not definition.source.lost("owner"):
            yield definition.source.finding("J302", 'nobody owns this; add a line "owner: ..."')
        if _without_evidence(definition, catalogue):
            yield definition.source.finding("J303", "no evidence stands behind this")


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
        yield definition.source.finding(
            "J301", 'never reviewed; add a line "reviewed: " with a date once it is'
        )
    else:
        yield definition.source.finding("J301", f"the review was due on {day.isoformat()}", "reviewed")


def _without_evidence(definition: Definition, catalogue: Catalogue) -> bool:
    if not definition.source.is_whole:
        return False
    if isinstance(definition, Journey):
        return not _evidence_of_steps(definition) and not any(
            (definition.id, step.id) in catalogue.readings for step in definition.steps
        )
    return isinstance(definition, Persona) and not definition.evidence


def _evidence_of_steps(journey: Journey) -> bool:
    ratings = [rated for step in journey.steps if step.emotion for rated in _ratings(step.emotion)]
    return any(step.evidence for step in journey.steps) or any(rated.evidence for rated in ratings)


def _ratings(emotion: Emotion) -> Iterator[Rated]:
    yield from filter(None, (emotion.overall, *emotion.by_persona.values()))
