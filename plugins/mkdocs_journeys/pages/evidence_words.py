"""What a piece of research found, in words: whom it heard, and what changed since the earlier study."""

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journeys.catalogue import StepAt
from mkdocs_journeys.charts import DistributionWords, distribution_svg, highest_share
from mkdocs_journeys.insight import Distribution, Outcome
from mkdocs_journeys.pages.trust_words import change_told, joined
from mkdocs_journeys.pages.view import View
from mkdocs_journeys.pages.words import levels


@dataclass(frozen=True)
class FoundStep:
    """A step with the distribution of its readings, drawn and told as far as it is not kept back."""

    at: StepAt
    found: Distribution
    picture: Markup | None
    told: str


@dataclass(frozen=True)
class ChangedStep:
    """A step that feels otherwise than in the earlier study, in words."""

    at: StepAt
    told: str


def found_steps(outcome: Outcome, view: View) -> tuple[FoundStep, ...]:
    """What was found of each step, in the order of journeys and steps."""
    peak = highest_share([found for found in outcome.distributions.values() if found.people])
    return tuple(
        FoundStep(_at(place, view), found, *_shown(found, peak, view))
        for place, found in outcome.distributions.items()
    )


def _shown(found: Distribution, peak: float, view: View) -> tuple[Markup | None, str]:
    if not found.people:
        return None, view.words.gettext(
            "How they differ is not shown: at some levels there are too few people."
        )
    return _picture(found, peak, view), _people(found, view)


def _picture(found: Distribution, peak: float, view: View) -> Markup:
    words = DistributionWords(levels=levels(view), lang=view.lang)
    content = view.site.cache.cached(
        "distribution", (found, peak, words), lambda: distribution_svg(found, words, peak=peak)
    )
    return Markup(content.decode())  # noqa: S704 - drawn by us; its texts are escaped there


def _people(found: Distribution, view: View) -> str:
    """The number of people at each level in words."""
    named = zip(levels(view).values(), found.people, strict=True)
    return joined([f"{level}: {view.words.number(people)}" for level, people in named], view)


def changed_steps(outcome: Outcome, view: View) -> tuple[ChangedStep, ...]:
    """What changed since the earlier study, the most first."""
    return tuple(ChangedStep(_at(change.at, view), change_told(change, view)) for change in outcome.changes)


def _at(place: tuple[str, str], view: View) -> StepAt:
    journey, step = place
    return view.insight.journeys[journey].step(step).at
