"""The newest commits and the last changes of chosen files, out of one question to git."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mkdocs_journeys.history.changes import Change, Past, Touched, read_past
from tests.history.repositories import commit, git, last_changes, repository

EARLY, LATE = "2026-03-01T23:30:00-05:00", "2026-05-01T12:00:00+00:00"
TEXT = "".join(f"line {number}\n" for number in range(20))


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "repository")
    commit(folder, {"site/a.md": TEXT, "site/b.md": "b", "elsewhere.md": "x"}, EARLY)
    return folder


def blob(content: str, top: Path) -> str:
    return git(top, "hash-object", "--stdin", stdin=content)


def test_the_newest_commits_tell_what_they_changed_and_when(top: Path) -> None:
    name = commit(top, {"site/a.md": "two", "elsewhere.md": "y"}, LATE)
    past = read_past(top / "site", ["."], {"a.md"}, 1)
    (newest,) = past.newest
    assert (newest.name, newest.author, newest.day) == (name, "Anna Müller", date(2026, 5, 1))
    assert (newest.time, newest.stamp) == (datetime(2026, 5, 1, 12, tzinfo=UTC), "2026-05-01T12:00:00Z")
    assert newest.files == (Touched("a.md", ("a.md", blob(TEXT, top)), ("a.md", blob("two", top))),)


def test_a_day_is_the_author_s_and_a_time_is_everybody_s(top: Path) -> None:
    (first,) = read_past(top / "site", ["."], {"a.md"}, 1).newest
    assert (first.day, first.stamp) == (date(2026, 3, 1), "2026-03-02T04:30:00Z")


def test_a_file_that_was_only_renamed_changed_before(top: Path) -> None:
    git(top, "mv", "site/a.md", "site/new.md")
    commit(top, {}, LATE)
    past = read_past(top / "site", ["."], {"new.md"}, 9)
    assert past.changes == {"new.md": Change(date(2026, 3, 1), "Anna Müller")}
    assert [[touched.now for touched in each.files if touched.now == "new.md"] for each in past.newest] == [
        ["new.md"],
        ["new.md"],
    ]


def test_a_file_that_had_the_name_before_is_another_one(top: Path) -> None:
    commit(top, {"site/b.md": None}, EARLY)
    git(top, "mv", "site/a.md", "site/b.md")
    commit(top, {}, LATE, GIT_AUTHOR_NAME="Zoë")
    past = read_past(top / "site", ["."], {"b.md"}, 9)
    assert past.changes == {"b.md": Change(date(2026, 3, 1), "Anna Müller")}
    first = past.newest[-1].files
    assert [touched.after for touched in first if touched.now == "b.md"] == [("a.md", blob(TEXT, top))]


def test_git_is_asked_no_further_than_needed(top: Path) -> None:
    for number in range(5):
        commit(top, {"site/a.md": f"{number}"}, LATE)
    past = read_past(top / "site", ["."], {"a.md"}, 2)
    assert len(past.newest) == 2
    assert past.changes == {"a.md": Change(date(2026, 5, 1), "Anna Müller")}


def test_folders_outside_those_asked_for_are_nobody_s_news(top: Path) -> None:
    commit(top, {"elsewhere.md": "z", "site/other/c.md": "c"}, LATE)
    assert len(read_past(top / "site", ["other"], {"other/c.md", "a.md"}, 9).newest) == 1


@pytest.mark.parametrize("name", ["", "\x1b[31mRed\x07", 'Анна & "Co"', "\u202eevil", "x" * 500, ":100644"])
def test_names_of_authors_are_one_line_of_visible_text(top: Path, name: str) -> None:
    raw = git(top, "cat-file", "commit", "HEAD")
    tree, parent = git(top, "rev-parse", "HEAD:"), git(top, "rev-parse", "HEAD")
    commit(top, {"site/a.md": "two"}, LATE)
    tree = git(top, "rev-parse", "HEAD:")
    people = re.findall(r"(?:author|committer) .*", raw)
    named = [re.sub(r" .* <", f" {name} <", person, count=1) for person in people]
    text = "\n".join([f"tree {tree}", f"parent {parent}", *named, "", "x"])
    made = git(top, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=text)
    git(top, "update-ref", "HEAD", made)
    author = last_changes(top / "site")["a.md"].author
    assert author == "".join(filter(str.isprintable, name)).strip()


def test_other_encodings_are_read_as_far_as_they_can_be(top: Path) -> None:
    git(top, "config", "i18n.commitEncoding", "latin-1")
    commit(top, {"site/a.md": "two"}, LATE, GIT_AUTHOR_NAME="J\udcf6rg")
    assert last_changes(top / "site")["a.md"].author == "Jörg"


def test_nothing_is_known_where_history_was_cut_off_or_is_not_there(top: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{top}", "shallow")
    assert read_past(tmp_path / "shallow/site", ["."], {"a.md"}, 9) == Past()
    assert read_past(repository(tmp_path / "empty"), ["."], {"a.md"}, 9) == Past()
    assert read_past(tmp_path, ["."], {"a.md"}, 9) == Past()


def test_what_was_not_fetched_is_not_fetched_now(top: Path, tmp_path: Path) -> None:
    git(top, "config", "uploadpack.allowFilter", "true")
    commit(top, {"site/a.md": None, "site/new.md": f"{TEXT}more\n"}, LATE)
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", f"file://{top}", "partial")
    folder = tmp_path / "partial"
    git(folder, "remote", "set-url", "origin", "file:///nowhere")
    (folder / "site").mkdir()
    assert read_past(folder / "site", ["."], {"new.md"}, 9).changes == {
        "new.md": Change(date(2026, 5, 1), "Anna Müller")
    }
