"""axe finds nothing of ours on any kind of page, in light and dark, on a phone and on a laptop."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import LAPTOP, PHONE, OpenPage
from tests.browser.kinds_of_pages import KINDS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STANDARD = {"runOnly": {"type": "tag", "values": RULES}}
MATERIALS_OWN = {
    ("color-contrast", ".md-copyright"),
}
"""Rule and selector of what a plain page of Material has already."""


def findings(page: Page, part: str = "html") -> list[str]:
    """What axe finds in a part of a page and Material's plain pages do not have, a line each."""
    violations: list[dict[str, Any]] = Axe().run(page, context=part, options=STANDARD).response["violations"]
    return [
        f"{violation['id']} at {node['target']}: {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
        if (violation["id"], node["target"][-1]) not in MATERIALS_OWN
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_has_no_findings(
    open_page: OpenPage, path: str, viewport: dict[str, int], scheme: str
) -> None:
    page = open_page(path, viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_search_has_no_findings(open_page: OpenPage, viewport: dict[str, int], scheme: str) -> None:
    page = open_page("journeys/", viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("shoes")
    page.locator(".jm-found a").first.wait_for()
    page.locator(".jm-filters summary").click()
    page.locator(".jm-filters select").first.wait_for()
    assert findings(page, ".md-search") == []


def test_what_axe_finds_is_noticed(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("document.querySelector('article').innerHTML += '<img src=\"\"><button></button>'")
    rules = {finding.split(" at ")[0] for finding in findings(page)}
    assert rules >= {"image-alt", "button-name"}
