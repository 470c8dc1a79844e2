"""The last change of each file, and which files are under review, from git."""

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


def resolved(root: Path, revision: str) -> str | None:
    """The commit that `revision` names in the repository around `root`; None where there is none."""
    named = f"{revision}^{{commit}}"
    return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", named).strip() or None


def review_base(root: Path, branch: str) -> str | None:
    """The commit that a review into `branch` compares with; None where it cannot be told.

    It is the branch here or at the origin. A CI server's shallow clone has neither: what it checks out is a
    merge whose first parent is that branch.
    """
    names = [f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"] if branch else []
    found = next((commit for name in names if (commit := resolved(root, name)) is not None), None)
    return found or (resolved(root, "HEAD^1") if branch and resolved(root, "HEAD^2") else None)


def changed_files(root: Path, base: str) -> frozenset[str]:
    """The files below `root`, relative to it, that differ from where the work left the commit `base`.

    What is not committed yet counts too. Where no common ancestor is known, they are compared with `base`.
    """
    start = _git(root, "merge-base", base, "HEAD").strip() or base
    changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", start, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in f"{changed}{new}".split("\0") if path)


def folder_in_repository(root: Path) -> str:
    """Where `root` is in its repository, ending with `/`; empty at its top, and outside of any."""
    return _git(root, "rev-parse", "--show-prefix").rstrip("\n")


def writes_crlf(root: Path) -> bool:
    """Whether git itself gives the files below `root` CRLF on this computer, and takes it away again."""
    return _git(root, "config", "--get", "core.autocrlf").strip() == "true"


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where it fails."""
    command = ["git", "-C", str(root), "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return ""
    return "" if done.returncode else done.stdout.decode("utf-8", "replace")
