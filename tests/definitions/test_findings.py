"""What is said about each kind of mistake, word by word."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.definitions import CODES
from tests.conftest import BUILT_ON
from tests.golden import CASES, cases, expect

FINDINGS = CASES / "findings"
MADE_IN_CODE = {"J100", "J140"}
"""Files that no repository keeps: other encodings, control characters, symbolic links. See test_files.py."""


@pytest.mark.parametrize("case", cases("findings"))
def test_check_says_what_is_expected(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FINDINGS / case)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    result = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    expect(
        FINDINGS / case / "expected.txt", f"{result.stdout}{result.stderr}exit status {result.exit_code}\n"
    )


def test_every_code_has_a_case() -> None:
    told = "".join(file.read_text(encoding="utf-8") for file in FINDINGS.glob("*/expected.txt"))
    assert sorted(CODES.keys() - set(re.findall(r"J\d{3}", told)) - MADE_IN_CODE) == []


def test_every_code_is_used() -> None:
    rooms = Path(__file__).parents[2] / "plugins" / "mkdocs_journeys"
    text = "".join(
        file.read_text(encoding="utf-8")
        for room in ("definitions", "catalogue")
        for file in (rooms / room).glob("*.py")
    )
    assert sorted(code for code in CODES if text.count(f'"{code}"') < 2) == []


@pytest.mark.parametrize("case", cases("findings"))
def test_no_line_of_output_is_a_command_to_a_ci_server(case: str) -> None:
    lines = (FINDINGS / case / "expected.txt").read_text(encoding="utf-8").split("\n")
    assert not [line for line in lines if line.lstrip().startswith("::")]
