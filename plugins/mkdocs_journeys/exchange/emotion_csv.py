"""`emotion.csv`: what is known of how a journey feels, a row for each step and each of its personas."""

import csv
import io
from collections.abc import Iterator

from mkdocs_journeys.exchange.cells import without_formula
from mkdocs_journeys.exchange.figures import DIGITS, iso, rounded
from mkdocs_journeys.insight import Feeling, Insight, JourneyInsight, Measured, StepInsight, Total

COLUMNS = (
    "stage_id", "step_id", "step", "persona", "score", "assumed", "evidenced", "expired", "n", "q1", "q3",
    "first", "last", "confidence", "customers", "agreeing", "disagreeing", "inside", "inside_n", "said",
    "said_n", "done", "done_n",
)  # fmt: skip


def emotion_csv(insight: Insight, journey: str) -> bytes:
    """The figures of the journey with id `journey` as UTF-8 CSV, scores -2..2.

    Each step has a row with an empty `persona`, for all who take it, then one for each of them who is scored.
    `inside` is what the company believes; `said` and `done` are of the step as a whole. The last rows,
    without a step, are of all steps together: `score` is their plain mean, `n` the number of readings.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    studied = insight.journeys[journey]
    for step in studied.steps:
        writer.writerows(_rows(step))
    writer.writerows(_totals(studied))
    return text.getvalue().encode()


def _rows(step: StepInsight) -> Iterator[list[str]]:
    start = [*map(without_formula, (step.at.stage.id, step.id, step.at.step.name))]
    sides = [*_side(step.said), *_side(step.done)]
    yield [*start, "", *_felt(step.feeling), *_side(step.believed), *sides]
    for persona, feeling in step.feeling.personas.items() if step.feeling else ():
        if feeling is not None:
            yield [*start, without_formula(persona), *_felt(feeling), *_inside(feeling), "", "", "", ""]


def _totals(journey: JourneyInsight) -> Iterator[list[str]]:
    yield ["", "", "", "", *_total(journey.total)]
    for persona, total in journey.totals.items():
        yield ["", "", "", without_formula(persona), *_total(total)]


def _total(total: Total) -> list[str]:
    quartiles = [_number(total.q1), _number(total.q3)]
    days = [iso(total.first) or "", iso(total.last) or ""]
    return [_number(total.mean), "", "", "", str(total.readings), *quartiles, *days, *[""] * 10]


def _felt(feeling: Feeling | None) -> list[str]:
    if feeling is None:
        return [""] * 13
    confidence = feeling.confidence
    return [
        _number(feeling.score),
        _number(feeling.assumed),
        str(feeling.evidenced).lower(),
        str(feeling.expired).lower(),
        str(feeling.n),
        _number(feeling.q1),
        _number(feeling.q3),
        iso(feeling.first) or "",
        iso(feeling.last) or "",
        confidence.level,
        *map(str, (confidence.customers, confidence.agreeing, confidence.disagreeing)),
    ]


def _inside(feeling: Feeling) -> list[str]:
    return _side(None if feeling.inside is None else Measured(feeling.inside, feeling.inside_n))


def _side(measured: Measured | None) -> list[str]:
    return ["", ""] if measured is None else [_number(measured.score), str(measured.n)]


def _number(value: float | None) -> str:
    return "" if value is None else f"{rounded(value):.{DIGITS}f}".rstrip("0").rstrip(".")
