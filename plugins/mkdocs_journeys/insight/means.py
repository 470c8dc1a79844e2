"""Mean scores over journeys: of touchpoints, channels and personas."""

from collections.abc import Iterable, Mapping

from mkdocs_journeys.catalogue import Catalogue, StepAt
from mkdocs_journeys.insight.feelings import StepFeeling
from mkdocs_journeys.insight.journeys import JourneyInsight
from mkdocs_journeys.insight.scores import mean
from mkdocs_journeys.insight.steps import counts_in_figures

Feelings = Mapping[tuple[str, str], StepFeeling]
"""How the scored steps feel that count in figures, by journey and step."""


def feelings_that_count(journeys: Iterable[JourneyInsight]) -> Feelings:
    """How the scored steps of all lived journeys feel."""
    return {
        (journey.journey.id, step.id): step.feeling
        for journey in journeys
        if counts_in_figures(journey.journey)
        for step in journey.steps
        if step.feeling is not None
    }


def touchpoint_means(catalogue: Catalogue, feelings: Feelings) -> dict[str, float | None]:
    """The plain mean (-2..2) of the scores of each touchpoint's steps; None where none is scored."""
    return {id_: _mean(entry.steps, feelings) for id_, entry in catalogue.touchpoints.items()}


def channel_means(catalogue: Catalogue, feelings: Feelings) -> dict[str, float | None]:
    """The plain mean (-2..2) of the scores of each channel's steps; None where none is scored."""
    return {id_: _mean(channel.steps, feelings) for id_, channel in catalogue.channels.items()}


def persona_means(catalogue: Catalogue, feelings: Feelings) -> dict[str, float | None]:
    """The plain mean (-2..2) of each persona's own scores; None where no step that they take is scored."""
    scores: dict[str, list[float]] = {id_: [] for id_ in catalogue.personas}
    for feeling in feelings.values():
        for id_, own in feeling.personas.items():
            if own is not None and id_ in scores:
                scores[id_].append(own.score)
    return {id_: mean(own) for id_, own in scores.items()}


def _mean(steps: Iterable[StepAt], feelings: Feelings) -> float | None:
    found = (feelings.get((at.journey.id, at.step.id)) for at in steps)
    return mean(feeling.score for feeling in found if feeling is not None)
