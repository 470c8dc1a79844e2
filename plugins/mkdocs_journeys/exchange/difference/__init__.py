"""The difference between two revisions of a site, in the words of the field."""

from mkdocs_journeys.exchange.difference.changes import Change, Difference, Named, Part, Subject, Unreadable
from mkdocs_journeys.exchange.difference.compare import compare, title_of
from mkdocs_journeys.exchange.difference.output import as_json, as_markdown, as_text, difference_schema
from mkdocs_journeys.exchange.difference.quoting import LONGEST_NAME, plain_quote, shorten
from mkdocs_journeys.exchange.difference.side import Side, read_side
from mkdocs_journeys.exchange.difference.text_curve import text_curve
from mkdocs_journeys.exchange.difference.words import Words

__all__ = [
    "LONGEST_NAME",
    "Change",
    "Difference",
    "Named",
    "Part",
    "Side",
    "Subject",
    "Unreadable",
    "Words",
    "as_json",
    "as_markdown",
    "as_text",
    "compare",
    "difference_schema",
    "plain_quote",
    "read_side",
    "shorten",
    "text_curve",
    "title_of",
]
