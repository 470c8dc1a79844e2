"""What an import has to say: what could not be carried over, and what was guessed, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_journeys.definitions import Gettext, Message, Place, in_words, quoted_line, say, short, visible

MOST_REMARKS = 100
"""Warnings of one import that are told; nobody reads more."""


class NothingToRead(Exception):
    """The file cannot be read, or holds no journey."""

    def __init__(self, message: Message, place: Place) -> None:
        super().__init__(message)
        self.remark = Remark(message, place, level="error")


class UnclearWish(Exception):
    """The file can be read, but it has to be said what is wanted of it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Remark:
    """One thing to say about one place of a file; `cell` is its name in a spreadsheet, such as `B7`."""

    message: Message
    place: Place
    cell: str = ""
    level: Literal["warning", "error"] = "warning"

    def text(self, gettext: Gettext = str) -> str:
        """`path:line:column: warning: message`, and under it the line where it is quoted."""
        place = self.place
        cell = f" ({self.cell})" if self.cell else ""
        head = f"{visible(place.path)}:{place.line}:{place.column}{cell}: {self.level}: "
        quote = quoted_line(place)
        return f"{head}{visible(str(in_words(self.message, gettext)))}" + (f"\n{quote}" if quote else "")


@dataclass
class Remarks:
    """The warnings of one import, in the order of their places."""

    found: dict[Remark, None] = field(default_factory=dict)

    def warn(self, place: Place, message: Message, cell: str = "") -> None:
        """Note a warning; long texts in it lose their ends."""
        told = {
            name: short(value) if isinstance(value, str) and not isinstance(value, Message) else value
            for name, value in message.values.items()
        }
        self.found[Remark(message.filled_with(told), place, cell)] = None

    def include(self, others: "Remarks") -> None:
        """Note what `others` hold, once."""
        self.found |= others.found

    def __iter__(self) -> Iterator[Remark]:
        ordered = sorted(self.found, key=lambda remark: (remark.place.line, remark.place.column))
        yield from ordered[:MOST_REMARKS]
        if len(ordered) > MOST_REMARKS:
            yield Remark(
                say("there is more to say about this file than is told here"), ordered[MOST_REMARKS].place
            )
