"""Mermaid's own parser, in a browser that asks no other host."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import REPOSITORY

LIBRARY = REPOSITORY / "tests/mermaid/node_modules/mermaid/dist/mermaid.min.js"
READ = """async (text) => {
  mermaid.initialize({startOnLoad: false});
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  return {
    kind: diagram.type,
    title: diagram.db.getDiagramTitle(),
    sections: diagram.db.getSections(),
    tasks: diagram.db.getTasks().map(({section, task, score, people}) => ({section, task, score, people})),
  };
}"""


@dataclass
class Mermaid:
    page: Page

    def read(self, text: str) -> Any:
        """What Mermaid finds in a diagram: kind, title, sections, and tasks with score and people."""
        return self.page.evaluate(READ, text)

    def drawn(self, text: str) -> str:
        """The SVG that Mermaid draws of a diagram."""
        svg: str = self.page.evaluate("async (text) => (await mermaid.render('drawn', text)).svg", text)
        return svg


@contextmanager
def mermaid(browser: Browser) -> Iterator[Mermaid]:
    if not LIBRARY.exists():
        pytest.fail("Mermaid is missing: `make test` fetches it with npm", pytrace=False)
    page = browser.new_page()
    page.add_script_tag(path=LIBRARY)
    yield Mermaid(page)
    page.close()
