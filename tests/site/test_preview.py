"""`mkdocs serve`: findings are shown in the browser, and go away when the file is mended."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import build_environment
from tests.site.building import copy_of

PATIENCE = 60
"""Seconds until a preview must have shown a change."""


def test_a_preview_shows_what_is_wrong_and_recovers_when_it_is_mended(tmp_path: Path) -> None:
    project = copy_of("foreign", tmp_path)
    definition = project / "maps/shop/buying.md"
    right = definition.read_text("utf-8")
    definition.write_text(right.replace("touchpoints:", "tuchpoints:"), "utf-8")
    with preview(project) as address:
        for path in ("", "journeys/buying/", "guide/how/"):
            assert "unknown key &#34;tuchpoints&#34;" in wait_for(address + path, "J104")
        definition.write_text(right, "utf-8")
        assert "Die Schlange ist lang." in wait_for(address + "journeys/buying/", "Im Laden kaufen")
        definition.write_text(right.replace("Im Laden kaufen", "[a, b]"), "utf-8")
        wait_for(address + "journeys/buying/", "J105")


def test_a_preview_shows_drafts_that_a_build_does_not_publish(tmp_path: Path) -> None:
    project = copy_of("foreign", tmp_path)
    definition = project / "maps/shop/buying.md"
    definition.write_text(definition.read_text("utf-8").replace("owner:", "status: draft\nowner:"), "utf-8")
    for file in ("handbook/index.md", "handbook/guide/how.md", "handbook/evidence/counts.md"):
        (project / file).write_text("# No links to the draft\n")
    (project / "handbook/evidence/counts.md").unlink()
    with preview(project) as address:
        wait_for(address + "journeys/buying/", "Im Laden kaufen")


@contextmanager
def preview(project: Path) -> Iterator[str]:
    """A preview of the project in a process of its own, by its address, while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (project / "preview.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project, env=build_environment(), stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}/handbook/"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def wait_for(address: str, text: str) -> str:
    """The page at `address` as soon as it holds `text`."""
    deadline = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < deadline:
        page = fetch(address)
        if text in page:
            return page
        time.sleep(0.2)
    pytest.fail(f"{address} never showed {text!r}, but:\n{page}", pytrace=False)


def fetch(address: str) -> str:
    """What stands at `address`, whatever the status says; nothing while nobody answers."""
    try:
        with urlopen(address) as response:
            return str(response.read(), "utf-8")
    except HTTPError as error:
        return str(error.read(), "utf-8")
    except (URLError, ConnectionError):
        return ""
