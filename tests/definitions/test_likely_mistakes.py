"""A mistake anywhere in a journey gets one answer, at the line that has it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_origin

import pytest
from pydantic import BaseModel, create_model

from mkdocs_journeys.definitions import MODELS, findings_in, read_definitions
from mkdocs_journeys.definitions.keys import FIRST_KEYS, KEYS, LISTS
from mkdocs_journeys.definitions.meant_values import meant_dates, meant_number, meant_score
from mkdocs_journeys.definitions.shapes import Shape, shape_of
from tests.conftest import REPOSITORY
from tests.sites import write

LINES = (REPOSITORY / "journeys" / "retail" / "buying-shoes.md").read_text(encoding="utf-8").split("\n")
FRONT_MATTER = range(1, LINES.index("---", 1), 4)
"""Every fourth line: enough of each kind."""

KEY = r"^(\s*(?:- )?\w+):"

MISTAKES: dict[str, tuple[Callable[[str], str], float]] = {
    "no space after the colon": (lambda line: re.sub(KEY + " ", r"\1:", line), 0),
    "a wide colon": (lambda line: re.sub(KEY + r"\s*", "\\1\uff1a", line), 0),
    "a quotation mark that is not closed": (lambda line: re.sub(r'"(\s*)$', r"\1", line), 0),
    "tabs": (lambda line: re.sub("^(?:  )+", lambda lead: "\t" * (len(lead[0]) // 2), line), 0.01),
    "no colon": (lambda line: re.sub(KEY, r"\1", line), 0.05),
    "one space too many": (lambda line: f" {line}", 0.05),
    "two spaces too many": (lambda line: f"  {line}", 0.08),
    "one space too few": (lambda line: re.sub("^ ", "", line), 0.05),
    "two spaces too few": (lambda line: re.sub("^  ", "", line), 0.06),
    "no dash": (lambda line: re.sub(r"^(\s*)- ", r"\1", line), 0.05),
    "spaces for a dash": (lambda line: re.sub(r"^(\s*)- ", r"\1  ", line), 0.05),
}
"""What is done to a line, and the part of all lines where another line may be blamed, or more than one.

Where a line is the first of two, or the text of several lines, nobody can tell which of them is wrong.
"""


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_anywhere_gets_one_answer_at_its_line(name: str, tmp_path: Path) -> None:
    mistake, tolerance = MISTAKES[name]
    spoilt = {n: mistake(LINES[n]) for n in FRONT_MATTER if mistake(LINES[n]) != LINES[n]}
    missed = []
    for number, line in spoilt.items():
        text = "\n".join([*LINES[:number], line, *LINES[number + 1 :]])
        findings = read_definitions(write(tmp_path, {"journeys/any.md": text})).findings
        if findings and [finding.place.line for finding in findings] != [number + 1]:
            missed.append(line)
    assert len(missed) <= tolerance * len(spoilt), missed


def keys_of(shape: Shape) -> set[str]:
    inner = [*shape.keys.values(), *([shape.others] if shape.others else [])]
    return set(shape.keys).union(*map(keys_of, inner))


def test_the_keys_that_a_line_may_begin_with_are_those_of_the_format() -> None:
    assert set(KEYS) == set[str]().union(*(keys_of(shape_of(model)) for model in MODELS.values()))


def lists_of(annotation: Any, key: str = "") -> set[str]:
    """The keys of lists below a type whose items have keys."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return set[str]().union(*(lists_of(info.annotation, info.alias or name) for name, info in fields))
    parts = getattr(annotation, "__args__", ())
    found = set[str]().union(*(lists_of(part, key) for part in parts))
    is_list = get_origin(annotation) is tuple and shape_of_type(annotation).keys
    return found | {key} if is_list else found


def shape_of_type(annotation: Any) -> Shape:
    return shape_of(create_model("Any", any=(annotation, ...))).keys["any"]


def test_the_keys_whose_lines_begin_with_dashes_are_those_of_the_format() -> None:
    assert set(LISTS) == set[str]().union(*map(lists_of, MODELS.values()))


def first_keys_of(shape: Shape) -> Iterator[tuple[str, str]]:
    """The lists of parts below a shape, each with the first key that its parts take."""
    for key, inner in shape.keys.items():
        if inner.items == "parts" and inner.keys:
            yield key, next(iter(inner.keys))
        yield from first_keys_of(inner)


def test_the_names_with_which_items_begin_are_those_of_the_format() -> None:
    of_parts = {pair for model in MODELS.values() for pair in first_keys_of(shape_of(model))}
    assert set(FIRST_KEYS.items()) <= of_parts | {("do", "action")}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("30.09.2026", ["2026-09-30"]), ("30.9.2026 г.", ["2026-09-30"]), ("09/30/2026", ["2026-09-30"]),
        ("30/09/2026", ["2026-09-30"]), ("08/09/2026", ["2026-08-09", "2026-09-08"]),
        ("09/09/2026", ["2026-09-09"]), ("2026/9/3", ["2026-09-03"]), ("2026.9.3", ["2026-09-03"]),
        ("20260903", ["2026-09-03"]), ("2026年9月3日", ["2026-09-03"]), ("２０２６-９-３", ["2026-09-03"]),
        ("30 сентября 2026", ["2026-09-30"]), ("3 мая 2026 года", ["2026-05-03"]),
        ("Sept. 30, 2026", ["2026-09-30"]), ("30th September 2026", ["2026-09-30"]),
        ("20-10-2026", ["2026-10-20"]), ("03.09.2026", ["2026-09-03", "2026-03-09"]),
        ("03.09.2026 г.", ["2026-09-03"]), ("October 20, 2026", ["2026-10-20"]), ("Octopus 20, 2026", []),
        ("2026-09-30T10:00", ["2026-09-30"]), ("31.09.2026", []), ("next Monday", []), ("1.2.3", []),
    ],
)  # fmt: skip
def test_a_date_in_another_order_is_understood_where_it_can_be(typed: str, meant: list[str]) -> None:
    assert [date.isoformat() for date in meant_dates(typed)] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("happy", 1), ("Very good!", 2), ("“sad”", -1), ("хорошо", 1), ("очень плохо", -2), ("很好", 2),
        ("不好", -1), ("一般", 0), ("🙁", -1), ("a bit of both", None), ("", None),
    ],
)  # fmt: skip
def test_a_word_for_a_feeling_comes_near_to_a_score(typed: str, meant: int | None) -> None:
    assert meant_score(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("-1,5", "-1.5"), ("－１", "-1"), ("\u22121.5", "-1.5"), ("“2”", "2"), ("68,5 %", "68.5"),
        ("1,234,567", None), ("1e3", None), ("12:30", None), ("0x1", None), ("two", None),
    ],
)  # fmt: skip
def test_a_number_in_another_writing_is_understood_where_it_can_be(typed: str, meant: str | None) -> None:
    assert meant_number(typed) == meant


def test_many_wide_commas_hide_no_finding() -> None:
    steps = [f"name: Step {n}， id: s{n}， emotion: {9 if n == 30 else 1}" for n in range(31)]
    lines = "".join(f"      - {{{step}}}\n" for step in steps)
    text = f"---\ntitle: Shoes\npersonas: lena\nstages:\n  - name: Buy\n    steps:\n{lines}---\n"
    found = [(finding.code, finding.place.line) for finding in findings_in(text, "journey")]
    assert found == [*(("J102", line) for line in range(7, 38)), ("J113", 37)]
