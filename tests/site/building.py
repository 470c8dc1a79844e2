"""Sites to build that are not this repository's own."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tests.conftest import REPOSITORY, build_environment

CASES = REPOSITORY / "tests" / "cases" / "site"


def copy_of(case: str, folder: Path) -> Path:
    """A copy of the site `case`, in `folder`, to build and to break."""
    return Path(shutil.copytree(CASES / case, folder / case))


def mkdocs(
    project: Path,
    *arguments: str,
    python: str = sys.executable,
    generator: str = "mkdocs",
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a project's folder, and give all that it said and how it ended."""
    return subprocess.run(
        [python, "-m", generator, *arguments],
        cwd=project,
        env={**build_environment(), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> Mapping[str, str]:
    """Each file of a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
