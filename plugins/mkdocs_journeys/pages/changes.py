"""The last change of each file, from git."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

_COMMIT, _AUTHOR = "\x01", "\x02"


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
    log = _git(root, "log", "--relative", "--name-only", "-z", f"--format={_COMMIT}%aI{_AUTHOR}%aN")
    changes: dict[str, Change] = {}
    for path, change in _changed(log):
        changes.setdefault(path, change)
    return changes


def _changed(log: str) -> Iterator[tuple[str, Change]]:
    """Every path with its change, the newest first."""
    for commit in log.split(_COMMIT)[1:]:
        head, *paths = commit.split("\0")
        time, _, author = head.partition(_AUTHOR)
        change = Change(datetime.fromisoformat(time).date(), author.strip())
        yield from ((name, change) for path in paths if (name := path.lstrip("\n")))


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where it fails."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return ""
    return "" if done.returncode else done.stdout.decode("utf-8", "replace")
