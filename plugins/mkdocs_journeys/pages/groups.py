"""Where lists show a journey: among those that are lived, those that are planned, or those laid aside."""

from typing import Literal

from mkdocs_journeys.definitions import Journey

Group = Literal["current", "future", "archived"]
GROUPS: tuple[Group, ...] = ("current", "future", "archived")


def group_of(journey: Journey) -> Group:
    """The part of a list for a journey; drafts, which only `serve` shows, stand where they will be."""
    return "archived" if journey.status == "archived" else journey.state
