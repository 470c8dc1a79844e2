"""The emotion chart by itself: title, legend, stages, curves, and every step's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.charts.curve_marks import draw_curves
from mkdocs_journeys.charts.drawing import Drawing, Font, Look, Pad
from mkdocs_journeys.charts.frame import LEVELS, Frame, draw_levels, stage_runs
from mkdocs_journeys.charts.labels import draw_end_labels, draw_name, end_width
from mkdocs_journeys.charts.legend import LEGEND, ROW, Entry, draw_legend, legend_rows
from mkdocs_journeys.charts.series import Series, panels
from mkdocs_journeys.charts.text_layout import clean, longest_word, text_width, wrap
from mkdocs_journeys.charts.words import ChartWords, GapNames
from mkdocs_journeys.insight.curves import CurvePoint

TITLE, STAGE, STEP, LEVEL = Font(18, bold=True), Font(12, bold=True), Font(11.5), Font(11.5)
HEADING, STAGE_NAME = Look("jm-label jm-title", fill="ink"), Look("jm-label jm-stage-name", fill="muted")
STEP_NAME, LEVEL_NAME = (
    Look("jm-label jm-step-name", fill="ink"),
    Look("jm-label jm-level-name", fill="muted"),
)
MESSAGE, STAGE_BAND = Look("jm-label jm-nothing", fill="muted"), Look("jm-stage-band", fill="band")
WIDTH = 800
MARGIN = 20
NARROWEST, WIDEST = 64, 128  # px: what a column gets for the longest word in it
PLOT, STRIP, STRIP_HEAD = 232, 96, 30  # px of height: one plot; one of several, and the name above it


@dataclass(frozen=True)
class Sheet:
    """What a sheet has room for, in px: its least width, and the height of one plot or of each of several."""

    width: float = WIDTH
    plot: float = PLOT
    strip: float = STRIP


@dataclass(frozen=True)
class Layout:
    """Where everything goes, in px. With names for it, the gap between two curves is shaded."""

    shown: Sequence[Series]
    points: Sequence[CurvePoint]
    stages: Mapping[str, str]
    words: ChartWords
    sheet: Sheet = Sheet()
    gap: GapNames | None = None

    @cached_property
    def scored(self) -> bool:
        """Whether there is anything to plot."""
        return any(one.scored for one in self.shown)

    @cached_property
    def multiples(self) -> bool:
        """Whether each persona has a plot of its own."""
        return len(panels(self.shown)) > 1

    @cached_property
    def left(self) -> float:
        """The plot's left edge."""
        words = (text_width(word, LEVEL.size) for word in self.words.levels.values())
        return MARGIN + max(words, default=0) + 10 if self.scored else MARGIN

    @cached_property
    def names(self) -> float:
        """The width of the curves' names from the centre of the last column on."""
        return end_width(self.shown) if self.scored and not self.multiples else 0

    @cached_property
    def right(self) -> float:
        """The width to the right of the plot; names of curves start within the last column."""
        return MARGIN + max(0, self.names - self.column / 2)

    @cached_property
    def column(self) -> float:
        """The width of a column."""
        longest = max((longest_word(point.step_name, STEP.size) for point in self.points), default=0)
        fair = (self.sheet.width - self.left - MARGIN - self.names) / max(1, len(self.points))
        return max(min(max(longest + 10, NARROWEST), WIDEST), fair)

    @cached_property
    def width(self) -> float:
        """The sheet's width."""
        return max(self.sheet.width, self.left + self.column * len(self.points) + self.right)

    @cached_property
    def title(self) -> tuple[str, ...]:
        """The title's lines."""
        return wrap(titled(self.shown, self.words), TITLE.measure, self.width - 2 * MARGIN)

    @cached_property
    def head(self) -> float:
        """Where legend or message stand: their base line."""
        return MARGIN + TITLE.size * 0.8 + (len(self.title) - 1) * TITLE.leading + 28

    @cached_property
    def legend(self) -> list[list[Entry]]:
        """The legend's rows."""
        return legend_rows(self.shown, self.words, self.gap, self.width - 2 * MARGIN) if self.scored else []

    @cached_property
    def stage_lines(self) -> list[tuple[tuple[str, ...], int, int]]:
        """Each stage's name in lines, with its first column and the one after its last."""
        return [
            (wrap(name, STAGE.measure, (end - start) * self.column - 12), start, end)
            for name, start, end in stage_runs(self.points, self.stages)
        ]

    @cached_property
    def stage_top(self) -> float:
        """The upper edge of the stages' bands."""
        return self.head + 18 + max(0, len(self.legend) - 1) * ROW

    @cached_property
    def plot_top(self) -> float:
        """The upper edge of the first plot, or of the steps' names where there is none."""
        lines = max((len(lines) for lines, _, _ in self.stage_lines), default=1)
        return self.stage_top + 20 + lines * STAGE.leading

    @cached_property
    def panels(self) -> list[tuple[Frame, list[Series]]]:
        """The plots: one with every curve, or one a persona with the steps' own curve behind it."""
        if not self.scored:
            return []
        if not self.multiples:
            return [(self._frame(self.plot_top, self.sheet.plot), list(self.shown))]
        first, each = self.plot_top + STRIP_HEAD, self.sheet.strip + STRIP_HEAD + 12
        shown = enumerate(panels(self.shown))
        return [(self._frame(first + i * each, self.sheet.strip), own) for i, own in shown]

    def _frame(self, top: float, height: float) -> Frame:
        return Frame(self.left, top, top + height, self.column, len(self.points))

    @cached_property
    def plot_bottom(self) -> float:
        """The lower edge of the last plot."""
        return self.panels[-1][0].bottom + 14 if self.panels else self.plot_top - 6

    @cached_property
    def step_lines(self) -> list[tuple[str, ...]]:
        """Each step's name in lines."""
        return [wrap(point.step_name, STEP.size, self.column - 10) for point in self.points]

    @cached_property
    def bottom(self) -> float:
        """The lower edge of the stages' bands."""
        return self.plot_bottom + 12 + max(map(len, self.step_lines), default=0) * STEP.leading

    @cached_property
    def height(self) -> float:
        """The sheet's height."""
        return self.bottom + MARGIN


