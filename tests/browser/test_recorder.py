"""The browser tests' own witness: it must see what it is there to see."""

from playwright.sync_api import Page

from tests.browser.conftest import PHONE, OpenPage, Recorder


def test_the_front_page_opens_without_trouble_on_a_phone_in_the_dark(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, color_scheme="dark")
    assert page.viewport_size == PHONE
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_a_request_to_another_host_is_noticed_and_never_sent(page: Page, recorder: Recorder) -> None:
    answer = page.evaluate("fetch('http://tracker.example/pixel').then(() => 'answered', () => 'refused')")
    assert answer == "refused"
    assert recorder.troubles == ["request to another host: http://tracker.example/pixel"]
    recorder.troubles.clear()


def test_a_missing_file_is_noticed(open_page: OpenPage, recorder: Recorder, site_url: str) -> None:
    open_page("no/such/page/")
    assert f"404: {site_url}no/such/page/" in recorder.troubles
    recorder.troubles.clear()


def test_a_script_that_breaks_is_noticed(page: Page, recorder: Recorder) -> None:
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(100)
    assert len(recorder.troubles) == 1
    assert "broken" in recorder.troubles[0]
    recorder.troubles.clear()
