"""The guide's pages of findings in the built example site: out of the navigation, and not out of the way."""

import re
from pathlib import Path

_ACTIVE_TAB = re.compile(r'md-tabs__item--active">\s*<a[^>]*>\s*(.*?)\s*</a>', re.DOTALL)
_NAVIGATION = re.compile(r"<nav\b.*?</nav>", re.DOTALL)


def test_a_page_of_a_finding_shows_where_in_the_navigation_it_belongs(example_site: Path) -> None:
    page = (example_site / "guide/findings/J104/index.html").read_text(encoding="utf-8")
    assert _ACTIVE_TAB.findall(page) == ["Guide"]
    assert "How to read a map" in page


def test_pages_of_findings_are_in_no_navigation(example_site: Path) -> None:
    for address in ("guide", "guide/findings", "guide/findings/J104"):
        page = (example_site / address / "index.html").read_text(encoding="utf-8")
        assert not re.search(r'href="[^"]*J\d{3}/"', "".join(_NAVIGATION.findall(page)))


def test_every_page_of_a_finding_is_published_in_its_language(repository: Path, example_site: Path) -> None:
    pages = sorted((repository / "docs/guide/findings").rglob("J*.md"))
    assert len(pages) >= 59
    for page in pages:
        tag = "en" if page.parent.name == "findings" else page.parent.name
        built = example_site / page.relative_to(repository / "docs").with_suffix("") / "index.html"
        assert f'<html lang="{tag}"' in built.read_text(encoding="utf-8")
