"""The languages that people are spoken to in: one catalogue file each, and what Babel knows of them."""

from mkdocs_journeys.languages.environment import environment_tag
from mkdocs_journeys.languages.language import (
    CATALOGUES,
    SOURCE,
    Language,
    available,
    is_spoken,
    language,
    matching,
)
from mkdocs_journeys.languages.vocabulary import TERMS

__all__ = [
    "CATALOGUES",
    "SOURCE",
    "TERMS",
    "Language",
    "available",
    "environment_tag",
    "is_spoken",
    "language",
    "matching",
]
