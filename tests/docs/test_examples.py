"""What the documentation tells people to write passes the check, and what it says would fail does so."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copy

import pytest
import yaml

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import Finding, read_definitions, render_findings
from mkdocs_journeys.mkdocs_plugin.options import JourneysConfig
from tests.conftest import REPOSITORY
from tests.docs.pages import Block, blocks, files_in, pages_of

PAGES = pages_of(REPOSITORY)
TUTORIAL = REPOSITORY / "docs/guide/2-write-a-journey.md"
_MISTAKE = re.compile(
    r"^``` diff\n((?:[-+].*\n)+)```\n\n(``` text\n(?:(?!```).*\n)+```\n|(?:> .*\n)+)", re.MULTILINE
)
STEP = "title: Around a step\npersonas: [lena, omar]\nstages:\n  - name: Stage\n    steps:\n      - "


def blocks_with(word: str) -> list[Block]:
    return [block for page in PAGES for block in blocks(page) if word in block.words]


def mistakes() -> list[tuple[str, str]]:
    """Each change of the tutorial that is followed by what the check answers, whole or in short."""
    return _MISTAKE.findall(TUTORIAL.read_text(encoding="utf-8"))


def answers(findings: Sequence[Finding]) -> tuple[str, str]:
    """What the check says as the tutorial prints it: whole, and in short."""
    whole = re.sub(" +$", "", render_findings(findings), flags=re.MULTILINE)
    short = (f"> `{each.level} {each.code}: {each.message.rstrip()}`\n" for each in findings)
    return f"``` text\n{whole}```\n", "".join(short)


def findings_in(site: Path, files: Mapping[str, str]) -> list[Finding]:
    """What the check says about a site of these files, notes left out."""
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return [finding for finding in link(read_definitions(site))[1] if finding.level != "note"]


def changed(text: str, change: str) -> str:
    """`text` with the lines of a difference that begin with - replaced by those that begin with +."""
    old, new = (
        "".join(line[1:] + "\n" for line in change.splitlines() if line.startswith(sign)) for sign in "-+"
    )
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize("page", [page for page in PAGES if files_in(page)], ids=lambda page: page.name)
def test_the_files_that_a_page_tells_people_to_make_are_a_site_without_errors_or_warnings(
    page: Path, tmp_path: Path
) -> None:
    assert render_findings(findings_in(tmp_path, files_in(page))) == ""


def test_the_tutorial_shows_the_most_likely_mistakes() -> None:
    assert len(mistakes()) >= 10


@pytest.mark.parametrize(("change", "answer"), mistakes(), ids=lambda text: text.strip().splitlines()[-1])
def test_a_mistake_of_the_tutorial_gets_the_answer_that_is_printed_below_it(
    change: str, answer: str, tmp_path: Path
) -> None:
    files = files_in(TUTORIAL)
    journey = next(path for path in files if path.startswith("journeys/"))
    found = findings_in(tmp_path, {**files, journey: changed(files[journey], change)})
    assert answer in answers(found)


def test_evidence_is_added_to_the_journey_of_the_tutorial_as_the_page_says(tmp_path: Path) -> None:
    files = files_in(TUTORIAL)
    (change,) = (block.text for block in blocks(TUTORIAL) if "evidence: queue" in block.text)
    files["journeys/first-coffee.md"] = changed(files["journeys/first-coffee.md"], change)
    assert findings_in(tmp_path, files) == []


@pytest.mark.parametrize("block", blocks_with("journey"), ids=lambda block: block.text.splitlines()[0])
def test_a_journey_in_the_documentation_passes_the_reader(block: Block, tmp_path: Path) -> None:
    assert read_journey(tmp_path, block.text) == ""


@pytest.mark.parametrize("block", blocks_with("step"), ids=lambda block: block.text.splitlines()[0])
def test_a_step_in_the_documentation_passes_the_reader(block: Block, tmp_path: Path) -> None:
    assert read_journey(tmp_path, STEP + block.text.replace("\n", "\n        ")) == ""


def read_journey(site: Path, front_matter: str) -> str:
    return read_alone(site, {"journeys/shown.md": f"---\n{front_matter.rstrip()}\n---\n"})


def read_alone(site: Path, files: Mapping[str, str]) -> str:
    """What the reader says about files, whatever other files they name."""
    findings_in(site, files)
    return render_findings(read_definitions(site).findings)


@pytest.mark.parametrize("kind", ["journey", "persona", "touchpoint", "evidence"])
def test_the_whole_example_of_a_kind_passes_the_reader(repository: Path, kind: str, tmp_path: Path) -> None:
    example = repository / f"plugins/mkdocs_journeys/authoring/templates/reference/examples/{kind}.yaml"
    folder = {"journey": "journeys", "persona": "personas", "touchpoint": "docs/touchpoints"}.get(
        kind, "docs/evidence"
    )
    (tmp_path / folder).mkdir(parents=True)
    copy(repository / "personas/lena.svg", tmp_path / folder)
    (csv,) = (block.text for block in blocks_with("readings"))
    (tmp_path / folder / "interviews-2026-03.csv").write_text(csv, encoding="utf-8")
    text = f"---\n{example.read_text(encoding='utf-8')}---\n"
    assert read_alone(tmp_path, {f"{folder}/shown.md": text}) == ""


@pytest.mark.parametrize("block", blocks_with("site"), ids=lambda block: block.text.splitlines()[-1])
def test_a_configuration_in_the_documentation_is_one_that_the_plugin_takes(block: Block) -> None:
    plugins = yaml.safe_load(block.text)["plugins"]
    (own,) = (plugin for plugin in plugins if "journeys" in plugin)
    config = JourneysConfig()
    config.load_dict(own["journeys"] if isinstance(own, dict) else {})
    assert config.validate() == ([], [])


def test_every_block_of_yaml_is_looked_at_by_one_of_these_tests() -> None:
    for page in PAGES:
        if page.name != "format-reference.md":  # most of its blocks are generated, and tested as examples
            for block in blocks(page):
                if "yaml" in block.words:
                    assert block.file or block.words & {"journey", "step", "site", "ci"}


def test_the_jobs_that_comment_on_a_proposal_ask_for_its_whole_history() -> None:
    github, gitlab = (yaml.safe_load(block.text)["changes"] for block in blocks_with("ci"))
    assert github["steps"][0]["with"]["fetch-depth"] == gitlab["variables"]["GIT_DEPTH"] == 0
    for line in (github["steps"][1]["run"], gitlab["script"][0]):
        assert re.fullmatch(r'make --silent diff BASE="\$\w+" FORMAT=markdown > changes\.md', line)
    assert not [step["run"] for step in github["steps"] if "${{" in step.get("run", "")]
