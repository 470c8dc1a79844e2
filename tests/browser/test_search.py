"""Searching: in all languages at once, to the step, by keyboard and on a phone; nothing is loaded before."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, OpenPage, served

FIELD = ".md-search__input"
LINKS = ".jm-found a"
SOME_NUMBER = re.compile(r"\d")


def search(page: Page, text: str) -> Locator:
    """Type `text` into the search field, and give the links that are found for it."""
    page.keyboard.press("/")
    page.locator(FIELD).fill(text)
    expect(page.locator(".md-search-result__meta")).to_have_text(SOME_NUMBER, timeout=10_000)
    page.wait_for_timeout(300)  # a search begins a moment after the last key
    return page.locator(LINKS)


def addresses(links: Locator) -> list[str]:
    return [unquote(link.get_attribute("href") or "") for link in links.all()]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("knee", "/journeys/buying-shoes/#knees-hurt"),
        ("refunds", "/journeys/returning-shoes/"),
        ("страховкой", "/journeys/смена-страховки/"),
        ("исключение", "/journeys/смена-страховки/#compares"),
        ("трех компаний", "/journeys/смена-страховки/#compares"),
        ("清零", "/journeys/membership/#points-gone"),  # 零 is a word of its own elsewhere
        ("年底清零", "/journeys/membership/#checks-points"),
        ('"清零"', "/journeys/membership/#points-gone"),
        ("到达率为零", "/guide/findings/zh-Hans/J216/#matters"),
        ("免運", "/journeys/未結帳的購物車/#sees-total"),
        ("運費", "/journeys/未結帳的購物車/#sees-total"),
    ],
)
def test_word_forms_and_words_inside_sentences_are_found_in_every_language(
    open_page: OpenPage, text: str, address: str
) -> None:
    assert address in addresses(search(open_page("journeys/"), text))


def test_the_front_page_searches_too(open_page: OpenPage) -> None:
    links = search(open_page(""), "knee")
    assert any(address.endswith("journeys/buying-shoes/#knees-hurt") for address in addresses(links))


@pytest.mark.parametrize("lang", ["ru", "zh-Hans", "zh-Hant"])
def test_a_page_in_any_language_searches_all_languages(open_page: OpenPage, lang: str) -> None:
    pages = {"ru": "смена-страховки", "zh-Hans": "membership", "zh-Hant": "未結帳的購物車"}
    page = open_page(f"journeys/{pages[lang]}/")
    assert page.evaluate("document.documentElement.lang") == lang
    assert "/journeys/buying-shoes/#knees-hurt" in addresses(search(page, "knees"))
    assert page.evaluate("document.documentElement.lang") == lang


def test_a_word_that_is_nowhere_is_not_found(open_page: OpenPage) -> None:
    page = open_page("journeys/смена-страховки/")
    assert addresses(search(page, "доспехи")) == []  # "до" is there
    assert addresses(search(page, "orchestra")) == []  # "or" is there


def test_a_chinese_word_is_found_in_every_page_that_holds_it(open_page: OpenPage) -> None:
    links = search(open_page("journeys/membership/"), "清零")
    pages = {address for address in addresses(links) if "#" not in address}
    assert pages == {"/journeys/membership/", "/evidence/shanghai-diary-2026/", "/personas/chen-hao/"}


def test_chinese_signs_that_stand_nowhere_are_not_found(open_page: OpenPage) -> None:
    page = open_page("journeys/membership/")
    assert addresses(search(page, "清鼋")) == []  # 清 is there
    assert addresses(search(page, "鼋")) == []


def test_chinese_words_that_stand_apart_are_found_together(open_page: OpenPage) -> None:
    assert "/journeys/membership/#points-gone" in addresses(search(open_page("journeys/"), "清零 会员"))


def test_words_of_neighbouring_items_are_words_of_their_own(open_page: OpenPage) -> None:
    page = open_page("journeys/смена-страховки/")
    search(page, "исключения калькуляторы")
    expect(page.locator(".jm-found mark", has_text="калькуляторы").first).to_have_text("калькуляторы")


def test_yo_and_ye_are_one_letter(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    assert addresses(search(page, "трёх")) == addresses(search(page, "трех")) != []


def test_a_find_leads_to_its_step(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    search(page, "peas")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/buying-shoes/#knees-hurt")


def test_nothing_of_the_search_is_loaded_before_somebody_searches(open_page: OpenPage) -> None:
    page = open_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.reload(wait_until="networkidle")
    assert loaded != []
    assert [address for address in loaded if "search" in address or "pagefind" in address] == []


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_keys_open_the_field_and_escape_closes_it(open_page: OpenPage, key: str) -> None:
    page = open_page("journeys/")
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator(".jm-filters")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).not_to_be_focused()
    expect(page.locator(".jm-filters")).not_to_be_visible()


def test_keys_that_are_typed_into_another_field_stay_there(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    page.evaluate("document.querySelector('h1').innerHTML += '<input id=other>'")
    page.locator("#other").press_sequentially("fs/")
    expect(page.locator("#other")).to_have_value("fs/")


def test_arrow_keys_walk_through_what_is_found_and_back(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    links = search(page, "shoes")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()


def test_enter_opens_the_first_find(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    first = addresses(search(page, "peas"))[0]
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: unquote(url).endswith(first))


def test_on_a_phone_the_icon_opens_the_field_and_back_closes_it(open_page: OpenPage) -> None:
    page = open_page("journeys/", viewport=PHONE, has_touch=True)
    page.locator(".md-header__button[for=__search]").tap()
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(FIELD).fill("peas")
    expect(page.locator(LINKS).first).to_be_in_viewport()
    page.locator(".md-search__form .md-search__icon[for=__search]").tap()
    expect(page.locator(LINKS).first).not_to_be_in_viewport()


@pytest.mark.parametrize(
    ("name", "value", "inside"),
    [
        ("kind", "persona", "/personas/"),
        ("persona", "Айгерим Сапарова", "/"),
        ("stage", "loyalty", "/journeys/"),
        ("owner", "Команда «Попутного ветра»", "/"),
    ],
)
def test_filters_narrow_what_is_found(open_page: OpenPage, name: str, value: str, inside: str) -> None:
    page = open_page("journeys/")
    page.keyboard.press("/")
    page.locator(".jm-filters summary").click()
    page.locator(f".jm-filters select[name={name}]").select_option(value)
    expect(page.locator(LINKS).first).to_be_visible()
    assert all(inside in address for address in addresses(page.locator(LINKS)))


def test_filters_are_told_in_the_language_of_the_page(open_page: OpenPage) -> None:
    page = open_page("journeys/смена-страховки/")
    page.keyboard.press("/")
    page.locator(".jm-filters summary").click()
    expect(page.locator(".jm-filters select[name=kind] option[value=journey]")).to_have_text("Путь")


def test_what_is_typed_and_found_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    page.keyboard.press("/")
    page.locator(FIELD).fill("<img src=x onerror=alert(1)> peas")
    page.wait_for_timeout(800)
    assert page.locator(".md-search img").count() == 0


def test_search_works_below_a_folder_of_its_host(
    browser: Browser, example_site: Path, tmp_path: Path
) -> None:
    (tmp_path / "intranet").mkdir()
    (tmp_path / "intranet" / "cx").symlink_to(example_site)
    with served(tmp_path) as host:
        page = browser.new_page()
        page.goto(f"{host}intranet/cx/journeys/")
        assert "/intranet/cx/journeys/buying-shoes/#knees-hurt" in addresses(search(page, "knees"))
        page.close()


def test_without_an_index_the_field_says_so(open_page: OpenPage) -> None:
    page = open_page("journeys/")
    page.route("**/pagefind-entry.json", lambda route: route.abort())
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text("The search could not be loaded.")
