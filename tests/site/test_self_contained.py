"""The built site asks no other host for anything: no attribute that loads, and no style sheet, names one."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

LOADING = {"src", "srcset", "poster", "data", "background", "ping", "xlink:href", "formaction", "manifest"}
HREF_LOADS = {"link", "image", "use", "base"}
QUIET_LINKS = {"canonical", "next", "prev", "alternate", "edit"}
STYLE_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", re.IGNORECASE)


class Loads(HTMLParser):
    """What a page loads when it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        values = {name: value or "" for name, value in attrs}
        quiet = tag == "link" and set(values.get("rel", "").split()) <= QUIET_LINKS
        for name, value in values.items():
            if name in LOADING or (name == "href" and tag in HREF_LOADS and not quiet):
                self.found.append(value)
            if name == "style":
                self.found += STYLE_ADDRESS.findall(value)

    def handle_data(self, data: str) -> None:
        if self.in_style:
            self.found += STYLE_ADDRESS.findall(data)
            self.in_style = False


def test_no_page_and_no_style_sheet_names_another_host(example_site: Path) -> None:
    assert list(outside(example_site)) == []


def outside(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*")):
        for address in loaded_by(file):
            parts = urlsplit(address)
            if parts.netloc or parts.scheme not in {"", "data"}:
                yield f"{file.relative_to(site).as_posix()}: {address}"


def loaded_by(file: Path) -> list[str]:
    if file.suffix in {".html", ".svg"}:
        page = Loads()
        page.feed(file.read_text("utf-8"))
        return page.found
    return STYLE_ADDRESS.findall(file.read_text("utf-8")) if file.suffix == ".css" else []


def test_what_names_another_host_is_noticed(tmp_path: Path) -> None:
    loads = [
        '<link rel="stylesheet" href="https://fonts.example/a.css">',
        '<img src="//pictures.example/b.png">',
        "<style>@import 'https://styles.example/c.css';</style>",
        '<p style="background: url(https://styles.example/d.png)">',
        '<a href="https://elsewhere.example/">a link loads nothing</a>',
        '<link rel="canonical" href="https://journeys.example/">',
    ]
    (tmp_path / "index.html").write_text("\n".join(loads))
    style = "p { background: url(data:image/png;base64,x) url('http://e.example/e.png') }"
    (tmp_path / "style.css").write_text(style)
    hosts = [urlsplit(line.split(": ", 1)[1]).netloc for line in outside(tmp_path)]
    assert hosts == ["fonts.example", "pictures.example", "styles.example", "styles.example", "e.example"]
