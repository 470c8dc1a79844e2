"""Small repositories for tests, which do not depend on the person or the machine that runs them."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from mkdocs_journeys.history.changes import Change, read_past
from tests.sites import write

DAY = "2026-03-01T12:00:00+00:00"


def environment() -> dict[str, str]:
    """The environment of a git that nobody has configured."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **own,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "Anna Müller",
        "GIT_AUTHOR_EMAIL": "anna@a.example",
        "GIT_COMMITTER_NAME": "Boris",
        "GIT_COMMITTER_EMAIL": "boris@b.example",
    }


def git(folder: Path, *arguments: str, stdin: str = "", **more: str) -> str:
    """What git says in `folder`; it must not fail."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True, capture_output=True, text=True, input=stdin, env={**environment(), **more},
    )  # fmt: skip
    return done.stdout.strip()


def commit(folder: Path, files: Mapping[str, str | bytes | None], day: str = DAY, **more: str) -> str:
    """Write `files` (None: delete it), commit everything, and tell the commit's name."""
    for name, content in files.items():
        if content is None:
            (folder / name).unlink()
        else:
            write(folder, {name: content})
    git(folder, "add", "--all", ".")
    dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "A change", **dates, **more)
    return git(folder, "rev-parse", "HEAD")


def last_changes(root: Path) -> Mapping[str, Change]:
    """The last change of every file that lies below `root`, by path relative to it."""
    files = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    return read_past(root, ["."], files, 0).changes


def repository(folder: Path) -> Path:
    """A new, empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder
