"""A table in which stages are columns and each row says one kind of thing: most maps in the wild."""

from mkdocs_journeys.exchange.importing.draft import BEGINNING, Draft, DraftStage, DraftStep
from mkdocs_journeys.exchange.importing.lanes import (
    Lane,
    Lanes,
    add_to_step,
    choose_scale,
    do_not_repeat_the_name,
    feel_by_words,
    find_lanes,
)
from mkdocs_journeys.exchange.importing.markdown_table import without_marks
from mkdocs_journeys.exchange.importing.names import name_from
from mkdocs_journeys.exchange.importing.scores import Scale
from mkdocs_journeys.exchange.importing.table import Cell, Table


def read_stage_columns(table: Table, header: int, labels: int, scale: Scale | None) -> Draft:
    """The journey whose stages are named in row `header`, and whose lanes in column `labels`."""
    rows = range(header + 1, len(table.rows))
    columns = [n for n in range(labels + 1, table.width) if any(table.cell(row, n).text for row in rows)]
    filled = [row for row in rows if any(table.cell(row, n).text for n in columns)]
    headings = [(row, table.cell(row, labels)) for row in rows]
    lanes = find_lanes(table, _continued(headings), filled)
    lane = lanes.get("emotion")
    choose_scale(lanes, [] if lane is None else [table.cell(lane.number, n) for n in columns], scale)
    reader = _Columns(lanes, header, table.draft(header))
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

    def take(self, column: int) -> None:
        """Add a column: a step of the stage that it names, or of the one to its left."""
        stage = self._stage(column)
        step = self._step(stage, column)
        stage.steps.append(step)
        for lane in self.lanes.of_steps():
            cell = self.table.cell(lane.number, column)
            if lane.field == "improvements":
                for title in cell.items:
                    self.draft.improve(without_marks(title), self.table.place(cell), stage)
            else:
                add_to_step(self.lanes, self.draft, step, lane, cell)
            if lane.field == "feeling" and cell.text:
                feel_by_words(self.lanes, step, cell)
        do_not_repeat_the_name(step)

    def _stage(self, column: int) -> DraftStage:
        head = self.table.cell(self.header, column)
        name = " ".join(without_marks(head.text).split())
        lane = self.lanes.get("stage")
        name = name or (
            " ".join(without_marks(self.table.cell(lane.number, column).text).split()) if lane else ""
        )
        if not self.draft.stages or (name and name != self.draft.stages[-1].name):
            self.draft.stages.append(DraftStage(name or BEGINNING, self.table.place(head)))
        stage = self.draft.stages[-1]
        lane = self.lanes.get("goal")
        if lane is not None:
            stage.describe("goal", self.table.cell(lane.number, column).items)
        return stage

    def _step(self, stage: DraftStage, column: int) -> DraftStep:
        for field in ("step", "does"):
            lane = self.lanes.get(field)
            if lane is not None and (items := self._items(lane, column)):
                return DraftStep(
                    name_from(without_marks(items[0])), self.table.place(self.table.cell(lane.number, column))
                )
        return DraftStep(stage.name, self.table.place(self.table.cell(self.header, column)))

    def _items(self, lane: Lane, column: int) -> list[str]:
        return self.table.cell(lane.number, column).items
