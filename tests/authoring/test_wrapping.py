"""Text in lines of a terminal's width."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.authoring.wrapping import wrapped
from mkdocs_journeys.definitions.findings import columns_of

CHARACTERS = st.text("ab `-,.“”я列，。（）「」", max_size=60)


def test_lines_break_between_words() -> None:
    assert wrapped("Type a space\nafter the colon.", 16, "  ") == "  Type a space\n  after the\n  colon."


def test_a_chinese_character_takes_two_columns_and_may_begin_a_line() -> None:
    assert wrapped("在冒号后面输入空格", 8) == "在冒号后\n面输入空\n格"


def test_no_line_begins_with_chinese_punctuation_that_closes_or_ends_with_one_that_opens() -> None:
    assert wrapped("在冒号后，输入", 8) == "在冒号\n后，输入"
    assert wrapped("请选择「另存」", 8) == "请选择\n「另存」"


def test_a_word_in_a_chinese_sentence_stays_whole() -> None:
    assert wrapped("在这里写`channel`这个词", 14) == "在这里写\n`channel`这个\n词"


def test_a_word_longer_than_a_line_has_a_line_of_its_own() -> None:
    assert wrapped("a buying-running-shoes b", 10) == "a\nbuying-running-shoes\nb"


@given(CHARACTERS, st.integers(10, 40))
def test_nothing_is_lost_or_added_but_line_breaks(text: str, width: int) -> None:
    assert "".join(wrapped(text, width).split()) == "".join(text.split())


@given(st.text("ab 列，", max_size=60), st.integers(10, 40))
def test_a_line_is_no_wider_than_asked_for_unless_a_word_is(text: str, width: int) -> None:
    pieces = max((columns_of(word) for word in text.split()), default=0)
    assert all(columns_of(line) <= max(width, pieces) for line in wrapped(text, width).split("\n"))
