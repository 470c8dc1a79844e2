"""Places that a field names: a journey and, within it, a stage or step."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import is_id, normalise
from mkdocs_journeys.definitions.messages import say, wrong
from mkdocs_journeys.definitions.value_messages import no_id, no_text

Outcome = Literal["exit", "end"]
_OUTCOMES: dict[str, Outcome] = {"exit": "exit", "end": "end"}
_PLACE = re.compile(r"(?:(?P<kind>[a-z]+):)?(?P<id>[^#:]*)(?:#(?P<anchor>[^#]*))?")


@dataclass(frozen=True)
class Place:
    """A journey, or a stage or step of it: `journey` or `journey#anchor`."""

    journey: str
    anchor: str | None = None

    def __str__(self) -> str:
        return self.journey if self.anchor is None else f"{self.journey}#{self.anchor}"


@dataclass(frozen=True)
class Goal:
    """Where `next` leads: a step of the same journey, `exit`, `end`, or a place in another journey."""

    step: str | None = None
    outcome: Outcome | None = None
    place: Place | None = None

    def __str__(self) -> str:
        if self.place is not None:
            return f"journey:{self.place}"
        return self.step or self.outcome or ""


def _ids(text: str, kinds: tuple[str | None, ...]) -> tuple[str, str | None]:
    match = _PLACE.fullmatch(normalise(text.strip()))
    if (
        match
        and match["kind"] in kinds
        and is_id(match["id"])
        and (match["anchor"] is None or is_id(match["anchor"]))
    ):
        return match["id"], match["anchor"]
    message = say(
        '"%(text)s" names no journey; write its id, or id#step for a stage or step of it',
        text=short(text), typed=text,
    )  # fmt: skip
    raise wrong("J123", message)


def read_place(value: object) -> Place:
    """`journey`, `journey#step` or the same with `journey:` in front, as a Place. Error: J123."""
    if isinstance(value, Place):
        return value
    if not isinstance(value, str):
        raise no_text(value)
    return Place(*_ids(value, (None, "journey")))


def read_goal(value: object) -> Goal:
    """A step id, `exit`, `end`, or `journey:id#step`, as a Goal. Errors: J105, J120, J123."""
    if isinstance(value, Goal):
        return value
    if not isinstance(value, str):
        raise no_text(value)
    text = normalise(value.strip())
    if text in _OUTCOMES:
        return Goal(outcome=_OUTCOMES[text])
    if is_id(text):
        return Goal(step=text)
    if ":" in text:
        return Goal(place=Place(*_ids(text, ("journey",))))
    raise no_id(text)


PlaceText = Annotated[Place, BeforeValidator(read_place)]
Destination = Annotated[Goal, BeforeValidator(read_goal)]
