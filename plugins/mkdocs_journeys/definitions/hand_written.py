"""Pages that people write in `docs/`: no definitions, but Markdown of people all the same."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs_journeys.definitions.bodies import BodyReader
from mkdocs_journeys.definitions.body_content import BodyContent
from mkdocs_journeys.definitions.files import read_text
from mkdocs_journeys.definitions.findings import Finding, Place, short, told
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.options import SiteOptions
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.value_messages import forbidden_link

LINK = say("this only points to a file or folder elsewhere (a symbolic link); put that itself here")
_LOCK = ".#"
"""Emacs marks a file that is being edited with a symbolic link of this name, which leads nowhere."""

LARGEST_PAGE = 8 << 20
"""Bytes of a hand-written page; a larger one is a finding."""

DANGEROUS = frozenset({
    "<script>", "<iframe>", "<object>", "<embed>", "<style>", "<link>", "<meta>", "<base>", "<form>",
    "<frame>", "<applet>",
})  # fmt: skip
_SUSPICIOUS = re.compile(
    r"(?i)script\s*(?:&|:)|<script|data\s*:|vbscript|&#|&colon|\son\w+\s*="
    r"|<(?:iframe|object|embed|style|link|meta|base|form|frame|applet)"
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def check_hand_written(
    root: Path, options: SiteOptions, reader: Callable[[], BodyReader]
) -> Iterator[Finding]:
    """Findings in hand-written pages: what would run something, and symbolic links."""
    top = root / options.docs
    if not top.is_dir():
        return
    bodies: BodyReader | None = None
    for file in _pages(root, top, options):
        if isinstance(file, Finding):
            yield file
            continue
        path = file.relative_to(root).as_posix()
        read = read_text(file, path, LARGEST_PAGE)
        yield from read.findings
        if (text := read.text) is not None and _SUSPICIOUS.search(text):
            bodies = bodies or reader()
            yield from _check_page(path, file, text, bodies)


def _pages(root: Path, top: Path, options: SiteOptions) -> Iterator[Path | Finding]:
    waiting = [top]
    definitions = {root / options.touchpoints, root / options.evidence}
    deep = {root / options.journeys, root / options.personas}
    while waiting:
        folder = waiting.pop(0)
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            path = Path(entry.path)
            if entry.is_symlink():
                if not entry.name.startswith(_LOCK):
                    yield Finding("J140", LINK, Place(path.relative_to(root).as_posix()))
            elif entry.is_dir():
                waiting.append(path)
            elif not entry.name.endswith(".md") or not deep.isdisjoint(path.parents):
                continue
            elif folder not in definitions or entry.name == "index.md":
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
    """What is wrong with a body: its size (J119), links (J130), HTML (J131), outside pictures (J132)."""
    if content.beyond_limits is not None:
        offset, message = content.beyond_limits
        yield source.in_body("J119", message, offset)
    yield from told(_in_content(source, content))


def _in_content(source: Source, content: BodyContent) -> Iterator[Finding]:
    find = Finder(source)
    for link in content.forbidden:
        address = short(link.address)
        message = forbidden_picture(address) if link.kind == "picture" else forbidden_link(address)
        yield find.at("J130", message, link.address)
    for item in content.removed:
        message = say("%(what)s was removed; HTML of this kind is not shown", what=short(item.what))
        tag = item.tag or find.attribute_list(item.needle)
        yield find.at("J131", message, item.needle, tag)
    for picture in content.outside_pictures:
        message = say(
            'the picture "%(address)s" lies on another host and is shown as a link; put it into the site',
            address=short(picture.address),
        )
        yield find.at("J132", message, picture.address)


def forbidden_picture(address: str) -> Message:
    """What is said about a picture that may not be shown."""
    return say('the picture "%(address)s" may not be shown; pictures are paths in the site', address=address)


_NO_MARKUP = re.compile(
    r"(?ms)^(?P<fence>`{3,}(?!`)|~{3,}(?!~)).*?^(?P=fence)|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->"
)

_ATTRIBUTE_LIST = re.compile(r"\{[^{}\n]*\}")


def without_code(text: str) -> str:
    """Markdown with blanks in place of code and comments, each character where it was."""
    return _NO_MARKUP.sub(lambda match: " " * len(match[0]), text)


class Finder:
    """Finds the next place of each text in a body, outside code and comments."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = without_code(source.body_markdown)
        self.after: dict[str, int] = {}

    def offset(self, needle: str, tag: str = "") -> int:
        """Where `needle` stands next, within `tag` where one is given; 0 if it is nowhere."""
        wanted = tag or needle
        start = self.after.get(wanted + needle, 0)
        at = self.text.find(wanted, start)
        if at < 0:
            at = self.source.body_markdown.find(wanted, start)
        if at < 0:
            return 0
        self.after[wanted + needle] = at + len(wanted)
        return max(at, self.text.find(needle, at + 1, at + len(tag))) if tag else at

    def attribute_list(self, name: str) -> str:
        """The next `{: ... }` in which an attribute called `name` stands, or nothing."""
        given = re.compile(rf"(?<![\w-]){re.escape(name)}\s*=")
        lists = (match[0] for match in _ATTRIBUTE_LIST.finditer(self.text))
        return next((each for each in lists if given.search(each)), "")

    def at(self, code: str, message: Message, needle: str, tag: str = "") -> Finding:
        """A finding at the next place of `needle`."""
        return self.source.in_body(code, message, self.offset(needle, tag), len(needle))
