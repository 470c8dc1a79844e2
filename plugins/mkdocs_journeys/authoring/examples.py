"""Examples of findings: a small site, what is changed in it so that a finding comes, and what mends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

EXAMPLES = Path(__file__).parent / "explanations" / "examples"


@dataclass(frozen=True)
class Change:
    """A file, or a part of one, as an example makes it.

    `instead_of` is the part of the small site's file that `text` takes the place of, both without the
    indentation that they have there; nothing: the whole file. `times`: how often the last line stands in the
    file. `link`: no file but a symbolic link that leads there.
    """

    file: str
    text: str = ""
    instead_of: str = ""
    times: int = 1
    encoding: str | None = None
    link: str | None = None

    @property
    def name(self) -> str:
        """The file as readers see it named: `lena.md (UTF-16)`, `lena.md → ../lena.md`."""
        if self.link is not None:
            return f"{self.file} → {self.link}"
        return self.file if self.encoding is None else f"{self.file} ({self.encoding.upper()})"

    @property
    def shown(self) -> str:
        """The text as readers see it: a tab can be told from spaces, and repeated lines stand there once."""
        return self.text.rstrip("\n").replace("\t", "⇥   ") + "\n…" * (self.times > 1)


@dataclass(frozen=True)
class Example:
    """What makes a finding, and what mends it; `also` are codes of others that cannot but come with it."""

    before: tuple[Change, ...]
    after: tuple[Change, ...]
    also: frozenset[str]


@cache
def example_of(code: str) -> Example:
    """The example of a finding's code."""
    data = _read(code)
    shared = {key: data[key] for key in ("file", "instead_of") if key in data}
    before, after = (tuple(_changes(data[side], shared)) for side in ("before", "after"))
    return Example(before, after, frozenset(data.get("also", ())))


def put_into(root: Path, changes: tuple[Change, ...]) -> None:
    """Write the small site with `changes` into the folder `root`."""
    base = _read("base")
    for change in (*(Change(file, text) for file, text in base.items()), *changes):
        _write(root / change.file, change, base)


def _write(file: Path, change: Change, base: Mapping[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    if change.link is not None:
        file.symlink_to(change.link)
    else:
        file.write_bytes(_content(change, base).encode(change.encoding or "utf-8"))


def _content(change: Change, base: Mapping[str, str]) -> str:
    if change.instead_of:
        return _replaced(base[change.file], change.instead_of, change.text)
    *_, last = change.text.splitlines(keepends=True)
    return change.text + last * (change.times - 1)


def _replaced(text: str, old: str, new: str) -> str:
    """`text` with `new` in place of `old`, as far in as that."""
    first = old.splitlines()[0]
    line = next(line for line in text.splitlines() if line.strip() == first)
    margin = line[: len(line) - len(first)]
    before, found, after = text.partition(indent(f"{old.rstrip()}\n", margin))
    assert found, f"{old!r} is not in the file"  # noqa: S101 - an example of ours, and tests read them all
    return before + indent(f"{new.rstrip()}\n", margin) + after


def _changes(side: Any, shared: Mapping[str, str]) -> Iterator[Change]:
    """One change or several, each with what all of the example share; a text is all that is left of one."""
    for change in side if isinstance(side, list) else [side]:
        yield Change(**{**shared, **({"text": change} if isinstance(change, str) else change)})


def _read(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))
