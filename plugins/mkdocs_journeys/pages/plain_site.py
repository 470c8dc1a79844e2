"""The whole site as a folder of plain Markdown, data and pictures, for a generator without this plugin."""

import json
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from mkdocs_journeys.catalogue.site_paths import SitePaths
from mkdocs_journeys.definitions import Message, say
from mkdocs_journeys.definitions.hand_written import without_code
from mkdocs_journeys.pages.addresses import ASSETS, written_address
from mkdocs_journeys.pages.docs_folder import DocsFolder
from mkdocs_journeys.pages.page import NavItem, Page, SitePlan
from mkdocs_journeys.pages.themes import front_matter, with_spaces

_TARGET = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)"
    r"|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<defined>[^\s<>]+)",
    re.MULTILINE,
)
"""The address of a Markdown link, written in place or in a definition of its own."""

_CODE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_ROOT = '<div class="jm-page'
_NOTHING: tuple[Any, ...] = (None, {}, [])
Private = Callable[[str], bool]
Entry = str | dict[str, Any]
"""An entry of a `nav`: a path, or a title with a path or with entries."""


@dataclass
class PlainSite:
    """Files by their path in the docs folder, and the paths of pages that people wrote.

    `left_out` says which files stayed out and why; `private` are those that the site itself does not publish.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    left_out: list[Message] = field(default_factory=list)
    private: set[str] = field(default_factory=set)
    nav: Sequence[NavItem] = ()

    @property
    def styles(self) -> list[str]:
        """Style sheets that every page needs."""
        return [path for path in self.files if path.startswith(ASSETS) and path.endswith(".css")]

    @property
    def scripts(self) -> list[str]:
        """Scripts that every page takes."""
        return [path for path in self.files if path.startswith(ASSETS) and path.endswith(".js")]


def plain_site(plan: SitePlan, paths: SitePaths, docs: DocsFolder, is_private: Private) -> PlainSite:
    """The pages of the plan and those that people wrote, as Markdown that no generator changes.

    `paths` knows where links lead; `is_private` tells of a path in the docs folder whether the site does not
    publish it.
    """
    options = docs.options
    site = PlainSite(nav=plan.nav)
    site.files |= {f"{page.address}index.md": _page(page, options.language) for page in plan.pages}
    site.files |= {file.address: file.content for file in plan.files}
    taken = {page.address for page in plan.pages}
    _add_written(site, docs, _Links(paths, options.docs, taken), is_private)
    front = site.files.get("index.md", f"# {escape(options.site_name)}\n".encode())
    site.files["index.md"] = front.rstrip() + f"\n\n{_start(plan.start_html)}\n".encode()
    site.written = sorted({*site.written, "index.md"})
    return site


def _page(page: Page, site_language: str) -> bytes:
    """A page as front matter and one block of HTML, which Markdown leaves as it is."""
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front_matter(page).items()
    )
    html = with_spaces(page.html).strip()
    if page.lang != site_language:  # themes have one language for all pages
        html = html.replace(_ROOT, f'<div lang="{escape(page.lang)}"{_ROOT.removeprefix("<div")}', 1)
    return f"---\n{head}---\n\n{_one_block(html)}\n".encode()


def _start(html: str) -> str:
    return _one_block(with_spaces(html).strip())


def _one_block(html: str) -> str:
    """`html` without blank lines, at which some readers of Markdown end a block; in code they are written."""
    parts = _CODE.split(html)
    parts[::2] = [_BLANK.sub("\n", part) for part in parts[::2]]
    parts[1::2] = [
        _BLANK.sub(lambda match: "\n" + "&#10;" * (match[0].count("\n") - 1), part) for part in parts[1::2]
    ]
    return "".join(parts)


@dataclass(frozen=True)
class _Links:
    """Where links in pages that people wrote lead: to the file of a planned page, by its path."""

    paths: SitePaths
    docs: str
    planned: frozenset[str] | set[str]

    def mended(self, path: str, text: str) -> str:
        """The Markdown of the page at `path`, with links to planned pages as links to their files."""
        made, at = [], 0
        for match in _TARGET.finditer(without_code(text)):
            start, end = match.span("inline" if match["inline"] else "defined")
            made += [text[at:start], self._target(path, text[start:end])]
            at = end
        return "".join([*made, text[at:]])

    def _target(self, path: str, target: str) -> str:
        found = self.paths.locate(f"{self.docs}/{path}", target)
        address, mark, fragment = (found or "").partition("#")
        if address not in self.planned:
            return target
        file = posixpath.relpath(f"{address}index.md", posixpath.dirname(path) or ".")
        return f"{file}{mark}{fragment}"


def _add_written(site: PlainSite, docs: DocsFolder, links: _Links, is_private: Private) -> None:
    for path in _paths_in(docs.folder):
        if is_private(path):
            site.private.add(path)
        elif (left_out := docs.left_out(path)) is not None:
            site.left_out += _why(path, left_out.reason)
        elif path in site.files or written_address(path) in links.planned:
            site.left_out += _why(path, say("a page of the journeys has its address"))
        else:
            _add(site, path, (docs.folder / path).read_bytes(), links)


def _why(path: str, reason: Message | None) -> list[Message]:
    return [] if reason is None else [say("'%(file)s': %(reason)s", file=path, reason=reason)]


def _add(site: PlainSite, path: str, content: bytes, links: _Links) -> None:
    if path.endswith(".md"):
        site.written.append(path)
        content = links.mended(path, content.decode("utf-8-sig", "replace").replace("\r\n", "\n")).encode()
    site.files[path] = content


def _paths_in(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path in it; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        above = Path(parent).relative_to(folder).as_posix()
        for name in sorted(names):
            yield name if above == "." else f"{above}/{name}"


def navigation(own: Sequence[Entry] | None, site: PlainSite) -> list[Entry]:
    """The `nav`: the site's `own`, or else the pages that people wrote, and behind them the lists."""
    entries = _nested(site.written) if own is None else _on_files(own, site)
    named = set(_named(entries))
    lists = [{item.title: f"{item.address}index.md"} for item in site.nav]
    return [*entries, *(entry for entry in lists if not named & set(entry.values()))]


