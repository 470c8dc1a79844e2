"""Asking git. Nothing of what it is asked changes anything, or runs a program that a commit names.

A filter that a person configured, which no clone brings along, may run where files are compared as they lie
in the working tree (`reviews.changed_files`): git cleans a file to see whether it changed.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_SAFE = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "core.quotePath=false",
    "i18n.logOutputEncoding=UTF-8",
)
_CHUNK = 1 << 16


def command(root: Path, *arguments: str) -> list[str]:
    """The command line that asks git about the repository of folder `root`."""
    options = (part for setting in _SAFE for part in ("-c", setting))
    return ["git", "-C", str(root), "--no-pager", "--literal-pathspecs", *options, *arguments]


def environment() -> dict[str, str]:
    """Git asks nobody for a password, locks nothing, and speaks the language that it is understood in."""
    asked = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **asked}


def ask(root: Path, *arguments: str, told: bytes = b"") -> bytes | None:
    """What git says, when it is `told` something on its standard input; None where it fails or is missing."""
    try:
        done = subprocess.run(
            command(root, *arguments), input=told, capture_output=True, check=False, env=environment()
        )
    except (OSError, ValueError):  # no git; a name that no process takes, with a NUL in it
        return None
    return None if done.returncode else done.stdout


@contextmanager
def listen(root: Path, *arguments: str) -> Iterator[Iterator[str]]:
    """The fields, each ended by NUL, that git says one by one; it stops when nobody listens any more."""
    try:
        process = subprocess.Popen(
            command(root, *arguments), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
        )
    except OSError:
        yield iter(())
        return
    with process:
        try:
            yield _fields(process.stdout) if process.stdout else iter(())
        finally:
            process.kill()


def _fields(stream: IO[bytes]) -> Iterator[str]:
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        for field in whole:
            yield field.decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")
