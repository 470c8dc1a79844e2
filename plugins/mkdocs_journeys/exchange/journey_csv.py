"""A journey as CSV with nothing lost: the columns of `steps.csv`, and after them all that was typed."""

import csv
import io
from collections.abc import Iterable, Iterator

from mkdocs_journeys.definitions import Journey, Stage, Step
from mkdocs_journeys.exchange.cells import to_cell
from mkdocs_journeys.exchange.journey_json import TYPED
from mkdocs_journeys.exchange.steps_csv import COLUMNS, step_row
from mkdocs_journeys.exchange.typed import as_typed, in_short, written_keys
from mkdocs_journeys.insight import Insight

STAGE, JOURNEY = "stage_", "journey_"
BODY = f"{JOURNEY}body"
ID = f"{JOURNEY}id"


def step_columns() -> dict[str, str]:
    """The columns of what was typed in a step, with the key of each; its id and name are in `COLUMNS`."""
    keys = [key for key in written_keys(Step) if key not in {"id", "name"}]
    return {f"{TYPED}{key}" if key in (*COLUMNS, "next") else key: key for key in keys}


def stage_columns() -> dict[str, str]:
    """The columns of what was typed in a stage, with the key of each."""
    return {f"{STAGE}{key}": key for key in written_keys(Stage) if key not in {"id", "name", "steps"}}


def journey_columns() -> dict[str, str]:
    """The columns of what was typed of the journey as a whole, with the key of each."""
    return {f"{JOURNEY}{key}": key for key in written_keys(Journey) if key != "stages"}


def all_columns() -> list[str]:
    """Every column, in order."""
    return [*COLUMNS, *step_columns(), *stage_columns(), ID, *journey_columns(), BODY]


def journey_csv(insight: Insight, journey: str) -> bytes:
    """The journey with id `journey` as UTF-8 CSV, one row a step.

    What belongs to a stage stands in the row of its first step, what belongs to the journey in the first row.
    Several texts, and nested parts, are JSON in their cell. A text that a spreadsheet would take for a
    formula gets a leading `'`. `journey_from_csv` makes the definition of it again.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(all_columns())
    writer.writerows(_rows(insight, insight.journeys[journey].journey))
    return text.getvalue().encode()


def _rows(insight: Insight, journey: Journey) -> Iterator[list[str]]:
    studied = {step.id: step for step in insight.journeys[journey.id].steps}
    of_journey = [
        journey.id,
        *_cells(journey, journey_columns()),
        to_cell(journey.source.body_markdown or None),
    ]
    for stage in journey.stages:
        of_stage = _cells(stage, stage_columns())
        for step in stage.steps:
            own = [*step_row(insight, studied[step.id]), *_cells(step, step_columns())]
            yield [*own, *of_stage, *of_journey]
            of_stage, of_journey = _emptied(of_stage), _emptied(of_journey)


def _cells(part: Journey | Stage | Step, columns: dict[str, str]) -> list[str]:
    typed = in_short(as_typed(part))
    return [to_cell(typed.get(key)) for key in columns.values()]


def _emptied(cells: Iterable[str]) -> list[str]:
    return ["" for _ in cells]
