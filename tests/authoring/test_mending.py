"""What has one right answer is mended; the rest of the file stays as it was typed."""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.authoring.mending import difference, mend, mend_text
from mkdocs_journeys.definitions import Kind, findings_in, is_readable, render_findings, values_in
from tests.definitions.bombs import BOMBS
from tests.definitions.test_anything import PIECES
from tests.golden import CASES, cases, expect
from tests.sites import journey

MENDING = CASES / "mending"
KINDS: tuple[Kind, ...] = get_args(Kind)


@pytest.mark.parametrize("case", cases("mending"))
def test_a_file_is_mended_as_expected(case: str) -> None:
    kind = next(kind for kind in KINDS if (MENDING / case / f"{kind}.md").exists())
    raw = (MENDING / case / f"{kind}.md").read_bytes()
    mended = mend(f"{kind}.md", raw, kind)
    after = raw if mended is None else mended.after
    left = findings_in(after.decode("utf-8-sig"), kind)
    expect(MENDING / case / "difference.diff", difference(mended) if mended else "")
    expect(MENDING / case / "left.txt", render_findings(left))
    assert mend(f"{kind}.md", after, kind) is None


def test_the_example_has_nothing_to_mend(repository: Path) -> None:
    for folder, kind in (("journeys", "journey"), ("personas", "persona"), ("docs/evidence", "evidence")):
        for file in (repository / folder).rglob("*.md"):
            if file.name != "index.md":
                assert mend(file.name, file.read_bytes(), kind) is None, file  # type: ignore[arg-type] # a Kind


def test_line_ends_that_git_makes_stay() -> None:
    raw = journey("sumary: x\n").replace("\n", "\r\n").encode()
    mended = mend("x.md", raw, "journey", keep_line_ends=True)
    assert mended is not None
    assert mended.after == raw.replace(b"sumary", b"summary")
    assert not mended.line_ends


def test_mixed_line_ends_become_one_kind() -> None:
    mended = mend("x.md", journey().encode().replace(b"\n", b"\r\n", 2), "journey", keep_line_ends=True)
    assert mended is not None
    assert (mended.after, mended.line_ends, difference(mended)) == (journey().encode(), True, "")


def test_a_byte_order_mark_goes() -> None:
    mended = mend("x.md", journey().encode("utf-8-sig"), "journey")
    assert mended is not None
    assert (mended.after, mended.line_ends) == (journey().encode(), True)


@pytest.mark.parametrize("raw", [b"\xff\xfe-\x00", b"---\ntitle: \xe4\n---\n", b"", b"---\r"])
def test_what_is_no_text_or_no_definition_stays(raw: bytes) -> None:
    assert mend("x.md", raw, "journey") is None


def test_an_invisible_character_goes_and_words_stay_apart() -> None:
    assert mend_text(journey("summary: one\x0btwo\x00\n"), "journey") == journey("summary: one two\n")


def test_a_control_character_within_a_word_is_deleted_as_its_finding_says() -> None:
    assert mend_text(journey("summary: Sho\0es\n"), "journey") == journey("summary: Shoes\n")


@pytest.mark.parametrize("name", ["mistakes", "equal keys", "quotes in quotes", "aliases"])
def test_a_bomb_is_mended_or_left_alone_and_then_stays(name: str) -> None:
    mended = mend_text(BOMBS[name], "journey")
    assert mend_text(mended, "journey") == mended


FINE = (MENDING / "nothing-to-mend" / "journey.md").read_text(encoding="utf-8")
TYPOS = st.sampled_from([
    ("personas:", "persona:"), ("title: ", "titel: "), ("reviewed: 2026-", "reviewed: 2026/"), (": ", "： "),
    ("emotion: -", "emotion: −"), ("    ", "\t"), ("summary: ", "summary: @"), ("name: ", "name: [["),
    ("- name: ", "- Name: "), ("- ", "- %"), (": ", ":"), ("\n", "  \n"), ("\n", " # a comment: of mine\n"),
    ("touchpoints: [", "touchpoints: [@x, "), ("does: ", "does: one: "), ("quotes:", "qoutes:"),
    ("share: 0.", "share: 0,"), ("channel: ", "chanel: "), ("takes: ", "takes: About: "),
])  # fmt: skip


@st.composite
def spoilt_journeys(draw: st.DrawFn) -> str:
    """A journey with up to three mistakes that people make, each at one place."""
    text = FINE
    for right, wrong in draw(st.lists(TYPOS, min_size=1, max_size=3)):
        places = [match.start() for match in re.finditer(re.escape(right), text)]
        if places:
            at = draw(st.sampled_from(places))
            text = text[:at] + wrong + text[at + len(right) :]
    return text


def comments(text: str) -> int:
    return text.count("# a comment: of mine")


@settings(max_examples=60)
@given(spoilt_journeys())
def test_what_people_spoil_is_mended_once_and_comments_survive(text: str) -> None:
    mended = mend_text(text, "journey")
    assert mend_text(mended, "journey") == mended
    if is_readable(text):
        assert len(findings_in(mended, "journey")) <= len(findings_in(text, "journey"))
    assert comments(mended) == comments(text)
    assert mended.count("\n") == text.count("\n")


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("title: [x] \n")
def test_mending_twice_is_mending_once(front: str) -> None:
    mended = mend_text(f"---\n{front}\n---\nText  \n", "journey")
    assert mend_text(mended, "journey") == mended


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*" \t\n'x", "# c", "needs: |\n"]), max_size=20))
def test_what_is_fine_keeps_its_meaning(pieces: list[str]) -> None:
    text = journey("needs: >\n  a\n" + "".join(pieces) + "\n")
    if not findings_in(text, "journey"):
        mended = mend_text(text, "journey")
        assert values_in(mended) == values_in(text)
        assert [line.rstrip() for line in mended.split("\n")] == [line.rstrip() for line in text.split("\n")]
