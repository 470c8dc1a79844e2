"""Progress of long work: a line on a terminal that counts, and goes when the work is done.

It is written to standard error, and only if somebody looks: never into a pipe, and never for what is done at
once.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from types import TracebackType

import click

PATIENCE = 1.0
"""Seconds before which nobody wonders what is going on."""

_EVERY = 0.1


class Progress:
    """Counts work while it is done: `with Progress(text) as count: ... count(done)`.

    `text` gives the line for a number, such as `reading 412 files...`; it appears after `patience` seconds.
    """

    def __init__(self, text: Callable[[int], str], *, patience: float = PATIENCE) -> None:
        self._text = text
        self._stream = sys.stderr
        self.is_seen = self._stream.isatty()
        self._next = time.monotonic() + patience
        self._width = 0
        self._writing = Lock()

    def __enter__(self) -> Callable[[int], None]:
        return self.count

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def count(self, done: int) -> None:
        """Show a number, if it is time for it."""
        if self.is_seen and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            with self._writing:
                self._write(self._text(done))

    def clear(self, then: bytes = b"") -> None:
        """Take the line away, and write something in its place, which ends with a line break."""
        with self._writing:
            if self._width:
                self._write("")
                self._stream.write("\r")
                self._stream.flush()
            if then:
                click.echo(then, nl=False, err=True)

    def _write(self, line: str) -> None:
        """Put `line` in the place of the last one, without sequences that a terminal may not know."""
        width = _width(line)
        self._stream.write("\r" + line + " " * (self._width - width))
        self._stream.flush()
        self._width = width


@contextmanager
def seconds(text: Callable[[int], str], *, patience: float = PATIENCE) -> Iterator[Progress]:
    """While something is done that cannot be counted, show how long it takes; `text` as of Progress."""
    line, done = Progress(text, patience=patience), Event()
    if not line.is_seen:
        yield line
        return
    begun = time.monotonic()

    def tick() -> None:
        while not done.wait(_EVERY):
            line.count(int(time.monotonic() - begun))

    clock = Thread(target=tick, daemon=True)
    clock.start()
    try:
        yield line
    finally:
        done.set()
        clock.join()
        line.clear()


def _width(line: str) -> int:
    """Columns that a line takes at most; Chinese takes two a character."""
    return sum(1 if character.isascii() else 2 for character in click.unstyle(line))
