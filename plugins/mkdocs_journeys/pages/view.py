"""What every page is made from, and what its template sees of it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from jinja2.runtime import Macro
from markupsafe import Markup

from mkdocs_journeys.catalogue import Catalogue, Claim
from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.definitions import Colour, Definition, JourneyPlace, Reference, Source, make_id
from mkdocs_journeys.history.changes import Change, Origin
from mkdocs_journeys.insight import Insight
from mkdocs_journeys.languages import Language, language
from mkdocs_journeys.pages.addresses import Linked, address_of, is_absolute, relative, written_address
from mkdocs_journeys.pages.inline import inline_html, link_address, plain
from mkdocs_journeys.pages.news import News


@dataclass(frozen=True, eq=False)
class Site:
    """What all pages are made from: the insight, and how the site is built."""

    insight: Insight
    root: Path
    cache: ChartCache
    directory_urls: bool = True
    changes: Mapping[str, Change] = field(default_factory=dict)
    news: tuple[News, ...] = ()
    origin: Origin = field(default_factory=Origin)
    _names: dict[str, Mapping[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def catalogue(self) -> Catalogue:
        """All definitions, linked."""
        return self.insight.catalogue

    @property
    def has_feed(self) -> bool:
        """Whether there is a feed of changes: something changed, and the site knows its own address."""
        return bool(self.news) and is_absolute(self.catalogue.options.site_url)

    @cached_property
    def _meetings(self) -> Mapping[str, frozenset[str]]:
        listed = {journey.id for journey in self.catalogue.listed() if journey.state == "current"}
        return {
            id_: frozenset(at.journey.id for at in entry.steps) & listed
            for id_, entry in self.catalogue.touchpoints.items()
        }

    def journeys_at(self, touchpoint: str) -> frozenset[str]:
        """The ids of the current journeys that meet a touchpoint, without archived ones and drafts."""
        return self._meetings[touchpoint]

    @cached_property
    def _claims(self) -> Mapping[str | None, list[tuple[str, Claim]]]:
        found: dict[str | None, list[tuple[str, Claim]]] = {}
        for evidence, claims in self.catalogue.claims.items():
            for claim in claims:
                found.setdefault(claim.journey, []).append((evidence, claim))
        return found

    def claims_in(self, journey_id: str) -> list[tuple[str, Claim]]:
        """Everything of a journey that stands on evidence, with the evidence's id and in their order."""
        return self._claims.get(journey_id, [])

    def names_of(self, journey_id: str) -> Mapping[str, str]:
        """The names of a journey's stages and steps, by id."""
        if journey_id not in self._names:
            journey = self.catalogue.journeys[journey_id]
            names = {stage.id: stage.name for stage in journey.stages}
            self._names[journey_id] = names | {step.id: step.name for step in journey.steps}
        return self._names[journey_id]

    def view(self, address: str, lang: str, source: Source | None = None) -> "View":
        """The site as seen from the page at `address`, whose texts are in language `lang` (BCP 47).

        `source` is the file that most of the page's texts stand in: links in them start there.
        """
        return View(self, address, lang, source)


