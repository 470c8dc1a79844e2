"""`journeys diff` as people and CI servers run it, on real repositories."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BUILT_ON
from tests.history.repositories import commit, environment, git, repository
from tests.sites import BASE, EVIDENCE, journey, write

STEP = "stages:\n  - name: Buy\n    steps:\n      - {{name: Pays, emotion: {emotion}}}\n"
BEFORE = journey(stages=STEP.format(emotion="-1"))
AFTER = journey(stages=STEP.format(emotion="{score: 1, evidence: interviews}"))
SITE = {"mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n", "journeys/buying.md": BEFORE, **BASE}
BACK = """\
Journey Buying shoes (journeys/buying.md): 3 changes
  ▆ → ▃
  - Emotion of Pays from +1 to −1
  - Pays: evidence of the emotion, removed interviews
  What follows from it:
  - Emotion of Pays: it is only assumed now
"""
TOLD = """\
Journey Buying shoes (journeys/buying.md): 2 changes
  ▃ → ▆
  - Emotion of Pays from −1 to +1, because of interviews
  What follows from it:
  - Emotion of Pays: evidence stands behind it now
"""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs_journeys.cli", "diff", *arguments]


def spoken(**more: str) -> dict[str, str]:
    return {**environment(), "SOURCE_DATE_EPOCH": BUILT_ON, "LC_ALL": "C.UTF-8", **more}


def diff(folder: Path, *arguments: str, **more: str) -> tuple[str, str, int]:
    """Standard output, standard error and status of the command, run in `folder`."""
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=spoken(**more),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.stdout, done.stderr, done.returncode


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "repository")
    commit(folder, SITE)
    git(folder, "tag", "first")
    commit(folder, {"journeys/buying.md": AFTER})
    return folder


def test_two_revisions_are_compared(site: Path) -> None:
    assert diff(site, "first", "main") == (TOLD, "", 0)
    assert diff(site, "HEAD~1", "HEAD") == (TOLD, "", 0)


def test_without_a_second_name_the_files_are_compared_as_they_lie_here(site: Path) -> None:
    assert diff(site, "HEAD") == ("Nothing changed.\n", "", 0)
    write(site, {"journeys/buying.md": BEFORE})
    assert diff(site, "first") == ("Nothing changed.\n", "", 0)
    assert diff(site, "main") == (BACK, "", 0)


def test_folders_are_compared_without_any_repository(tmp_path: Path) -> None:
    write(tmp_path / "one", SITE)
    write(tmp_path / "two", {**SITE, "journeys/buying.md": AFTER})
    assert diff(tmp_path, "one", "two") == (TOLD, "", 0)
    assert diff(tmp_path / "two", "../one") == (TOLD, "", 0)
    assert diff(tmp_path / "two", "../one", ".") == (TOLD, "", 0)


def test_a_site_in_a_part_of_a_repository_is_compared_from_anywhere_in_it(tmp_path: Path) -> None:
    top = repository(tmp_path)
    (top / "sites/cx").mkdir(parents=True)
    commit(top, {f"sites/cx/{name}": content for name, content in SITE.items()})
    commit(top, {"sites/cx/journeys/buying.md": AFTER})
    assert diff(top / "sites/cx/journeys", "HEAD~1") == (TOLD, "", 0)
    assert diff(top, "HEAD~1", "HEAD", "--config-file", "sites/cx/mkdocs.yml") == (TOLD, "", 0)


def test_a_second_working_tree_is_as_good_as_the_first(site: Path, tmp_path: Path) -> None:
    git(site, "worktree", "add", "--quiet", str(tmp_path / "second"), "first")
    assert diff(tmp_path / "second", "first")[0] == "Nothing changed.\n"
    assert diff(tmp_path / "second", "first", "main") == (TOLD, "", 0)


def test_what_names_a_revision_and_a_folder_is_the_revision(site: Path) -> None:
    write(site / "first", {**SITE, "journeys/buying.md": AFTER})
    assert diff(site, "first", "HEAD") == (TOLD, "", 0)
    assert diff(site, "./first", "HEAD") == ("Nothing changed.\n", "", 0)


def test_a_renamed_file_is_the_same_journey(site: Path) -> None:
    git(site, "mv", "journeys/buying.md", "journeys/kaufen-購物.md")
    head = "Journey Buying shoes (journeys/kaufen-購物.md): 1 change\n  ▆ → ▆\n"
    renamed = f"{head}  - Id: from buying to kaufen-購物\n"
    assert diff(site, "HEAD") == (renamed, "", 0)
    commit(site, {})
    assert diff(site, "HEAD~1", "HEAD") == (renamed, "", 0)


def test_what_only_git_knows_to_be_renamed_is_the_same_journey_too(site: Path) -> None:
    short = "---\ntitle: A\npersonas: lena\nstages: {name: B, steps: C}\n---\n"
    other = short.replace("A", "Q").replace("B", "R").replace("C", "S")
    below = site / "sites/cx"
    below.mkdir(parents=True)
    commit(below, SITE)
    for folder in (site, below):
        commit(folder, {"journeys/small.md": short + "…\n" * 99})
        commit(
            folder, {"journeys/small.md": None, "journeys/other.md": other + "…\n" * 99 + "d e f g h i j\n"}
        )
        assert "  - Id: from small to other\n" in diff(folder, "HEAD~1", "HEAD")[0]


def test_each_revision_is_read_with_its_own_options(site: Path) -> None:
    moved = "site_name: Shoes\nINHERIT: base.yml\n"
    python = "markdown_extensions: [{toc: {slugify: !!python/name:a.b }}]\n"
    base = f"plugins: [{{journeys: {{journeys: maps}}}}]\n{python}"
    git(site, "mv", "journeys", "maps")
    commit(site, {"mkdocs.yml": moved, "base.yml": base})
    head = "Journey Buying shoes (maps/buying.md): 1 change\n  ▆ → ▆\n"
    file = "  - File: from journeys/buying.md to maps/buying.md\n"
    assert diff(site, "HEAD~1", "HEAD") == (head + file, "", 0)


def test_a_configuration_of_a_revision_runs_no_code(site: Path) -> None:
    evil = f"site_name: !!python/object/apply:os.system ['touch {site}/ran']\nplugins: [journeys]\n"
    commit(site, {"mkdocs.yml": evil})
    assert diff(site, "HEAD~1", "HEAD")[2] == 0
    assert diff(site, "HEAD~1")[2] == 0
    assert not (site / "ran").exists()


@pytest.mark.parametrize(
    "parent", ["{outside}", "../outside.yml", "link.yml", ".git/config", "docs", "gone.yml"]
)
def test_a_configuration_of_a_revision_reads_nothing_outside_it(site: Path, parent: str) -> None:
    outside = site.parent / "outside.yml"
    outside.write_text("token: [secret\n")
    write(site, {".git/config": (site / ".git/config").read_text() + "# secret\n"})
    (site / "link.yml").symlink_to(outside)
    commit(site, {"mkdocs.yml": f"INHERIT: {parent.format(outside=outside)}\n"})
    said = "is no file within the site's folder or repository\n"
    for arguments in (["HEAD~1", "HEAD"], ["HEAD~1"]):
        out, error, status = diff(site, *arguments)
        assert (out, status, error.endswith(said), "secret" in error) == ("", 1, True, False), error


@pytest.mark.parametrize("docs", ["{outside}", "../outside"])
def test_the_docs_folder_of_a_revision_lies_in_its_site(site: Path, docs: str) -> None:
    outside = site.parent / "outside"
    commit(site, {"mkdocs.yml": f"site_name: Shoes\ndocs_dir: {docs.format(outside=outside)}\n"})
    for arguments in (["HEAD~1", "HEAD"], ["HEAD~1"]):
        out, error, status = diff(site, *arguments)
        assert (out, status, "docs_dir: " in error) == ("", 1, True), error


def test_a_site_inherits_from_a_file_elsewhere_in_its_repository(tmp_path: Path) -> None:
    top = repository(tmp_path)
    (top / "sites/cx").mkdir(parents=True)
    commit(top, {f"sites/cx/{name}": content for name, content in SITE.items()})
    commit(top, {"sites/cx/mkdocs.yml": "INHERIT: ../base.yml\n", "sites/base.yml": "plugins: [journeys]\n"})
    for arguments in (["HEAD~1", "HEAD"], ["HEAD~1"]):
        assert diff(top / "sites/cx", *arguments) == ("Nothing changed.\n", "", 0)


def test_a_time_before_the_site_is_a_time_without_definitions(site: Path) -> None:
    git(site, "checkout", "--quiet", "--orphan", "empty")
    git(site, "rm", "--quiet", "-r", "-f", ".")
    empty = commit(site, {"README": "Nothing yet."})
    git(site, "checkout", "--quiet", "main")
    out, error, status = diff(site, empty)
    assert (error, status) == (f"At {empty} there was no site yet.\n", 0)
    assert [line.rpartition(": ")[2] for line in out.splitlines() if line[:1] not in {"", " "}] == ["new"] * 3


def test_a_definition_that_is_broken_in_one_revision_is_told_and_not_fatal(site: Path) -> None:
    commit(
        site, {"journeys/buying.md": "---\ntitle: [\n", "journeys/other.md": BEFORE.replace("shoes", "hats")}
    )
    out, _, status = diff(site, "HEAD~1")
    assert status == 0
    assert (
        "Journey Buying shoes (journeys/buying.md): cannot be compared\n  ! now: 1 error; the first: " in out
    )
    assert "Journey Buying hats (journeys/other.md): new\n" in out


def test_links_submodules_and_filters_of_a_revision_are_left_alone(site: Path, tmp_path: Path) -> None:
    secret = write(tmp_path, {"secret.md": BEFORE.replace("shoes", "secrets")}) / "secret.md"
    (site / "journeys/link.md").symlink_to(secret)
    (site / "personas/link").symlink_to(tmp_path)
    git(site, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(site), "journeys/sub")
    git(site, "config", "filter.evil.smudge", f"touch {site}/ran; cat")
    git(site, "config", "core.fsmonitor", f"touch {site}/ran")
    commit(site, {".gitattributes": "*.md filter=evil\n", "journeys/new.md": BEFORE.replace("shoes", "hats")})
    (site / "ran").unlink()  # which git itself made
    out, error, status = diff(site, "HEAD~1", "HEAD")
    assert (error, status) == ("", 0)
    assert "Journey Buying hats (journeys/new.md): new\n" in out
    assert "Journey link (journeys/link.md): cannot be compared\n  ! now: 1 error; the first: " in out
    assert "secrets" not in out
    assert "sub" not in out
    assert not (site / "ran").exists()


@pytest.mark.parametrize("name", ["журнал", "with space", "quote'\"", "x" * 180])
def test_names_of_any_characters_are_read(site: Path, name: str) -> None:
    commit(site, {f"journeys/{name}/buying-hats.md": BEFORE.replace("shoes", "hats")})
    assert f"Journey Buying hats (journeys/{name}/buying-hats.md): new\n" in diff(site, "HEAD~1", "HEAD")[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mian"], "git knows no revision mian, and there is no such folder; did you mean main?"),
        (["fist"], "git knows no revision fist, and there is no such folder; did you mean first?"),
        (["nothing-like-it"], "git knows no revision nothing-like-it, and there is no such folder"),
        (["--", "-v"], "git knows no revision -v, and there is no such folder"),
        (["--", "--output=x"], "git knows no revision --output=x, and there is no such folder"),
        (["a\x1b[31m"], "git knows no revision a\\x1b[31m, and there is no such folder"),
        ([""], "git knows no revision , and there is no such folder"),
        (["personas"], "personas holds no site: neither a mkdocs.yml nor a folder journeys"),
        (["HEAD", "HEAD~99"], "git knows no revision HEAD~99, and there is no such folder"),
    ],
)
def test_what_is_no_revision_is_a_wrong_use(site: Path, arguments: list[str], said: str) -> None:
    out, error, status = diff(site, *arguments)
    assert (out, error.splitlines()[-1], status) == ("", f"Error: {said}", 2)


def test_a_branch_that_only_the_remote_has_is_suggested(site: Path, tmp_path: Path) -> None:
    git(site, "branch", "next")
    git(tmp_path, "clone", "--quiet", str(site), "clone")
    assert diff(tmp_path / "clone", "next")[1].endswith("did you mean origin/next?\n")


def test_a_shallow_clone_says_what_to_fetch(site: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{site}", "clone")
    out, error, status = diff(tmp_path / "clone", "HEAD~1")
    assert (out, status) == ("", 2)
    assert "only a part of the history is here" in error


def test_outside_a_repository_a_revision_is_a_wrong_use(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    out, error, status = diff(tmp_path, "main", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (out, status) == ("", 2)
    assert "there is no git repository here" in error


def test_a_repository_that_git_does_not_read_is_a_wrong_use(site: Path) -> None:
    (site / ".git/HEAD").write_text("nonsense")
    out, error, status = diff(site, "main", GIT_CEILING_DIRECTORIES=str(site.parent))
    assert (out, status) == ("", 2)
    assert error.endswith("Error: git cannot read the repository of this folder; git status says why\n")


@pytest.mark.parametrize(
    "configuration",
    [
        "plugins: [\n",
        "plugins: [{journeys: {review_every: soon}}]\n",
        "plugins: 5\n",
        "x: 2026-99-99\n",
        "x: " + "[" * 3000,
        "? [a]\n: b\n",
    ],
)
def test_a_revision_whose_configuration_cannot_be_used_is_status_1(site: Path, configuration: str) -> None:
    commit(site, {"mkdocs.yml": configuration})
    out, error, status = diff(site, "HEAD~1", "HEAD")
    assert (out, status) == ("", 1)
    assert error.startswith("Error: HEAD cannot be read: ")
    assert str(site.parent) not in error
    assert diff(site, "HEAD", "HEAD~1")[2] == 1


def test_a_commit_whose_files_are_lost_is_status_1(site: Path) -> None:
    blob = git(site, "rev-parse", "HEAD:journeys/buying.md")
    (site / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert diff(site, "HEAD~1", "HEAD") == ("", "Error: HEAD cannot be read: git cannot show its files\n", 1)


def test_markdown_and_data_go_into_a_pipe(site: Path) -> None:
    out, _, status = diff(site, "first", "--format", "markdown")
    assert out.startswith(
        "### What changed in the journeys\n\n**Buying shoes** (Journey, journeys/buying.md)"
    )
    assert "`▃` → `▆`" in out
    data = json.loads(diff(site, "first", "--format", "json")[0])
    assert (status, data["definitions"][0]["changes"][0]["because"]) == (0, ["interviews"])


def test_the_command_speaks_the_language_that_is_asked_for(site: Path) -> None:
    assert diff(site, "first", "--lang", "ru")[0].startswith("Путь Buying shoes (journeys/buying.md): ")
    assert diff(site, "first", LC_ALL="zh_CN.UTF-8")[0].startswith("旅程 Buying shoes (journeys/buying.md): ")


def test_a_terminal_shows_the_same(site: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        command("first"), cwd=site, env=spoken(TERM="xterm"), stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        said = b""
        try:
            while chunk := terminal.read1(4096):
                said += chunk
        except OSError:  # what Linux says when the other end has gone
            pass
    assert (said.decode().replace("\r\n", "\n"), done.wait()) == (TOLD, 0)


def test_a_large_evidence_file_is_a_finding_and_no_memory(site: Path) -> None:
    large = EVIDENCE + "a" * (2 << 20)
    commit(site, {"docs/evidence/large.md": large})
    assert "docs/evidence/large.md:1:1: J119" in diff(site, "HEAD~1", "HEAD")[0]
