"""Well-known mistakes in YAML: what stands there, what to type instead, and the line as it was meant."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import yaml

from mkdocs_journeys.definitions.bracket_mistakes import in_brackets, too_many
from mkdocs_journeys.definitions.edits import differing, fix_of_line
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.layout_mistakes import (
    no_colon,
    no_colon_before_brackets,
    no_key,
    other_dash,
    wide_colon,
)
from mkdocs_journeys.definitions.meant_values import QUOTES
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.name_mistakes import name_before_colon
from mkdocs_journeys.definitions.open_marks import open_bracket, open_quote, quote_at
from mkdocs_journeys.definitions.placement_mistakes import misplaced, no_dash
from mkdocs_journeys.definitions.quoting import in_quotes
from mkdocs_journeys.definitions.repairs import Repair, Shifts, replaced
from mkdocs_journeys.definitions.space_mistakes import (
    glued_dash,
    glued_dashes,
    glued_pairs,
    no_space,
    no_space_after_dash,
    odd_space,
    odd_space_after_colon,
    odd_space_after_dash,
    odd_space_before_colon,
    tab,
)
from mkdocs_journeys.definitions.unmeant_texts import (
    GLUED_COLON,
    GLUED_DASHES,
    GLUED_IN_BRACES,
    NO_DASH,
    NO_NAME_KEY,
    ODD_SPACE_BEFORE_COLON,
    OPEN_BRACKET,
    OPEN_QUOTE,
)
from mkdocs_journeys.definitions.wide_commas import likely_wide_comma, wide_comma
from mkdocs_journeys.definitions.yaml_tree import Trouble, needs_quotes

_LINE = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[^\s:#\"'\[\]{},][^:#\"']*?):(?:[ \t]+|$))?(?P<value>.*)"
)
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<between>\s*)(?P<after>[^\s#].*)")
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#(?=\s|$)")
_KEY_BEHIND = re.compile(r"[,;]\s+(?P<key>[a-z_]+):(?=\s)")
_COLON_WORD = re.compile(r":(?:\s|$)")
_SPECIAL = ("[[", "*", "%", "@", "`", "&", "!", "? ")
_MINUS = re.compile(r"- +[0-9][0-9.,]{0,20}")
_BLOCK = re.compile(r"[|>](?![-+0-9]*\s*(?:#.*)?$)")
_FLOW_ITEM = re.compile(r"(?<=[\[{,:])(?P<space>\s*)(?P<value>[%@`*][^,\[\]{}]*)")
_FLOW_COMMENT = re.compile(
    r"(?:[\[{,]|:\s)\s*(?P<value>[^\s,:\[\]{}\"'#][^,:\[\]{}\"'#]*\s#[^\W_][^,\[\]{}]*)"
)
_NEEDS_COLON = "could not find expected ':'"
_NEEDS_LEVEL = (
    "'-' indicator", "did not find expected key", "mapping values are not allowed",
    "expected <document start>",
)  # fmt: skip


@dataclass(frozen=True)
class Mistake:
    """A trouble and, where it is known what was meant, the whole text with its lines `repaired`.

    `guesses` are the lines and columns (from 0) at which values begin that were only guessed.
    """

    trouble: Trouble
    repaired: str | None = None
    shifts: Shifts = field(default_factory=dict)
    guesses: frozenset[tuple[int, int]] = frozenset()


def explain(text: str, error: yaml.YAMLError) -> Mistake:
    """What is wrong where reading `text` stopped with `error`."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Mistake(Trouble("J102", say("there is a character here that cannot be read"), 0, 0))
    lines = text.split("\n")
    context = getattr(error, "context_mark", None)
    repair = next(_repairs(error, mark, context, lines), None)
    if repair is None:
        return Mistake(_general(error, mark, context, lines))
    if not repair.lines:
        return Mistake(repair.trouble)
    for number, line in repair.lines.items():
        lines[number] = line
    at_trouble = ((repair.trouble.line, repair.trouble.column),)
    guesses = at_trouble if repair.guesses is None else repair.guesses
    return Mistake(repair.trouble, "\n".join(lines), repair.shifts, frozenset(guesses))


def _repairs(
    error: yaml.YAMLError, mark: yaml.Mark, context: yaml.Mark | None, lines: list[str]
) -> Iterator[Repair]:
    """What may have been meant, the surest first."""
    suspects = _suspects(mark, context, lines)
    problem = str(getattr(error, "problem", ""))
    yield from _named(problem, mark, lines)
    yield from _each((tab, odd_space), lines, suspects)
    if _is_open_quote(error) and context is not None:
        yield from _one(quote_at(lines, context.line, context.column))
    yield from _with_fixes(_each(tuple(map(_of_line, _SURE)), lines, suspects), lines)
    yield from _with_fixes(_each((glued_dash,), lines, suspects), lines)
    yield from _one(open_quote(lines, min(mark.line, len(lines) - 1)))
    if context is not None and "flow" in str(getattr(error, "context", "")):
        yield from _one(open_bracket(lines, context.line))
    yield from _each((_of_line(wide_comma),), lines, suspects)
    yield from _with_fixes(_each((_of_line(_value),), lines, suspects), lines)
    yield from _each((_of_line(likely_wide_comma),), lines, suspects)
    yield from _one(too_many(lines, mark))
    if context is not None and "flow" in str(getattr(error, "context", "")):
        yield from in_brackets(lines, mark)
    if _NEEDS_COLON in problem and context is not None:
        yield from _each((_of_line(no_colon), misplaced, no_key), lines, [context.line])
    if any(part in problem for part in _NEEDS_LEVEL):
        before = [number for number in suspects if number < mark.line][:1]
        yield from _each((_of_line(no_colon),), lines, before)
        yield from _each((misplaced,), lines, [mark.line])


