"""What would improve the map most, in words: what to do, where, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs_journeys.insight import Deed, RankedImprovement, StepInsight, Task
from mkdocs_journeys.pages.edit_links import edit_url
from mkdocs_journeys.pages.trust_words import disagreement
from mkdocs_journeys.pages.view import View


@dataclass(frozen=True)
class ToldTask:
    """A task as a reader sees it: the deed, what it is about, why, and where it is done.

    `step` is the step that it is about, where that is one; `improvement` the promise to keep.
    """

    task: Task
    step: StepInsight | None
    improvement: RankedImprovement | None
    why: str
    edit_url: str | None
    path: str


def told_tasks(view: View) -> tuple[ToldTask, ...]:
    """The tasks that would improve the map most, the greatest gain first."""
    return tuple(_told(task, view) for task in view.insight.tasks)


def _told(task: Task, view: View) -> ToldTask:
    definition = view.definition(task.kind, task.id)
    if definition is None:
        raise LookupError(f"tasks are about what a file describes, not {task.kind} {task.id}")
    about_a_step = task.deed in ("settle", "improve")
    return ToldTask(
        task=task,
        step=_worst(task, view) if about_a_step else None,
        improvement=_improvement(task, view),
        why=_WHY[task.deed](task, view),
        edit_url=edit_url(definition, view),
        path=definition.source.path,
    )


def _worst(task: Task, view: View) -> StepInsight:
    journey, step = task.steps[0]
    return view.insight.journeys[journey].step(step)


def _improvement(task: Task, view: View) -> RankedImprovement | None:
    return next(
        (
            ranked
            for ranked in view.insight.improvements
            if (ranked.journey, ranked.improvement.id) == (task.id, task.improvement)
        ),
        None,
    )


def _ask(task: Task, view: View) -> str:
    worst = _worst(task, view)
    text = view.words.ngettext(
        "%(num)s score is a guess: %(step)s at %(score)s.",
        "%(num)s scores are guesses, among them %(step)s at %(score)s.",
        len(task.steps),
    )
    return text % {"num": len(task.steps), **_named(worst, view)}


def _repeat(task: Task, view: View) -> str:
    expires = view.insight.evidence[task.id].expires
    text = view.words.ngettext(
        "It held until %(day)s, and %(num)s score rests on nothing newer: %(step)s at %(score)s.",
        "It held until %(day)s, and %(num)s scores rest on nothing newer, among them %(step)s at %(score)s.",
        len(task.steps),
    )
    day = "" if expires is None else view.words.date(expires)
    return text % {"num": len(task.steps), "day": day, **_named(_worst(task, view), view)}


def _settle(task: Task, view: View) -> str:
    sources = disagreement(_worst(task, view), view)
    return view.words.gettext("Its sources disagree: %(sources)s.") % {"sources": sources}


def _improve(task: Task, view: View) -> str:
    step = _worst(task, view)
    tell = view.words.gettext
    if step.flow.drop_off is not None and step.flow.drop_off >= view.catalogue.options.weak_drop_off:
        text = tell("%(share)s of those who get there leave, and nobody works on it.")
        return text % {"share": view.words.percent(step.flow.drop_off)}
    return tell("It feels like %(score)s, and nobody works on it.") % {"score": _named(step, view)["score"]}


def _keep(task: Task, view: View) -> str:
    ranked = _improvement(task, view)
    due = None if ranked is None else ranked.improvement.due
    day = "" if due is None else view.words.date(due)
    return view.words.gettext("It was promised for %(day)s, which has passed.") % {"day": day}


def _review(task: Task, view: View) -> str:
    reviewed = view.insight.journeys[task.id].journey.reviewed
    if reviewed is None:
        return view.words.gettext("Nobody has ever said that it is true.")
    return view.words.gettext("It was last checked on %(day)s.") % {"day": view.words.date(reviewed)}


def _own(_: Task, view: View) -> str:
    return view.words.gettext("Nobody answers for it.")


def _named(step: StepInsight, view: View) -> Mapping[str, str]:
    score = "" if step.score is None else view.words.score(step.score)
    return {"step": step.at.step.name, "score": score}


_WHY: Mapping[Deed, Callable[[Task, View], str]] = {
    "ask": _ask,
    "settle": _settle,
    "repeat": _repeat,
    "improve": _improve,
    "keep": _keep,
    "review": _review,
    "own": _own,
}
