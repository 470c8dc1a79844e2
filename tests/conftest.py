"""What the tests of all rooms share: the repository, and its example site, built once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

REPOSITORY = Path(__file__).parent.parent
BUILT_ON = "1795132800"  # 2026-11-20: what is fresh in the example today is fresh in the tests for ever

settings.register_profile("patient", deadline=None)  # workers share cores, so a slow example says nothing
settings.load_profile("patient")


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the example site as `mkdocs build --strict` makes it; all workers read the same one."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    site = shared / "example-site"
    with FileLock(shared / "example-site.lock"):
        if not site.exists():
            build_site(REPOSITORY, shared / "unfinished-site").rename(site)
    return site


def build_site(project: Path, site: Path) -> Path:
    """Build the project's site into a folder, or fail with all that MkDocs said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(site)]
    build = subprocess.run(
        command, cwd=project, env=build_environment(), capture_output=True, text=True, check=False
    )
    if build.returncode:
        pytest.fail(f"{project} does not build:\n{build.stdout}{build.stderr}", pytrace=False)
    return site


def build_environment() -> dict[str, str]:
    """The environment of a build whose bytes do not depend on the day."""
    return {**os.environ, "SOURCE_DATE_EPOCH": BUILT_ON, "NO_MKDOCS_2_WARNING": "1"}
