"""Every link within the built example site leads to a page, and to an anchor that is there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ADDRESS = "https://journeys.example/"
ATTRIBUTES = {"href", "src", "poster", "action", "data"}


@dataclass
class Links(HTMLParser):
    """The anchors of a page, and what it links to or loads."""

    anchors: set[str] = field(default_factory=set)
    targets: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value or "")
            elif name in ATTRIBUTES:
                self.targets.append(value or "")
            elif name == "srcset":
                self.targets += [part.split()[0] for part in (value or "").split(",")]


@cache
def links_of(file: Path) -> Links:
    links = Links()
    links.feed(file.read_text("utf-8"))
    return links


def test_every_internal_link_and_anchor_resolves(example_site: Path) -> None:
    assert list(broken(example_site)) == []


def broken(site: Path, address: str = ADDRESS) -> Iterator[str]:
    """Links and anchors that lead nowhere in a site that lies at `address`."""
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        here = urljoin(address, page.removesuffix("index.html"))
        for target in links_of(file).targets:
            if fault := fault_of(site, address, here, target):
                yield f"{page}: {target}: {fault}"


def fault_of(site: Path, address: str, here: str, target: str) -> str | None:
    full = urljoin(here, target)
    if not full.startswith(address):
        return None
    parts = urlsplit(full.removeprefix(address))
    file = site / unquote(parts.path)
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return "no such page"
    anchor = unquote(parts.fragment)
    if anchor and file.suffix == ".html" and anchor not in links_of(file).anchors:
        return "no such anchor"
    return None


def test_a_link_that_leads_nowhere_is_noticed(tmp_path: Path) -> None:
    page = '<h1 id="top">x</h1><a href="#top">a</a><a href="#end">b</a><a href="gone/">c</a><img src="x.png">'
    (tmp_path / "index.html").write_text(page)
    assert list(broken(tmp_path)) == [
        "index.html: #end: no such anchor",
        "index.html: gone/: no such page",
        "index.html: x.png: no such page",
    ]
