"""Who keeps a definition true, and when it was last checked."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalogue import Catalogue, due, is_stale
from mkdocs_journeys.definitions import Definition


@dataclass(frozen=True)
class Care:
    """`owner` is an owner's id; `due` the last day on which the last review still holds."""

    owner: str | None
    reviewed: date | None
    due: date | None
    stale: bool


def care_of(catalogue: Catalogue, definition: Definition) -> Care:
    """How a definition is looked after on the day of the build."""
    return Care(
        owner=catalogue.owner_of(definition),
        reviewed=definition.reviewed,
        due=due(definition, catalogue),
        stale=is_stale(definition, catalogue),
    )