@dataclass(frozen=True, eq=False)
class View:
    """A page's place in the site: links from it, and its language. Templates know it as `page`."""

    site: Site
    address: str
    lang: str
    source: Source | None = None
    _hrefs: dict[str, str] = field(default_factory=dict)
    _made: dict[tuple[Hashable, ...], str] = field(default_factory=dict)
    _inlined: dict[tuple[str, Source | None], Markup] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        """All definitions, linked."""
        return self.site.catalogue

    @property
    def insight(self) -> Insight:
        """All figures."""
        return self.site.insight

    @cached_property
    def words(self) -> Language:
        """The language of the page's own texts."""
        return language(self.lang)

    def href(self, address: str, anchor: str | None = None) -> str:
        """The link from this page to an address of the site."""
        if anchor is not None and address == self.address:
            return f"#{anchor}"
        if address not in self._hrefs:
            self._hrefs[address] = relative(self.address, address, directory_urls=self.site.directory_urls)
        return self._hrefs[address] if anchor is None else f"{self._hrefs[address]}#{anchor}"

    def to(self, kind: Linked, definition_id: str, anchor: str | None = None) -> str:
        """The link from this page to a definition's page, or to an anchor on it."""
        return self.href(address_of(kind, definition_id), anchor)

    def inline(self, text: str, owner: Definition | None = None) -> Markup:
        """Inline Markdown as safe HTML, its references as links from this page.

        `owner` is the definition that the text stands in, where that is not the page's own.
        """
        source = owner.source if owner else self.source
        if (text, source) not in self._inlined:
            self._inlined[text, source] = inline_html(text, self._reference, partial(self._path, source))
        return self._inlined[text, source]

    def once(self, macro: Macro, *arguments: Hashable) -> str:
        """What a macro makes of these arguments: made once for a page, however often it is asked for."""
        key = (macro.name, *arguments)
        if key not in self._made:
            self._made[key] = macro(*arguments)
        return self._made[key]

    def plain(self, text: str) -> str:
        """Inline Markdown as plain text."""
        return plain(text, lambda reference: self._reference(reference)[1])

    def link(self, address: str) -> str:
        """The address of a link that a contributor wrote in the page's own definition."""
        return link_address(address, partial(self._path, self.source))

    def body(self, source: Source) -> Markup:
        """A file's Markdown as clean HTML, its links and references as links from this page."""
        content = self.catalogue.body_of(source)
        path = partial(self._path, source)
        placed = content.placed(
            reference=lambda index: self._reference(content.references[index][0]),
            link=lambda index: link_address(content.links[index].address, path),
            picture=lambda index: link_address(content.pictures[index].address, path),
        )
        return Markup(placed)  # noqa: S704 - cleaned by the reader of bodies

    def _reference(self, reference: Reference) -> tuple[str, str]:
        target = self.catalogue.resolve(reference)
        if target is None:
            return "#", reference.text or str(reference)
        return self.to(target.kind, target.id, target.anchor), reference.text or target.title

    def _path(self, source: Source | None, path: str) -> str:
        """The link from this page to a path in the site that somebody wrote in a file."""
        found = self.catalogue.paths.locate(source.path if source else "", path)
        if found is None:
            return path
        address, _, anchor = found.partition("#")
        return self.href(written_address(address, directory_urls=self.site.directory_urls), anchor or None)

    def title(self, kind: Linked, definition_id: str) -> str:
        """The title or name of a journey, persona, touchpoint, channel or piece of evidence."""
        if kind == "channel":
            return self.catalogue.channels[definition_id].name
        return self.catalogue.title_of(kind, definition_id)

    def colour_of(self, persona_id: str) -> Colour:
        """A persona's colour."""
        return self.insight.travellers[persona_id][1]

    def step_name(self, place: JourneyPlace) -> str:
        """The name of the step or stage that a place names; empty where it names a whole journey."""
        return "" if place.anchor is None else self.site.names_of(place.journey)[place.anchor]

    def channel_name(self, channel: str) -> str:
        """A channel's name, where a play names it by id or name."""
        known = self.catalogue.channels.get(make_id(channel) or channel)
        return channel if known is None else known.name

    def lang_of(self, kind: Linked, definition_id: str) -> str | None:
        """The language of a definition's texts where it is not this page's, for a `lang` attribute."""
        definition = self.definition(kind, definition_id)
        lang = self.lang if definition is None else self.catalogue.language_of(definition)
        return None if lang == self.lang else lang

    def definition(self, kind: Linked, definition_id: str) -> Definition | None:
        """The file behind an id; None for channels and for touchpoints that no file describes."""
        if kind == "touchpoint":
            entry = self.catalogue.touchpoints.get(definition_id)
            return None if entry is None else entry.described
        return self._of_kind(kind).get(definition_id)

    def _of_kind(self, kind: Linked) -> Mapping[str, Definition]:
        catalogue = self.catalogue
        kinds: dict[str, Mapping[str, Definition]] = {
            "journey": catalogue.journeys,
            "persona": catalogue.personas,
            "evidence": catalogue.evidence,
        }
        return kinds.get(kind, {})
