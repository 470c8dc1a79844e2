"""Names of touchpoints that no file describes."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_journeys.definitions import (
    Definitions,
    Finding,
    Journey,
    named_id,
    named_twice,
    proposing,
    say,
    steps_with_ways,
)

CLOSE = 0.8
"""Likeness (difflib's ratio, 0 to 1) from which a name counts as a slip of the pen."""


_COMMAS = re.compile(r",\s+|[\uff0c\u3001]\s*")


def check_touchpoint_names(definitions: Definitions) -> Iterator[Finding]:
    """A warning (J218) for a name close to a described touchpoint, else a note (J304), once a journey.

    An error (J122) for what is named twice at one step, by its id or by its name.
    """
    names = _Names(definitions)
    for journey in definitions.journeys:
        seen: set[str] = set()
        for way, step in steps_with_ways(journey):
            yield from _named_twice(journey, step.channel, *way, "channel")
            yield from _named_twice(journey, [*map(names.meant, step.touchpoints)], *way, "touchpoints")
            for t, name in enumerate(step.touchpoints):
                if names.meant(name) not in seen:
                    seen.add(names.meant(name))
                    yield from names.of(journey, name, *way, "touchpoints", t)


def _named_twice(journey: Journey, names: Sequence[str], *way: str | int) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        made = named_id(name)
        if made in seen:
            yield journey.source.finding("J122", named_twice(name), *way, index)
        seen.add(made)


def nearest_touchpoint(name: str, described: Mapping[str, str]) -> str | None:
    """The id of the described touchpoint (id to name) that a name is a slip of the pen for, or None."""
    return _nearest(name, _spellings(described))


def _spellings(described: Mapping[str, str]) -> dict[str, str]:
    return {_folded(text): id_ for id_, name in sorted(described.items()) for text in (name, id_)}


def _nearest(name: str, spellings: Mapping[str, str]) -> str | None:
    close = difflib.get_close_matches(_folded(name), spellings, n=1, cutoff=CLOSE)
    return spellings[close[0]] if close else None


class _Names:
    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self.described = {touchpoint.id: touchpoint.name for touchpoint in definitions.touchpoints}
        self.spellings = _spellings(self.described)
        self.noted: set[str] = set()

    def meant(self, name: str) -> str:
        """The id of the touchpoint that was typed as an id or a name."""
        return name if name in self.described else named_id(name)

    def of(self, journey: Journey, name: str, *way: str | int) -> Iterator[Finding]:
        """The finding for a name that no file describes."""
        touchpoint = self.meant(name)
        if touchpoint in self.described or self.definitions.is_broken(touchpoint, "touchpoint"):
            return
        if close := _nearest(name, self.spellings):
            message = proposing(say('no file describes the touchpoint "%(name)s"', name=name), close)
            yield journey.source.finding("J218", message, *way)
        elif touchpoint not in self.noted:
            self.noted.add(touchpoint)
            folder = self.definitions.options.touchpoints
            file = f"{folder}/{touchpoint}.md"
            message = say('no file describes the touchpoint "%(name)s"; %(file)s would', name=name, file=file)
            if len(names := _COMMAS.split(name)) > 1:
                listed = ", ".join(names)
                message = say("%(message)s; for several, write [%(names)s]", message=message, names=listed)
            yield journey.source.finding("J304", message, *way)


def _folded(text: str) -> str:
    return named_id(text).casefold()
