"""What lies in docs_dir and is not published: definitions, what is of no use beside them, symbolic links."""

import logging
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.mkdocs_plugin.unpublished import Unpublished
from tests.conftest import REPOSITORY
from tests.sites import write

HOSTILE = REPOSITORY / "tests/cases/site/hostile"
INSIDE = SiteOptions(journeys="docs/maps", personas="docs/people")


def published(root: Path, options: SiteOptions | None = None) -> set[str]:
    """The files below docs_dir that are published, as MkDocs finds them."""
    config = load_config(None, docs_dir=str(root / "docs"), site_name="x", plugins=[])
    unpublished = Unpublished(config, options or SiteOptions())
    return {file.src_uri for file in get_files(config) if not unpublished.holds(file)}


def test_beside_definitions_only_pictures_and_pdf_are_published(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="mkdocs.plugins"):
        found = published(HOSTILE)
    assert found == {
        "index.md",
        "tagged.md",
        "guide/heading.md",
        "evidence/report.PDF",
        "touchpoints/harmless.svg",
    }
    told = {record.getMessage().split("'")[1] for record in caplog.records}
    withheld = {"page.html", "code.js", "page.markdown", "more/page.mkd"}
    assert told == {"touchpoints/harmful.svg", *(f"evidence/{name}" for name in withheld)}


def test_folders_of_definitions_within_docs_are_no_pages(tmp_path: Path) -> None:
    names = ["maps/shop/buying.md", "maps/_old/buying.md", "maps/README.md", "maps/note.html", "maps/.x.md"]
    kept = [
        "index.md",
        "maps.md",
        "mapsandmore/x.html",
        "maps/shop/photo.png",
        "a/README.md",
        "_notes/x.html",
    ]
    write(tmp_path, {f"docs/{name}": "x" for name in [*names, *kept, "people/ada.md"]})
    assert published(tmp_path, INSIDE) == set(kept)
    assert published(tmp_path) >= {"maps/shop/buying.md", "people/ada.md"}


def test_pages_in_sub_folders_of_touchpoints_and_evidence_are_hand_written(tmp_path: Path) -> None:
    write(tmp_path, {"docs/evidence/method/how.md": "# How", "docs/evidence/survey.md": "---\n---\n"})
    assert published(tmp_path) == {"evidence/method/how.md"}


def test_nothing_behind_a_symbolic_link_is_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, {"secret/deep/key.txt": "x", "docs/index.md": "x", "docs/own/page.md": "x"})
    (tmp_path / "docs/out").symlink_to(tmp_path / "secret")
    (tmp_path / "docs/own/again.md").symlink_to("page.md")
    (tmp_path / "docs/.#index.md").symlink_to("nowhere")  # MkDocs leaves it out, so nothing is said
    with caplog.at_level(logging.WARNING, logger="mkdocs.plugins"):
        assert published(tmp_path) == {"index.md", "own/page.md"}
    assert [record.getMessage() for record in caplog.records] == [
        "journeys: 'out/deep/key.txt' is not published: 'out' is a symbolic link",
        "journeys: 'own/again.md' is not published: 'own/again.md' is a symbolic link",
    ]


def test_a_docs_folder_that_is_itself_reached_through_a_link_is_published(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/docs/index.md": "x"})
    (tmp_path / "here").symlink_to(tmp_path / "elsewhere")
    assert published(tmp_path / "here") == {"index.md"}
