"""Personas: the list of them, and a page for each with every journey that they travel."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from mkdocs_journeys.definitions import Persona
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.care import care_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page, StaticFile
from mkdocs_journeys.pages.small_curves import small_curve
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.travels import Moment, Travel, travels, worst_moments
from mkdocs_journeys.pages.view import Site


@dataclass(frozen=True)
class TravelRow:
    """A journey on a persona's page; `curve` is None when nothing is scored."""

    travel: Travel
    curve: Markup | None


@dataclass(frozen=True)
class PersonaCard:
    """A persona in the list: `lived` counts the journeys as they are."""

    persona: Persona
    lived: int
    planned: int
    worst: Moment | None


def persona_pages(site: Site) -> Iterator[Page]:
    """The list, and every persona's page."""
    journeys = travels(site.insight)
    served_by = _served_by(site)
    yield _list_page(site, journeys)
    for persona in site.catalogue.personas.values():
        yield _persona_page(site, persona, journeys.get(persona.id, ()), served_by.get(persona.id, ()))


def persona_files(site: Site) -> Iterator[StaticFile]:
    """Every persona's photo, beside their page."""
    for persona in site.catalogue.personas.values():
        if persona.photo is not None:
            photo = site.root / PurePosixPath(persona.source.path).parent / persona.photo
            yield StaticFile(photo_address(persona), photo.read_bytes())


def photo_address(persona: Persona) -> str:
    """Where a persona's photo is published."""
    suffix = PurePosixPath(persona.photo or "").suffix.lower()
    return f"{address_of('persona', persona.id)}photo{suffix}"


def _served_by(site: Site) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for persona in site.catalogue.personas.values():
        for served in persona.serves:
            found[served] = (*found.get(served, ()), persona.id)
    return found


def _list_page(site: Site, journeys: Mapping[str, tuple[Travel, ...]]) -> Page:
    address = address_of("persona")
    view = site.view(address, site.catalogue.options.language)
    title = view.words.gettext("Personas")
    cards = [_card(persona, journeys.get(persona.id, ())) for persona in site.catalogue.personas.values()]
    cards.sort(key=lambda card: by_title(card.persona.name, card.persona.id))
    values = {"title": title, "cards": cards, "photo_address": photo_address}
    html = render("personas/list.html", view, searched=False, **values)
    return Page(
        address=address, title=title, lang=view.lang, html=html, kind="personas", search=False, wide=True
    )


def _card(persona: Persona, journeys: tuple[Travel, ...]) -> PersonaCard:
    groups = Counter(travel.group for travel in journeys)
    worst = worst_moments(journeys, 1)
    return PersonaCard(persona, groups["current"], groups["future"], worst[0] if worst else None)


def _persona_page(
    site: Site, persona: Persona, journeys: tuple[Travel, ...], served_by: tuple[str, ...]
) -> Page:
    address = address_of("persona", persona.id)
    view = site.view(address, site.catalogue.language_of(persona), persona.source)
    html = render(
        "personas/persona.html",
        view,
        persona=persona,
        care=care_of(site.catalogue, persona),
        photo=photo_address(persona) if persona.photo else None,
        served_by=served_by,
        shown=_rows(site, [travel for travel in journeys if travel.group != "archived"]),
        archived=_rows(site, [travel for travel in journeys if travel.group == "archived"]),
        moments=worst_moments(journeys),
        mean=site.insight.persona_means[persona.id],
        body=view.body(persona.source),
        searched=True,
    )
    return Page(
        address=address,
        title=persona.name,
        lang=view.lang,
        html=html,
        kind="persona",
        headings=outline(html),
        source=persona.source.path,
        description=persona.role,
    )


def _rows(site: Site, journeys: list[Travel]) -> list[TravelRow]:
    ordered = sorted(journeys, key=_current_first)
    return [TravelRow(travel, small_curve(site, travel.curve)) for travel in ordered]


def _current_first(travel: Travel) -> tuple[bool, tuple[str, str]]:
    journey = travel.figures.journey
    return travel.group != "current", by_title(journey.title, journey.id)
