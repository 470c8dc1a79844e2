"""No program that a repository's own configuration names is ever run, and nobody else is asked."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from mkdocs_journeys.history.changes import read_past
from mkdocs_journeys.history.contents import write_sides
from mkdocs_journeys.history.reviews import changed_files, review_base, writes_crlf
from mkdocs_journeys.history.revisions import (
    UnknownRevision,
    Unreadable,
    find_commit,
    list_files,
    prefix_of,
    renamed_files,
    write_entries,
)
from tests.history.repositories import commit, git, repository

TEXT = "".join(f"line {number}\n" for number in range(20))
PROGRAMS = [
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "core.askPass",
    "core.editor",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "diff.external",
    "diff.x.command",
    "diff.x.textconv",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "filter.a=b.clean",
    "merge.x.driver",
    "gpg.program",
    "gpg.ssh.program",
    "credential.helper",
    "uploadpack.packObjectsHook",
    "sequence.editor",
    "interactive.diffFilter",
    "pager.log",
    "pager.diff",
    "pager.config",
    "remote.origin.uploadpack",
    "trailer.x.command",
]
COMMANDS = [
    "log",
    "diff",
    "diff-tree",
    "ls-files",
    "ls-tree",
    "cat-file",
    "rev-parse",
    "merge-base",
    "config",
    "for-each-ref",
    "rev-list",
]
HOOKS = ["post-index-change", "fsmonitor-watchman", "post-checkout", "pre-auto-gc", "reference-transaction"]


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """Where the hostile program writes that it ran."""
    return tmp_path / "ran"


@pytest.fixture
def top(tmp_path: Path, marker: Path) -> Path:
    """A repository whose configuration names a hostile program wherever one can be named."""
    folder = repository(tmp_path / "repository")
    inner = repository(tmp_path / "inner")
    commit(inner, {"in.md": "x", ".gitattributes": "*.md filter=x\n"})
    commit(folder, {"site/a.md": TEXT, "site/b.md": "b", "site/c.md": "c"})
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "site/sub")
    git(folder, "mv", "site/a.md", "site/new.md")
    commit(
        folder, {"site/.gitattributes": "*.md filter=x diff=x merge=x\nc.md filter=a=b\n", "site/b.md": "2"}
    )
    git(folder, "branch", "base", "HEAD^")
    infest(folder, marker)
    infest(folder / "site/sub", marker)
    for file in (*folder.glob("site/*.md"), folder / "site/sub/in.md"):  # git has to look into them again
        os.utime(file, (1, 1))
    (folder / "site/sub/in.md").write_text("y")
    return folder


def infest(folder: Path, marker: Path) -> None:
    program = marker.parent / "hostile"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {marker}\ncat\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    hooks = marker.parent / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in HOOKS:
        (hooks / hook).unlink(missing_ok=True)
        (hooks / hook).symlink_to(program)
    settings = {key: str(program) for key in PROGRAMS}
    settings |= {f"alias.{command}": f"!{program}" for command in COMMANDS}
    settings |= {"core.hooksPath": str(hooks), "log.showSignature": "true", "filter.x.required": "true"}
    settings |= {"remote.origin.url": "ssh://nowhere/x", "remote.origin.promisor": "true"}
    settings |= {"remote.origin.partialclonefilter": "blob:none", "core.repositoryformatversion": "1"}
    settings |= {"extensions.partialClone": "origin"}
    configuration = Path(git(folder, "rev-parse", "--absolute-git-dir")) / "config"
    for key, value in settings.items():
        git(folder, "config", "--file", str(configuration), key, value)


def questions(top: Path, target: Path) -> dict[str, Callable[[], object]]:
    """Everything that git is asked, by name; what it is asked about lies in `site`, below the top."""
    site = top / "site"
    head, base = (find_commit(site, name) for name in ("HEAD", "base"))
    past = read_past(site, ["."], {"new.md", "b.md"}, 9)
    pages = {"new.md": "new.md", "b.md": "b.md"}
    target.mkdir()
    return {
        "past": lambda: read_past(site, ["."], {"new.md", "b.md", "c.md"}, 9),
        "sides": lambda: write_sides(site, past.newest[0], pages, target),
        "review base": lambda: review_base(site, "base"),
        "changed": lambda: changed_files(site, "base"),
        "crlf": lambda: writes_crlf(site),
        "files": lambda: write_entries(site, list_files(site, head, ["site"]), target / "files"),
        "renamed": lambda: renamed_files(site, base, head),
        "prefix": lambda: prefix_of(site),
    }


def test_the_trap_works(top: Path, marker: Path) -> None:
    with suppress(CalledProcessError):  # a filter that says nothing of use
        git(top, "diff", "--stat")
    assert marker.exists()


def test_no_question_runs_a_program(top: Path, marker: Path, tmp_path: Path) -> None:
    ran = {}
    for name, ask in questions(top, tmp_path / "target").items():
        ask()
        ran[name] = marker.read_text() if marker.exists() else ""
        marker.unlink(missing_ok=True)
    assert ran == dict.fromkeys(ran, "")


def test_what_changed_is_known_all_the_same(top: Path) -> None:
    (top / "site/c.md").write_text("changed")
    assert changed_files(top / "site", "HEAD") == {"c.md"}
    assert changed_files(top / "site", "base") == {".gitattributes", "a.md", "b.md", "c.md", "new.md"}


def test_what_is_missing_is_not_fetched(top: Path, marker: Path, tmp_path: Path) -> None:
    name = git(top, "rev-parse", "HEAD:site/b.md")
    (top / ".git/objects" / name[:2] / name[2:]).unlink()
    marker.unlink(missing_ok=True)
    with pytest.raises(Unreadable):
        write_entries(top, list_files(top, "HEAD", ["site"]), tmp_path)
    renamed_files(top, "base", "HEAD")
    with pytest.raises(UnknownRevision):
        find_commit(top, "1" * 40)
    assert not marker.exists()


def test_a_folder_that_was_committed_is_no_repository(tmp_path: Path, marker: Path) -> None:
    bare = tmp_path / "bare"
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    git(bare, "config", "core.worktree", str(tmp_path))
    git(bare, "config", "core.bare", "false")
    assert prefix_of(bare) == ""
    assert changed_files(bare, "HEAD") == frozenset()
    assert not marker.exists()