def _named(problem: str, mark: yaml.Mark, lines: list[str]) -> Iterator[Repair]:
    """What is no error to YAML, and was found where it stands."""
    if problem == GLUED_DASHES:
        yield from _one(glued_dashes(lines, mark.line))
    elif problem == GLUED_COLON:
        of_key = (_of_line(no_space), _of_line(odd_space_after_colon))
        yield from _with_fixes(_each(of_key, lines, [mark.line]), lines)
    elif problem == GLUED_IN_BRACES:
        yield from _one(glued_pairs(lines[mark.line], mark.line, mark.column))
    elif problem in _OF_ITEMS:
        yield from _one(_OF_ITEMS[problem](lines, mark.line))
    elif problem == ODD_SPACE_BEFORE_COLON:
        yield from _with_fixes(_each((_of_line(odd_space_before_colon),), lines, [mark.line]), lines)
    elif problem == OPEN_BRACKET:
        yield from _one(open_bracket(lines, mark.line))
    elif problem == OPEN_QUOTE:
        yield from _one(quote_at(lines, mark.line, mark.column))


_Look = Callable[[Sequence[str], int], Repair | None]
_OF_ITEMS: Mapping[str, _Look] = {NO_DASH: no_dash, NO_NAME_KEY: name_before_colon}
_LookAtLine = Callable[[str, int], Repair | None]
_SURE: tuple[_LookAtLine, ...] = (
    wide_colon, no_space, odd_space_after_colon, odd_space_after_dash, no_colon_before_brackets,
    no_space_after_dash, other_dash,
)  # fmt: skip


def _each(looks: Iterable[_Look], lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Repair]:
    found = (look(lines, number) for look in looks for number in numbers)
    return (repair for repair in found if repair is not None)


def _one(repair: Repair | None) -> Iterator[Repair]:
    if repair is not None:
        yield repair


def _with_fixes(repairs: Iterable[Repair], lines: Sequence[str]) -> Iterator[Repair]:
    """Repairs of one line that leave no doubt, each with its fix."""
    for repair in repairs:
        number = repair.trouble.line
        fix = fix_of_line(number + 1, lines[number], repair.lines[number])
        yield replace(repair, trouble=replace(repair.trouble, fix=fix))


def _of_line(look: _LookAtLine) -> _Look:
    return lambda lines, number: look(lines[number], number)


def _suspects(mark: yaml.Mark, context: yaml.Mark | None, lines: Sequence[str]) -> list[int]:
    """Lines to look at: where reading stopped, the one before it, and where the part began."""
    before = next((n for n in range(min(mark.line, len(lines)) - 1, 0, -1) if lines[n].strip()), mark.line)
    candidates = [mark.line, before, context.line if context else mark.line]
    return [line for line in dict.fromkeys(candidates) if 0 < line < len(lines)]


def _value(line: str, number: int) -> Repair | None:
    match = _LINE.fullmatch(line.rstrip())
    if match is None or not match["value"]:
        return None
    value = _before_comment(match["value"])
    at = match.start("value")
    found = next(filter(None, (look(value) for look in _LOOKS)), None)
    if found is None:
        return None
    code, message, start, length, meant = found
    trouble = Trouble(code, message, number, at + start, length)
    changed, old, new = differing(value, meant)
    begin = at + changed
    repair = replaced(trouble, line, begin, begin + len(old), new)
    return replace(repair, guesses=((number, at), (number, at + start)))


def _before_comment(value: str) -> str:
    """A value without the comment behind it; what stands in quotation marks at its start is no comment."""
    quoted = _QUOTED.match(value)
    comment = _COMMENT.search(value, quoted.start("after") if quoted else 0)
    if comment is None or not value[: comment.start()] or (value[0] in "\"'" and quoted is None):
        return value
    return value[: comment.start()]


_Found = tuple[str, Message, int, int, str]
"""Code, message, start in the value, length, and the value as meant."""


def _inline_dash(value: str) -> _Found | None:
    """`needs: - fast`: a list that begins behind its key."""
    if not value.startswith("- "):
        return None
    if _MINUS.fullmatch(value):
        meant = f"-{value[1:].strip()}"
        message = say(
            "a space stands behind this dash; for a minus sign, write it like this: %(meant)s", meant=meant
        )
        return "J110", message, 0, len(value), meant
    message = say(
        'a list starts on the next line; for a single value leave the dash out: "%(meant)s"',
        meant=short(value[2:].strip()),
    )
    return "J110", message, 0, len(value), in_quotes(value[2:].strip())


