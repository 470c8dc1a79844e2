"""Nothing that a contributor writes runs in a reader's browser, wherever it was written."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Recorder, served
from tests.site.building import copy_of, mkdocs

HOSTILE_NAME = "<img src=x onerror=ran('name')>"
WITNESS = "window.hits = []; window.ran = what => { window.hits.push(what) }"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_of("hostile", tmp_path_factory.mktemp("sites"))
    (project / "docs" / HOSTILE_NAME).mkdir()
    (project / "docs" / HOSTILE_NAME / f"{HOSTILE_NAME}.md").write_text(
        "The name is all the title there is.\n"
    )
    build = mkdocs(project, "build")
    assert build.returncode == 0, build.stderr
    return project / "site"


@pytest.fixture
def reader(browser: Browser, hostile_site: Path) -> Iterator[Page]:
    """A reader of the hostile site, in whose browser `ran(...)` is noticed; no other host is asked."""
    with served(hostile_site) as address:
        context = browser.new_context(base_url=address)
        context.add_init_script(WITNESS)
        recorder = Recorder(urlsplit(address).netloc)
        recorder.watch(context)
        page = context.new_page()
        yield page
        context.close()
    assert [trouble for trouble in recorder.troubles if not trouble.startswith("404")] == []


def test_no_page_runs_what_was_written_into_it(reader: Page, hostile_site: Path) -> None:
    pages = sorted(path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html"))
    assert any(HOSTILE_NAME in page for page in pages)
    for page in pages:
        reader.goto(page.replace("<", "%3C").replace(">", "%3E"), wait_until="load")
        assert reader.evaluate("window.hits") == [], page


def test_what_is_found_by_searching_does_not_run(reader: Page) -> None:
    reader.goto("journeys/")
    reader.keyboard.press("/")
    reader.locator(".md-search__input").fill("wombat")
    reader.locator(".jm-found a").first.wait_for()
    reader.locator(".jm-filters summary").click()
    reader.locator(".jm-filters select").first.wait_for()
    assert reader.evaluate("window.hits") == []
    assert reader.locator(".md-search img, .jm-found script").count() == 0


def test_the_witness_notices_what_runs(reader: Page) -> None:
    reader.goto("journeys/")
    reader.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=ran(1)>')")
    reader.wait_for_function("window.hits.length > 0")
