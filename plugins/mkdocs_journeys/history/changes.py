"""The last change of each file, from git."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """When a file was last changed, and by whom."""

    day: date
    author: str


def last_changes(root: Path) -> Mapping[str, Change]:
    """The last change of every file below `root`, by path relative to it.

    Empty where git is not there, `root` is in no repository, or its history was cut off (a shallow clone).
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(root, "log", "--relative", "--raw", "--no-renames", "-z", f"--format={_HEAD}")
    changes: dict[str, Change | None] = {}
    for path, change in _changed(iter(log.split("\0"))):
        changes.setdefault(path, change)
    return {path: change for path, change in changes.items() if change is not None}


_HEAD = "%aI%x00%aN"


def _changed(fields: Iterator[str]) -> Iterator[tuple[str, Change | None]]:
    """Every path with its change, the newest first; None where nobody can read when or by whom.

    A commit is a time and an author, and for each path that it changed a field that begins with `:` and the
    path. What stands in a field does not matter: none can hold the NUL that ends it.
    """
    change = None
    for field in fields:
        if field.lstrip("\n").startswith(":"):
            yield next(fields, ""), change
        else:
            change = _change(field, next(fields, ""))


def _change(time: str, author: str) -> Change | None:
    try:
        day = datetime.fromisoformat(time.strip()).date()
    except ValueError:
        return None
    return Change(day, "".join(filter(str.isprintable, author)).strip())


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where it fails."""
    command = ["git", "-C", str(root), "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return ""
    return "" if done.returncode else done.stdout.decode("utf-8", "replace")
