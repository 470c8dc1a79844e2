"""The workflows: what they may do, and what zizmor says of them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ["check.yml", "publish.yml"]


def test_every_workflow_is_listed_here(repository: Path) -> None:
    assert sorted(path.name for path in (repository / ".github/workflows").iterdir()) == WORKFLOWS


def test_zizmor_has_nothing_to_say(repository: Path) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    audit = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--quiet", "--persona=auditor", ".github"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert audit.returncode == 0, audit.stdout + audit.stderr


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_job_ends_by_itself_and_gets_its_permissions_one_by_one(repository: Path, name: str) -> None:
    workflow = read(repository, name)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert job["permissions"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit_and_names_its_version(repository: Path, name: str) -> None:
    text = (repository / ".github/workflows" / name).read_text(encoding="utf-8")
    uses = re.findall(r"uses: *(.*)", text)
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_shell_line_is_put_together_from_what_others_wrote(repository: Path, name: str) -> None:
    for job in read(repository, name)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_a_merge_request_can_only_read(repository: Path) -> None:
    workflow = read(repository, "check.yml")
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 takes the key `on` for true
    assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())


def test_the_job_that_runs_code_cannot_publish_and_the_one_that_publishes_runs_no_code(
    repository: Path,
) -> None:
    jobs = read(repository, "publish.yml")["jobs"]
    assert "write" not in jobs["build"]["permissions"].values()
    assert [step["uses"].split("@")[0] for step in jobs["deploy"]["steps"]] == ["actions/deploy-pages"]


def test_no_committed_cache_reaches_the_published_site(repository: Path) -> None:
    steps = [step.get("run", "") for step in read(repository, "publish.yml")["jobs"]["build"]["steps"]]
    assert steps.index("rm -rf .cache") == steps.index("make build") - 1


def read(repository: Path, name: str) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(
        (repository / ".github/workflows" / name).read_text(encoding="utf-8")
    )
    return workflow
