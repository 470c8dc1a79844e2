"""Whatever a file holds: a definition that passes the check, or a message; never a traceback."""

import io

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.definitions import visible
from mkdocs_journeys.exchange.importing import Wishes
from tests.exchange.imports import READERS, faults, imported
from tests.golden import CASES, expect
from tests.work import guarded

MERMAID = st.sampled_from([
    "journey\n", "title ", "section ", "accTitle: ", "accDescr: ", "accDescr {\n", "}", "%% ", "%%{i}%%\n",
    "%%{", "---\n", "title: x\n", "Pays", ": ", ":", "5", "X", "-1", "0", "99999999999999999999", "Me", ", ",
    ";", "#", "# ", "#35;", "#quot;", "\n", "\n", "  ", "\t", "：", "，", "<br>", "[[x]]",
    "[a](javascript:b)",
    "???", "exit", "End", "score", "```mermaid\n", "```\n", "\x1b", "\u2028", "旅", "Я", "NO", "- ", "'", '"',
    "\\", "*",
])  # fmt: skip
CELLS = st.sampled_from([
    "Stage", "Step", "Emotion", "Emotion (1-5)", "Doing", "Thinking", "Feeling", "Touchpoints", "Pain points",
    "Ideas", "Persona", "Goal", "Duration", "Drop-off", "When", "Evidence", "Этап", "阶段", "情绪", "MoT",
    "Quotes",
    "stage_id", "step_id", "assumed", "n", "Nobody knows", "x", "y; z", '"a\nb"', "1", "-2", "4,5", "4/5",
    "20%",
    "good", "плохо", "20 min", "", "", "", "'=1+1", "[[x]]", "<br>", "**b**", "???", "exit", "#REF!", "- a",
    "\x00", "Channel", "😡",
])  # fmt: skip
SIGNS = st.sampled_from([",", ";", "\t", "|"])


def all_is_well(source: str, raw: bytes, path: str, wishes: Wishes | None = None) -> None:
    texts, said = imported(source, raw, path, wishes)
    assert texts or said[-1].startswith(f"{path}:")
    for line in "\n".join(said).split("\n"):
        assert visible(line) == line
    for text in texts:
        assert faults(text) == []


@settings(max_examples=150)
@given(st.lists(MERMAID, max_size=40).map("".join))
@example("Pays: 5: Me")
@example("score:journey")
@example("name:journey")
def test_any_mermaid_is_read(text: str) -> None:
    all_is_well("mermaid", f"journey\n{text}".encode(), "any.mmd")
    all_is_well("mermaid", text.encode(), "any.md")


@settings(max_examples=150)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=6), SIGNS, st.booleans())
def test_any_table_is_read(rows: list[list[str]], sign: str, turned: bool) -> None:
    if turned:
        width = max(map(len, rows))
        rows = [[row[n] if n < len(row) else "" for row in rows] for n in range(width)]
    text = "\n".join(sign.join(row) for row in rows)
    all_is_well("table", text.encode(), "any.csv")
    bars = [f"| {' | '.join(row)} |".replace("\n", " ") for row in rows]
    all_is_well("table", "\n".join([bars[0], "|---" * len(rows[0]) + "|", *bars[1:]]).encode(), "any.md")


@settings(max_examples=100)
@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-16")))
@example(b"PK\x03\x04")
@example(b"\xd0\xcf\x11\xe0")
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(b"a\0b\xff")
def test_any_bytes_are_read(raw: bytes) -> None:
    for source in READERS:
        all_is_well(source, raw, "any")


VALUES = CELLS.filter(lambda text: "\0" not in text) | st.floats() | st.booleans() | st.dates()


@settings(max_examples=40)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=6), min_size=1, max_size=6))
def test_any_workbook_is_read(rows: list[list[object]]) -> None:
    all_is_well("table", workbook(rows), "any.xlsx")


@settings(max_examples=60)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=20))
def test_a_broken_workbook_is_a_message(at: int, spoilt: bytes) -> None:
    raw = workbook([["Stage", "Step"], ["Buy", "Pays"]])
    at %= len(raw)
    all_is_well("table", raw[:at] + spoilt + raw[at + len(spoilt) :], "any.xlsx")


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_bomb_is_read_or_a_message_and_nothing_hangs() -> None:
    expect(CASES / "bombs" / "importing.txt", guarded("tests.exchange.bombs"))
