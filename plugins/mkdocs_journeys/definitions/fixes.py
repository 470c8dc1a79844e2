"""Fixes for wrong data: the one right answer, where there is one.

What could mean two things gets none: a fix is applied to many files at once, and nobody looks at each.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable

from pydantic import BaseModel

from mkdocs_journeys.definitions.answers import ANSWERS, meant_answer
from mkdocs_journeys.definitions.durations import parse_duration
from mkdocs_journeys.definitions.edits import Edit, Fix, fix_at, is_slip
from mkdocs_journeys.definitions.faults import Fault, known_keys
from mkdocs_journeys.definitions.fields import is_language, parse_number
from mkdocs_journeys.definitions.meant_values import meant_date, meant_share
from mkdocs_journeys.definitions.quoting import in_quotes
from mkdocs_journeys.definitions.shapes import shape_at
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.suggestions import SURELY_MEANT
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

_AHEAD = 0.1
"""How much more like the typed word (difflib's ratio) the meant one is than any other, to be sure."""

_LONGEST = 100
_DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d{1,2})")
"""Three digits behind a comma may be thousands."""

_SIGNS = str.maketrans("\N{MINUS SIGN}\N{EN DASH}", "--")


def key_fix(model: type[BaseModel], fault: Fault, source: Source) -> Fix | None:
    """A misspelt key becomes the known one that it surely was meant to be, if that is not there as well."""
    holder = source.node(*fault.holder)
    if holder is None or (key := holder.keys.get(fault.key)) is None:
        return None
    meant = surely(fault.key, known_keys(model, fault.holder))
    return None if meant is None or meant in holder.keys else _replaced(key, meant, source)


def value_fix(model: type[BaseModel], fault: Fault, source: Source) -> Fix | None:
    """A wrong value becomes the right one: a date, a number, a known word, a list of one that is a text."""
    node = source.node(*fault.way)
    if node is None or fault.at_key or fault.items:
        return None
    if fault.kind == "J105":
        return _list_of_one(node, source)
    meant = _meant(model, fault, node.value.strip()) if isinstance(node.value, str) else None
    return None if meant is None else _replaced(node, meant, source)


def colon_fix(way: Way, source: Source) -> Fix | None:
    """`- Pays: by card` where one text is expected: the whole of it in quotation marks.

    None where a part of it has quotation marks already: nobody can tell whether they are to be seen.
    """
    node = source.node(*way)
    if node is None or not isinstance(node.value, dict) or len(node.keys) != 1 or len(node.value) != 1:
        return None
    (name, value), key = next(iter(node.value.items())), next(iter(node.keys.values()))
    if _typed(key, source) != name or _typed(value, source) != value.value or key.start != node.start:
        return None
    line = source.lines[key.line]
    if value.line != key.line or _is_quoted(key, source) or _is_quoted(value, source):
        return None
    text = line[key.column : value.column + value.length]
    return fix_at(key.line + 1, key.column + 1, len(text), in_quotes(text))


def spans_lines(node: Node, source: Source) -> bool:
    """Whether what stands at `node` goes on below the line that it begins in."""
    line = source.lines[node.line] if node.line < len(source.lines) else ""
    return node.end - node.start > max(0, len(line) - node.column) > 0


def dashes_fix(node: Node, source: Source) -> Fix | None:
    """A dash before each line of a text, if all begin below each other with a letter or a digit."""
    last = node.line + source.text_of(node).count("\n")
    lines = {at: source.lines[at] for at in range(node.line, last + 1) if source.lines[at].strip()}
    are_alike = all(line[: node.column].isspace() and line[node.column].isalnum() for line in lines.values())
    if not are_alike or " ".join(" ".join(lines.values()).split()) != " ".join(str(node.value).split()):
        return None
    return Fix(tuple(Edit(at + 1, node.column + 1, 0, "- ") for at in lines))


