"""`journeys export markdown`: what the site keeps private stays private, and what is lost is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.test_writing import SITE, USAGES, everything, misuse, run
from tests.conftest import BUILT_ON
from tests.sites import write

PRIVATE = """\
site_name: Shoes
nav:
  - index.md
  - Plans: [plans/secret.md]
  - Others: {Deep: [plans/open.md, idea.draft.md]}
  - plans/secret.md
exclude_docs: |
  /plans/*
  !/plans/open.md
  !.kept
draft_docs: |
  *.draft.md
plugins: [journeys]
"""
PAGES = {
    "docs/index.md": "# Start\n",
    "docs/plans/secret.md": "# Secret\n",
    "docs/plans/open.md": "# Open\n",
    "docs/idea.draft.md": "# Idea\n",
    "docs/.kept": "kept\n",
    "docs/.hidden/x.md": "hidden\n",
    "docs/templates/x.html": "template\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, {**SITE, **PAGES, "mkdocs.yml": PRIVATE})


def published(site: Path) -> set[str]:
    """The files of people that MkDocs itself publishes."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "built"],
        cwd=site,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILT_ON, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    built = everything(site / "built")
    pages = {name.removeprefix("docs/") for name in PAGES}
    return {name for name in pages if name in built or f"{name.removesuffix('.md')}/index.html" in built}


def exported(folder: Path) -> set[str]:
    return {name.removeprefix("docs/") for name in PAGES if (folder / name).is_file()}


def test_private_pages_are_those_that_mkdocs_keeps_private(site: Path) -> None:
    assert run(site, ["export", "markdown", "--output", "out"]).returncode == 0
    assert exported(site / "out") == published(site) | {"index.md"} == {"index.md", "plans/open.md", ".kept"}
    nav = yaml.safe_load((site / "out/mkdocs.yml").read_text())["nav"]
    assert nav[:2] == ["index.md", {"Others": {"Deep": ["plans/open.md"]}}]
    assert nav[2] == {"Journeys": "journeys/index.md"}


def test_pages_that_are_drafts_are_exported_where_drafts_are(site: Path) -> None:
    assert run(site, ["export", "markdown", "--drafts", "--output", "out"]).returncode == 0
    assert exported(site / "out") == {"index.md", "plans/open.md", ".kept", "idea.draft.md"}


def test_patterns_that_are_none_are_a_wrong_use(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_name: S\nexclude_docs: '!'\n")
    result = run(site, ["export", "markdown", "--output", "out"])
    assert (result.returncode, (site / "out").exists()) == (2, False)
    assert "Error: exclude_docs cannot be read: " in result.stderr


def test_what_the_folder_lacks_is_said_a_line_each(site: Path) -> None:
    settings = (
        "site_name: S\nhooks: [hooks/one.py, two.py]\nextra_templates: [robots.txt]\n"
        "theme: {name: material, custom_dir: overrides}\nplugins: [journeys, search, tags, {blog: {}}]\n"
    )
    write(site, {"base.yml": settings, "mkdocs.yml": "INHERIT: base.yml\n"})
    for name in ("docs/plans/secret.md", "docs/idea.draft.md"):
        (site / name).unlink()
    result = run(site, ["export", "markdown", "--output", "out"])
    assert result.stderr.splitlines()[:-1] == [
        "warning: plugins of the site are not carried over: tags, blog",
        "warning: hooks of the site are not carried over: hooks/one.py, two.py",
        "warning: templates of the site are not carried over: robots.txt",
        "warning: what the site changes of its theme is not carried over: overrides",
    ]
    made = yaml.safe_load((site / "out/mkdocs.yml").read_text())
    assert (made["theme"], "hooks" in made, made["plugins"]) == ({"name": "material"}, False, ["search"])


@pytest.mark.parametrize("parent", ["INHERIT:\n", "INHERIT: !ENV [NO_SUCH, base.yml]\n"])
def test_settings_are_inherited_as_mkdocs_does(site: Path, parent: str) -> None:
    write(site, {"base.yml": "copyright: ours\n", "mkdocs.yml": f"{parent}site_name: S\n"})
    assert run(site, ["export", "markdown", "--output", "out"]).returncode == 0
    made = yaml.safe_load((site / "out/mkdocs.yml").read_text())
    assert made.get("copyright") == ("ours" if "base" in parent else None)


def exports(site: Path, largest: int | None = None) -> tuple[int, str]:
    result = run(site, ["export", "markdown", "--output", "out"], largest)
    return result.returncode, result.stderr


def test_an_export_that_fails_leaves_the_one_before_it_whole(site: Path) -> None:
    assert exports(site)[0] == 0
    before = everything(site / "out")
    (site / "docs/plans/open.md").unlink()
    message = "out/.journeys-export cannot be written: File too large"
    assert exports(site, largest=20) == (2, misuse(USAGES["export markdown"], message))
    assert everything(site / "out") == before
    assert exports(site)[0] == 0
    after = everything(site / "out")
    assert before.keys() - after.keys() == {"docs/plans", "docs/plans/open.md"}


STRANGE = "docs/a\u0085b\u2028c\rd.txt"


def test_files_of_any_name_are_replaced_and_go_again(site: Path) -> None:
    write(site, {STRANGE: "one", "docs/x\udcff.txt": "two"})
    assert exports(site)[0] == 0
    (site / STRANGE).write_text("three")
    assert exports(site)[0] == 0
    assert (site / "out" / STRANGE).read_text() == "three"
    (site / STRANGE).unlink()
    assert exports(site)[0] == 0
    assert not (site / "out" / STRANGE).exists()
    assert (site / "out/docs/x\udcff.txt").exists()


def test_what_lies_in_the_way_is_told_so_that_it_can_be_read(site: Path) -> None:
    assert exports(site)[0] == 0
    write(site, {STRANGE: "one", f"out/{STRANGE}": "mine"})
    lies = "out/docs/a\\x85b\\u2028c\\rd.txt lies in the way and was not exported before"
    assert exports(site) == (2, misuse(USAGES["export markdown"], lies))


def test_a_damaged_list_is_not_believed(site: Path) -> None:
    assert exports(site)[0] == 0
    write(
        site, {"out/mine": "mine", "out/.journeys-export": b"head\n\0\na\0b/c\n\xff\n../mkdocs.yml\ndocs\n"}
    )
    for path in (site / "out/docs").rglob("*.md"):
        path.unlink()
    lies = "out/mkdocs.yml lies in the way and was not exported before"
    assert exports(site) == (2, misuse(USAGES["export markdown"], lies))
    assert (site / "mkdocs.yml").exists()
    assert (site / "out/docs").is_dir()
