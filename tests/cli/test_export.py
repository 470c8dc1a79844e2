"""`journeys export`: data on standard output or in a file, everything else on standard error."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BUILT_ON
from tests.sites import BASE, journey, write

COMMAND = [sys.executable, "-m", "mkdocs_journeys.cli"]
DRAFT = journey("status: draft\n")
SITE = {
    **BASE,
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n",
    "journeys/buying.md": journey(body="The *story*.\n"),
    "journeys/retail/идея.md": journey().replace("Buying shoes", "Покупка"),
    "journeys/secret.md": DRAFT,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, SITE)


def run(
    site: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    quiet = {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": BUILT_ON, **environment}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=site, env=quiet, input=given, capture_output=True, check=False
    )


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    return result.stderr.decode()


def test_without_ids_the_whole_catalogue_is_written_and_nothing_else(site: Path) -> None:
    result = run(site, "export", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    data = json.loads(result.stdout)
    assert data["format"] == 1
    assert [item["id"] for item in data["journeys"]] == ["buying", "идея"]


def test_a_journey_is_written_complete_and_several_in_a_list(site: Path) -> None:
    one = json.loads(run(site, "export", "json", "buying").stdout)
    assert (one["id"], one["body"]) == ("buying", "The *story*.\n")
    several = json.loads(run(site, "export", "json", "идея", "buying").stdout)
    assert [item["id"] for item in several["journeys"]] == ["идея", "buying"]
    assert several["journeys"][1] == {key: value for key, value in one.items() if key != "format"}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_exported_can_be_imported(site: Path, form: str) -> None:
    exported = run(site, "export", form, "buying")
    again = run(site, "import", form, "-", given=exported.stdout)
    assert (again.returncode, again.stderr) == (0, b"")
    (site / "journeys/buying.md").write_bytes(again.stdout)
    assert run(site, "export", form, "buying").stdout == exported.stdout


def test_a_table_that_excel_saved_anew_can_be_imported(site: Path) -> None:
    stages = "stages: {name: All, steps: [{name: '=Pays', emotion: -1.4, takes: 2 min}, Uses]}\n"
    (site / "journeys/buying.md").write_text(journey(stages=stages))
    exported = run(site, "export", "csv", "buying", "--excel").stdout.decode()
    assert exported.startswith("\ufeffstage_id,stage,step_id,")
    saved = exported.replace(",", ";").replace("-1.4", "-1,4").replace("\n", "\r\n")
    again = run(site, "import", "csv", "-", given=saved.encode())
    assert again.stderr == b""
    assert b"  - name: =Pays" in again.stdout
    assert b"emotion: -1.4" in again.stdout


def test_a_table_says_all_by_itself(site: Path) -> None:
    exported = run(site, "export", "csv", "buying").stdout
    result = run(site, "import", "csv", "-", "--title", "Other", given=exported)
    assert b"title: Buying shoes" in result.stdout
    assert "this table was exported and is complete" in said(result)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("{", "-:1:1: error: this is no JSON"),
        ('{"journeys": []}', "it holds several; export the one that you want by its id"),
        ('{"title": "x"}', "it has no stages"),
        ("[" * 100_000, "there is too much in one value"),
        (f'{{"stages": [{{"steps": [{"1" * 5000}]}}]}}', "there is too much in one value"),
        ('{"stages": [' + '{"goal": ' * 900 + "1" + "}" * 900 + "]}", "there is too much in one value"),
    ],
)
def test_json_that_is_none_of_ours_is_said(site: Path, given: str, message: str) -> None:
    result = run(site, "import", "json", "-", given=given.encode())
    assert (result.returncode, result.stdout) == (1, b"")
    assert message in said(result)
    assert len(said(result).splitlines()) == 1


def test_a_cell_that_was_spoilt_is_said_with_its_line(site: Path) -> None:
    (site / "journeys/buying.md").write_text(journey())
    exported = run(site, "export", "csv", "buying").stdout.decode()
    rows = list(csv.reader(exported.splitlines()))
    rows[2][rows[0].index("does")] = '["x"'
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    spoilt = text.getvalue()
    result = run(site, "import", "csv", "-", given=spoilt.encode())
    assert (result.returncode, result.stdout) == (1, b"")
    assert said(result).startswith("-:3:1: error: the cell of column does starts like JSON and is none")


def test_mermaid_goes_out_and_what_it_cannot_say_to_standard_error(site: Path) -> None:
    result = run(site, "export", "mermaid", "buying")
    assert result.stdout.decode().startswith("journey\n    title Buying shoes\n    %% not scored")
    assert said(result).startswith("warning: not scored, which Mermaid cannot show; drawn as 3 (neutral): ")


def test_a_file_is_not_written_over_unless_it_is_asked_for(site: Path) -> None:
    assert run(site, "export", "csv", "buying", "--output", "out/buying.csv").stdout == b""
    first = (site / "out/buying.csv").read_bytes()
    (site / "journeys/buying.md").write_text(journey().replace("Pays", "Orders"))
    result = run(site, "export", "csv", "buying", "--output", "out/buying.csv")
    assert (result.returncode, (site / "out/buying.csv").read_bytes()) == (2, first)
    assert "out/buying.csv is there already; --force writes over it" in said(result)
    assert run(site, "export", "csv", "buying", "--output", "out/buying.csv", "--force").returncode == 0
    assert (site / "out/buying.csv").read_bytes() != first


@pytest.mark.parametrize(
    "arguments",
    [("json",), ("csv", "buying"), ("mermaid", "buying"), ("chart", "buying", "--output", "x.svg"),
     ("markdown", "--output", "x")],
)  # fmt: skip
def test_a_site_with_errors_exports_nothing(site: Path, arguments: tuple[str, ...]) -> None:
    (site / "journeys/broken.md").write_text(journey("chanel: web\n"))
    result = run(site, "export", *arguments)
    assert (result.returncode, result.stdout) == (1, b"")
    assert said(result).startswith("journeys/broken.md:6:1: error J104")
    assert said(result).endswith("nothing was exported: these errors have to be mended first\n")
    assert not list(site.glob("x*"))


def test_a_journey_that_is_not_there_is_a_wrong_use_with_a_suggestion(site: Path) -> None:
    result = run(site, "export", "csv", "buyin")
    assert (result.returncode, result.stdout) == (2, b"")
    assert 'there is no journey "buyin"; did you mean "buying"?' in said(result)


def test_drafts_are_exported_where_they_are_asked_for(site: Path) -> None:
    result = run(site, "export", "json", "secret")
    assert result.returncode == 2
    assert '"secret" is a draft; --drafts exports it' in said(result)
    assert run(site, "export", "json", "secret", "--drafts").returncode == 0


def test_a_chart_has_the_form_of_its_files_ending(site: Path) -> None:
    for name, start in (("a.svg", b"<svg"), ("a.PNG", b"\x89PNG"), ("a.pdf", b"%PDF-")):
        result = run(site, "export", "chart", "идея", "--output", name, "--persona", "lena", "--dark")
        assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
        assert (site / name).read_bytes().startswith(start)
    assert "Покупка: Lena Brandt" in (site / "a.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "a.gif"], "a.gif ends in none of .svg, .png, .pdf"),
        (["--output", "a.png", "--size", "big"], '"big" is no size; write width and height in pixels'),
        (["--output", "a.png", "--size", "99999x10"], "each 200 to 8000"),
        (["--output", "a.png", "--persona", "lina"], 'has no persona "lina"; did you mean "lena"?'),
        ([], "Missing option"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_a_wrong_use(site: Path, arguments: list[str], message: str) -> None:
    result = run(site, "export", "chart", "buying", *arguments)
    assert (result.returncode, list(site.glob("a.*"))) == (2, [])
    assert message in said(result)


def test_characters_that_no_font_has_are_said(site: Path) -> None:
    (site / "journeys/buying.md").write_text(journey().replace("Pays", "Pays \U000f1234"))
    result = run(site, "export", "chart", "buying", "--output", "a.png")
    assert result.returncode == 0
    assert "no installed font has the characters" in said(result)
