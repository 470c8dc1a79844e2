"""`journeys new` with options and in pipes: paths on standard output, words aside, never a question."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from tests.conftest import BUILT_ON
from tests.sites import BASE, journey, write

SITE = {
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n",
    "journeys/retail/buying.md": journey().replace("- Pays", "- {name: Pays, touchpoints: [Till, web-shop]}"),
    "docs/touchpoints/web-shop.md": "---\nname: Web shop\nowner: web\nreviewed: 2026-11-01\n---\n",
    "personas/omar.md": "---\nname: Omar Haddad\n---\n",
    **BASE,
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(write(tmp_path, SITE))
    return tmp_path


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments], catch_exceptions=False)


def check_strictly() -> str:
    result = CliRunner().invoke(main, ["check", "--strict"], catch_exceptions=False)
    assert result.exit_code == 0, result.stdout
    return result.stdout


@pytest.mark.parametrize("kind", ["journey", "persona", "touchpoint", "evidence"])
@pytest.mark.parametrize("lang", ["en", "ru", "zh-Hans", "zh-Hant"])
def test_a_new_file_passes_the_strict_check_in_every_language(site: Path, kind: str, lang: str) -> None:
    result = new(kind, 'Say "hi": a #1', "--lang", lang)
    folder = {"journey": "journeys", "persona": "personas", "touchpoint": "docs/touchpoints"}.get(
        kind, "docs/evidence"
    )
    path = f"{folder}/say-hi-a-1.md"
    assert (result.stdout, result.exit_code) == (f"{path}\n", 0)
    text = (site / path).read_text(encoding="utf-8")
    assert ("\nlang: " in text) is (lang != "en")
    assert "\nreviewed: 2026-11-20  #" in text
    check_strictly()


def test_what_was_decided_and_what_to_do_next_is_said_aside(site: Path) -> None:
    result = new("journey", "Buying in the shop")
    assert result.stderr == (
        "Its id is buying-in-the-shop, made from the name; other files name it so.\n"
        "lena travels it for now; change that in the file.\n"
        "Fill it in, then:\n"
        "  journeys check journeys/buying-in-the-shop.md\n"
        "  journeys serve\n"
    )
    assert "# There are also omar (Omar Haddad).\n" in (site / "journeys/buying-in-the-shop.md").read_text()


def test_options_say_what_a_terminal_would_ask_for(site: Path) -> None:
    result = new(
        "journey", "Returning", "--persona", "Omar Haddad", "-p", "lena", "-t", "web shop",
        "-t", "Post office", "-e", "interviews", "--id", "returns", "--owner", "Service: shop",
        "--folder", "retail",
    )  # fmt: skip
    assert (result.stdout, result.exit_code) == ("journeys/retail/returns.md\n", 0)
    text = (site / "journeys/retail/returns.md").read_text()
    assert "personas: [omar, lena]  #" in text
    assert "touchpoints: [web-shop, Post office]  #" in text
    assert "evidence: [interviews]  #" in text
    assert 'owner: "Service: shop"  #' in text
    check_strictly()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("journey", 'say what it is called: journeys new journey "NAME"'),
        ("journey New --persona lean", 'there is no persona "lean"; did you mean "lena"?'),
        ("journey New --persona xyz", 'there is no persona "xyz"; write one too with --new-persona NAME'),
        ("journey New -t Webshopp", 'no file describes the touchpoint "Webshopp"; did you mean "web-shop"?'),
        ("journey New -t ?", '"?" is no name; write one with letters'),
        ("journey New -e intervews", 'there is no evidence "intervews"; did you mean "interviews"?'),
        ("journey New -e xyz", 'there is no evidence "xyz"; write it first: journeys new evidence NAME'),
        ("journey ???", 'no id can be made of "???"; give one with --id'),
        ("journey bell\x07", 'there is a character in "bell\\x07" that no file can hold'),
        ("journey ", "a name cannot be empty"),
        ("journey New --id a.b", '"a.b" is no id: letters, digits, "-" and "_" only'),
        ("journey New --folder ../x", 'the folder "../x" is not read; name one like retail or retail/online'),
        ("persona Score", 'no id can be made of "Score"; give one with --id'),
        ("site", "say into which folder: journeys new site DIR"),
    ],
)
def test_what_cannot_be_done_is_a_wrong_use_and_writes_nothing(site: Path, arguments: str, says: str) -> None:
    before = sorted(site.rglob("*"))
    result = new(*arguments.split(" "))
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.endswith(f"\nError: {says}\n")
    assert sorted(site.rglob("*")) == before


def test_an_id_that_is_taken_is_a_wrong_use_and_what_is_there_stays(site: Path) -> None:
    result = new("journey", "Buying")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr == (
        "Usage: main new journey [OPTIONS] [NAME]\n"
        "Try 'main new journey --help' for help.\n\n"
        "Error: journeys/retail/buying.md has the id buying already; "
        "give another one with --id, or edit that file\n"
    )
    assert (site / "journeys/retail/buying.md").read_text() == SITE["journeys/retail/buying.md"]


def test_a_sites_first_journey_brings_its_persona(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(
        write(tmp_path, {"mkdocs.yml": "site_name: S\ntheme: {name: material, language: ru}\n"})
    )
    result = new("journey", "Путь")
    assert result.stdout == "personas/клиент.md\njourneys/путь.md\n"
    assert "lang:" not in (tmp_path / "journeys/путь.md").read_text(encoding="utf-8")
    check_strictly()


def test_a_persona_may_be_written_with_a_journey(site: Path) -> None:
    assert (
        new("journey", "New", "--new-persona", "Nadia B.").stdout == "personas/nadia-b.md\njourneys/new.md\n"
    )
    assert "personas: [nadia-b]" in (site / "journeys/new.md").read_text()
    result = new("journey", "Newer", "--new-persona", "Nadia B")
    assert (result.exit_code, (site / "journeys/newer.md").exists()) == (2, False)


@pytest.mark.parametrize("typed", ["Lena Brandt", " lena  BRANDT "])
def test_a_persona_who_is_there_is_not_written_again(site: Path, typed: str) -> None:
    result = new("journey", "New", "--new-persona", typed)
    told = 'Error: there is a persona "Lena Brandt" already; take them with --persona lena\n'
    assert (result.exit_code, result.stdout, result.stderr.endswith(told)) == (2, "", True)
    assert sorted(file.name for file in (site / "personas").iterdir()) == ["lena.md", "omar.md"]
    assert not (site / "journeys/new.md").exists()


def test_a_file_may_be_printed_in_place_of_being_written(site: Path) -> None:
    result = new("evidence", "A survey", "--method", "survey", "--stdout")
    assert result.stdout.startswith("---\n# This file describes one piece of research")
    assert (result.stderr, (site / "docs/evidence/a-survey.md").exists()) == ("", False)


def test_a_broken_file_elsewhere_keeps_nobody_from_writing(site: Path) -> None:
    (site / "journeys/broken.md").write_text("---\n\t: [")
    (site / "personas/latin.md").write_bytes(b"---\nname: Ren\xe9\n---\n")
    assert new("journey", "New", "-p", "omar").exit_code == 0


def test_a_path_is_shown_from_where_the_person_is(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "journeys/retail")
    assert new("persona", "Nadia").stdout == f"{site}/personas/nadia.md\n"
    assert new("journey", "New").stdout == f"{site}/journeys/new.md\n"
    assert new("journey", "Newer", "--folder", "retail").stdout == "newer.md\n"


def test_without_a_site_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = new("journey", "New")
    assert result.exit_code == 2
    assert "journeys new site DIR" in result.stderr


def test_in_a_pipe_nothing_is_asked(site: Path) -> None:
    for arguments in (["journey"], ["site"], ["persona"]):
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs_journeys.cli", "new", *arguments],
            cwd=site,
            stdin=subprocess.PIPE,
            capture_output=True,
            env={**os.environ},
            check=False,
            timeout=60,
        )
        assert (run.stdout, run.returncode) == (b"", 2)


def test_a_new_site_is_in_the_terminals_language(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    result = new("site", "ours")
    assert (result.exit_code, "ours/mkdocs.yml" in result.stdout.splitlines()) == (0, True)
    assert "language: zh-Hant\n" in (site / "ours/mkdocs.yml").read_text(encoding="utf-8")
    again = new("site", "ours")
    assert (again.stdout, again.exit_code) == ("", 2)
