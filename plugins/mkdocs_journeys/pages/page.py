"""What a plan of the site is made of: pages, files and the way to them. No word of the generator."""

from dataclasses import dataclass

from mkdocs_journeys.definitions import Message


@dataclass(frozen=True)
class Heading:
    """A heading of a page, for its table of contents."""

    level: int
    id: str
    text: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class Page:
    """A page: its address (ending in `/`, lies at `<address>index.html`) and its complete, safe content.

    `title` and `description` are plain text, not yet escaped. `lang` is a BCP 47 tag. `source` is the file
    that the page is edited in, relative to the site's root. `search` is False where search leaves it out.
    `wide` pages want the window's whole width: no sidebars.
    """

    address: str
    title: str
    lang: str
    html: str
    kind: str
    headings: tuple[Heading, ...] = ()
    source: str | None = None
    description: str | None = None
    search: bool = True
    wide: bool = False


@dataclass(frozen=True)
class StaticFile:
    """A file that is published as it is; `trouble` is what the build has to say about it."""

    address: str
    content: bytes
    trouble: Message | None = None


@dataclass(frozen=True)
class NavItem:
    """An entry of the site's navigation."""

    title: str
    address: str
    children: tuple["NavItem", ...] = ()


@dataclass(frozen=True)
class SitePlan:
    """All that is published of the definitions; `start_html` is appended to the front page.

    `feed` is the address and the title of the feed of changes, where there is one.
    """

    pages: tuple[Page, ...]
    files: tuple[StaticFile, ...]
    nav: tuple[NavItem, ...]
    start_html: str
    feed: tuple[str, str] | None = None
