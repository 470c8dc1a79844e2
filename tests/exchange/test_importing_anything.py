"""Whatever a file holds: a definition that passes the check, or a message; never a traceback."""

import io
import time
import zipfile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.definitions import visible
from mkdocs_journeys.exchange.importing import Wishes
from tests.exchange.imports import READERS, faults, imported

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


def zip_bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (80 << 20))
    return stream.getvalue()


ROW = "Buy,Pays,1,a; b; c\n"
BOMBS = {
    "rows": ("table", f"Stage,Step,Emotion,Pains\n{ROW * 50_000}".encode()),
    "columns": ("table", ("Stage,Step\n" + "x," * 400_000).encode()),
    "one cell": ("table", f'Stage,Step\nBuy,"{"x" * 5_000_000}"\n'.encode()),
    "an open quotation mark": ("table", ('Stage,Step\nBuy,"' + "x\n" * 500_000).encode()),
    "items": ("table", f"Stage,Step,Pains\nBuy,Pays,{'a;' * 10_000}\n".encode()),
    "headings": ("table", (",".join(f"Touchpoimt{n}" for n in range(5_000)) + "\nx").encode()),
    "brackets": ("table", f"Stage,Step,Pains\nBuy,Pays,{'[' * 15_000}\n".encode()),
    "a Markdown table": ("table", b"| Stage | Step |\n|---|---|\n" + b"| a | b |\n" * 30_000),
    "Markdown brackets": ("table", b"| Stage | Step |\n|---|---|\n| " + b"[[" * 100_000 + b" | b |\n"),
    "zip": ("table", zip_bomb()),
    "tasks": ("mermaid", b"journey\n" + b"Pays: 5: Me\n" * 100_000),
    "actors": ("mermaid", b"journey\nPays: 5: " + b"a," * 100_000),
    "colons": ("mermaid", b"journey\nPays" + b": 5" * 100_000),
    "semicolons": ("mermaid", b"journey\nPays" + b"; a: 5" * 50_000),
    "hashes": ("mermaid", b"journey\n" + b"#" * 400_000 + b": 5"),
    "comments": ("mermaid", b"journey\n" + b"%% x\n" * 100_000),
    "front matter": ("mermaid", b"---\na: " + b"[" * 9_000 + b"\n---\njourney\nPays: 5"),
    "aliases": ("mermaid", b"---\na: &a [x]\nb: [" + b"*a," * 9_000 + b"]\n---\njourney\nPays: 5"),
    "fences": ("mermaid", b"```mermaid\njourney\n" * 30_000),
    "headings above": ("mermaid", b"# " + b" #" * 200_000 + b"x\n```mermaid\njourney\nPays: 5\n```\n"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_soon(name: str) -> None:
    source, raw = BOMBS[name]
    start = time.process_time()
    texts, said = imported(source, raw, "any")
    assert time.process_time() - start < 10
    assert texts or said[-1].startswith("any:")
