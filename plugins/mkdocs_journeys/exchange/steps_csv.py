"""`steps.csv`: a journey's steps, a row each, for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from mkdocs_journeys.exchange.cells import without_formula
from mkdocs_journeys.exchange.figures import rounded
from mkdocs_journeys.insight import Insight, StepInsight

COLUMNS = (
    "stage_id", "stage", "step_id", "step", "emotion", "assumed", "evidenced", "n", "touchpoints", "channels",
    "pains", "gains", "drop_off", "evidence",
)  # fmt: skip


def steps_csv(insight: Insight, journey: str) -> bytes:
    """The steps of the journey with id `journey` as UTF-8 CSV, lists joined with `; `.

    A text that a spreadsheet would take for a formula gets a leading `'`.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(step_row(insight, step) for step in insight.journeys[journey].steps)
    return text.getvalue().encode()


def step_row(insight: Insight, studied: StepInsight) -> list[str]:
    """The cells of a step, one for each of `COLUMNS`."""
    stage, step, feeling = studied.at.stage, studied.at.step, studied.feeling
    catalogue = insight.catalogue
    return [
        *map(without_formula, (stage.id, stage.name, step.id, step.name)),
        "" if feeling is None else _number(feeling.score),
        "" if feeling is None else _number(feeling.assumed),
        "" if feeling is None else str(feeling.evidenced).lower(),
        "" if feeling is None else str(feeling.n),
        _list(catalogue.touchpoints_of(step)),
        _list(catalogue.channels_of(step)),
        _list(pain.text for pain in step.pains),
        _list(gain.text for gain in step.gains),
        _number(studied.flow.drop_off),
        _list(_evidence(insight, studied)),
    ]


def _evidence(insight: Insight, studied: StepInsight) -> list[str]:
    journey, step = studied.at.journey, studied.at.step
    ratings = [] if step.emotion is None else [step.emotion.overall, *step.emotion.by_persona.values()]
    named = [item for rated in ratings if rated is not None for item in rated.evidence]
    read = [reading.evidence for reading in insight.catalogue.readings.get((journey.id, step.id), ())]
    return list(dict.fromkeys([*step.evidence, *named, *read]))


def _number(value: float | None) -> str:
    return "" if value is None else f"{rounded(value):g}"


def _list(items: Iterable[str]) -> str:
    return without_formula("; ".join(items))
