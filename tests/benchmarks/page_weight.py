"""What a page weighs on its way to a reader."""

import gzip
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit


class _Loads(HTMLParser):
    """The addresses of the styles and scripts that a page loads, and whether Material searches in it."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.searches = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("data-md-component") == "search":
            self.searches = True
        if tag == "link" and values.get("rel") == "stylesheet":
            self.addresses.append(values["href"] or "")
        if tag == "script" and values.get("src"):
            self.addresses.append(values["src"] or "")


def gzipped(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 6))


def loaded_files(site: Path, page: str) -> list[Path]:
    """A page and the styles and scripts that it loads before anybody searches.

    Material's own search loads its worker and its whole index with every page; both count where it is.
    """
    file = site / page
    loads = _Loads()
    loads.feed(file.read_text(encoding="utf-8"))
    files = [(file.parent / urlsplit(address).path).resolve() for address in loads.addresses]
    if loads.searches:
        files += [*site.glob("assets/javascripts/workers/search.*.js"), site / "search/search_index.json"]
    return [file, *files]


def wire_size(site: Path, page: str) -> int:
    """Bytes of a page with all that it loads without searching, each file gzipped."""
    return sum(map(gzipped, loaded_files(site, page)))


def weight(site: Path) -> int:
    """Bytes of all files of a site."""
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
