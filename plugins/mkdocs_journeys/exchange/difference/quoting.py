"""How what somebody wrote is put into a sentence."""

from collections.abc import Callable

from mkdocs_journeys.definitions import visible

LONGEST = 300
"""Characters of a text that are quoted."""

LONGEST_NAME = 80
"""Characters of what a part is called: a step has a name, but a pain only its text."""

Quoting = Callable[[str], str]
"""How a text that somebody wrote is put into a sentence."""


def plain_quote(text: str) -> str:
    """The text on one line, without what a terminal would obey; one that is long loses its end."""
    return shorten(visible(" ".join(text.split())), LONGEST)


def shorten(text: str, longest: int) -> str:
    """`text`; one that is longer loses its end."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