def _special(value: str) -> _Found | None:
    special = next((start for start in _SPECIAL if value.startswith(start)), None)
    if special is None and _BLOCK.match(value):
        special = value[0]
    if special is None:
        return None
    code = "J109" if special in "&!" else "J110"
    meant = in_quotes(value)
    return code, needs_quotes(special.strip(), meant), 0, len(value), meant


def _text_after_quote(value: str) -> _Found | None:
    match = _QUOTED.fullmatch(value)
    if match is None:
        return None
    is_apostrophe = not match["between"] and value[0] == value[-1]
    meant = in_quotes(value[1:-1] if is_apostrophe else value)
    message = say(
        "text stands after the closing quotation mark; put the whole text in quotation marks: %(meant)s",
        meant=short(meant),
    )
    return "J126", message, match.start("after"), len(match["after"]), meant


def _colon(value: str) -> _Found | None:
    colon = _COLON_WORD.search(value) if value[0] not in "\"'[{|>#" else None
    if colon is None:
        return None
    if value[0] in QUOTES and value[-1] in QUOTES:
        meant = in_quotes(value[1:-1])
        message = say(
            "these quotation marks do not hold a text together; type straight ones: %(meant)s",
            meant=short(meant),
        )
        return "J110", message, 0, len(value), meant
    if (key := _KEY_BEHIND.search(value)) is not None and key["key"] in KEYS:
        meant = short(value[key.start("key") :])
        message = say('each key has a line of its own; begin a new one here: "%(meant)s"', meant=meant)
        return "J110", message, key.start("key"), len(key["key"]), in_quotes(value)
    meant = in_quotes(value)
    message = say("text with a colon and a space in it needs quotation marks: %(meant)s", meant=short(meant))
    return "J110", message, colon.start(), 1, meant


def _flow_item(value: str) -> _Found | None:
    """`[web, @home]`: the one value of a list in brackets that needs quotation marks."""
    match = _FLOW_ITEM.search(value) if value[0] in "[{" else None
    if match is None:
        return None
    item = match["value"].rstrip()
    start = match.start("value")
    message = needs_quotes(item[0], in_quotes(item))
    return "J110", message, start, len(item), value[:start] + in_quotes(item) + value[start + len(item) :]


def _flow_comment(value: str) -> _Found | None:
    """`[Runs #5, Rests]`: what stands behind the number sign is lost, the closing bracket too."""
    match = _FLOW_COMMENT.search(value) if value[0] in "[{" else None
    if match is None:
        return None
    item = match["value"].rstrip()
    start = match.start("value")
    lost = item[item.index(" #") + 1 :]
    message = say(
        '"%(lost)s" is taken for a comment and lost; put the whole text in quotation marks: "%(meant)s"',
        lost=short(lost), meant=short(item),
    )  # fmt: skip
    return "J118", message, start, len(item), value[:start] + in_quotes(item) + value[start + len(item) :]


_LOOKS = (_inline_dash, _special, _text_after_quote, _colon, _flow_comment, _flow_item)


def _general(error: yaml.YAMLError, mark: yaml.Mark, context: yaml.Mark | None, lines: list[str]) -> Trouble:
    reason = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    line = min(mark.line, len(lines) - 1)
    if _is_open_quote(error) and context:
        message = say("this quotation mark is never closed; type another one at the end of the text")
        return Trouble("J102", message, context.line, context.column)
    known = next((text for part, text in _REASONS if part in reason), None)
    if "flow" in reason and context and known is None:
        return _bracket(context, mark, lines)
    return Trouble("J102", known or _UNKNOWN, line, mark.column)


def _is_open_quote(error: yaml.YAMLError) -> bool:
    reason = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    return "quoted scalar" in reason and ("end of stream" in reason or "document indicator" in reason)


_UNKNOWN = say(
    "this line does not fit the lines above it; look at the spaces at its start, its colon and its quotation "
    "marks"
)
_REASONS = (
    (
        OPEN_BRACKET,
        say("text that starts with a bracket or brace needs quotation marks, if it is no list"),
    ),
    ("escape character", say("a backslash stands in double quotation marks; use single ones, or write \\\\")),
    ("'-' indicator", say("this line does not stand below the one it belongs to, or lacks its dash")),
    (
        "mapping values are not allowed",
        say("a colon with a space stands in a text that began above; put the whole text in quotation marks"),
    ),
    ("node content", say("there is nothing between two commas here; delete one of them")),
)


def _bracket(context: yaml.Mark, mark: yaml.Mark, lines: list[str]) -> Trouble:
    """A list in brackets is to be closed on its line, whatever was read behind it."""
    opening = lines[context.line][context.column : context.column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "]")
    message = say(
        'the closing "%(closing)s" or a comma is missing; text with a comma, a colon or a bracket in it '
        "needs quotation marks",
        closing=closing,
    )
    at = mark if mark.line == context.line else context
    return Trouble("J102", message, at.line, at.column)
