"""Names of touchpoints that no file describes."""

import difflib
from collections.abc import Iterator

from mkdocs_journeys.definitions import Definitions, Finding, make_id, steps_with_ways

CLOSE = 0.8
"""Likeness (difflib's ratio, 0 to 1) from which a name counts as a slip of the pen."""


def check_touchpoint_names(definitions: Definitions) -> Iterator[Finding]:
    """A warning (J218) for a name close to a described touchpoint, else a note (J304), once a journey."""
    described = {touchpoint.id: touchpoint.name for touchpoint in definitions.touchpoints}
    spellings = {_folded(text): id_ for id_, name in sorted(described.items()) for text in (name, id_)}
    noted: set[str] = set()
    for journey in definitions.journeys:
        seen: set[str] = set()
        for way, step in steps_with_ways(journey):
            for t, name in enumerate(step.touchpoints):
                touchpoint = name if name in described else make_id(name) or name
                if touchpoint in described or touchpoint in seen or definitions.is_broken(touchpoint, "touchpoint"):
                    continue
                seen.add(touchpoint)
                if meant := _close(name, spellings):
                    message = f'no file describes the touchpoint "{name}"; did you mean "{meant}"?'
                    yield journey.source.finding("J218", message, *way, "touchpoints", t)
                elif touchpoint not in noted:
                    noted.add(touchpoint)
                    folder = definitions.options.touchpoints
                    message = f'no file describes the touchpoint "{name}"; {folder}/{touchpoint}.md would'
                    yield journey.source.finding("J304", message, *way, "touchpoints", t)


def _folded(text: str) -> str:
    return (make_id(text) or text).casefold()


def _close(name: str, spellings: dict[str, str]) -> str | None:
    close = difflib.get_close_matches(_folded(name), spellings, n=1, cutoff=CLOSE)
    return spellings[close[0]] if close else None
