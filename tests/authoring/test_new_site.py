"""A new site: it passes its check and build in every language; its workflows may do no more than ours."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mkdocs_journeys.authoring.new_site import ACTIONS, CIS, Ci, NewSite, files_of
from mkdocs_journeys.authoring.refusals import AlreadyThere
from mkdocs_journeys.catalogue import link
from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.cli.new_site import write_site
from mkdocs_journeys.definitions import read_definitions, render_findings
from tests.conftest import BUILT_ON, REPOSITORY

LANGUAGES = ["en", "ru", "zh-Hans", "zh-Hant"]


def written(folder: Path, lang: str = "en", ci: Ci = "github", name: str = "Journeys") -> Path:
    write_site(NewSite(name, lang, ci), folder)
    return folder


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_check_finds_nothing_not_even_a_note(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    configuration = find_configuration(None, written(tmp_path / "site", lang))
    assert configuration.options.language == lang
    definitions = read_definitions(configuration.root, configuration.options)
    assert (render_findings(link(definitions)[1]), definitions.files) == ("", 4)


@pytest.mark.parametrize("lang", ["en", "zh-Hant"])
def test_it_builds_with_plain_mkdocs_under_strict(lang: str, tmp_path: Path) -> None:
    site = written(tmp_path / "site", lang, name='A "site": <b> #1 *of* ours')
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=site,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILT_ON, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (build.returncode, build.stdout + build.stderr) == (0, "")
    page = (site / "site/index.html").read_text(encoding="utf-8")
    assert (
        "A &#34;site&#34;: &lt;b&gt; #1 *of* ours" in page
        or "A &quot;site&quot;: &lt;b&gt; #1 *of* ours" in page
    )
    assert (site / "site/journeys/first-coffee/index.html").is_file()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("ci", CIS)
def test_only_the_readme_and_the_settings_name_another_host(lang: str, ci: Ci) -> None:
    for path, text in files_of(NewSite("Journeys", lang, ci)).items():
        hosts = set(re.findall(r"https?://([\w.-]+)", text))
        assert hosts <= {"www.mkdocs.org", "localhost", "git.example", "127.0.0.1"}, path
        assert text.endswith("\n") or not text, path
        assert not re.search(r"\t| $", text, re.MULTILINE), path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_zizmor_has_nothing_to_say_of_its_workflows(lang: str, tmp_path: Path) -> None:
    site = written(tmp_path / "site", lang)
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--no-progress", "--quiet", "--persona=auditor", ".github"]
    audit = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert audit.returncode == 0, audit.stdout + audit.stderr


def test_its_workflows_use_the_actions_that_this_repository_uses() -> None:
    ours = {
        action
        for workflow in (REPOSITORY / ".github/workflows").iterdir()
        for action in re.findall(r"uses: *(.*)", workflow.read_text(encoding="utf-8"))
    }
    assert set(ACTIONS.values()) <= ours


def test_a_proposal_may_only_be_read_and_what_publishes_runs_no_code() -> None:
    files = files_of(NewSite("Journeys", "en"))
    check = yaml.safe_load(files[".github/workflows/check.yml"])
    publish = yaml.safe_load(files[".github/workflows/publish.yml"])
    assert check["permissions"] == publish["permissions"] == {}
    assert check["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "write" not in publish["jobs"]["build"]["permissions"].values()
    assert [step["uses"].split("@")[0] for step in publish["jobs"]["deploy"]["steps"]] == [
        "actions/deploy-pages"
    ]


@pytest.mark.parametrize(
    ("ci", "made"),
    [("github", ".github/workflows/check.yml"), ("gitlab", ".gitlab-ci.yml"), ("none", "mkdocs.yml")],
)
def test_it_has_the_ci_that_was_asked_for_and_no_other(ci: Ci, made: str) -> None:
    files = files_of(NewSite("Journeys", "en", ci))
    assert made in files
    others = {"github": "gitlab", "gitlab": "github", "none": "git(hub|lab)"}[ci]
    assert not [path for path in files if re.match(rf"\.{others}", path)]
    yaml.safe_load(files[made].replace("!ENV", ""))


def test_every_file_that_its_readme_names_is_there() -> None:
    files = files_of(NewSite("Journeys", "en"))
    for lang in LANGUAGES:
        readme = files_of(NewSite("Journeys", lang))["README.md"]
        named = set(re.findall(r"`((?:journeys|personas|docs)/[\w/.-]*)`", readme))
        assert len(named) == 9
        assert all(any(path.startswith(name) for path in files) for name in named)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(AlreadyThere):
        written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(AlreadyThere):
        written(tmp_path / "mine.txt")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert (written(tmp_path) / "mkdocs.yml").is_file()


def test_its_requirements_name_the_package_and_no_host() -> None:
    text = files_of(NewSite("Journeys", "en"))["requirements.txt"]
    assert "mkdocs-journeys[search]==" in text
    assert "//" not in text
