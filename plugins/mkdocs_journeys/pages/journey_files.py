"""The files of a journey that a reader can take along: its data and its curve."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs_journeys.charts import MissingGlyphs, emotion_png, emotion_svg
from mkdocs_journeys.definitions import Export, Message, say
from mkdocs_journeys.exchange import emotion_csv, journey_json, journeys_json, journeys_schema, steps_csv
from mkdocs_journeys.insight import JourneyInsight
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.page import StaticFile
from mkdocs_journeys.pages.view import Site, View
from mkdocs_journeys.pages.words import chart_words

FILE_NAMES: Mapping[Export, tuple[str, ...]] = {
    "json": ("journey.json",),
    "csv": ("steps.csv", "emotion.csv"),
    "svg": ("emotion.svg",),
    "png": ("emotion.png",),
}
"""The names of an export's files."""


def journey_files(site: Site) -> Iterator[StaticFile]:
    """The files of every journey, as far as the site's option `exports` asks for them."""
    for insight in site.insight.journeys.values():
        journey = insight.journey
        view = site.view(address_of("journey", journey.id), site.catalogue.language_of(journey))
        for export in site.catalogue.options.exports:
            for name in FILE_NAMES[export]:
                content, missing = _MAKERS[name](insight, view)
                trouble = without_glyphs(missing) if missing else None
                yield StaticFile(view.address + name, content, trouble)


def without_glyphs(missing: MissingGlyphs) -> Message:
    """What to say of a picture in which characters are missing."""
    return say(
        "no installed font has the characters %(characters)s, which stay empty in this picture;"
        " on Debian the package %(package)s brings them",
        characters=missing.characters,
        package=missing.package,
    )


def catalogue_files(site: Site) -> Iterator[StaticFile]:
    """The whole catalogue as data, and its JSON Schema."""
    yield StaticFile("journeys.json", journeys_json(site.insight))
    yield StaticFile("journeys.schema.json", journeys_schema())


Made = tuple[bytes, MissingGlyphs | None]
"""A file's content, and the characters that it lacks."""


def _json(insight: JourneyInsight, view: View) -> Made:
    return journey_json(view.insight, insight.journey.id), None


def _steps(insight: JourneyInsight, view: View) -> Made:
    return steps_csv(view.insight, insight.journey.id), None


def _emotion(insight: JourneyInsight, view: View) -> Made:
    return emotion_csv(view.insight, insight.journey.id), None


def _svg(insight: JourneyInsight, view: View) -> Made:
    words, stages = chart_words(insight, view), stage_names(insight)
    content = view.site.cache.cached(
        "emotion-svg",
        (insight.curves, insight.inside_curve, stages, words),
        lambda: emotion_svg(insight.curves, stages, words, inside=insight.inside_curve),
    )
    return content, None


def _png(insight: JourneyInsight, view: View) -> Made:
    words, stages = chart_words(insight, view), stage_names(insight)
    picture = view.site.cache.cached_picture(
        "emotion-png",
        (insight.curves, insight.inside_curve, stages, words),
        lambda: emotion_png(insight.curves, stages, words, inside=insight.inside_curve),
    )
    return picture.content, picture.missing


def stage_names(insight: JourneyInsight) -> dict[str, str]:
    """The names of a journey's stages, by id."""
    return {stage.id: stage.name for stage in insight.journey.stages}


_MAKERS: Mapping[str, Callable[[JourneyInsight, View], Made]] = {
    "journey.json": _json,
    "steps.csv": _steps,
    "emotion.csv": _emotion,
    "emotion.svg": _svg,
    "emotion.png": _png,
}
