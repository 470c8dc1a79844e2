"""A table in which a row is a step."""

from collections.abc import Sequence

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.cells import as_meant
from mkdocs_journeys.exchange.importing.draft import ALL_STEPS, BEGINNING, Draft, DraftStage, DraftStep
from mkdocs_journeys.exchange.importing.lanes import (
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


def read_step_rows(table: Table, header: int, scale: Scale | None) -> Draft:
    """The journey in the rows below row `header`, which holds the headings."""
    body = range(header + 1, len(table.rows))
    filled = [n for n in range(table.width) if any(table.cell(row, n).text for row in body)]
    lanes = find_lanes(table, enumerate(table.rows[header]), filled)
    take_scores_for_scores(lanes, lambda lane: [table.cell(row, lane.number) for row in body])
    lane = lanes.get("emotion")
    choose_scale(lanes, [] if lane is None else [table.cell(row, lane.number) for row in body], scale)
    reader = _Rows(lanes, table.draft(header))
    for row in body:
        reader.take(table.rows[row], row)
    return reader.draft


class _Rows:
    def __init__(self, lanes: Lanes, draft: Draft) -> None:
        self.lanes = lanes
        self.table = lanes.table
        self.draft = draft

    def take(self, cells: Sequence[Cell], row: int) -> None:
        """Add a row: to a new step, or, where it names none, to the step above."""
        stage = self._stage(row)
        first = cells[0]
        step = self._step(stage, row)
        if step is None:
            self.table.warn(first, say("this row names no step; it is left out"))
            return
        for lane in self.lanes.of_steps():
            cell = self.table.cell(row, lane.number)
            add_to_step(self.lanes, self.draft, step, lane, cell)
            if lane.field == "feeling" and cell.text:
                feel_by_words(self.lanes, step, cell)
        do_not_repeat_the_name(step)

    def _text(self, row: int, field: str) -> str:
        lane = self.lanes.get(field)
        return "" if lane is None else " ".join(without_marks(self.table.cell(row, lane.number).text).split())

    def _stage(self, row: int) -> DraftStage:
        """The stage of a row: a new one where it names another, else the stage above."""
        name, own_id = as_meant(self._text(row, "stage")), self._text(row, "stage_id") or None
        stages = self.draft.stages
        if not stages or (name and name != stages[-1].name) or (own_id and own_id != stages[-1].id):
            cell = self.table.cell(row, 0)
            if not name and self.lanes.get("stage") is not None and not stages:
                self.table.warn(cell, say("this row stands above the first stage"))
            unnamed = ALL_STEPS if self.lanes.get("stage") is None else BEGINNING
            chosen = name or (str(own_id) if stages else unnamed)
            stages.append(DraftStage(chosen, self.table.place(cell), own_id))
        lane = self.lanes.get("goal")
        if lane is not None:
            stages[-1].describe("goal", self.table.cell(row, lane.number).items)
        return stages[-1]

    def _step(self, stage: DraftStage, row: int) -> DraftStep | None:
        name, own_id = as_meant(self._text(row, "step")), self._text(row, "step_id") or None
        lane = self.lanes.get("step")
        if not name and stage.steps and self._goes_on(row):
            return stage.steps[-1]
        cell = self.table.cell(row, 0 if lane is None else lane.number)
        step = DraftStep(name, self.table.place(cell), own_id)
        if not name:
            self._name_by_action(step, stage, row)
        if not step.name:
            return stage.steps[-1] if stage.steps else None
        stage.steps.append(step)
        return step

    def _goes_on(self, row: int) -> bool:
        """Whether a row says more of the step above: nothing stands where its name would be made from."""
        lane = self.lanes.get("step") or self.lanes.get("does")
        return lane is not None and (lane.field == "step" or not self.table.cell(row, lane.number).text)

    def _name_by_action(self, step: DraftStep, stage: DraftStage, row: int) -> None:
        """Name a step by what is done at it, else by its touchpoint, else by its stage."""
        for field in ("does", "touchpoints", "pains"):
            lane = self.lanes.get(field)
            if lane is None or not (items := self.table.cell(row, lane.number).items):
                continue
            step.name = name_from(without_marks(items[0]))
            if field != "does":
                self._told_a_name(step, row)
            return
        if not stage.steps:
            step.name = stage.name
            self._told_a_name(step, row)

    def _told_a_name(self, step: DraftStep, row: int) -> None:
        cell = self.table.rows[row][0]
        self.table.warn(cell, say('no step is named here; it was called "%(name)s"', name=step.name))
