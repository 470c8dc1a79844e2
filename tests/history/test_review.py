"""Which files are under review, as git tells it."""

from pathlib import Path

import pytest

from mkdocs_journeys.history.reviews import changed_files, review_base, writes_crlf
from mkdocs_journeys.history.revisions import prefix_of, resolved
from tests.history.test_changes import commit, git


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a folder of a repository, on a branch that left `main`, which has moved on since."""
    site = tmp_path / "origin" / "site"
    site.mkdir(parents=True)
    git(site.parent, "init", "--initial-branch", "main")
    for name in ("旅程.md", "other.md", "moved.md"):
        (site / name).write_text("one", encoding="utf-8")
    (site.parent / "outside.md").write_text("one", encoding="utf-8")
    commit(site.parent, "2026-03-01", "Anna")
    git(site, "checkout", "-b", "work")
    (site / "旅程.md").write_text("two", encoding="utf-8")
    (site.parent / "outside.md").write_text("two", encoding="utf-8")
    commit(site.parent, "2026-03-02", "Anna")
    git(site, "checkout", "main")
    (site / "moved.md").write_text("two", encoding="utf-8")
    commit(site.parent, "2026-03-03", "Boris")
    git(site, "checkout", "work")
    return site


def test_what_the_branch_changed_counts_and_what_the_base_changed_since_does_not(site: Path) -> None:
    assert changed_files(site, review_base(site, "main") or "") == {"旅程.md"}


def test_what_is_not_committed_counts_too(site: Path) -> None:
    (site / "new\n.md").write_text("one", encoding="utf-8")
    (site / "other.md").write_text("two", encoding="utf-8")
    assert changed_files(site, "main") == {"旅程.md", "other.md", "new\n.md"}


def test_a_shallow_clone_of_the_merge_knows_the_base_by_its_first_parent(site: Path, tmp_path: Path) -> None:
    git(site, "checkout", "--detach", "main")
    git(site, "-c", "user.name=C", "-c", "user.email=c@c.example", "merge", "--no-ff", "-m", "x", "work")
    git(site, "branch", "merged")
    clone = tmp_path / "clone"
    shallow = ["--depth", "2", "--branch", "merged", "--single-branch"]
    git(tmp_path, "clone", *shallow, f"file://{site.parent}", str(clone))
    base = review_base(clone / "site", "main")
    assert base is not None
    assert changed_files(clone / "site", base) == {"旅程.md"}


@pytest.mark.parametrize("revision", ["--help", "-x", "nobody", "", "main:other.md", "main^9"])
def test_what_is_no_commit_is_none(site: Path, revision: str) -> None:
    assert resolved(site, revision) is None


def test_without_a_branch_or_git_there_is_no_review(site: Path, tmp_path: Path) -> None:
    assert review_base(site, "") is None
    assert review_base(site, "nobody") is None
    assert (review_base(tmp_path, "main"), changed_files(tmp_path, "main")) == (None, frozenset())


def test_a_site_knows_its_folder_in_the_repository(site: Path, tmp_path: Path) -> None:
    inner = site / "inner" / "site"
    inner.mkdir(parents=True)
    assert prefix_of(site.parent) == ""
    assert prefix_of(inner) == "site/inner/site/"
    assert prefix_of(tmp_path) == ""


def test_git_says_whether_it_makes_crlf(site: Path) -> None:
    assert not writes_crlf(site)
    git(site, "config", "core.autocrlf", "true")
    assert writes_crlf(site)
