"""A build checks first: with an error nothing is published, and what was published before stays as it was."""

from pathlib import Path

import pytest

from tests.site.building import contents, copy_of, mkdocs


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site that was published once and is being edited."""
    project = copy_of("foreign", tmp_path)
    build = mkdocs(project, "build", "--strict")
    assert build.returncode == 0, build.stdout + build.stderr
    return project


def test_an_error_ends_the_build_with_1_and_leaves_the_earlier_site_untouched(published: Path) -> None:
    earlier = contents(published / "site")
    replace(published / "maps/shop/buying.md", "owner:", "onwer:")
    build = mkdocs(published, "build")
    assert build.returncode == 1
    assert 'maps/shop/buying.md:4:1: error J104: unknown key "onwer"' in build.stderr
    assert "Traceback" not in build.stderr
    assert "Nothing was published; to be mended first: 1 error." in build.stdout
    assert contents(published / "site") == earlier


def test_a_warning_is_logged_and_published(published: Path) -> None:
    append(published / "maps/shop/buying.md", "<marquee>Text.</marquee>\n")
    build = mkdocs(published, "build")
    assert build.returncode == 0
    assert "WARNING -  journeys: maps/shop/buying.md:13:1: warning J131" in build.stderr


def test_a_warning_ends_a_strict_build_with_1_and_leaves_the_earlier_site_untouched(published: Path) -> None:
    earlier = contents(published / "site")
    append(published / "maps/shop/buying.md", "<marquee>Text.</marquee>\n")
    build = mkdocs(published, "build", "--strict")
    assert build.returncode == 1
    assert "warning J131" in build.stderr
    assert "Nothing was published; to be mended first: 1 warning." in build.stdout
    assert contents(published / "site") == earlier


def test_notes_fail_nothing(published: Path) -> None:
    replace(published / "maps/shop/buying.md", "owner: shop\n", "")
    build = mkdocs(published, "build", "--strict")
    assert build.returncode == 0
    assert "INFO    -  journeys: maps/shop/buying.md:2:1: note J302" in build.stderr


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            "review_every: sometimes",
            "'sometimes' is no length of time; write a number and a unit, like 6 months",
        ),
        ("weak_score: low", "'low' is no number from -2 to 2"),
        ("weak_drop_off: 20", "20 is no number from 0 to 1"),
        ("language: german language", "'german language' is no language; write a tag like en"),
        ("journeys: ../elsewhere", "'../elsewhere' is no folder within the site's"),
        ("smallest_group: 0", "0 is no whole number from 1"),
        ("smallest_group: 2.5", "2.5 is no whole number from 1"),
        ("quote_consent: yes", "Expected one of: ('optional', 'required') but received: True"),
        ("allow_personal_data: team@company.com", "'team@company.com' is no list of addresses and numbers"),
        ("exports: [pdf]", "Expected one of: ('json', 'csv', 'svg', 'png') but received: 'pdf'"),
    ],
)
def test_a_wrong_option_is_told_by_name(tmp_path: Path, option: str, message: str) -> None:
    project = copy_of("foreign", tmp_path)
    settings = f"plugins: [{{journeys: {{{option}}}}}]"
    (project / "mkdocs.yml").write_text(f"site_name: x\ndocs_dir: handbook\n{settings}\n")
    build = mkdocs(project, "build")
    assert build.returncode == 1
    assert f"'{option.partition(':')[0]}'" in build.stderr
    assert message in build.stderr


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")
