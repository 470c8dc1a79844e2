"""Shell completion: what a shell is told, and that nobody ever sees an error while typing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.completing import SHELLS, IdsOf, complete_codes
from mkdocs_journeys.definitions import KINDS, Kind, is_id, read_definitions
from tests.history.test_changes import commit, git
from tests.sites import BASE, journey, write

SITE = {
    "mkdocs.yml": "site_name: S\n",
    "journeys/retail/buying.md": journey(),
    "personas/ольга.md": "---\nname: Ольга\n---\n",
    "personas/README.md": "",
    "personas/_old.md": "",
    "personas/_drafts/omar.md": "",
    "personas/no id.md": "",
    "journeys/retail/online/_old/selling.md": "",
    ".hidden/x": "",
    "docs/touchpoints/index.md": "",
    "docs/touchpoints/web-shop.md": "---\nname: Web shop\n---\n",
    **BASE,
}


def proposed(folder: Path, *typed: str) -> tuple[list[str], str]:
    """What bash is told for the last of the words typed, and what went to standard error."""
    run = subprocess.run(
        [sys.executable, "-c", "from mkdocs_journeys.cli import main; main(prog_name='journeys')"],
        cwd=folder,
        env={
            **os.environ,
            "_JOURNEYS_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(["journeys", *typed]),
            "COMP_CWORD": str(len(typed)),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [line.partition(",")[2] for line in run.stdout.split()], run.stderr


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["ne"], ["new"]),
        (["new", "t"], ["touchpoint"]),
        (["new", "journey", "--pers"], ["--persona"]),
        (["new", "journey", "--persona", ""], ["lena", "ольга"]),
        (["new", "journey", "-p", "ол"], ["ольга"]),
        (["new", "journey", "-t", "w"], ["web-shop"]),
        (["new", "persona", "--evidence", "i"], ["interviews"]),
        (["new", "evidence", "--method", "w"], ["workshop"]),
        (["completion", "b"], ["bash"]),
        (["new", "journey", "--folder", ""], ["retail", "retail/online"]),
        (["new", "persona", "--folder", ""], []),
        (["export", "json", ""], ["buying"]),
        (["export", "json", "buying", "b"], ["buying"]),
        (["export", "csv", "b"], ["buying"]),
        (["export", "mermaid", ""], ["buying"]),
        (["export", "chart", ""], ["buying"]),
        (["export", "chart", "buying", "--persona", "l"], ["lena"]),
        (["import", "csv", "x.csv", "--persona", "l"], ["lena"]),
        (["import", "csv", "x.csv", "--persona", "Me=l"], ["Me=lena"]),
        (["check", "--lang", "ZH"], ["zh-Hans", "zh-Hant"]),
        (["schema", "d"], ["difference"]),
        (["diff", "docs/e"], ["docs/evidence"]),
        (["diff", "."], [".hidden"]),
    ],
)
def test_a_shell_is_told_what_may_follow(typed: list[str], answer: list[str], tmp_path: Path) -> None:
    assert proposed(write(tmp_path, SITE), *typed) == (answer, "")


def test_what_can_be_compared_is_branches_tags_and_folders(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "maps/x": ""})
    git(tmp_path, "init", "--initial-branch", "main")
    commit(tmp_path, "2026-03-01", "Anna")
    git(tmp_path, "tag", "made/1")
    git(tmp_path, "branch", "work")
    assert proposed(tmp_path, "diff", "ma") == (["main", "made/1", "maps"], "")
    assert proposed(tmp_path, "diff", "main", "w") == (["work"], "")
    assert proposed(tmp_path, "check", "--base", "ma") == (["main", "made/1"], "")


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_is_proposed_exactly_where_the_reader_finds_a_file(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, SITE))
    context = main.make_context("journeys", ["check"], resilient_parsing=True)
    items = IdsOf(kind)(context, main.params[0], "")
    paths = [path for path, its in read_definitions(tmp_path).paths.items() if its == kind]
    ids = sorted(Path(path).stem for path in paths)
    assert [item.value for item in items] == [id_ for id_ in ids if is_id(id_)]


@pytest.mark.parametrize("settings", [None, "plugins: [", "a: !!python/name:no.such.thing\n", "docs_dir: {}"])
def test_where_nothing_can_be_read_nothing_is_proposed_and_nothing_said(
    settings: str | None, tmp_path: Path
) -> None:
    if settings is not None:
        (tmp_path / "mkdocs.yml").write_text(settings)
    assert proposed(tmp_path, "new", "journey", "-p", "") == ([], "")


def test_the_codes_of_findings_are_proposed_in_any_case() -> None:
    context = main.make_context("journeys", ["check"], resilient_parsing=True)
    items = complete_codes(context, main.params[0], "j30")
    assert [item.value for item in items] == ["J301", "J302", "J303", "J304"]
    assert all(item.help for item in items)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_asks_the_command(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert (result.stderr, result.exit_code) == ("", 0)
    assert f"_JOURNEYS_COMPLETE={shell}_complete" in result.stdout


def test_bash_takes_the_script_and_completes_with_it(tmp_path: Path) -> None:
    script = CliRunner().invoke(main, ["completion", "bash"]).stdout
    command = f'#!/bin/sh\nexec {sys.executable} -m mkdocs_journeys.cli "$@"\n'
    write(tmp_path, {**SITE, "bin/journeys": command, "script": script})
    (tmp_path / "bin/journeys").chmod(0o755)
    typed = "COMP_WORDS=(journeys new journey --persona le) COMP_CWORD=4"
    asked = f'. ./script; {typed}; _journeys_completion journeys; echo "${{COMPREPLY[@]}}"'
    run = subprocess.run(
        ["bash", "-c", asked],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path}/bin:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("lena\n", "")
