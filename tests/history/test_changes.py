"""Who changed a file last, as git tells it."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.history.changes import Change
from tests.history.repositories import last_changes


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def commit(folder: Path, day: str, author: str) -> None:
    git(folder, "add", ".")
    identity = ["-c", "user.name=Committer", "-c", "user.email=c@c.example"]
    git(
        folder,
        *identity,
        "commit",
        "-m",
        "x",
        f"--date={day}T12:00:00+00:00",
        f"--author={author} <a@a.example>",
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init")
    site = tmp_path / "site"
    site.mkdir()
    (site / "旅程.md").write_text("one", encoding="utf-8")
    (site / "other.md").write_text("one", encoding="utf-8")
    commit(tmp_path, "2026-03-01", "Анна")
    (site / "旅程.md").write_text("two", encoding="utf-8")
    commit(tmp_path, "2026-05-01", "Boris")
    (site / "new.md").write_text("not committed", encoding="utf-8")
    return site


def test_each_file_has_its_own_last_change(repository: Path) -> None:
    assert last_changes(repository) == {
        "旅程.md": Change(date(2026, 5, 1), "Boris"),
        "other.md": Change(date(2026, 3, 1), "Анна"),
    }


def test_a_shallow_clone_knows_no_changes(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", f"file://{repository.parent}", str(tmp_path / "clone"))
    assert last_changes(tmp_path / "clone") == {}


def test_without_git_nobody_knows(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}


def test_without_the_program_nobody_knows(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changes(repository) == {}


def test_control_characters_in_names_and_authors_are_only_characters(tmp_path: Path) -> None:
    git(tmp_path, "init")
    names = ["\x01\x02.md", ":100644 a\n.md", "2026-01-01T00:00:00+00:00"]
    for name in names:
        (tmp_path / name).write_text("one", encoding="utf-8")
    commit(tmp_path, "2026-03-01", ":An\x01na")
    assert last_changes(tmp_path) == dict.fromkeys(names, Change(date(2026, 3, 1), "Anna"))


def test_a_commit_whose_time_nobody_can_read_is_an_unknown_change(repository: Path) -> None:
    (repository / "other.md").write_text("two", encoding="utf-8")
    git(repository, "add", ".")
    tree = said(repository, "write-tree")
    parent = said(repository, "rev-parse", "HEAD")
    people = "".join(f"{role} A <a@a.example> {10**12} +0000\n" for role in ("author", "committer"))
    raw = f"tree {tree}\nparent {parent}\n{people}\nx\n"
    made = said(repository, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=raw)
    git(repository, "update-ref", "HEAD", made)
    assert last_changes(repository) == {"旅程.md": Change(date(2026, 5, 1), "Boris")}


def said(folder: Path, *arguments: str, stdin: str = "") -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, input=stdin).stdout.strip()