def surely(typed: str, known: Iterable[str]) -> str | None:
    """The known word that `typed` surely is; None where it could be two.

    It is the same but for case, or the only one that is a slip of the finger away, or much more like it than
    all others.
    """
    words = sorted(known)
    same = [word for word in words if word.casefold() == typed.casefold()]
    if same or len(typed) > _LONGEST:
        return same[0] if len(same) == 1 else None
    close = sorted(((_likeness(typed, word), word) for word in words), reverse=True)
    close = [(ratio, word) for ratio, word in close if ratio >= SURELY_MEANT]
    if slips := [word for _, word in close if is_slip(typed, word)]:
        return slips[0] if len(slips) == 1 else None
    is_alone = len(close) == 1 or (len(close) > 1 and close[1][0] <= close[0][0] - _AHEAD)
    return close[0][1] if is_alone else None


def _likeness(typed: str, word: str) -> float:
    return difflib.SequenceMatcher(None, word.casefold(), typed.casefold()).ratio()


def _meant(model: type[BaseModel], fault: Fault, typed: str) -> str | None:
    if fault.kind == "J111":
        words = shape_at(model, fault.way).words
        return meant_answer(typed) if words == ANSWERS else surely(typed, words)
    if fault.kind == "J112" and fault.key == "share" and (share := meant_share(typed)) is not None:
        return share
    correct = _CORRECTIONS.get(fault.kind)
    return None if correct is None else correct(typed)


def _date_meant(typed: str) -> str | None:
    """`20.10.2026`, `October 20, 2026`: a date in whatever order, if only one order fits."""
    date = meant_date(typed)
    return None if date is None else date.isoformat()


def _number_meant(typed: str) -> str | None:
    """`-1,5` and a minus sign as books print it."""
    text = unicodedata.normalize("NFKC", typed).translate(_SIGNS)
    if (match := _DECIMAL_COMMA.fullmatch(text)) is not None:
        text = f"{match[1]}.{match[2]}"
    return None if parse_number(text) is None else text


def _duration_meant(typed: str) -> str | None:
    """`2 Weeks`, `2–3 days`."""
    text = unicodedata.normalize("NFKC", typed).casefold().translate(_SIGNS)
    return None if parse_duration(text) is None else text


def _language_meant(typed: str) -> str | None:
    """`zh_Hans`."""
    text = typed.replace("_", "-")
    return text if is_language(text) else None


_CORRECTIONS: dict[str, Callable[[str], str | None]] = {
    "J112": _number_meant,
    "J114": _date_meant,
    "J115": _duration_meant,
    "J116": _language_meant,
}


def _list_of_one(node: Node, source: Source) -> Fix | None:
    """`title: [Buying]`, and the same with a dash on a line of its own."""
    items = node.value
    if not isinstance(items, list) or len(items) != 1 or _typed(items[0], source) is None:
        return None
    item = items[0]
    raw = _raw(item, source)
    if (brackets := _raw(node, source)) is not None and brackets[0] == "[" and brackets[-1] == "]":
        return fix_at(node.line + 1, node.column + 1, node.length, raw or "")
    before = source.lines[item.line][: item.column]
    if before.strip() != "-":
        return None
    return fix_at(item.line + 1, before.index("-") + 1, 1, " ")


def _replaced(node: Node, text: str, source: Source) -> Fix | None:
    """The fix that puts `text` in the place of a text, between its quotation marks if it has any."""
    if _typed(node, source) is None:
        return None
    marks = int(source.lines[node.line][node.column] in "\"'")
    return fix_at(node.line + 1, node.column + 1 + marks, node.length - 2 * marks, text)


def _typed(node: Node, source: Source) -> str | None:
    """The text of `node` if it stands in the file as it is: in one line, and with nothing escaped."""
    raw = _raw(node, source)
    if raw is None or not isinstance(node.value, str):
        return None
    text = raw[1:-1] if raw[0] in "\"'" else raw
    return node.value if text == node.value else None


def _is_quoted(node: Node, source: Source) -> bool:
    return source.lines[node.line].startswith(("'", '"'), node.column)


def _raw(node: Node, source: Source) -> str | None:
    """What stands in the file where `node` is; None unless it all stands in one line."""
    line = source.lines[node.line] if node.line < len(source.lines) else ""
    raw = line[node.column : node.column + node.end - node.start]
    return raw if raw and len(raw) == node.end - node.start else None
