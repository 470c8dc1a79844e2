"""References and links in texts and bodies: whether they lead anywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_journeys.catalogue.catalogue import KIND_ORDER, Catalogue
from mkdocs_journeys.catalogue.names import is_draft, no_such, only_a_draft
from mkdocs_journeys.definitions import (
    REFERENCE,
    BodyContent,
    Definition,
    Definitions,
    Finder,
    Finding,
    Journey,
    Kind,
    Link,
    Message,
    Reference,
    Source,
    Way,
    allowed_link,
    anchors_known,
    anchors_of,
    beyond_limits,
    by_id,
    check_body,
    linking_texts,
    links_in,
    one_of,
    read_reference,
    say,
    short,
    told,
)

_LOCAL = re.compile(r"(?![A-Za-z][A-Za-z0-9+.\-]*:|//|#|$)")
_MAY_BE_HTML = re.compile(r"<[A-Za-z/!?]|&[#A-Za-z]|\{:?[^{}\n]*=")
_PLAIN_LINK = re.compile(r"(?<!!)\[[^\[\]\n]*\]\(([^\s()<>\"'\\]+)\)")


def check_text_links(definitions: Definitions, whole: Catalogue, published: Catalogue) -> Iterator[Finding]:
    """A finding for each reference or link that leads nowhere, and for what is wrong in bodies.

    `whole` has the drafts, and what only they name, too.
    """
    checker = _Checker(definitions, whole, published)
    for definition in definitions:
        yield from checker.texts(definition)
        yield from checker.link_fields(definition)
        yield from checker.body(definition.source, by_draft=is_draft(definition))
    for source in definitions.introductions.values():
        yield from checker.body(source, by_draft=False, shown_elsewhere=True)


def _links(definition: Definition) -> Iterator[tuple[Way, str]]:
    link = getattr(definition, "link", None)
    if link is not None:
        yield ("link",), link
    if isinstance(definition, Journey):
        for i, improvement in enumerate(definition.improvements):
            if improvement.link is not None:
                yield ("improvements", i, "link"), improvement.link


_Fault = tuple[str, Message]


class _Checker:
    def __init__(self, definitions: Definitions, whole: Catalogue, published: Catalogue) -> None:
        self.definitions = definitions
        self.whole = whole
        self.published = published

    def texts(self, definition: Definition) -> Iterator[Finding]:
        for way, text in linking_texts(definition):
            for link in links_in(text):
                if (fault := self.fault(definition.source, link, by_draft=is_draft(definition))) is not None:
                    needle = link.typed if isinstance(link, Reference) else link.address
                    yield definition.source.finding_in(*fault, needle, *way)

    def link_fields(self, definition: Definition) -> Iterator[Finding]:
        """Findings for fields called link that lead to a path which is not there."""
        by_draft = is_draft(definition)
        for way, address in _links(definition):
            if (fault := self.fault(definition.source, Link(address), by_draft=by_draft)) is not None:
                yield definition.source.finding(*fault, *way)

    def body(self, source: Source, *, by_draft: bool, shown_elsewhere: bool = False) -> Iterator[Finding]:
        """Findings for what stands in a body; an introduction is `shown_elsewhere`, and cleaned there."""
        if not self._needs_reading(source, by_draft=by_draft):
            return
        content = self.whole.body_of(source)
        if not shown_elsewhere:
            yield from check_body(source, content)
        yield from told(self._links_of(source, content, by_draft=by_draft))

    def _needs_reading(self, source: Source, *, by_draft: bool) -> bool:
        """Whether anything can be wrong with a body: its size, HTML, or a link or reference at fault."""
        body = source.body_markdown
        if _MAY_BE_HTML.search(body) or beyond_limits(body) is not None:
            return True
        references = [read_reference(match) for match in REFERENCE.finditer(body)]
        if any(self._reference_fault(reference, by_draft=by_draft) for reference in references):
            return True
        rest = REFERENCE.sub("", body)
        links = [Link(address) for address in _PLAIN_LINK.findall(rest)]
        if any(
            not allowed_link(link.address) or self.fault(source, link, by_draft=by_draft) for link in links
        ):
            return True
        return "[" in _PLAIN_LINK.sub("", rest)

    def _links_of(self, source: Source, content: BodyContent, *, by_draft: bool) -> Iterator[Finding]:
        find = Finder(source)
        links: Iterable[tuple[Link | Reference, str]] = [
            *content.references,
            *((link, link.address) for link in (*content.links, *content.pictures)),
        ]
        for number, (link, needle) in enumerate(links):
            offset = find.offset(needle)
            if number in content.literal:
                continue  # references come first, so this is the number of one
            if (fault := self.fault(source, link, by_draft=by_draft)) is not None:
                yield source.in_body(*fault, offset, len(needle))

    def fault(self, source: Source, link: Link | Reference, *, by_draft: bool) -> _Fault | None:
        """Code and message of what is wrong with a link, or None."""
        if isinstance(link, Reference):
            return self._reference_fault(link, by_draft=by_draft)
        if not _LOCAL.match(link.address):
            return None
        if self.whole.address_of_link(source, link.address) is None:
            return "J133", _leads_nowhere(link)
        if not by_draft and self.published.address_of_link(source, link.address) is None:
            message = say('"%(link)s" leads to a page that is not published', link=short(link.address))
            return "J203", message
        return None

    def _reference_fault(self, reference: Reference, *, by_draft: bool) -> _Fault | None:
        if reference.kind is not None and reference.kind not in KIND_ORDER:
            message = say('"%(kind)s" is no kind of page', kind=short(reference.kind))
            return "J201", one_of(message, reference.kind, KIND_ORDER)
        kinds = [kind for kind in KIND_ORDER if reference.id in self.whole.of_kind(kind)]
        if reference.kind is None and len(kinds) > 1:
            return "J202", say(
                'several things have the id "%(id)s"; write one of these: %(proposals)s',
                id=reference.id, proposals=", ".join(f"[[{kind}:{reference}]]" for kind in kinds),
            )  # fmt: skip
        if not kinds or (reference.kind is not None and reference.kind not in kinds):
            known = [kind for kind in KIND_ORDER if reference.kind in (None, kind)]
            is_broken = any(self.definitions.is_broken(reference.id, kind) for kind in known)
            return None if is_broken else self._unknown(reference)
        return self._unpublished(reference, by_draft=by_draft) or self._anchor_fault(reference)

    def _unpublished(self, reference: Reference, *, by_draft: bool) -> _Fault | None:
        kinds: list[Kind] = [kind for kind in KIND_ORDER if reference.kind in (None, kind)]
        if by_draft or any(reference.id in self.published.of_kind(kind) for kind in kinds):
            return None
        if reference.id in self.whole.journeys and "journey" in kinds:
            return "J203", only_a_draft(reference.id)
        return "J203", say('only a draft names "%(id)s", so it is not published', id=reference.id)

    def _unknown(self, reference: Reference) -> _Fault:
        kinds = [kind for kind in KIND_ORDER if reference.kind in (None, kind)]
        known = {name: title for kind in kinds for name, title in self.whole.titles(kind).items()}
        message = by_id(_no_page(reference, kinds), reference.id, known)
        return "J201", say(
            "[[%(reference)s]] leads nowhere: %(message)s", reference=short(str(reference)), message=message
        )

    def _anchor_fault(self, reference: Reference) -> _Fault | None:
        if reference.anchor is None or self.whole.resolve(reference) is not None:
            return None
        journey = self.whole.journeys.get(reference.id) if reference.kind in (None, "journey") else None
        if journey is not None and not anchors_known(journey):
            return None
        if journey is None:
            return "J201", say(
                "[[%(reference)s]]: only a journey has steps; leave #%(id)s out",
                reference=short(str(reference)), id=short(reference.anchor),
            )  # fmt: skip
        message = say(
            '[[%(reference)s]]: that journey has no stage or step "%(id)s"',
            reference=short(str(reference)), id=short(reference.anchor),
        )  # fmt: skip
        return "J201", by_id(message, reference.anchor, anchors_of(journey))


def _no_page(reference: Reference, kinds: Sequence[Kind]) -> Message:
    if reference.kind is not None:
        return no_such(kinds[0], reference.id)
    return say('there is no page "%(id)s"', id=short(reference.id))


def _leads_nowhere(link: Link) -> Message:
    if link.kind == "picture":
        return say('the picture "%(address)s" is not in the site', address=short(link.address))
    return say('the link "%(address)s" leads to nothing in the site', address=short(link.address))
