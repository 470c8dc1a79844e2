"""One task of a Mermaid journey: `name: score: people`, as its writer meant it."""

import html
import re
from dataclasses import dataclass

from mkdocs_journeys.exchange.importing.mermaid_blocks import Line

_COLON = re.compile(r":")
_WIDE_COLON = re.compile(r"[:：]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_ENTITY = re.compile(r"#(?P<name>[0-9]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});")
_BREAK = re.compile(r"(?i)<br\s*/?>|\\n")
_ACTORS = re.compile(r"[,，、]")
MOST_SCORE = 10
"""A number above it is part of the name: `Train at 10:30`."""


@dataclass(frozen=True)
class Task:
    """The parts of a task: `score` is what stands in its place (None: nothing), `lost` what nothing reads."""

    name: Line
    score: Line | None
    actors: tuple[Line, ...]
    lost: Line | None = None


def read_task(line: Line) -> Task:
    """The task on a line. A colon may stand in its name: the score is the number that fits best."""
    parts = _parts(line)
    at = _score_index(parts)
    if at is None:
        return _without_number(line, parts)
    actors = _actors(parts[at + 1]) if at + 1 < len(parts) else ()
    lost = _joined(line, parts[at + 2 :])
    return Task(_joined(line, parts[:at]) or parts[0], parts[at], actors, lost)


def looks_like_task(text: str) -> bool:
    """Whether a line ends like a task: with a score, and perhaps with people."""
    match = re.fullmatch(r".*\S[ \t]*:[ \t]*[+-]?[0-9]+(?:[.,][0-9]+)?[ \t]*(?::[^:]*)?", text)
    return match is not None


def plain_text(text: str) -> str:
    """A text of Mermaid's with its entities (`#35;`) as characters and its line breaks as spaces."""
    decoded = _ENTITY.sub(_character, text)
    return " ".join(_BREAK.sub(" ", decoded).split())


def _character(match: re.Match[str]) -> str:
    name = match["name"]
    entity = f"&#{name};" if name.isdigit() else f"&{name};"
    return html.unescape(entity)


def _parts(line: Line) -> list[Line]:
    colon = _COLON if ":" in line.text else _WIDE_COLON
    ends = [match.start() for match in colon.finditer(line.text)]
    starts = [0, *(end + 1 for end in ends)]
    return [line.part(start, end) for start, end in zip(starts, [*ends, None], strict=True)]


def _score_index(parts: list[Line]) -> int | None:
    """The last number with at most one part behind it, else the first one; 0 to 10, or the end of a task."""
    numbers = [
        n for n in range(1, len(parts)) if _NUMBER.fullmatch(parts[n].text) and _is_score(parts[n].text)
    ]
    fitting = [n for n in numbers if n >= len(parts) - 2]
    return fitting[-1] if fitting else next(iter(numbers), None)


def _is_score(text: str) -> bool:
    return abs(float(text.replace(",", "."))) <= MOST_SCORE


def _without_number(line: Line, parts: list[Line]) -> Task:
    """`Task: X: Me` has no score; `Note: call back` is all name."""
    if len(parts) > 2:
        return Task(parts[0], parts[1], _actors(parts[2]), _joined(line, parts[3:]))
    if len(parts) == 2 and len(parts[1].text) <= 2 and not parts[1].text.isdigit():
        return Task(parts[0], parts[1], ())
    return Task(line.part(0), None, ())


def _actors(part: Line) -> tuple[Line, ...]:
    found, start = [], 0
    for match in [*_ACTORS.finditer(part.text), None]:
        end = match.start() if match else len(part.text)
        found.append(part.part(start, end))
        start = match.end() if match else end
    return tuple(actor for actor in found if actor.text)


def _joined(line: Line, parts: list[Line]) -> Line | None:
    """The piece of the line from the first to the last of `parts`."""
    if not parts:
        return None
    start = parts[0].column - line.column
    end = parts[-1].column - line.column + len(parts[-1].text)
    return line.part(start, end) if line.text[start:end].strip() else None
