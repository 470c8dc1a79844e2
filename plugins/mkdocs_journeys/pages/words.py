"""Sentences about a journey, in the page's language."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from mkdocs_journeys.charts import ChartWords
from mkdocs_journeys.definitions import Text
from mkdocs_journeys.insight import LEVELS, Curve, CurvePoint, JourneyInsight, StepInsight
from mkdocs_journeys.pages.environment import time_element
from mkdocs_journeys.pages.view import View

UNDER_WAY = ("planned", "doing")
_NAMED = 3
"""So many steps are named in a sentence; of more, only how many they are is said."""


def first_words(insight: JourneyInsight, view: View) -> tuple[Markup, ...]:
    """What to know first about a journey: mood, people lost, work under way, trust; each a sentence."""
    told = (mood(insight, view), leaving(insight, view), work(insight, view), trust(insight, view))
    return tuple(sentence for sentence in told if sentence)


def mood(insight: JourneyInsight, view: View) -> Markup:
    """Where the mood is lowest, and why."""
    steps = [insight.step(step_id) for step_id in insight.lowest]
    if not steps:
        return _say(view.words.gettext("Nothing is scored yet: how it feels is not known."))
    pain = _first_pain(steps[0], view) if len(steps) == 1 else None
    score = _score(steps[0])
    if score < 0 and _starts_lowest(insight):
        text = _start_text(view, because=pain is not None)
    else:
        text = _mood_text(view, score, because=pain is not None)
    return _say(text, score=_number(score, view), steps=_steps(steps, view), pain=pain)


def _starts_lowest(insight: JourneyInsight) -> bool:
    """Whether the first score is the lowest one, so that nothing fell."""
    scored = (step.id for step in insight.steps if step.score is not None)
    return next(scored, None) in insight.lowest


def _start_text(view: View, *, because: bool) -> str:
    tell = view.words.gettext
    if because:
        return tell("The mood is lowest at the very start: %(score)s at %(steps)s, because “%(pain)s”.")
    return tell("The mood is lowest at the very start: %(score)s at %(steps)s.")


def _mood_text(view: View, score: float, *, because: bool) -> str:
    tell = view.words.gettext
    if score >= 0:
        return tell("The mood never falls below %(score)s; it is lowest at %(steps)s.")
    if because:
        return tell("The mood falls to %(score)s at %(steps)s, because “%(pain)s”.")
    return tell("The mood falls to %(score)s at %(steps)s.")


def leaving(insight: JourneyInsight, view: View) -> Markup:
    """Where most customers are lost; nothing where nobody leaves or nobody knows."""
    worst = max(insight.steps, key=_lost, default=None)
    if worst is None or not worst.flow.drop_off:
        return Markup()
    there = (worst.at.step.id,) == insight.lowest
    share = view.words.percent(_share_leaving(worst))
    lost = "" if worst.flow.lost is None else view.words.percent(worst.flow.lost)
    return _say(_leaving_text(view, there, bool(lost)), share=share, lost=lost, step=_steps([worst], view))


def _share_leaving(step: StepInsight) -> float:
    """The share (0..1) of people who come to a step and leave there; of visits, where people are not known.

    The two differ in a loop: who comes twice may leave at the second visit.
    """
    flow = step.flow
    if flow.lost is not None and flow.reach:
        return min(flow.lost / flow.reach, 1.0)
    return flow.drop_off or 0.0


def _leaving_text(view: View, there: bool, known: bool) -> str:
    tell = view.words.gettext
    if there:
        with_lost = tell("%(share)s of those who get there leave (%(lost)s of all).")
        return with_lost if known else tell("%(share)s of those who get there leave.")
    with_lost = tell("%(share)s of those who get to %(step)s leave there (%(lost)s of all).")
    return with_lost if known else tell("%(share)s of those who get to %(step)s leave there.")


def _lost(step: StepInsight) -> tuple[float, float]:
    return step.flow.lost or 0, step.flow.drop_off or 0


def work(insight: JourneyInsight, view: View) -> Markup:
    """How many improvements are under way, the next date, and how many weak spots nobody works on."""
    alone = sum(step.weak and not step.attended for step in insight.steps)
    text = view.words.ngettext(
        "Nobody works on %(num)s weak spot.", "Nobody works on %(num)s weak spots.", alone
    )
    told = [_under_way(insight, view), _say(text, num=alone) if alone else Markup()]
    return Markup(" ").join(sentence for sentence in told if sentence)


def _under_way(insight: JourneyInsight, view: View) -> Markup:
    ours = [one for one in insight.journey.improvements if one.status in UNDER_WAY]
    if not ours:
        return Markup()
    due = min((one.due for one in ours if one.due is not None), default=None)
    if due is None:
        text = view.words.ngettext(
            "%(num)s improvement planned or under way.",
            "%(num)s improvements planned or under way.",
            len(ours),
        )
        return _say(text, num=len(ours))
    text = view.words.ngettext(
        "%(num)s improvement planned or under way, next due %(due)s.",
        "%(num)s improvements planned or under way, next due %(due)s.",
        len(ours),
    )
    return _say(text, num=len(ours), due=time_element(view.words, due))


def trust(insight: JourneyInsight, view: View) -> Markup:
    """How much of the scores rests on evidence."""
    share = insight.coverage
    if share is None:
        return Markup()
    if share == 0:
        return _say(view.words.gettext("No score rests on evidence: all of them are assumed."))
    if share == 1:
        return _say(view.words.gettext("Every score rests on evidence."))
    text = view.words.gettext("%(share)s of the scored steps rest on evidence; the rest is assumed.")
    return _say(text, share=view.words.percent(share))


def finding(insight: JourneyInsight, view: View) -> str:
    """The title of the emotion chart: what it shows, as plain text."""
    steps = [insight.step(step_id) for step_id in insight.lowest]
    if not steps:
        return view.words.gettext("Nothing is scored yet")
    score = _score(steps[0])
    if score < 0 and not _starts_lowest(insight):
        text = view.words.gettext("Mood falls to %(score)s at %(steps)s")
    else:
        text = view.words.gettext("Mood is lowest at %(steps)s: %(score)s")
    return text % {"score": view.words.score(score), "steps": _names(steps, view)}


def chart_words(insight: JourneyInsight, view: View) -> ChartWords:
    """All texts of the journey's emotion chart."""
    tell = view.words.gettext
    return ChartWords(
        title=finding(insight, view),
        levels=levels(view),
        alternative=alternative(insight.curves[0], view) if insight.curves else tell("Nothing is scored yet"),
        nothing_scored=tell("Nothing is scored yet"),
        assumed=tell("assumed"),
        evidence=tell("evidence"),
        spread=tell("middle half of the readings"),
        truth=view.words.term("moment", "truth"),
        everyone=tell("all"),
        inside=tell("what the company believes"),
        confidence={level: view.words.term("known", level) for level in LEVELS},
        lang=view.lang,
    )


