"""The files of a journey that a reader can take along: its data and its curve."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs_journeys.charts import emotion_png, emotion_svg
from mkdocs_journeys.definitions import Export
from mkdocs_journeys.exchange import journey_json, steps_csv
from mkdocs_journeys.insight import JourneyInsight
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.page import StaticFile
from mkdocs_journeys.pages.view import Site, View
from mkdocs_journeys.pages.words import chart_words


def journey_files(site: Site) -> Iterator[StaticFile]:
    """The files of every journey, as far as the site's option `exports` asks for them."""
    for insight in site.insight.journeys.values():
        address = address_of("journey", insight.journey.id)
        view = site.view(address, site.catalogue.language_of(insight.journey))
        for export in site.catalogue.options.exports:
            name, make = _MAKERS[export]
            yield StaticFile(address + name, make(insight, view))
