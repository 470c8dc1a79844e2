"""How long a chart of 15 steps takes once matplotlib is imported, and what it weighs.

Run as `python -m tests.benchmarks.bench_charts`. The figures are of this run on this machine; the ratio to
matplotlib's own way, the same curve on a Figure with Axes, is what means something elsewhere.
"""

import gzip
import io
import time
from collections.abc import Callable
from datetime import date

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from mkdocs_journeys.charts import (
    ComparisonWords,
    DistributionWords,
    GapNames,
    Slide,
    comparison_map_svg,
    distribution_svg,
    emotion_png,
    emotion_slide,
    emotion_svg,
    map_curve_svg,
    sparkline_svg,
    trend_svg,
)
from mkdocs_journeys.insight import LEVELS as CONFIDENCE
from mkdocs_journeys.insight import Comparison, Curve, Distribution, Period, Trend
from tests.charts.samples import LEVELS, STAGES, WORDS, curve, point, scored

NAMES = ["Sees a photo", "Asks in the shop", "Compares three shops", "Reads reviews", "Chooses a size"]
SCORES = (1, 0.5, -0.5, 0, 1, 0.8, -2, -1.2, 0.9, 1.4, 1.8, -1, -1.6, 0.5, 1)
ONE = [
    curve(
        [
            point(NAMES[i % 5], score, evidenced=i % 3 > 0, stage_id=sorted(STAGES)[i // 5])
            for i, score in enumerate(SCORES)
        ]
    )
]
FOUR: list[Curve] = [*ONE, *(scored(*SCORES[i:], *SCORES[:i], persona=f"p{i}") for i in range(4))]

JUDGED = [
    curve(
        [
            point(
                p.step_name, p.score, evidenced=i % 4 > 0, level=CONFIDENCE[i % 4], n=i % 4 * 9,
                q1=None if i % 4 == 0 else -1, q3=None if i % 4 == 0 else 1.5, stage_id=p.stage_id,
            )
            for i, p in enumerate(ONE[0].points)
        ]
    )
]  # fmt: skip
AGAINST = scored(*SCORES[4:], *SCORES[:4], evidenced=True)
SIDES = Comparison(sides="said-done", first=ONE[0], second=AGAINST, gaps=())
SEASON = Period(first=date(2026, 3, 1), last=date(2026, 4, 1), methods=("survey",), n=24)
TREND = Trend(then=SEASON, now=SEASON, then_curve=ONE[0], now_curve=AGAINST, changes=(), alike=True)
NAMES_OF_GAPS = GapNames("worse than they say", "better than they say")
TWO = ComparisonWords(
    WORDS.title, WORDS.alternative, LEVELS, "What they say", "What they do", NAMES_OF_GAPS,
)  # fmt: skip
PEOPLE = Distribution(n=35, people=(9, 14, 4, 6, 2), mean=-0.63, q1=-1, q3=0)
HEARD = DistributionWords(LEVELS)


def milliseconds(draw: Callable[[], bytes], turns: int) -> float:
    """CPU time of one call, the best of five rounds; the first call, which imports, does not count."""
    draw()
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for _ in range(turns):
            draw()
        rounds.append((time.process_time() - start) / turns * 1000)
    return min(rounds)


def figure_with_axes() -> bytes:
    """The way that matplotlib is mostly used."""
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "x"}):
        figure = Figure(figsize=(10, 4))
        axes = figure.add_subplot()
        axes.plot(range(15), SCORES, marker="o")
        axes.set_xticks(range(15), [p.step_name for p in ONE[0].points])
        axes.set_yticks(list(LEVELS), list(LEVELS.values()))
        axes.set_title(WORDS.title)
        file = io.BytesIO()
        FigureCanvasSVG(figure).print_svg(file, metadata={"Date": None})  # type: ignore[no-untyped-call] # no types there
    return file.getvalue()


def main() -> None:
    """Print a row for each kind of chart."""
    kinds: dict[str, tuple[Callable[[], bytes], int]] = {
        "Figure with Axes, for comparison": (figure_with_axes, 3),
        "emotion.svg": (lambda: emotion_svg(ONE, STAGES, WORDS), 30),
        "emotion.svg, four personas": (lambda: emotion_svg(FOUR, STAGES, WORDS), 15),
        "the map's curve": (lambda: map_curve_svg(ONE, WORDS), 30),
        "small curve": (lambda: sparkline_svg(ONE[0]), 50),
        "levels of confidence": (lambda: emotion_svg(JUDGED, STAGES, WORDS), 15),
        "levels on the map": (lambda: map_curve_svg(JUDGED, WORDS), 15),
        "small curve of levels": (lambda: sparkline_svg(JUDGED[0]), 30),
        "two sides on the map": (lambda: comparison_map_svg(SIDES, TWO), 15),
        "then and now": (lambda: trend_svg(TREND, STAGES, TWO), 15),
        "people at the levels": (lambda: distribution_svg(PEOPLE, HEARD), 50),
        "emotion.png": (lambda: emotion_png(ONE, STAGES, WORDS).content, 2),
        "emotion.pdf": (lambda: emotion_slide("pdf", ONE, STAGES, WORDS, Slide()).content, 2),
    }
    plain = milliseconds(*kinds["Figure with Axes, for comparison"])
    print(f"{'15 steps':34}{'ms':>8}{'ratio':>8}{'bytes':>9}{'gzip':>8}")
    for name, (draw, turns) in kinds.items():
        took, content = milliseconds(draw, turns), draw()
        zipped = len(gzip.compress(content, 6, mtime=0))
        print(f"{name:34}{took:8.1f}{took / plain:8.2f}{len(content):9,}{zipped:8,}")


if __name__ == "__main__":
    main()
