"""Which files are under review, from git."""

from pathlib import Path

from mkdocs_journeys.history.git import ask, without_filters
from mkdocs_journeys.history.revisions import resolved

_LOOKS = ("--name-only", "--no-renames", "--relative", "-z")
_ALONE = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
"""So that git runs nothing: in a submodule it would run another git, with the settings of that one."""


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
    start = _told(root, "merge-base", base, "HEAD").strip() or base
    changed = _told(root, *without_filters(root), "diff", *_LOOKS, *_ALONE, start, "--")
    new = _told(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in f"{changed}{new}".split("\0") if path)


def writes_crlf(root: Path) -> bool:
    """Whether git itself gives the files below `root` CRLF on this computer, and takes it away again."""
    return _told(root, "config", "--get", "core.autocrlf").strip() == "true"


def _told(root: Path, *arguments: str) -> str:
    """What git says, or nothing where it fails."""
    return (ask(root, *arguments) or b"").decode("utf-8", "replace")
