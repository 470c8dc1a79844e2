"""Words of new files in each language, for what is too short for a template in each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mkdocs_journeys.languages import language

_TABLES = Path(__file__).parent / "templates" / "words"


@dataclass(frozen=True)
class Words:
    """Words in one language.

    `customer` is the name of a persona that nobody has named, `site` are words of a new site's settings, and
    `snippets` says of each snippet for an editor what it is.
    """

    customer: str
    site: Mapping[str, str]
    snippets: Mapping[str, str]
    samples: Mapping[str, str]


def words_of(tag: str) -> Words:
    """The words in the language that serves `tag` (BCP 47) best."""
    return _load(language(tag).tag)


@cache
def _load(tag: str) -> Words:
    return Words(**tomllib.loads((_TABLES / f"{tag}.toml").read_text(encoding="utf-8")))
