"""Evidence: the list of research, and a page for each piece with every claim that stands on it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalogue import Claim
from mkdocs_journeys.definitions import Journey
from mkdocs_journeys.insight import EvidenceInsight
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.care import care_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.evidence_words import changed_steps, found_steps
from mkdocs_journeys.pages.groups import GROUPS, group_of
from mkdocs_journeys.pages.introduction import introduced_view, introduction
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.view import Site


@dataclass(frozen=True)
class PlaceClaims:
    """What of one step (None: of the journey beside its steps) stands on a piece of evidence."""

    step: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class JourneyClaims:
    """What of one journey stands on a piece of evidence, in the journey's order."""

    journey: Journey
    places: tuple[PlaceClaims, ...]


def evidence_pages(site: Site) -> Iterator[Page]:
    """The list, and a page for every piece."""
    yield _list_page(site)
    for piece in site.insight.evidence.values():
        yield _evidence_page(site, piece)


def _list_page(site: Site) -> Page:
    address = address_of("evidence")
    view = introduced_view(site, address, "evidence")
    title = view.words.gettext("Evidence")
    intro = introduction(view)
    pieces = sorted(site.insight.evidence.values(), key=_newest_first)
    html = render("evidence/list.html", view, title=title, intro=intro, pieces=pieces, searched=False)
    return Page(
        address=address,
        title=intro.title or title,
        lang=view.lang,
        html=html,
        kind="evidence-list",
        headings=outline(html),
        source=intro.source,
        search=False,
        wide=True,
    )


def _newest_first(piece: EvidenceInsight) -> tuple[int, tuple[str, str]]:
    evidence = piece.evidence
    return -(evidence.date.toordinal() if evidence.date else 0), by_title(evidence.title, evidence.id)


def _evidence_page(site: Site, piece: EvidenceInsight) -> Page:
    evidence = piece.evidence
    outcome = site.insight.outcomes[evidence.id]
    address = address_of("evidence", evidence.id)
    view = site.view(address, site.catalogue.language_of(evidence), evidence.source)
    html = render(
        "evidence/evidence.html",
        view,
        piece=piece,
        evidence=evidence,
        care=care_of(site.catalogue, evidence),
        journeys=_by_journey(site, piece),
        personas=[claim.persona for claim in piece.claims if claim.what == "persona"],
        outcome=outcome,
        found=found_steps(outcome, view),
        changed=changed_steps(outcome, view),
        body=view.body(evidence.source),
        searched=True,
    )
    return Page(
        address=address,
        title=evidence.title,
        lang=view.lang,
        html=html,
        kind="evidence",
        headings=outline(html),
        source=evidence.source.path,
    )


def _by_journey(site: Site, piece: EvidenceInsight) -> list[JourneyClaims]:
    """The claims of each journey: current journeys first, then future, then archived ones, each by title."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in piece.claims:
        if claim.journey is not None:
            found[claim.journey].append(claim)
    journeys = site.catalogue.journeys
    return sorted((_of_journey(journeys[id_], claims) for id_, claims in found.items()), key=_current_first)


def _current_first(found: JourneyClaims) -> tuple[int, tuple[str, str]]:
    return GROUPS.index(group_of(found.journey)), by_title(found.journey.title, found.journey.id)


def _of_journey(journey: Journey, claims: list[Claim]) -> JourneyClaims:
    order: list[str | None] = [None, *(step.id for step in journey.steps)]
    places = (PlaceClaims(step, tuple(claim for claim in claims if claim.step == step)) for step in order)
    return JourneyClaims(journey, tuple(place for place in places if place.claims))
