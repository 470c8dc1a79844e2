"""A real browser before a real server, and a record of whom the pages ask for what."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, sync_playwright

ARGUMENTS = [
    # A closed network stays quiet: no look-ups of the browser's own, and no way out for a page.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
]
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once for each worker."""
    chromium = shutil.which("chromium")
    if chromium is None:  # never skipped: a run without a browser would look like one that passed
        pytest.fail("the browser tests need Chromium: apt-get install chromium fonts-noto-cjk", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=ARGUMENTS, chromium_sandbox=not runs_as_root_or_in_ci()
        )
        yield started
        started.close()


def runs_as_root_or_in_ci() -> bool:
    """Whether Chromium's sandbox cannot work: root may not use it, CI's machines forbid its namespaces."""
    return os.geteuid() == 0 or os.environ.get("CI") == "true"


@pytest.fixture(scope="session")
def site_url(example_site: Path) -> Iterator[str]:
    """The address of the example site on a server of this machine, ending in `/`."""
    with served(example_site) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of 127.0.0.1 and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


class Recorder:
    """What went wrong while pages were shown: requests to other hosts, files not found, errors of scripts."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.troubles: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self.request)
        context.on("response", self.response)
        context.on("weberror", lambda error: self.troubles.append(f"script failed: {error.error}"))

    def request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"about", "blob", "data"} and address.netloc != self.host:
            self.troubles.append(f"request to another host: {request.url}")

    def response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")


@pytest.fixture
def recorder(site_url: str) -> Iterator[Recorder]:
    """Fails the test when a page asked another host, missed a file or broke in a script.

    A test that provokes trouble takes it out of `recorder.troubles`.
    """
    record = Recorder(urlsplit(site_url).netloc)
    yield record
    assert record.troubles == []


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site_url: str, recorder: Recorder) -> Iterator[OpenPage]:
    """Open a path of the example site, like `open_page("journeys/", viewport=PHONE, color_scheme="dark")`.

    Keywords are those of Playwright's `Browser.new_context`. Each page is a new reader, with nothing stored.
    """
    contexts: list[BrowserContext] = []

    def opened(path: str = "", **options: Any) -> Page:  # Any: new_context has some thirty keywords
        context = browser.new_context(**{"viewport": LAPTOP, "base_url": site_url, **options})
        contexts.append(context)
        recorder.watch(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The example site's front page on a laptop."""
    return open_page()
