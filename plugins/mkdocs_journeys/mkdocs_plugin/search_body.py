"""Marks for the search engine."""


def search_body(html: str) -> str:
    """A hand-written page as the part that search reads: marked pages alone are searched, and planned ones are."""
    return f'<div data-pagefind-body data-pagefind-filter="kind:page">\n{html}\n</div>'
