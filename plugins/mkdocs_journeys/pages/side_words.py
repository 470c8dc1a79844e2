"""The texts of charts that draw two curves against each other: two sides, or then and now."""

from mkdocs_journeys.charts import ComparisonWords, GapNames
from mkdocs_journeys.insight import Comparison, Gap, JourneyInsight, Period, Trend
from mkdocs_journeys.pages.trust_words import change_told, gap_told, mean_gap
from mkdocs_journeys.pages.view import View
from mkdocs_journeys.pages.words import levels


def comparison_words(comparison: Comparison, insight: JourneyInsight, view: View) -> ComparisonWords:
    """All texts of the chart of two sides; its title says the mean gap, the text alternative the widest."""
    tell = view.words.gettext
    first, second = (
        (tell("we believe"), tell("customers"))
        if comparison.sides == "inside-outside"
        else (tell("customers say"), tell("customers do"))
    )
    widest = comparison.gaps[0]
    return ComparisonWords(
        title=mean_gap(comparison, view).rstrip(".。"),
        alternative=f"{mean_gap(comparison, view)} {_widest(comparison, widest, insight, view)}",
        levels=levels(view),
        first=first,
        second=second,
        gap=GapNames(
            first_higher=tell("%(name)s: better") % {"name": first},
            second_higher=tell("%(name)s: better") % {"name": second},
        ),
        lang=view.lang,
    )


def _widest(comparison: Comparison, gap: Gap, insight: JourneyInsight, view: View) -> str:
    step = insight.step(gap.step)
    return view.words.gettext("The widest gap is at %(step)s: %(gap)s.") % {
        "step": step.at.step.name,
        "gap": gap_told(comparison, gap, step, view),
    }


def trend_words(trend: Trend, insight: JourneyInsight, view: View) -> ComparisonWords:
    """All texts of the chart of then and now; title and text alternative say what changed most."""
    tell = view.words.gettext
    most = trend.changes[0]
    step = insight.step(most.step).at.step.name
    return ComparisonWords(
        title=tell("Most has changed at %(step)s: %(then)s → %(now)s")
        % {
            "step": step,
            "then": view.words.score(most.then.score),
            "now": view.words.score(most.now.score),
        },
        alternative=tell("Most has changed at %(step)s: %(change)s")
        % {"step": step, "change": change_told(most, view)},
        levels=levels(view),
        first=_dated(trend.then, view),
        second=_dated(trend.now, view),
        gap=GapNames(first_higher=tell("worse now"), second_higher=tell("better now")),
        lang=view.lang,
    )


def _dated(period: Period, view: View) -> str:
    first, last = view.words.date(period.first), view.words.date(period.last)
    return first if first == last else f"{first} – {last}"
