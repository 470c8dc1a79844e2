"""Without JavaScript nothing is missing but switches."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.kinds_of_pages import KINDS

CONTENT = ".md-content__inner"
SWITCHES = "form, button, .jm-tools"


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_word_of_a_page_is_there(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    switches = f"{CONTENT} :is({SWITCHES})"
    page.eval_on_selector_all(switches, "switches => switches.forEach(element => element.remove())")
    plain = open_page(path, java_script_enabled=False)
    assert words(page.inner_text(CONTENT)) - words(plain.inner_text(CONTENT)) == set()


def words(text: str) -> set[str]:
    return set(text.split())


def test_no_field_for_searching_is_offered_that_would_not_search(open_page: OpenPage) -> None:
    page = open_page("journeys/", java_script_enabled=False)
    expect(page.locator(".md-search__input")).to_be_hidden()
