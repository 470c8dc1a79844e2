"""Pages that people write in `docs/`: no definitions, but Markdown of people all the same."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs_journeys.definitions.bodies import BodyContent, BodyReader
from mkdocs_journeys.definitions.files import read_text
from mkdocs_journeys.definitions.findings import Finding, Place
from mkdocs_journeys.definitions.options import SiteOptions
from mkdocs_journeys.definitions.source import Source

DANGEROUS = frozenset({
    "<script>", "<iframe>", "<object>", "<embed>", "<style>", "<link>", "<meta>", "<base>", "<form>", "<frame>", "<applet>",
})  # fmt: skip
_SUSPICIOUS = re.compile(
    r"(?i)script|data\s*:|vbscript|&#|&colon|\son\w+\s*=|<(?:iframe|object|embed|style|link|meta|base|form|frame|applet)"
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def check_hand_written(
    root: Path, options: SiteOptions, reader: Callable[[], BodyReader]
) -> Iterator[Finding]:
    """Findings in hand-written pages: links and elements that would run something, and links out of the tree."""
    top = root / options.docs
    if not top.is_dir():
        return
    bodies: BodyReader | None = None
    for file in _pages(root, top, options):
        if isinstance(file, Finding):
            yield file
            continue
        path = file.relative_to(root).as_posix()
        text = read_text(file, path, 8 << 20)
        if isinstance(text, Finding):
            yield text
        elif _SUSPICIOUS.search(text):
            bodies = bodies or reader()
            yield from _check_page(path, file, text, bodies)


def _pages(root: Path, top: Path, options: SiteOptions) -> Iterator[Path | Finding]:
    waiting = [top]
    inside = root.resolve()
    definitions = {root / options.touchpoints, root / options.evidence}
    while waiting:
        folder = waiting.pop(0)
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            path = Path(entry.path)
            if entry.is_symlink():
                if not path.resolve().is_relative_to(inside):
                    message = "this symbolic link leads out of the site's folder; put the file itself here"
                    yield Finding("J140", message, Place(path.relative_to(root).as_posix()))
            elif entry.is_dir():
                waiting.append(path)
            elif entry.name.endswith(".md") and (folder not in definitions or entry.name == "index.md"):
                yield path


def _check_page(path: str, file: Path, text: str, bodies: BodyReader) -> Iterator[Finding]:
    match = _FRONT_MATTER.match(text)
    start = match.end() if match else 0
    source = Source(path, file, text, text[start:], text.count("\n", 0, start) + 1)
    content = bodies.read(source.body_markdown)
    content.removed = [
        item for item in content.removed if item.what in DANGEROUS or item.what.startswith("on")
    ]
    yield from check_body(source, content)


def check_body(source: Source, content: BodyContent) -> Iterator[Finding]:
    """What is wrong with a body: forbidden links (J130), removed HTML (J131), pictures of other hosts (J132)."""
    find = _Finder(source)
    for link in content.forbidden:
        message = f'the {link.kind} "{link.address}" may not be used; links go to http:, https:, mailto: or a path in the site'
        yield find.at("J130", message, link.address)
    for item in content.removed:
        yield find.at("J131", f"{item.what} was removed; HTML of this kind is not shown", item.needle)
    for picture in content.outside_pictures:
        message = f'the picture "{picture.address}" lies on another host and is shown as a link; put it into the site'
        yield find.at("J132", message, picture.address)


class _Finder:
    """Finds the next place of each text in a body."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.after: dict[str, int] = {}

    def at(self, code: str, message: str, needle: str) -> Finding:
        body = self.source.body_markdown
        offset = body.find(needle, self.after.get(needle, 0))
        self.after[needle] = offset + len(needle) if offset >= 0 else self.after.get(needle, 0)
        offset = max(offset, 0)
        return self.source.in_body(code, message, offset, len(needle))
