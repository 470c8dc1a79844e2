"""The exported site needs no plugin, and says the same as the site with it."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, build_environment
from tests.site.building import contents, mkdocs
from tests.site.test_links import broken
from tests.site.test_successors import articles
from tests.sites import BASE, journey, write

SMALL = {
    **BASE,
    "mkdocs.yml": "site_name: Shoes & more\nplugins: [search, journeys]\ntheme: {name: mkdocs}\n",
    "journeys/retail/buying.md": journey(body="Text.\n\n    code\n\n    more\n\n- a\n\n- b\n"),
    "docs/about.md": "# About\n\n[buying](journeys/buying/#pays), [file](../journeys/retail/buying.md)\n"
    "and [list][1], not `[this](journeys/buying/)`.\n\n[1]: personas/\n",
    "docs/evidence/notes.csv": "secret\n",
    "docs/.hidden.md": "secret\n",
}


def export(site: Path, output: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs_journeys.cli", "export", "markdown", "--output", str(output)]
    return subprocess.run(
        [*command, *arguments], cwd=site, env=build_environment(), capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example site, exported and built by MkDocs with no plugin but its search."""
    folder = tmp_path_factory.mktemp("plain") / "exported"
    made = export(REPOSITORY, folder)
    assert made.returncode == 0, made.stderr
    built = mkdocs(folder, "build", "--strict")
    assert (built.returncode, "WARNING" in built.stderr) == (0, False), built.stderr
    return folder


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def test_mkdocs_builds_the_same_pages_without_the_plugin(plain: Path, example_site: Path) -> None:
    assert "\nplugins:\n- search\nnav:\n" in (plain / "mkdocs.yml").read_text("utf-8")
    made, expected = articles(plain / "site"), articles(example_site)
    assert set(made) == set(expected)
    assert [page for page in expected if words(made[page]) != words(expected[page])] == []


def test_every_link_of_the_exported_site_leads_somewhere(plain: Path) -> None:
    assert list(broken(plain / "site")) == []


def test_pages_in_other_languages_say_so(plain: Path) -> None:
    russian = next(page for page in (plain / "docs/journeys").glob("смена*/index.md"))
    assert '<div lang="ru" class="jm-page' in russian.read_text("utf-8")


def test_links_of_hand_written_pages_lead_to_files_and_code_stays(tmp_path: Path) -> None:
    made = export(write(tmp_path / "site", SMALL), tmp_path / "plain")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "plain/docs/about.md").read_text() == (
        "# About\n\n[buying](journeys/buying/index.md#pays), [file](journeys/buying/index.md)\n"
        "and [list][1], not `[this](journeys/buying/)`.\n\n[1]: personas/index.md\n"
    )


def test_another_theme_and_a_site_without_a_front_page_build_as_well(tmp_path: Path) -> None:
    export(write(tmp_path / "site", SMALL), tmp_path / "plain")
    built = mkdocs(tmp_path / "plain", "build", "--strict")
    assert (built.returncode, "WARNING" in built.stderr) == (0, False), built.stderr
    assert "<h1" in (tmp_path / "plain/site/index.html").read_text()
    assert re.search(
        r"code\n(\n|&#10;)more", (tmp_path / "plain/site/journeys/buying/index.html").read_text()
    )
    assert list(broken(tmp_path / "plain/site")) == []


def test_what_is_not_published_is_not_exported(tmp_path: Path) -> None:
    export(write(tmp_path / "site", SMALL), tmp_path / "plain")
    texts = [file.read_bytes() for file in (tmp_path / "plain").rglob("*") if file.is_file()]
    assert not [text for text in texts if b"secret" in text]


def test_a_later_export_replaces_its_own_files_and_no_others(tmp_path: Path) -> None:
    site, plain = write(tmp_path / "site", SMALL), tmp_path / "plain"
    export(site, plain)
    first = contents(plain)
    (plain / "docs/own.md").write_text("mine")
    (site / "journeys/retail/buying.md").rename(site / "journeys/retail/purchase.md")
    (site / "docs/about.md").unlink()
    assert export(site, plain).returncode == 0
    assert (plain / "docs/own.md").read_text() == "mine"
    assert not (plain / "docs/journeys/buying").exists()
    (site / "journeys/retail/purchase.md").rename(site / "journeys/retail/buying.md")
    write(site, {"docs/about.md": SMALL["docs/about.md"]})
    export(site, plain)
    (plain / "docs/own.md").unlink()
    assert contents(plain) == first


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("../full", "holds files that no export wrote"),
        ("docs/plain", "holds the site's own files"),
        (".", "holds the site's own files"),
        ("..", "holds the site's own files"),
    ],
)
def test_an_export_goes_into_no_folder_of_others(tmp_path: Path, output: str, message: str) -> None:
    write(tmp_path / "full", {"precious.txt": "x"})
    site = write(tmp_path / "site", SMALL)
    before = contents(tmp_path)
    result = export(site, Path(output))
    assert (result.returncode, contents(tmp_path)) == (2, before)
    assert message in result.stderr


def test_a_file_in_the_way_stops_the_export(tmp_path: Path) -> None:
    site, plain = write(tmp_path / "site", SMALL), tmp_path / "plain"
    export(site, plain)
    write(plain, {"docs/journeys/new/index.md": "mine"})
    write(site, {"journeys/new.md": journey()})
    result = export(site, plain)
    assert (result.returncode, (plain / "docs/journeys/new/index.md").read_text()) == (2, "mine")
    assert "lies in the way and was not exported before" in result.stderr


def test_a_list_of_files_that_leads_out_of_the_folder_is_not_believed(tmp_path: Path) -> None:
    site, plain = write(tmp_path / "site", SMALL), tmp_path / "plain"
    write(tmp_path, {"outside.txt": "x"})
    write(tmp_path / "elsewhere", {"file.txt": "x"})
    write(plain, {".journeys-export": "Files\n../outside.txt\nlinked/file.txt\n"})
    (plain / "linked").symlink_to(tmp_path / "elsewhere")
    assert export(site, plain).returncode == 0
    assert (tmp_path / "outside.txt").exists()
    assert (tmp_path / "elsewhere/file.txt").exists()


def test_what_is_lost_or_unsafe_elsewhere_is_said(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "mkdocs.yml": "plugins: [journeys, {tags: {}}]\n",
        "docs/journeys.md": "# Mine\n",
        "docs/script.md": "# x\n\n<script>alert(1)</script>\n",
    }
    result = export(write(tmp_path / "site", files), tmp_path / "plain")
    assert result.stderr.splitlines()[:-1] == [
        "warning: plugins of the site are not carried over: tags",
        "warning: not exported: 'journeys.md': a page of the journeys has its address",
        "warning: HTML that this plugin removes goes along: docs/script.md:3",
    ]
