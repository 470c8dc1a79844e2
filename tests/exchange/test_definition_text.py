"""Definitions are written as people write them, and read back as they were meant."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.definitions import can_be_seen, normalise, read_definitions
from mkdocs_journeys.definitions.front_matter import read_front_matter
from mkdocs_journeys.definitions.yaml_tree import plain
from mkdocs_journeys.exchange.definition_text import definition_text, number_text
from tests.sites import write

JOURNEY: Mapping[str, Any] = {
    "owner": "NO",
    "reviewed": "2026-09-30",
    "title": "Buying: shoes",
    "personas": ["lena", "omar"],
    "summary": "It says: a #b",
    "tags": [
        "1.10",
        "2026-09-30",
        "null",
        "y",
        "1e3",
        "- x",
        "[[x]]",
        'say "x"',
        '"x" a',
        "12:30",
        "\u202ex",
    ],
    "stages": [
        {
            "name": "Find out",
            "needs": [
                "A sentence that is quite long and would not fit into this line",
                "into a line with this other one here",
            ],
            "steps": [
                "Looks around",
                {
                    "name": "Pays",
                    "emotion": {"lena": -1.0, "omar": {"score": 1e-7, "evidence": ["survey"]}},
                    "next": [{"to": "journey:other#x", "share": 0.25}, {"to": "exit", "share": 0.75}],
                    "quotes": [{"text": "Two\nlines", "by": "lena", "consent": "yes"}],
                },
            ],
        }
    ],
    "improvements": [{"title": "Pay by phone", "for": ["pays"], "due": "2027-01-01"}],
}
TEXT = """---
# Say who
# travels
title: "Buying: shoes"
personas: [lena, omar]
summary: "It says: a #b"
owner: "NO"
reviewed: 2026-09-30
tags: ["1.10", "2026-09-30", "null", "y", "1e3", "- x", "[[x]]", say "x", '"x" a', "12:30", "\\u202ex"]
stages:
  - name: Find out
    needs:
      - A sentence that is quite long and would not fit into this line
      - into a line with this other one here
    steps:
      - Looks around
      # The worst
      - name: Pays
        emotion: {lena: -1, omar: {score: 0.0000001, evidence: [survey]}}
        next:
          - {to: "journey:other#x", share: 0.25}
          - {to: exit, share: 0.75}
        quotes: [{text: "Two\\nlines", by: lena, consent: yes}]
improvements:
  - title: Pay by phone
    for: [pays]
    due: 2027-01-01
---
The story.
"""
COMMENTS = {("title",): "Say who\ntravels", ("stages", 0, "steps", 1): "The worst"}
PIECES = st.sampled_from([
    "NO", "1.10", "010", "0x1", "1_0", "12:30", "2026-09-30", "null", "~", "yes", "=", "<<", "---", "...",
    "- ", "-", "? ", "?", ": ", ":", " #", "#", "x", " ", ",", "[", "]", "{", "}", "[[", "]]", "'", '"',
    "\\", "*", "&", "!", "|", ">", "%", "@", "`", "\n", "\t", "\r", "\x00", "\x85", "\u2028", "\ufeff",
    "\u200b", "\u202e", "\U0001f600", "\U00020bb7", "я", "旅", "é", "\ufffe", "\x1b", "a",
])  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, min_size=1, max_size=6).map("".join), st.text(st.characters(exclude_categories=["Cs"]))
).filter(can_be_seen)
LISTS = st.lists(TEXTS, min_size=1, max_size=4)
STEPS = st.fixed_dictionaries({
    "name": TEXTS,
    "does": LISTS,
    "emotion": st.floats(-2, 2) | st.dictionaries(TEXTS, st.floats(-2, 2), min_size=1, max_size=3),
    "pains": st.lists(st.fixed_dictionaries({"text": TEXTS, "severity": st.integers(1, 5)}), min_size=1),
})  # fmt: skip
JOURNEYS = st.fixed_dictionaries({
    "title": TEXTS,
    "personas": LISTS,
    "stages": st.lists(
        st.fixed_dictionaries({"name": TEXTS, "steps": st.lists(STEPS | TEXTS, min_size=1, max_size=2)}),
        min_size=1, max_size=2,
    ),
})  # fmt: skip
BODIES = st.lists(st.sampled_from(["---\n", "# x", "\n", "a: b", " ", "```\n", "é"]), max_size=6).map("".join)
MISREAD = (
    "J100",
    "J101",
    "J102",
    "J104",
    "J105",
    "J106",
    "J107",
    "J108",
    "J109",
    "J110",
    "J118",
    "J119",
    "J125",
    "J126",
)
"""Findings of a front matter that was not read as it was meant."""


def test_a_definition_is_laid_out_as_people_write_it() -> None:
    assert definition_text(JOURNEY, "The story.", COMMENTS) == TEXT


def test_nothing_is_a_definition_too() -> None:
    assert definition_text({}) == "---\n---\n"


def test_an_empty_slot_stays_open() -> None:
    assert (
        definition_text({"title": "", "owner": None, "needs": []})
        == '---\ntitle: ""\nneeds: []\nowner:\n---\n'
    )


def test_a_comment_on_what_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        definition_text({"title": "x"}, comments={("stages", 0): "?"})


def test_what_no_file_can_hold_is_replaced() -> None:
    text = definition_text({"title": "a\ud800b"}, "x\r\ny\x1b\rz\udc00")
    assert text == "---\ntitle: a\ufffdb\n---\nx\ny \nz\ufffd\n"


@settings(max_examples=300)
@given(JOURNEYS, BODIES)
@example({"title": "x", "stages": [{"name": "x" * 200, "steps": ["y"]}]}, "")
@example({"title": "x", "stages": [{"name": "x", "steps": [{"name": "y", "emotion": {"k" * 200: 1}}]}]}, "")
@example(
    {
        "title": "x",
        "stages": [{"name": "x", "steps": [{"name": "y", "emotion": {"NO": -1.598, "<<": 1.16}}]}],
    },
    "",
)
@example({"title": "x", "stages": [{"name": "x", "steps": ["name:y", "score:y", "name:\u00a0y"]}]}, "")
@example({"title": "x", "stages": [{"name": "x", "steps": [{"name": "y", "emotion": {"at\u00a0": 1}}]}]}, "")
def test_any_journey_is_read_back_as_it_was(fields: dict[str, Any], body: str) -> None:
    text = definition_text(fields, body)
    front = read_front_matter(text)
    assert front.root is not None
    assert (front.troubles, plain(front.root)) == ((), typed(fields))
    assert front.body.removesuffix("\n") == body.removesuffix("\n")
    assert not [code for code in codes(text) if code.startswith(MISREAD)]


@settings(max_examples=300)
@given(JOURNEYS)
def test_any_journey_is_the_same_to_an_ordinary_reader_of_yaml(fields: dict[str, Any]) -> None:
    front = definition_text(fields).removeprefix("---\n").removesuffix("---\n")
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(front, Loader=loader) == fields  # noqa: S506 - both are safe


def codes(text: str) -> list[str]:
    with TemporaryDirectory() as folder:
        definitions = read_definitions(write(Path(folder), {"journeys/any.md": text}))
        return [finding.code for finding in definitions.findings]


def typed(value: Any) -> Any:
    """Data as the reader's tree has it: numbers are texts, keys are in NFC."""
    if isinstance(value, dict):
        return {normalise(key): typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return value if isinstance(value, str) else number_text(value)