def _nested(paths: Iterable[str]) -> list[Entry]:
    """Pages in the order in which MkDocs shows them: a folder's index first, sub-folders behind its pages."""
    here, below = [], dict[str, list[str]]()
    for path in sorted(
        paths, key=lambda path: (posixpath.basename(path) not in {"index.md", "README.md"}, path)
    ):
        folder, slash, _ = path.partition("/")
        if slash:
            below.setdefault(folder, []).append(path)
        else:
            here.append(path)
    folders = ({_titled(folder): _in_folder(folder, below[folder])} for folder in sorted(below))
    return [*here, *folders]


def _in_folder(folder: str, paths: Iterable[str]) -> list[Entry]:
    inner = _nested(path.removeprefix(f"{folder}/") for path in paths)
    return [_below(folder, entry) for entry in inner]


def _below(folder: str, entry: Entry) -> Entry:
    if isinstance(entry, str):
        return f"{folder}/{entry}"
    return {title: [_below(folder, child) for child in children] for title, children in entry.items()}


def _titled(folder: str) -> str:
    title = folder.replace("-", " ").replace("_", " ")
    return escape(title.capitalize() if title.lower() == title else title)


def _on_files(entry: Any, site: PlainSite) -> Any:
    """A written entry without private pages, and with the file of a planned page for its address."""
    if isinstance(entry, Mapping):
        found = {title: _on_files(value, site) for title, value in entry.items()}
        return {title: value for title, value in found.items() if value not in _NOTHING}
    if isinstance(entry, list | tuple):
        return [found for value in entry if (found := _on_files(value, site)) not in _NOTHING]
    if entry in site.private:
        return None
    file = f"{entry.rstrip('/')}/index.md" if isinstance(entry, str) else ""
    return file if file in site.files and entry not in site.files else entry


def _named(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from _named(list(nav.values()))
    elif isinstance(nav, list):
        for value in nav:
            yield from _named(value)
