"""The way to the feed of changes, which feed readers look for in a page's head."""

from html import escape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_journeys.mkdocs_plugin.planned_page import PlannedPage
from mkdocs_journeys.pages.page import SitePlan

_END = "</head>"

_RELATION = "alternate feed"
"""Two words: the theme takes a link that is `alternate` alone for the page in another language, and asks
for a sitemap beside it. Feed readers look for the word among others. Source: HTML, link type "alternate".
"""


def with_feed(html: str, page: Page, plan: SitePlan | None) -> str:
    """A page of ours with the link to the plan's feed, where there is one."""
    if plan is None or plan.feed is None or not isinstance(page, PlannedPage):
        return html
    address, title = plan.feed
    href = escape(get_relative_url(address, page.url))
    link = f'<link rel="{_RELATION}" type="application/atom+xml" title="{escape(title)}" href="{href}">'
    return html.replace(_END, f"{link}{_END}", 1)
