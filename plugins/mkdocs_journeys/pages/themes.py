"""Pages of the plan as themes take them: front matter that may be printed as it is, words told apart."""

import re
from html import escape

from mkdocs_journeys.pages.page import Page

_TOUCHING = re.compile(r"</(?:li|dt|dd|td|th|p|div|h[1-6])>(?=<)")


def front_matter(page: Page) -> dict[str, object]:
    """The front matter of a page, as themes print it: text is escaped already."""
    meta: dict[str, object] = {"title": escape(page.title), "lang": page.lang}
    if page.description:
        meta["description"] = escape(page.description)
    if page.wide:
        meta["hide"] = ["navigation", "toc"]
    if not page.search:
        meta["search"] = {"exclude": True}
    return meta


def with_spaces(html: str) -> str:
    """`html` with white space between items and cells, which search needs to see two words and not one."""
    return _TOUCHING.sub(r"\g<0>\n", html)
