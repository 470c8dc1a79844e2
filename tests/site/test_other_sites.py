"""Sites that are made in another way than the example: other options, another theme, no Pagefind."""

import os
from pathlib import Path

import pytest

from tests.site.building import contents, copy_of, mkdocs
from tests.site.test_links import broken

ADDRESS = "https://intranet.example/handbook/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of("foreign", tmp_path)


def built(project: Path, *changes: tuple[str, str], **environment: str) -> str:
    """Change texts in `mkdocs.yml`, build, and give what MkDocs said."""
    configuration = project / "mkdocs.yml"
    for old, new in changes:
        text = configuration.read_text("utf-8")
        assert old in text
        configuration.write_text(text.replace(old, new), "utf-8")
    build = mkdocs(project, "build", "--strict", **environment)
    assert build.returncode == 0, build.stdout + build.stderr
    return build.stderr


def test_every_link_resolves_in_a_site_with_one_folder_a_page(project: Path) -> None:
    built(project)
    assert list(broken(project / "site", ADDRESS)) == []


def test_every_link_resolves_in_a_site_with_one_file_a_page(project: Path) -> None:
    built(project, ("docs_dir:", "use_directory_urls: false\ndocs_dir:"))
    assert list(broken(project / "site", ADDRESS)) == []


def test_without_pagefind_the_site_keeps_materials_search_and_says_so_once(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "pagefind_bin_extended.py").write_text("raise ImportError('not installed')\n")
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    said = built(project, PYTHONPATH=path)
    assert said.count("Material's own search stays") == 1
    assert (project / "site/search/search_index.json").is_file()
    assert 'data-md-component="search"' in (project / "site/journeys/index.html").read_text("utf-8")


def test_the_option_search_false_leaves_the_sites_search_as_it_is(project: Path) -> None:
    said = built(project, ("journeys: {", "journeys: {search: false, "))
    assert "search stays" not in said
    assert (project / "site/search/search_index.json").is_file()
    assert not (project / "site/pagefind").exists()


def test_another_theme_shows_the_same_pages(project: Path) -> None:
    built(project, ("name: material", "name: mkdocs"), ("  language: de\n", ""), ("  - tags\n", ""))
    page = (project / "site/journeys/buying/index.html").read_text("utf-8")
    assert "Im Laden kaufen" in page
    assert '<html lang="de"' in page


def test_a_site_without_a_front_page_gets_one_with_the_state_of_the_journeys(project: Path) -> None:
    (project / "handbook/index.md").unlink()
    built(project, ("  - Start: index.md\n", ""))
    assert "Im Laden kaufen" in (project / "site/index.html").read_text("utf-8")


def test_pages_in_their_navigation_are_not_added_twice(project: Path) -> None:
    built(project, ("  - Guide:", "  - Karten: journeys/index.md\n  - Leute: personas/\n  - Guide:"))
    navigation = (project / "site/index.html").read_text("utf-8").partition("md-nav--primary")[2]
    navigation = navigation.partition("md-content")[0]
    assert navigation.count('href="journeys/"') == navigation.count('href="personas/"') == 1


def test_a_page_of_theirs_at_an_address_of_ours_is_left_out_with_a_warning(project: Path) -> None:
    (project / "handbook/journeys").mkdir()
    (project / "handbook/journeys/index.md").write_text("# Ours was here first\n")
    build = mkdocs(project, "build")
    assert "'journeys/index.md' is not published: a page of the journeys has its address" in build.stderr
    assert "Ours was here first" not in (project / "site/journeys/index.html").read_text("utf-8")


def test_nothing_is_written_beside_the_site_but_the_cache(project: Path) -> None:
    before = set(contents(project))
    built(project)
    added = {path.split("/")[0] for path in set(contents(project)) - before}
    assert added <= {"site", ".cache"}
