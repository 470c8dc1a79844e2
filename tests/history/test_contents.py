"""Both sides of a commit as files, whatever somebody committed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_journeys.history.changes import read_past
from mkdocs_journeys.history.contents import write_sides
from mkdocs_journeys.history.revisions import LARGEST_FILE
from tests.history.repositories import commit, git, repository

PAGES = {"site/a.md": "site/a.md", "site/a.csv": "site/a.md"}


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "repository")
    commit(folder, {"site/a.md": "one", "site/b.md": "b"})
    return folder


def sides(top: Path, target: Path) -> Mapping[str, bytes | str]:
    """What the newest commit changed, by path: the content of files, and where links lead to."""
    target.mkdir()
    newest = read_past(top, ["site"], PAGES.keys(), 1).newest[0]
    write_sides(top, newest, PAGES, target)
    every = [path for path in target.rglob("*") if path.is_symlink() or not path.is_dir()]
    return {
        path.relative_to(target).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in every
    }


def test_the_files_of_a_commit_are_written_as_they_were_and_are(top: Path, tmp_path: Path) -> None:
    commit(top, {"site/a.md": "two", "site/b.md": "not asked for"})
    assert sides(top, tmp_path / "sides") == {"before/site/a.md": b"one", "after/site/a.md": b"two"}


def test_the_page_of_data_is_written_too(top: Path, tmp_path: Path) -> None:
    commit(top, {"site/a.csv": "1"})
    assert sides(top, tmp_path / "sides") == {
        "before/site/a.md": b"one",
        "after/site/a.md": b"one",
        "after/site/a.csv": b"1",
    }


def test_a_link_is_no_file(top: Path, tmp_path: Path) -> None:
    (top / "site/a.md").unlink()
    (top / "site/a.md").symlink_to("/etc/passwd")
    commit(top, {})
    assert sides(top, tmp_path / "to-a-link") == {"before/site/a.md": b"one"}
    (top / "site/a.md").unlink()
    commit(top, {"site/a.md": "two"})
    assert sides(top, tmp_path / "from-a-link") == {"after/site/a.md": b"two"}


def test_a_page_that_is_a_link_is_not_written_for_its_data(top: Path, tmp_path: Path) -> None:
    (top / "site/a.md").unlink()
    (top / "site/a.md").symlink_to("/etc/passwd")
    commit(top, {})
    commit(top, {"site/a.csv": "1"})
    assert sides(top, tmp_path / "sides") == {"after/site/a.csv": b"1"}


def test_a_submodule_is_no_file(top: Path, tmp_path: Path) -> None:
    name = git(top, "rev-parse", "HEAD")
    git(top, "rm", "--quiet", "site/a.md")
    git(top, "update-index", "--add", "--cacheinfo", f"160000,{name},site/a.md")
    git(top, "commit", "--quiet", "--message", "A submodule")
    assert sides(top, tmp_path / "to-a-submodule") == {"before/site/a.md": b"one"}
    git(top, "rm", "--quiet", "--cached", "site/a.md")
    commit(top, {"site/a.md": "two"})
    assert sides(top, tmp_path / "from-a-submodule") == {"after/site/a.md": b"two"}


def test_of_a_file_that_nobody_reads_only_the_size_is_written(top: Path, tmp_path: Path) -> None:
    commit(top, {"site/a.md": "x" * (LARGEST_FILE + 1)})
    found = sides(top, tmp_path / "sides")
    assert found == {"before/site/a.md": b"one", "after/site/a.md": bytes(LARGEST_FILE + 1)}
