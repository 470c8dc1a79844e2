"""A journey's page: what to know first, the map, tables, and where to go next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from mkdocs_journeys.definitions import Journey
from mkdocs_journeys.insight import JourneyInsight
from mkdocs_journeys.pages import journey_map, journey_tables, trust_words, words
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.edit_links import edit_url, report_url
from mkdocs_journeys.pages.environment import render, time_element
from mkdocs_journeys.pages.journey_files import FILE_NAMES
from mkdocs_journeys.pages.journey_sides import told_comparisons, told_trend, trend_picture
from mkdocs_journeys.pages.likeness import pairs_with, similar_journeys
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.view import Site, View

TEMPLATE = "journey/page.html"


@dataclass(frozen=True)
class Banner:
    """A line above everything else; `kind` is stale, review, archived, draft or future."""

    kind: str
    text: Markup


def journey_pages(site: Site) -> Iterator[Page]:
    """One page for each journey."""
    return (journey_page(site, insight) for insight in site.insight.journeys.values())


def journey_page(site: Site, insight: JourneyInsight) -> Page:
    """A journey's page."""
    journey = insight.journey
    view = site.view(address_of("journey", journey.id), site.catalogue.language_of(journey), journey.source)
    searched = journey.status != "archived"
    html = render(TEMPLATE, view, searched=searched, **_values(insight, view))
    return Page(
        address=view.address,
        title=journey.title,
        lang=view.lang,
        html=html,
        kind="journey",
        headings=outline(html),
        source=journey.source.path,
        description=view.plain(journey.summary) if journey.summary else None,
        search=searched,
        wide=True,
    )


def _values(insight: JourneyInsight, view: View) -> dict[str, object]:
    journey = insight.journey
    values: dict[str, object] = {
        "journey": journey,
        "insight": insight,
        "steps": insight.steps,
        "names": view.site.names_of(journey.id),
        "owner": _owner(journey, view),
        "exports": view.catalogue.options.exports,
        "edit_url": edit_url(journey, view),
        "report_url": report_url(view),
        "notes": view.body(journey.source),
        **_first(insight, view),
        **_map(insight, view),
        "sides": told_comparisons(insight, view),
        "trend": told_trend(insight, view),
        "trend_picture": trend_picture(insight, view),
        **_tables(insight, view),
        **_onward(journey, view),
    }
    return {**values, "sections": tuple(_sections(values, view))}


def _sections(values: Mapping[str, object], view: View) -> Iterator[tuple[str, str]]:
    """The sections that the page has: anchor and title."""
    tell = view.words.gettext
    sections = (
        ("page.map", tell("The map"), "stages"),
        ("page.sides", tell("Believed, said and done"), "sides"),
        ("page.trend", tell("Then and now"), "trend"),
        ("page.touchpoints", tell("Touchpoints"), "touchpoint_rows"),
        ("page.flow", tell("Flow"), "flowing"),
        ("page.tree", tell("Larger and smaller journeys"), "related"),
        ("page.improvements", tell("Improvements"), "improvements"),
        ("page.metrics", tell("Metrics"), "metrics"),
        ("page.plays", tell("Plays"), "plays"),
        ("page.evidence", tell("Evidence"), "evidence_rows"),
        ("page.notes", tell("Notes"), "notes"),
        ("page.links", tell("Where to go next"), "onward"),
    )
    return ((anchor, title) for anchor, title, needed in sections if values[needed])


def _owner(journey: Journey, view: View) -> str | None:
    owner = view.catalogue.owner_of(journey)
    return None if owner is None else view.catalogue.owners.get(owner, owner)


def _first(insight: JourneyInsight, view: View) -> dict[str, object]:
    return {
        "ancestors": journey_tables.ancestors(insight.journey.id, view),
        "banners": tuple(banners(insight, view)),
        "first": words.first_words(insight, view),
        "confidence_rule": trust_words.confidence_rule(view),
        "confidence_steps": trust_words.journey_confidence(insight, view),
        "filters": tuple(filters(insight, view)),
        "downloads": downloads(view),
    }


def _map(insight: JourneyInsight, view: View) -> dict[str, object]:
    lanes = journey_map.lanes(insight, view)
    return {
        "lanes": lanes,
        "labels": {lane.id: lane.label for lane in lanes},
        "stages": tuple(journey_map.stage_columns(insight, view)),
        "views": journey_map.map_views(insight, view),
        "alternative": words.alternative(insight.curves[0], view),
        "differ": bool(insight.persona_curves),
        "number_columns": tuple(_number_columns(view)),
    }


def _number_columns(view: View) -> Iterator[tuple[str, str]]:
    """The heads of the table of numbers beside the curve, with the class of their cells."""
    tell = view.words.gettext
    yield tell("Step"), ""
    yield tell("Score"), "jm-num"
    yield tell("How sure"), ""
    yield tell("People"), "jm-num"
    yield tell("Middle half"), "jm-num"
    yield tell("Asked"), ""
    yield tell("Assumed"), "jm-num"
    for title in (tell("Company believes"), tell("Said"), tell("Done")):
        yield title, "jm-num"


