"""Standard output of the command: that it cannot be written is said in one line, and not by a traceback.

Where the reader of a pipe has gone, as behind `| head -1`, nothing is said: it has read what it wanted.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import say


class OutputLost(click.ClickException):
    """Standard output cannot be written. The exit status is that of a file that cannot be."""

    exit_code = 2


@contextmanager
def standard_output() -> Iterator[None]:
    """Let `sys.stdout` say where it cannot be written; one that somebody put in its place stays as it is.

    Errors: SystemExit, with status 2, or 1 where the reader has gone.
    """
    own = sys.stdout
    if own is not sys.__stdout__:
        yield
        return
    sys.stdout = _text(own)
    try:
        yield
        sys.stdout.flush()
    except OutputLost as lost:
        lost.show()
        raise SystemExit(lost.exit_code) from lost
    except BrokenPipeError as gone:
        raise SystemExit(1) from gone
    finally:
        sys.stdout = own


def _text(own: Any) -> io.TextIOWrapper:
    """A stream that writes where `own` does; `own` is None where the command was begun without any."""
    raw = _Output(None if own is None else getattr(own.buffer, "raw", own.buffer))
    buffer = io.BufferedWriter(raw)
    if own is None:
        return io.TextIOWrapper(buffer, "utf-8")
    return io.TextIOWrapper(buffer, own.encoding, own.errors, line_buffering=own.line_buffering)


class _Output(io.RawIOBase):
    """The bytes of standard output. After the first that cannot be written the others are let go."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.is_lost = False

    def write(self, content: Any) -> int | None:
        """Write some of it, and tell how much. Errors: OutputLost, BrokenPipeError."""
        if self.is_lost:
            return len(content)
        try:
            return self._write(content)
        except BrokenPipeError:
            self.is_lost = True
            raise
        except OSError as error:
            self.is_lost = True
            reason = error.strerror or str(error)
            raise OutputLost(told(say("the output cannot be written: %(reason)s", reason=reason))) from error

    def _write(self, content: Any) -> int | None:
        if self.inner is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        written: int | None = self.inner.write(content)
        return written

    def writable(self) -> bool:
        """Yes."""
        return True

    def fileno(self) -> int:
        """What the system knows it by. Error: OSError, where there is none."""
        if self.inner is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        number: int = self.inner.fileno()
        return number

    def isatty(self) -> bool:
        """Whether a person reads it at a terminal."""
        return self.inner is not None and bool(self.inner.isatty())