def laid_out(
    shown: Sequence[Series], stages: Mapping[str, str], words: ChartWords, sheet: Sheet = Sheet()
) -> Layout:
    """The chart's layout; `stages` gives stage names by id."""
    return Layout(shown, shown[0].curve.points if shown else (), stages, words, sheet)


def draw_emotion(layout: Layout) -> Drawing:
    """The chart. With nothing scored it says so and has no axes."""
    pad = Pad()
    _draw_stages(pad, layout)
    pad.text(HEADING, TITLE, layout.title, (MARGIN, MARGIN + TITLE.size * 0.8))
    if layout.scored:
        draw_legend(pad, layout.legend, (MARGIN, layout.head))
        _draw_panels(pad, layout)
    else:
        pad.text(MESSAGE, LEGEND, (clean(layout.words.nothing_scored),), (MARGIN, layout.head))
    _draw_steps(pad, layout)
    return Drawing(layout.width, layout.height, tuple(pad.marks), layout.words.lang)


def titled(shown: Sequence[Series], words: ChartWords) -> str:
    """The title, with how many people the readings stand for where there are any: "... (n = 12-48)"."""
    counts = {point.n for one in shown for _, point, _ in one.scored if point.n}
    if not counts:
        return words.title
    return f"{words.title} (n = {'–'.join(str(n) for n in sorted({min(counts), max(counts)}))})"


def _draw_stages(pad: Pad, layout: Layout) -> None:
    left, column = layout.left, layout.column
    edges = [(left + start * column, left + end * column) for _, start, end in layout.stage_lines]
    pad.boxes(STAGE_BAND, [(a, layout.stage_top, b, layout.bottom) for a, b in edges[::2]])
    for (a, b), (lines, _, _) in zip(edges, layout.stage_lines, strict=True):
        pad.text(STAGE_NAME, STAGE, lines, ((a + b) / 2, layout.stage_top + 18), "middle")


def _draw_panels(pad: Pad, layout: Layout) -> None:
    for frame, shown in layout.panels:
        _draw_axis(pad, frame, layout.words, names=not layout.multiples and len(shown) > 1)
        draw_curves(pad, frame, shown, truths=bool(layout.words.truth), gap=layout.gap is not None)
        if layout.multiples:
            draw_name(pad, shown[-1], (frame.left + 8, frame.top - 17))
        elif len(shown) > 1:
            draw_end_labels(pad, frame, shown)


def _draw_axis(pad: Pad, frame: Frame, words: ChartWords, *, names: bool) -> None:
    draw_levels(pad, frame, names=names)
    for level in LEVELS if frame.bottom - frame.top > STRIP else LEVELS[::2]:
        word = (clean(words.levels.get(level, "")),)
        pad.text(LEVEL_NAME, LEVEL, word, (frame.left - 10, frame.y(level) + LEVEL.size * 0.36), "end")


def _draw_steps(pad: Pad, layout: Layout) -> None:
    for index, lines in enumerate(layout.step_lines):
        x = layout.left + (index + 0.5) * layout.column
        pad.text(STEP_NAME, STEP, lines, (x, layout.plot_bottom + STEP.size + 4), "middle")
