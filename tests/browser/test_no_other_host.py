"""Using the site asks no other host for anything: every kind of page, in the dark, in print, and search.

The fixture `open_page` fails a test when a page asks another host, misses a file or breaks in a script.
"""

import pytest

from tests.browser.conftest import PHONE, OpenPage
from tests.browser.kinds_of_pages import KINDS


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_is_shown_without_asking_another_host(open_page: OpenPage, path: str) -> None:
    page = open_page(path, color_scheme="dark")
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.emulate_media(media="print")
    page.wait_for_load_state("networkidle")


def test_searching_asks_no_other_host(open_page: OpenPage) -> None:
    page = open_page("journeys/", viewport=PHONE)
    page.locator(".md-header__button[for=__search]").click()
    page.locator(".md-search__input").fill("shoes")
    page.locator(".jm-found a").first.wait_for()
    page.locator(".jm-filters summary").click()
    page.wait_for_load_state("networkidle")
