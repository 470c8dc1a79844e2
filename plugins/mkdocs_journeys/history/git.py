"""Asking git. Nothing that it is asked changes anything, runs another program, or calls another computer.

A repository's own configuration can name programs for nearly all that git does, and a folder that somebody
unpacked brings its configuration along. Source of the settings: git-config(1), git(1).
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_SAFE = (
    "safe.bareRepository=explicit",  # a folder that was committed is no repository with settings of its own
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "log.follow=false",
    "core.quotePath=false",
    "i18n.logOutputEncoding=UTF-8",
)
_CHUNK = 1 << 16
_NOTHING = "JOURNEYS_NOTHING"
"""The variable of the environment that holds the setting "nothing"."""


def command(root: Path, *arguments: str) -> list[str]:
    """The command line that asks git about the repository of folder `root`."""
    options = (part for setting in _SAFE for part in ("-c", setting))
    return ["git", "-C", str(root), "--no-pager", "--literal-pathspecs", *options, *arguments]


def environment() -> dict[str, str]:
    """Git fetches nothing, asks nobody, locks nothing, and speaks the language that it is understood in."""
    alone = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    return {**os.environ, **alone, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8", _NOTHING: ""}


def ask(root: Path, *arguments: str, told: bytes = b"") -> bytes | None:
    """What git says, when it is `told` something on its standard input; None where it fails or is missing."""
    try:
        done = subprocess.run(
            command(root, *arguments), input=told, capture_output=True, check=False, env=environment()
        )
    except (OSError, ValueError):  # no git; a name that no process takes, with a NUL in it
        return None
    return None if done.returncode else done.stdout


def without_filters(root: Path) -> list[str]:
    """Options in front of a question, with which git takes files in the working tree as they lie there.

    Otherwise it may run a program over a file to see whether it changed; there is no switch for all filters.
    Names of filters may hold `=`, which `-c` does not take.
    """
    said = ask(root, "config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.") or b""
    names = {os.fsdecode(key).rpartition(".")[0] for key in said.split(b"\0") if key}
    settings = ("clean", "smudge", "process", "required")
    return [f"--config-env={name}.{setting}={_NOTHING}" for name in sorted(names) for setting in settings]


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
