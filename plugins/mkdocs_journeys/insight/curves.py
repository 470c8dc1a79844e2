"""Emotion curves: what a chart draws, one point a step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions import COLOURS, Colour, Persona
from mkdocs_journeys.insight.confidence import Level
from mkdocs_journeys.insight.feelings import Feeling
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.tallies import Measured


@dataclass(frozen=True, kw_only=True)
class CurvePoint:
    """A step on a curve. `score` (-2..2) is None for a gap.

    With readings `n` is the number of people in them, `q1` and `q3` are their quartiles, and `assumed` is
    the typed score that they replaced. `level` tells how much of the score to believe; None: that was not
    judged.
    """

    step_id: str
    step_name: str
    stage_id: str
    score: float | None = None
    evidenced: bool = False
    n: int = 0
    q1: float | None = None
    q3: float | None = None
    assumed: float | None = None
    moment: str | None = None
    level: Level | None = None


@dataclass(frozen=True, kw_only=True)
class Curve:
    """The scores of a journey's steps, in order: of all customers (`persona` is None), or of one persona.

    `name` is the persona's; for all customers it is empty, because each language has its own word for them.
    """

    persona: str | None
    name: str
    colour: Colour | None
    points: tuple[CurvePoint, ...]

    @property
    def scored(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.score is not None for point in self.points)


Travellers = Mapping[str, tuple[str, Colour]]
"""The name and the colour of each persona, by id."""


def travellers(personas: Mapping[str, Persona]) -> Travellers:
    """The name and the colour of each persona: its own colour, else one by the order of ids."""
    return {
        id_: (personas[id_].name, personas[id_].colour or COLOURS[place % len(COLOURS)])
        for place, id_ in enumerate(sorted(personas))
    }


def draw_curves(
    steps: Sequence[StepInsight], personas: Sequence[str], known: Travellers
) -> tuple[Curve, ...]:
    """The steps' own scores and, where those of the personas differ, a curve for each scored persona."""
    everybody = Curve(
        persona=None, name="", colour=None, points=tuple(_point(step, step.feeling) for step in steps)
    )
    if not any(_differ(step) for step in steps):
        return (everybody,)
    return everybody, *filter(lambda curve: curve.scored, (draw_curve(steps, id_, known) for id_ in personas))


def draw_curve(steps: Sequence[StepInsight], persona: str, known: Travellers) -> Curve:
    """A persona's own scores; a step that the persona does not take is a gap."""
    name, colour = known.get(persona, (persona, None))
    points = tuple(_point(step, step.feeling and step.feeling.personas.get(persona)) for step in steps)
    return Curve(persona=persona, name=name, colour=colour, points=points)


def draw_inside(steps: Sequence[StepInsight]) -> Curve | None:
    """What the company believes, where it was measured or typed; None where that is nowhere."""
    curve = draw_measured(steps, [step.believed for step in steps])
    return curve if curve.scored else None


def draw_measured(
    steps: Sequence[StepInsight], measured: Sequence[Measured | None], *, typed_evidenced: bool = False
) -> Curve:
    """A curve through means, one for each step (None: a gap), that are evidenced where people gave them.

    `typed_evidenced` tells whether those that were typed (n is 0) are so too.
    """
    points = (
        _measured_point(step, of_step, typed_evidenced=typed_evidenced)
        for step, of_step in zip(steps, measured, strict=True)
    )
    return Curve(persona=None, name="", colour=None, points=tuple(points))


def _differ(step: StepInsight) -> bool:
    if step.feeling is None:
        return False
    return len({feeling and feeling.score for feeling in step.feeling.personas.values()}) > 1


def _point(step: StepInsight, feeling: Feeling | None) -> CurvePoint:
    name, stage, moment = step.at.step.name, step.at.stage.id, step.at.step.moment
    if feeling is None:
        return CurvePoint(step_id=step.id, step_name=name, stage_id=stage, moment=moment)
    return CurvePoint(
        step_id=step.id,
        step_name=name,
        stage_id=stage,
        score=feeling.score,
        evidenced=feeling.evidenced,
        n=feeling.n,
        q1=feeling.q1,
        q3=feeling.q3,
        assumed=feeling.assumed if feeling.n else None,
        moment=moment,
        level=feeling.confidence.level,
    )


def _measured_point(step: StepInsight, measured: Measured | None, *, typed_evidenced: bool) -> CurvePoint:
    score, n = measured or (None, 0)
    return CurvePoint(
        step_id=step.id,
        step_name=step.at.step.name,
        stage_id=step.at.stage.id,
        score=score,
        evidenced=score is not None and (n > 0 or typed_evidenced),
        n=n,
        moment=step.at.step.moment,
    )
