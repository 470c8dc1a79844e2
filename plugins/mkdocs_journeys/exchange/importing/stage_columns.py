"""A table in which stages are columns and each row says one kind of thing: most maps in the wild."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.importing.draft import BEGINNING, Draft, DraftStage, DraftStep
from mkdocs_journeys.exchange.importing.lanes import (
    Lane,
    Lanes,
    add_to_step,
    choose_scale,
    do_not_repeat_the_name,
    feel_by_words,
    find_lanes,
    take_scores_for_scores,
)
from mkdocs_journeys.exchange.importing.markdown_table import without_marks
from mkdocs_journeys.exchange.importing.names import name_from
from mkdocs_journeys.exchange.importing.scores import Scale
from mkdocs_journeys.exchange.importing.table import Cell, Table

MOST_STEPS = 100
"""Steps of one cell."""


def read_stage_columns(table: Table, header: int, labels: int, scale: Scale | None) -> Draft:
    """The journey whose stages are named in row `header`, and whose lanes in column `labels`."""
    rows = range(header + 1, len(table.rows))
    columns = [n for n in range(labels + 1, table.width) if any(table.cell(row, n).text for row in rows)]
    filled = [row for row in rows if any(table.cell(row, n).text for n in columns)]
    headings = [(row, table.cell(row, labels)) for row in rows]
    lanes = find_lanes(table, _continued(headings), filled)
    reader = _Columns(lanes, header, table.draft(header))
    take_scores_for_scores(lanes, lambda lane: [table.cell(lane.number, n) for n in columns])
    choose_scale(lanes, list(reader.scores(columns)), scale)
    for column in columns:
        reader.take(column)
    return reader.draft


def _continued(headings: list[tuple[int, Cell]]) -> list[tuple[int, Cell]]:
    """Headings in which an empty one stands for the one above: a merged cell."""
    found: list[tuple[int, Cell]] = []
    for number, cell in headings:
        above = found[-1][1] if found else cell
        found.append((number, cell if cell.text else cell._replace(text=above.text)))
    return found


class _Columns:
    def __init__(self, lanes: Lanes, header: int, draft: Draft) -> None:
        self.lanes = lanes
        self.table = lanes.table
        self.header = header
        self.draft = draft

    def scores(self, columns: Sequence[int]) -> Iterator[Cell]:
        """Every cell of the lane of emotions, divided among the steps of its column."""
        lane = self.lanes.get("emotion")
        for column in columns if lane else ():
            cell = self._cell(lane, column)
            count = len(self._names(column))
            yield from (_divided(lane, cell, count) if lane and count > 1 else None) or [cell]

    def take(self, column: int) -> None:
        """Add a column: the steps of the stage that it names, or of the one to its left."""
        stage = self._stage(column)
        steps = self._steps(stage, column)
        stage.steps += steps
        for lane in self.lanes.of_steps():
            cell = self._cell(lane, column)
            if lane.field == "improvements":
                for title in cell.items:
                    self.draft.improve(without_marks(title), self.table.place(cell), stage)
            elif cell.text:
                self._add(lane, cell, steps)
        for step in steps:
            do_not_repeat_the_name(step)

    def _add(self, lane: Lane, cell: Cell, steps: list[DraftStep]) -> None:
        for step, part in zip(steps, self._shares(lane, cell, len(steps)), strict=False):
            add_to_step(self.lanes, self.draft, step, lane, part)
            if lane.field == "feeling" and part.text:
                feel_by_words(self.lanes, step, part)

    def _shares(self, lane: Lane, cell: Cell, count: int) -> list[Cell]:
        """What of a cell belongs to each of the first steps of its column, which has `count`."""
        if count == 1:
            return [cell]
        if (parts := _divided(lane, cell, count)) is not None:
            return parts
        if lane.field == "personas":
            message = say(
                "there are %(count)s steps in this column, but not as many lines here; everybody was put at "
                "each of them",
                count=count,
            )
        else:
            message = say(
                "there are %(count)s steps in this column, but not as many lines here; all was put at the "
                "first of them",
                count=count,
            )
        self.table.warn(cell, message)
        return [cell] * (count if lane.field == "personas" else 1)

    def _cell(self, lane: Lane | None, column: int) -> Cell:
        return self.table.cell(self.header if lane is None else lane.number, column)

    def _stage(self, column: int) -> DraftStage:
        head = self._cell(None, column)
        lane = self.lanes.get("stage")
        name = _name(head) or (_name(self._cell(lane, column)) if lane else "")
        if not self.draft.stages or (name and name != self.draft.stages[-1].name):
            self.draft.stages.append(DraftStage(name or BEGINNING, self.table.place(head)))
        stage = self.draft.stages[-1]
        lane = self.lanes.get("goal")
        if lane is not None:
            stage.describe("goal", self._cell(lane, column).items)
        return stage

    def _names(self, column: int) -> list[str]:
        """The lines of a column in the lane of steps."""
        lane = self.lanes.get("step")
        return self._cell(lane, column).items[:MOST_STEPS] if lane else []

    def _steps(self, stage: DraftStage, column: int) -> list[DraftStep]:
        """The steps of a column, one at least: each line in their lane is one."""
        names = self._names(column)
        lane = self.lanes.get("step")
        if lane is None or not names:
            return [self._step_by_action(stage, column)]
        cell = self._cell(lane, column)
        if len(names) > 1:
            self.table.warn(lane.heading, say("each line of a cell was taken for a step of its own here"))
        if len(cell.items) > MOST_STEPS:
            self.table.warn(
                cell, say("only %(count)s steps are read; the rest is left out", count=MOST_STEPS)
            )
        return [DraftStep(name_from(without_marks(name)), self.table.place(cell)) for name in names]

    def _step_by_action(self, stage: DraftStage, column: int) -> DraftStep:
        """A step that is named by what is done first, else by its stage."""
        lane = self.lanes.get("does")
        cell = self._cell(lane, column)
        if lane is not None and cell.items:
            return DraftStep(name_from(without_marks(cell.items[0])), self.table.place(cell))
        head = self._cell(None, column)
        self.table.warn(head, say('no step is named here; it was called "%(name)s"', name=stage.name))
        return DraftStep(stage.name, self.table.place(head))


def _name(cell: Cell) -> str:
    return " ".join(without_marks(cell.text).split())


def _divided(lane: Lane, cell: Cell, count: int) -> list[Cell] | None:
    """The lines of a cell for `count` steps; in the lane of emotions, a dash is a score."""
    return cell.lines(count, as_they_are=lane.field == "emotion")
