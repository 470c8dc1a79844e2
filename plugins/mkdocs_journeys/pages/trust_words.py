"""Sentences on how much to believe, in the page's language: confidence, gaps, changes, disagreement."""

from collections.abc import Sequence
from functools import reduce

from mkdocs_journeys.insight import (
    LEVELS,
    Backing,
    Comparison,
    Confidence,
    Gap,
    JourneyInsight,
    Measured,
    StepInsight,
    ThenAndNow,
    Trend,
)
from mkdocs_journeys.pages.view import View


def confidence_rule(view: View) -> tuple[tuple[str, str], ...]:
    """The rule of confidence in four lines: level and what it asks for."""
    tell = view.words.gettext
    return (
        ("none", tell("nothing but an assumption")),
        ("weak", tell("research, but less than fair")),
        ("fair", tell("5 customers or more, and more kinds of research that agree than kinds that do not")),
        ("strong", tell("30 customers or more, in two or more kinds of research, which all agree")),
    )


def why_so_confident(confidence: Confidence, view: View) -> str:
    """What a score's confidence follows from: "4 customers, 1 kind of research"."""
    if confidence.level == "none":
        return view.words.gettext("an assumption")
    if not confidence.agreeing + confidence.disagreeing:
        return view.words.gettext("no research with customers that still holds")
    return view.words.gettext("%(customers)s, %(kinds)s") % {
        "customers": _customers(confidence, view),
        "kinds": _kinds(confidence, view),
    }


def _customers(confidence: Confidence, view: View) -> str:
    if not confidence.customers:
        return view.words.gettext("nobody says how many customers")
    num = confidence.customers
    return _counted(view.words.ngettext("%(num)s customer", "%(num)s customers", num), num, view)


def _kinds(confidence: Confidence, view: View) -> str:
    kinds = confidence.agreeing + confidence.disagreeing
    text = view.words.ngettext("%(num)s kind of research", "%(num)s kinds of research", kinds)
    told = _counted(text, kinds, view)
    if not confidence.disagreeing:
        return told
    num = confidence.disagreeing
    text = view.words.ngettext(
        "%(kinds)s, of which %(num)s disagrees", "%(kinds)s, of which %(num)s disagree", num
    )
    return _counted(text, num, view, kinds=told)


def journey_confidence(insight: JourneyInsight, view: View) -> str:
    """How many of the scored steps are how sure: "2 none, 8 weak, 6 fair, 4 strong"."""
    if insight.confidence is None:
        return ""
    parts = (
        f"{view.words.number(insight.confidence.steps[level])} {view.words.term('confidence', level).lower()}"
        for level in LEVELS
        if insight.confidence.steps[level]
    )
    return ", ".join(parts)


def disagreement(step: StepInsight, view: View) -> str:
    """What each kind of research says of a step where not all that count agree; empty where they do."""
    if step.confidence is None or not step.confidence.disagreeing:
        return ""
    return joined([_says(kind, step, view) for kind in step.backing if kind.counts], view)


def joined(clauses: Sequence[str], view: View) -> str:
    """Clauses, at least one, with the language's semicolon between them."""
    text = view.words.gettext("%(first)s; %(second)s")
    return reduce(lambda first, second: text % {"first": first, "second": second}, clauses)


def _says(kind: Backing, step: StepInsight, view: View) -> str:
    """What one kind of research says: its mean, else the typed score that it was named for."""
    method = view.words.term("method", kind.method)
    typed = step.feeling and step.feeling.assumed
    if kind.kept_back or (kind.measured is None and typed is None):
        return method
    if kind.measured is None:
        score = view.words.score(typed or 0)
        return view.words.gettext("%(method)s %(score)s (typed)") % {"method": method, "score": score}
    return view.words.gettext("%(method)s %(score)s (n = %(n)s)") % {
        "method": method,
        "score": view.words.score(kind.measured.score),
        "n": view.words.number(kind.measured.n),
    }


def _counted(text: str, num: int, view: View, **values: str) -> str:
    return text % {"num": view.words.number(num), **values}


def gap_told(comparison: Comparison, gap: Gap, step: StepInsight, view: View) -> str:
    """A gap at a step in words: "we believe +1; 214 customers say −1.4"."""
    if comparison.sides == "said-done":
        first, second = _customers_say(gap.first, view), _customers_show(gap.second, view)
    else:
        outside = _customers_say if step.done is None else _customers_feel
        first, second = _believed(gap.first, view), outside(gap.second, view)
    return joined([first, second], view)


def _believed(measured: Measured, view: View) -> str:
    if not measured.n:
        return view.words.gettext("we believe %(score)s") % {"score": view.words.score(measured.score)}
    text = view.words.ngettext(
        "%(num)s of us believes %(score)s", "%(num)s of us believe %(score)s", measured.n
    )
    return _counted(text, measured.n, view, score=view.words.score(measured.score))


def _customers_say(measured: Measured, view: View) -> str:
    if not measured.n:
        text = view.words.gettext("research with customers says %(score)s")
        return text % {"score": view.words.score(measured.score)}
    text = view.words.ngettext(
        "%(num)s customer says %(score)s", "%(num)s customers say %(score)s", measured.n
    )
    return _counted(text, measured.n, view, score=view.words.score(measured.score))


def _customers_show(measured: Measured, view: View) -> str:
    if not measured.n:
        text = view.words.gettext("what customers do says %(score)s")
        return text % {"score": view.words.score(measured.score)}
    text = view.words.ngettext(
        "what %(num)s customer does says %(score)s", "what %(num)s customers do says %(score)s", measured.n
    )
    return _counted(text, measured.n, view, score=view.words.score(measured.score))


def _customers_feel(measured: Measured, view: View) -> str:
    """Of customers some of whom said it, while others were watched."""
    text = view.words.ngettext(
        "for %(num)s customer it is %(score)s", "for %(num)s customers it is %(score)s", measured.n
    )
    return _counted(text, measured.n, view, score=view.words.score(measured.score))


def mean_gap(comparison: Comparison, view: View) -> str:
    """How far the two sides of a comparison are apart on average."""
    gap = comparison.gap or 0.0
    size = {"size": view.words.number(round(abs(gap), 2))}
    tell = view.words.gettext
    if comparison.sides == "inside-outside":
        if gap >= 0:
            return tell("On average we believe it to be %(size)s better than it is for customers.") % size
        return tell("On average we believe it to be %(size)s worse than it is for customers.") % size
    if gap >= 0:
        return tell("On average customers say it is %(size)s better than what they do shows.") % size
    return tell("On average customers say it is %(size)s worse than what they do shows.") % size


def change_told(change: ThenAndNow, view: View) -> str:
    """A change in words: "from −1.4 (n = 24) to 0.2 (n = 31)"."""
    return view.words.gettext("from %(then)s (n = %(before)s) to %(now)s (n = %(after)s)") % {
        "then": view.words.score(change.then.score),
        "before": view.words.number(change.then.n),
        "now": view.words.score(change.now.score),
        "after": view.words.number(change.now.n),
    }


def other_methods(trend: Trend, view: View) -> str:
    """A warning where then and now were asked about in different ways; else empty."""
    if trend.alike:
        return ""
    text = view.words.gettext(
        "The two were asked about in different ways (%(then)s; %(now)s): a part of the difference may come "
        "from that."
    )
    return text % {"then": _listed(trend.then.methods, view), "now": _listed(trend.now.methods, view)}


def _listed(methods: Sequence[str], view: View) -> str:
    return ", ".join(view.words.term("method", method) for method in methods)
