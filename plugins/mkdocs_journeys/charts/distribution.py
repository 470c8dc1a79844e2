"""How many people there are at each of the five levels, small enough to stand beside a dozen others."""

from collections.abc import Iterable

from mkdocs_journeys.charts.drawing import CLOSE, LINE, MOVE, Drawing, Look, Outline, Pad
from mkdocs_journeys.charts.frame import HIGHEST, LEVELS, LOWEST
from mkdocs_journeys.charts.words import DistributionWords
from mkdocs_journeys.insight.distributions import Distribution

WIDTH, HEIGHT = 160.0, 48.0
SLOT, BAR = 30.0, 22.0  # px of width: a level's place, and the bar in it
TOP, FOOT, BELOW = 4.0, 32.0, 41.0  # px from above: the highest bar's top, the bars' foot, mean and quartiles
LEAST = 2.0  # px: the height of the bar of one person among very many
CAP = 3.5  # px: half the height of the bracket's ends
MIDDLE_HALF = Look("jm-middle-half", stroke="muted", width=1.5)


def highest_share(distributions: Iterable[Distribution]) -> float:
    """The largest share of people at one level (0..1) among pictures of one scale; 1 without any people."""
    return max((max(each.people) / each.n for each in distributions if each.n), default=1)


def draw_distribution(distribution: Distribution, words: DistributionWords, peak: float) -> Drawing:
    """Bars by the share of people, that of `peak` (0..1) as high as can be; under them mean and quartiles.

    A level without people has nothing but its foot line.
    """
    pad = Pad()
    feet = [((x(level) - BAR / 2, FOOT), (x(level) + BAR / 2, FOOT)) for level in LEVELS]
    pad.rules(Look("jm-foot", stroke="axis"), feet)
    for level, people in zip(LEVELS, distribution.people, strict=True):
        if people:
            title = f"{words.levels.get(level, level)}: {people}"
            _draw_bar(pad, level, _height(people / distribution.n, peak), title)
    _draw_middle(pad, distribution)
    return Drawing(WIDTH, HEIGHT, tuple(pad.marks), words.lang)


def x(score: float) -> float:
    """Where a score stands; what lies beyond the scale stands at its end."""
    return WIDTH / 2 + min(max(score, LOWEST), HIGHEST) * SLOT


def _height(share: float, peak: float) -> float:
    """The height of a bar in px."""
    full = min(1.0, share / peak) if peak > 0 else 1.0
    return max(LEAST, full * (FOOT - TOP))


def _draw_bar(pad: Pad, level: int, height: float, title: str) -> None:
    left, right, top = x(level) - BAR / 2, x(level) + BAR / 2, FOOT - height
    corners = ((left, FOOT), (left, top), (right, top), (right, FOOT), (left, FOOT))
    pad.marks.append(Outline(Look("jm-people", fill="blue"), corners, (MOVE, LINE, LINE, LINE, CLOSE), title))


def _draw_middle(pad: Pad, distribution: Distribution) -> None:
    """A bracket from quartile to quartile, where they are not kept back, and a diamond at the mean."""
    if distribution.q1 is not None and distribution.q3 is not None:
        start, end = x(distribution.q1), x(distribution.q3)
        ends = [((place, BELOW - CAP), (place, BELOW + CAP)) for place in (start, end)]
        pad.rules(MIDDLE_HALF, [((start, BELOW), (end, BELOW)), *ends])
    pad.points(Look("jm-mean-mark", fill="ink"), "diamond", 7, [(x(distribution.mean), BELOW)])
