"""Progress of long work: a line on a terminal that counts, and goes when the work is done.

It is written to standard error, and only if somebody looks: never into a pipe, and never for what is done at
once.
"""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

import click

PATIENCE = 1.0
"""Seconds before which nobody wonders what is going on."""

_EVERY = 0.1


class Progress:
    """Counts work while it is done: `with Progress(text) as count: ... count(done)`.

    `text` gives the line for a number, such as `checking 412 files...`; it appears after `patience` seconds.
    """

    def __init__(
        self, text: Callable[[int], str], *, patience: float = PATIENCE, stream: TextIO | None = None
    ) -> None:
        self._text = text
        self._stream = sys.stderr if stream is None else stream
        self._is_seen = self._stream.isatty()
        self._next = time.monotonic() + patience
        self._width = 0

    def __enter__(self) -> Callable[[int], None]:
        return self._count

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._width:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _count(self, done: int) -> None:
        if self._is_seen and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            self._write(self._text(done))

    def _write(self, line: str) -> None:
        """Put `line` in the place of the last one, without sequences that a terminal may not know."""
        width = _width(line)
        self._stream.write("\r" + line + " " * (self._width - width))
        self._stream.flush()
        self._width = width


def _width(line: str) -> int:
    """Columns that a line takes at most; Chinese takes two a character."""
    return sum(1 if character.isascii() else 2 for character in click.unstyle(line))
