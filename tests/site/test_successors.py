"""MkDocs 1.x has had no release since 2024: the site must outlive it."""

import re
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
    made = articles(tmp_path / "site")
    expected = articles(example_site)
    assert set(made) == set(expected)
    assert [page for page in expected if made[page] != expected[page]] == []


def articles(site: Path) -> dict[str, str]:
    """What each page says, between the header and the footer of the theme."""
    return {
        path.relative_to(site).as_posix(): article(path.read_text("utf-8")) for path in site.rglob("*.html")
    }


def article(html: str) -> str:
    """The page's own part, or all of a page that has no such part."""
    found = re.search(r"<article\b.*</article>", html, re.DOTALL)
    return found[0] if found else html


def test_every_page_has_an_article(example_site: Path) -> None:
    assert [page for page, text in articles(example_site).items() if not text.startswith("<article")] == []