def levels(view: View) -> Mapping[int, str]:
    """The names of the scores from -2 to 2."""
    return {level: view.words.term("level", str(level)) for level in range(-2, 3)}


def alternative(curve: Curve, view: View) -> str:
    """A curve in words, as plain text: its start, end, lowest and highest point, and largest fall."""
    return " ".join(_described(curve, view))


def _described(curve: Curve, view: View) -> Iterator[str]:
    tell = view.words.gettext
    scored = [point for point in curve.points if point.score is not None]
    if not scored:
        yield tell("Nothing is scored yet.")
        return
    yield view.words.ngettext(
        "Emotion curve of %(num)s step.", "Emotion curve of %(num)s steps.", len(curve.points)
    ) % {"num": len(curve.points)}
    yield tell("It starts at %(start)s and ends at %(end)s.") % {
        "start": _point(scored[0], view),
        "end": _point(scored[-1], view),
    }
    yield tell("The lowest point is %(lowest)s, the highest %(highest)s.") % {
        "lowest": _point(min(scored, key=_of), view),
        "highest": _point(max(scored, key=_of), view),
    }
    yield from _largest_fall(scored, view)
    yield from _gaps(len(curve.points) - len(scored), view)


def _largest_fall(scored: Sequence[CurvePoint], view: View) -> Iterator[str]:
    falls = [(_of(after) - _of(before), before, after) for before, after in pairwise(scored)]
    depth, before, after = min(falls, key=lambda fall: fall[0], default=(0.0, None, None))
    if before is None or after is None or depth >= 0:
        return
    text = view.words.gettext("The largest fall is by %(depth)s, from %(before)s to %(after)s.")
    values = {
        "before": before.step_name,
        "after": after.step_name,
        "depth": view.words.number(round(-depth, 2)),
    }
    yield text % values


def _gaps(count: int, view: View) -> Iterator[str]:
    if count:
        text = view.words.ngettext("%(num)s step is not scored.", "%(num)s steps are not scored.", count)
        yield text % {"num": count}


def _point(point: CurvePoint, view: View) -> str:
    return f"{view.words.score(_of(point))} ({point.step_name})"


def _of(point: CurvePoint) -> float:
    return 0.0 if point.score is None else point.score


def _score(step: StepInsight) -> float:
    return 0.0 if step.feeling is None else step.feeling.score


def _steps(steps: Sequence[StepInsight], view: View) -> Markup:
    links = [
        Markup('<a href="{}">{}</a>').format(
            view.to("journey", one.at.journey.id, one.at.step.id), one.at.step.name
        )
        for one in steps
    ]
    return view.words.listed(_few(links, view))


def _names(steps: Sequence[StepInsight], view: View) -> str:
    return view.words.listed(_few([one.at.step.name for one in steps], view)).unescape()


def _few(items: Sequence[str], view: View) -> list[str]:
    """The items, of many only the first, and how many more there are."""
    more = len(items) - _NAMED
    if more < 2:
        return list(items)
    return [*items[:_NAMED], view.words.ngettext("%(num)s more", "%(num)s more", more) % {"num": more}]


def _first_pain(step: StepInsight, view: View) -> Markup | None:
    pains = step.at.step.pains
    return view.inline(Text(pains[0].text.rstrip(".。"))) if pains else None


def _number(score: float, view: View) -> Markup:
    return Markup("<strong>{}</strong>").format(view.words.score(score))


def _say(text: str, **values: object) -> Markup:
    return Markup(text) % values  # noqa: S704 - a text of ours or of a catalogue; the values are escaped


def flow_words(insight: JourneyInsight, view: View) -> tuple[str, ...]:
    """How many customers finish, leave and go over to another journey, as far as it is known; plain text."""
    tell, flow = view.words.gettext, insight.flow
    told = (
        (flow.completion, tell("%(share)s come to the end.")),
        (flow.lost, tell("%(share)s leave on the way.")),
        (flow.over, tell("%(share)s go over to another journey.")),
    )
    return tuple(text % {"share": view.words.percent(share)} for share, text in told if share)
