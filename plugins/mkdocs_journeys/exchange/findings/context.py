"""What the formats of findings need to know besides the findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.definitions import Place
from mkdocs_journeys.languages import Language

LONGEST_QUOTE = 500
"""Characters of a line that are quoted; of a longer one, those around the finding."""


@dataclass(frozen=True)
class Context:
    """Around a list of findings.

    `words`: the reader's language. `files`: how many definitions were read. `version`: of the program.
    `folder`: the site's folder in its repository, ending with `/`, or empty. `changed`: paths in the site of
    the files that are under review. `help_addresses`: by code, where a finding is explained.
    """

    words: Language
    files: int = 0
    version: str = ""
    folder: str = ""
    changed: frozenset[str] = frozenset()
    help_addresses: Mapping[str, str] = field(default_factory=dict)


def quoted(place: Place) -> tuple[str, int] | None:
    """The line that a finding points at and the column at which the quote begins; None without one."""
    if place.quoted is None:
        return None
    start = max(0, place.column - 1 - LONGEST_QUOTE // 2) if len(place.quoted) > LONGEST_QUOTE else 0
    return place.quoted[start : start + LONGEST_QUOTE], start + 1


def end_column(place: Place) -> int:
    """The column (from 1) behind the last marked character; not beyond the end of a line that is known."""
    end = place.column + place.length
    return end if place.quoted is None else max(place.column, min(end, len(place.quoted) + 1))
