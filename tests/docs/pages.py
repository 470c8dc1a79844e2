"""The documentation as the tests read it: its pages, and the fenced blocks in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(
    r"^``` (?:\{ (?P<classes>[.\w ]+) \}|(?P<language>\w+))\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_FILE = re.compile(r"File `([^`]+)`:")


@dataclass(frozen=True)
class Block:
    """A fenced block: its words (language and classes), its text, and the file that it is said to be."""

    words: frozenset[str]
    text: str
    file: str | None


def pages_of(repository: Path) -> list[Path]:
    """Every page that people write about the project."""
    made = set(finding_pages_of(repository))
    guide = (page for page in (repository / "docs/guide").rglob("*.md") if page not in made)
    return [*sorted(repository.glob("*.md")), *sorted(guide)]


def finding_pages_of(repository: Path) -> list[Path]:
    """Every page that is made of the explanations of findings."""
    return sorted((repository / "docs/guide/findings").rglob("*.md"))


def blocks(page: Path) -> Iterator[Block]:
    """Every fenced block of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        words = match["language"] or match["classes"].replace(".", "")
        said = _FILE.fullmatch(text[: match.start()].rstrip().rpartition("\n")[2])
        yield Block(frozenset(words.split()), match["text"], said and said[1])


def files_in(page: Path) -> dict[str, str]:
    """The files that a page tells its readers to make, by path."""
    return {block.file: block.text for block in blocks(page) if block.file is not None}