def _tables(insight: JourneyInsight, view: View) -> dict[str, object]:
    journey = insight.journey
    parent = view.catalogue.parent_of(journey.id)
    children = view.catalogue.children_of(journey.id)
    return {
        "touchpoint_rows": tuple(journey_tables.touchpoint_rows(insight, view)),
        "improvements": journey.improvements,
        "overdue": _overdue(journey, view),
        "metrics": tuple(journey_tables.metric_rows(journey)),
        "evidence_rows": tuple(journey_tables.evidence_rows(insight, view)),
        "related": bool(parent or children),
        "tree": journey_tables.tree(journey.id, view),
        "children": children,
        "plays": journey.plays,
        "flowing": insight.flow.used,
        "flow_words": words.flow_words(insight, view),
    }


def _overdue(journey: Journey, view: View) -> frozenset[str]:
    """The ids of the journey's improvements whose date has passed."""
    late = view.insight.health.overdue
    return frozenset(each.improvement.id for each in late if each.journey == journey.id)


def _onward(journey: Journey, view: View) -> dict[str, object]:
    catalogue, tell = view.catalogue, view.words.gettext
    parent = catalogue.parent_of(journey.id)
    current = _current(journey, view)
    futures = catalogue.futures_of(journey.id)
    links = (
        (tell("Part of"), (parent.journey,) if parent else ()),
        (tell("Contains"), catalogue.children_of(journey.id)),
        (tell("What comes before"), catalogue.before(journey.id)),
        (tell("What comes next"), catalogue.after(journey.id)),
        (tell("As it is"), (current,) if current else ()),
        (tell("As it is to be"), futures),
    )
    return {
        "onward": tuple((label, ids) for label, ids in links if ids),
        "similar": similar_journeys(view.site)[journey.id],
        "comparisons": tuple(_comparisons(journey.id, view)),
    }


def _current(journey: Journey, view: View) -> str | None:
    """The journey that a future one redesigns, where it is published."""
    return journey.future_of if journey.future_of in view.catalogue.journeys else None


def _comparisons(journey: str, view: View) -> Iterator[tuple[str, str]]:
    """The pages that compare this journey with another: address and title of that one."""
    for pair in pairs_with(view.site, journey):
        yield pair.address, view.title("journey", pair.beside(journey))


def banners(insight: JourneyInsight, view: View) -> Iterator[Banner]:
    """What a reader must know before trusting the page."""
    journey, tell = insight.journey, view.words.gettext
    if journey.status == "draft":
        yield Banner("draft", _said(tell("A draft: it is seen only here, and not published.")))
    if journey.status == "review":
        yield Banner("review", _said(tell("In review: this journey is not agreed yet.")))
    if journey.status == "archived":
        yield Banner("archived", _said(tell("Archived: kept for the record, no longer maintained.")))
    if journey.state == "future":
        yield Banner("future", _future(journey, view))
    if insight.stale:
        yield Banner("stale", _stale(insight, view))


def _future(journey: Journey, view: View) -> Markup:
    current = _current(journey, view)
    if current is None:
        return _said(view.words.gettext("A journey as it is to be: planned, not lived."))
    link = Markup('<a href="{}">{}</a>').format(
        view.to("journey", current), view.catalogue.journeys[current].title
    )
    return _said(
        view.words.gettext("A journey as it is to be: planned, not lived. As it is: %(journey)s."),
        journey=link,
    )


def _stale(insight: JourneyInsight, view: View) -> Markup:
    if insight.journey.reviewed is None or insight.due is None:
        return _said(
            view.words.gettext("Never checked against reality: nobody has said that this is still true.")
        )
    text = view.words.gettext("Perhaps no longer true: last checked on %(reviewed)s, due again by %(due)s.")
    days = {"reviewed": insight.journey.reviewed, "due": insight.due}
    return _said(text, **{name: time_element(view.words, day) for name, day in days.items()})


def _said(text: str, **values: Markup) -> Markup:
    return Markup(text) % values  # noqa: S704 - a text of ours or of a catalogue; the values are markup


def downloads(view: View) -> tuple[tuple[str, str], ...]:
    """The files to take along: name and title."""
    tell = view.words.gettext
    titles = {
        "journey.json": "JSON",
        "steps.csv": tell("steps as CSV"),
        "emotion.csv": tell("figures as CSV"),
        "emotion.svg": tell("curve as SVG"),
        "emotion.png": tell("curve as PNG"),
    }
    names = chain.from_iterable(FILE_NAMES[export] for export in view.catalogue.options.exports)
    return tuple((name, titles[name]) for name in names)


def filters(insight: JourneyInsight, view: View) -> Iterator[tuple[str, str]]:
    """What search can filter the page by, beyond what the page shows anyway: name and value."""
    catalogue = view.catalogue
    yield "kind", "journey"
    if owner := _owner(insight.journey, view):
        yield "owner", owner
    for persona in insight.journey.personas:
        yield "persona", catalogue.personas[persona].name
    channels = chain.from_iterable(catalogue.channels_of(step) for step in insight.journey.steps)
    for channel in dict.fromkeys(channels):
        yield "channel", catalogue.channels[channel].name
