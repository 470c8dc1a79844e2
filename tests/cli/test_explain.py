"""`journeys explain` in a pipe and in a terminal."""

import os
import pty
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.definitions import CODES
from mkdocs_journeys.definitions.findings import columns_of
from tests.golden import CASES, expect
from tests.sites import BASE, journey, write

COMMAND = [sys.executable, "-m", "mkdocs_journeys.cli"]
_STYLE = re.compile(r"\x1b\[\d*m")


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], catch_exceptions=False)


def in_a_terminal(folder: Path, width: int, *arguments: str) -> str:
    """What the command shows in a terminal of `width` columns."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, width))
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    environment |= {"LC_ALL": "C.UTF-8", "TERM": "xterm"}
    process = subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    process.wait()
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("code", ["J104", "J124", "J125", "J140", "J203"])
def test_a_code_is_explained_with_an_example(code: str) -> None:
    result = explain(code, "--lang", "en")
    assert (result.stderr, result.exit_code) == ("", 0)
    expect(CASES / "explanations" / f"{code}.txt", result.stdout)


def test_without_a_code_all_are_listed() -> None:
    result = explain("--lang", "en")
    assert (result.stderr, result.exit_code) == ("", 0)
    expect(CASES / "explanations" / "all.txt", result.stdout)


def test_every_code_can_be_asked_for_at_once_in_any_case() -> None:
    result = explain(*(code.lower() for code in CODES), "--lang", "en")
    assert re.findall(r"^(J\d{3}) \(", result.stdout, re.MULTILINE) == list(CODES)


def test_a_code_that_is_named_twice_is_explained_once() -> None:
    assert explain("j104", "J104").stdout == explain("J104").stdout


@pytest.mark.parametrize("tag", ["en", "ru", "zh-Hans", "zh-Hant"])
def test_no_line_is_wider_than_80_columns_in_a_pipe(tag: str) -> None:
    lines = explain(*CODES, "--lang", tag).stdout.splitlines()
    assert [line for line in lines if columns_of(line) > 80] == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("J1O4", "there is no finding J1O4; did you mean J104?"),
        ("104", "there is no finding 104; did you mean J104?"),
        ("overdue", "there is no finding overdue; journeys explain lists them all"),
    ],
)
def test_an_unknown_code_is_a_wrong_use(typed: str, answer: str) -> None:
    result = explain(typed, "--lang", "en")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert answer in result.stderr


def test_nothing_is_explained_when_one_of_the_codes_is_wrong() -> None:
    assert explain("J104", "nonsense").stdout == ""


def test_a_terminal_gets_lines_of_its_width_and_headings_that_stand_out(tmp_path: Path) -> None:
    shown = in_a_terminal(tmp_path, 40, "explain", "J104")
    assert "\x1b[1mHow to mend it\x1b[0m" in shown
    words = _STYLE.sub("", shown)
    assert max(map(columns_of, words.splitlines())) <= 40
    assert words.split() == explain("J104", "--lang", "en").stdout.split()


def test_a_very_wide_terminal_gets_lines_that_can_be_read(tmp_path: Path) -> None:
    shown = _STYLE.sub("", in_a_terminal(tmp_path, 300, "explain", "J104"))
    assert 80 < max(map(columns_of, shown.splitlines())) <= 100


def test_check_says_in_a_terminal_how_to_learn_more_the_most_serious_first(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "journeys/buying.md": journey("chanel: web\n", body="<b>now</b>\n")})
    assert in_a_terminal(tmp_path, 80, "check").endswith("\njourneys explain J104 J131 tells more\n")


def test_check_has_nothing_to_explain_where_nothing_is_found(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: Nothing\n"})
    assert in_a_terminal(tmp_path, 80, "check") == "nothing found in 0 files\n"


def test_the_help_shows_each_example_on_a_line_of_its_own() -> None:
    assert "\n  Examples:\n    journeys explain J104\n    journeys explain j104" in explain("--help").stdout
