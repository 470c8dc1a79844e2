"""MkDocs 1.x has had no release since 2024: the site must outlive it."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import build_environment


def test_properdocs_builds_the_same_pages_with_the_same_plugin(
    repository: Path, example_site: Path, tmp_path: Path
) -> None:
    build = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=repository,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, build.stderr
    assert pages(tmp_path / "site") == pages(example_site)


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
