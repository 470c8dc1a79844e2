"""How a step feels: the score, what it rests on, and what the company believes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from mkdocs_journeys.definitions import Rated, Step
from mkdocs_journeys.insight.backing import Backing, Judged, find_backing, named_for
from mkdocs_journeys.insight.confidence import NOTHING, Confidence, judge
from mkdocs_journeys.insight.disclosure import may_tell_quartiles
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.scores import counted_mean, mean, quartiles
from mkdocs_journeys.insight.step_readings import StepReadings
from mkdocs_journeys.insight.tallies import Measured, Tally, dates_of, measure, together


@dataclass(frozen=True, kw_only=True)
class Feeling:
    """How a step feels to one persona. Scores go from -2 (very bad) to 2 (very good).

    `score` is the mean of the readings where there are any, else the typed score; `assumed` is the typed
    score (None when none was typed), which differs from `score` only where there are readings. `n` is the
    number of people in the readings (0 without readings, and then there are no quartiles `q1` and `q3`).
    `evidenced` means that more than an assumption stands behind the score, `expired` that all of this
    evidence has expired. `inside` is what the company believes, measured with `inside_n` people or typed
    (0). `kept_back`: readings are there that may not be shown. `first` and `last` are the days of the
    earliest and the latest reading, None where none has a date.
    `backing` tells the kinds of research behind the score, `confidence` how much of it to believe.
    """

    score: float
    assumed: float | None = None
    evidenced: bool = False
    n: int = 0
    q1: float | None = None
    q3: float | None = None
    inside: float | None = None
    inside_n: int = 0
    expired: bool = False
    kept_back: bool = False
    first: date | None = None
    last: date | None = None
    backing: tuple[Backing, ...] = ()
    confidence: Confidence = NOTHING

    @property
    def gap(self) -> float | None:
        """How much better the company believes it to be than it is, -4..4; None: not known."""
        return None if self.inside is None else self.inside - self.score


@dataclass(frozen=True, kw_only=True)
class StepFeeling(Feeling):
    """How a step feels to all who take it, and to each persona (None for a gap), in the journey's order."""

    personas: Mapping[str, Feeling | None]


def feel(
    step: Step, personas: Sequence[str], readings: StepReadings, research: Research
) -> StepFeeling | None:
    """How a step feels, out of its typed emotion and its readings; None where nobody knows.

    `personas` are those who take the step. Readings of a persona make that persona's score, all readings
    together the step's. Inside readings alone are no score.
    """
    typed, typed_each = _typed(step, personas, research)
    overall = _felt(typed, named_for(step), readings, step, research)
    if overall is None:
        return None
    each = {
        id_: _felt(
            typed_each.get(id_), named_for(step, id_), readings.of_persona(id_), step, research,
            apart=research.least == 1,
        )
        for id_ in personas
    }  # fmt: skip
    return StepFeeling(**vars(overall), personas=each)


def believed(feeling: StepFeeling | None, readings: StepReadings) -> Measured | None:
    """What the company believes of a step, also where nobody asked the customer; None: not known."""
    if feeling is None:
        return measure(readings.inside.tallies)
    return None if feeling.inside is None else Measured(feeling.inside, feeling.inside_n)


def _felt(
    typed: Feeling | None, named: frozenset[str], readings: StepReadings, step: Step, research: Research,
    *, apart: bool = True,
) -> Feeling | None:  # fmt: skip
    outside = readings.outside.tallies
    feeling = _measured(outside, typed, step, research) if outside else typed
    if feeling is None:
        return None
    inside = measure(readings.inside.tallies)
    if inside is not None:
        feeling = replace(feeling, inside=inside.score, inside_n=inside.n)
    judged = Judged(score=feeling.score, typed=feeling.assumed, named=named, readings=readings, apart=apart)
    backing = find_backing(judged, research)
    proved = feeling.evidenced and research.proves((*named, *(tally.evidence for tally in outside)))
    confidence = judge(backing, proved=proved)
    return replace(feeling, backing=backing, confidence=confidence, kept_back=readings.kept_back)


def _typed(
    step: Step, personas: Sequence[str], research: Research
) -> tuple[Feeling | None, Mapping[str, Feeling]]:
    """What was typed: for all personas together, and for each that has a score."""
    if step.emotion is None:
        return None, {}
    if (overall := step.emotion.overall) is not None:
        feeling = _rated(overall, step, research)
        return feeling, dict.fromkeys(personas, feeling)
    ratings = {id_: rating for id_ in personas if (rating := step.emotion.by_persona.get(id_)) is not None}
    each = {id_: _rated(rating, step, research) for id_, rating in ratings.items()}
    behind = chain(step.evidence, *(rating.evidence for rating in ratings.values()))
    return _together(list(each.values()), research.all_expired(behind)), each


def _rated(rating: Rated, step: Step, research: Research) -> Feeling:
    behind = rating.evidence + step.evidence
    return Feeling(
        score=rating.score,
        assumed=rating.score,
        evidenced=research.proves(behind),
        inside=rating.inside,
        expired=research.all_expired(behind),
    )


def _together(each: Sequence[Feeling], expired: bool) -> Feeling | None:
    """The plain mean of what was typed for several personas."""
    score = mean(feeling.score for feeling in each)
    if score is None:
        return None
    evidenced = all(feeling.evidenced for feeling in each)
    return Feeling(score=score, assumed=score, evidenced=evidenced, inside=_inside(each), expired=expired)


def _inside(each: Sequence[Feeling]) -> float | None:
    """The plain mean of what the company believes, which is typed where it differs from a persona's score."""
    if all(feeling.inside is None for feeling in each):
        return None
    return mean(feeling.score if feeling.inside is None else feeling.inside for feeling in each)


def _measured(outside: Sequence[Tally], typed: Feeling | None, step: Step, research: Research) -> Feeling:
    counts = together(outside)
    n = sum(counts.values())
    q1, q3 = quartiles(counts) if may_tell_quartiles(n, research.least) else (None, None)
    first, last = dates_of(chain.from_iterable((tally.first, tally.last) for tally in outside))
    return Feeling(
        score=counted_mean(counts),
        assumed=None if typed is None else typed.score,
        evidenced=True,
        n=n,
        q1=q1,
        q3=q3,
        inside=None if typed is None else typed.inside,
        expired=research.all_expired(step.evidence, (tally.evidence for tally in outside)),
        first=first,
        last=last,
    )
