"""A journey's curve for a slide."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_journeys.charts import ChartWords, Picture, Slide, SlideForm, emotion_slide
from mkdocs_journeys.insight import Curve, JourneyInsight
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.journey_files import stage_names
from mkdocs_journeys.pages.view import Site, View
from mkdocs_journeys.pages.words import alternative, chart_words


def journey_slide(
    site: Site, journey: str, form: SlideForm, slide: Slide, personas: Sequence[str] = ()
) -> Picture:
    """The curves of the journey with id `journey`, or only those of these `personas`, in its own language."""
    studied = site.insight.journeys[journey]
    view = site.view(address_of("journey", journey), site.catalogue.language_of(studied.journey))
    curves = [site.insight.curve_of(journey, persona) for persona in personas] or list(studied.curves)
    inside = None if personas else studied.inside_curve
    words = _words(studied, view, curves if personas else [])
    return emotion_slide(form, curves, stage_names(studied), words, slide, inside=inside)


def _words(studied: JourneyInsight, view: View, chosen: Sequence[Curve]) -> ChartWords:
    """A slide stands alone, so its title names the journey; then what it shows, or whom."""
    words = chart_words(studied, view)
    shown = view.words.listed(curve.name for curve in chosen).unescape() if chosen else words.title
    described = " ".join(f"{curve.name}: {alternative(curve, view)}" for curve in chosen)
    title = view.words.gettext("%(journey)s: %(shown)s") % {"journey": studied.journey.title, "shown": shown}
    return replace(words, title=title, alternative=described or words.alternative)
