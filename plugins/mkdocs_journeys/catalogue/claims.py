"""Claims: what stands on which piece of evidence."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.catalogue.catalogue import Claim, ClaimKind
from mkdocs_journeys.definitions import Evidence, Journey, Metric, Noted, Persona, Reading, Step


def claims_of(
    journeys: Iterable[Journey],
    personas: Iterable[Persona],
    readings: Mapping[tuple[str, str], tuple[Reading, ...]],
    evidence: Mapping[str, Evidence],
) -> dict[str, tuple[Claim, ...]]:
    """Every claim, by evidence id, in the order of journeys and steps."""
    found: dict[str, list[Claim]] = {item: [] for item in evidence}
    for claim in dict.fromkeys(_claims(journeys, personas, readings)):
        if claim.evidence in found:
            found[claim.evidence].append(claim)
    return {item: tuple(claims) for item, claims in found.items()}


def _claims(
    journeys: Iterable[Journey],
    personas: Iterable[Persona],
    readings: Mapping[tuple[str, str], tuple[Reading, ...]],
) -> Iterator[Claim]:
    for journey in journeys:
        yield from _of_journey(journey)
        for stage in journey.stages:
            yield from _of_metrics(journey, stage.metrics, None)
            for step in stage.steps:
                yield from _of_step(journey, step)
                yield from _of_readings(journey, step, readings.get((journey.id, step.id), ()))
    for persona in personas:
        for evidence in persona.evidence:
            yield Claim(evidence, "persona", persona.name, persona=persona.id)


def _of_journey(journey: Journey) -> Iterator[Claim]:
    for evidence in journey.evidence:
        yield Claim(evidence, "journey", journey.title, journey.id)
    yield from _of_metrics(journey, journey.metrics, None)
    for improvement in journey.improvements:
        for evidence in improvement.evidence:
            yield Claim(evidence, "improvement", improvement.title, journey.id)


def _of_metrics(journey: Journey, metrics: Iterable[Metric], step: str | None) -> Iterator[Claim]:
    for metric in metrics:
        if metric.source is not None:
            yield Claim(metric.source, "metric", metric.name, journey.id, step)


def _of_step(journey: Journey, step: Step) -> Iterator[Claim]:
    for evidence in step.evidence:
        yield Claim(evidence, "step", step.name, journey.id, step.id)
    yield from _of_emotion(journey, step)
    yield from _of_noted(journey, step, "pain", step.pains)
    yield from _of_noted(journey, step, "gain", step.gains)
    for quote in step.quotes:
        for evidence in quote.evidence:
            yield Claim(evidence, "quote", quote.text, journey.id, step.id)
    yield from _of_metrics(journey, step.metrics, step.id)


def _of_emotion(journey: Journey, step: Step) -> Iterator[Claim]:
    if step.emotion is None:
        return
    if step.emotion.overall is not None:
        for evidence in step.emotion.overall.evidence:
            yield Claim(evidence, "score", step.name, journey.id, step.id)
    for persona, rated in step.emotion.by_persona.items():
        for evidence in rated.evidence:
            yield Claim(evidence, "score", step.name, journey.id, step.id, persona)


def _of_noted(journey: Journey, step: Step, what: ClaimKind, noted: Iterable[Noted]) -> Iterator[Claim]:
    for item in noted:
        for evidence in item.evidence:
            yield Claim(evidence, what, item.text, journey.id, step.id)


def _of_readings(journey: Journey, step: Step, readings: Iterable[Reading]) -> Iterator[Claim]:
    for evidence in dict.fromkeys(reading.evidence for reading in readings):
        yield Claim(evidence, "readings", step.name, journey.id, step.id)
