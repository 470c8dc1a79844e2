"""Marks for the search engine."""

from collections.abc import Mapping
from typing import Any


def search_body(html: str, meta: Mapping[str, Any]) -> str:
    """A hand-written page as search reads it, unless its front matter says `search: {exclude: true}`."""
    search = meta.get("search")
    if isinstance(search, Mapping) and search.get("exclude"):
        return html
    return f'<div data-pagefind-body data-pagefind-filter="kind:page">\n{html}\n</div>'
