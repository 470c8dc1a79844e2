"""Texts break into lines that lose nothing and fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.charts.text_layout import clean, longest_word, shortened, text_width, wrap

SIZE = 12.0


@given(st.text(max_size=200), st.floats(20, 400))
def test_the_lines_joined_are_the_text(text: str, width: float) -> None:
    assert "".join(wrap(text, SIZE, width)) == clean(text)


@given(st.text(max_size=200), st.floats(20, 400))
def test_no_line_is_wider_than_it_may_be(text: str, width: float) -> None:
    assert all(text_width(line.rstrip(), SIZE) <= width for line in wrap(text, SIZE, width))


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("Compares three shops", SIZE, 80) == ("Compares ", "three shops")


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert len(wrap("Geschwindigkeitsbegrenzungsüberschreitung", SIZE, 120)) == 3


def test_lines_are_about_equally_long() -> None:
    first, second = wrap("比较三家网店的价格和评价", SIZE, 11 * SIZE)
    assert abs(len(first) - len(second)) <= 2


def test_chinese_breaks_between_characters_but_not_before_a_full_stop_or_after_a_bracket() -> None:
    assert wrap("付款成功", SIZE, 2 * SIZE) == ("付款", "成功")
    assert wrap("付款。", SIZE, 2 * SIZE) == ("付", "款。")
    assert wrap("付《款", SIZE, 2 * SIZE) == ("付", "《款")


def test_a_chinese_character_is_as_wide_as_it_is_high_and_an_accent_has_no_width() -> None:
    assert text_width("付款", SIZE) == 2 * SIZE
    assert text_width("e\u0301", SIZE) == text_width("e", SIZE)


@pytest.mark.parametrize("text", ["Pays\x00", "\x1bPays", "Pays\ud800", " \n Pays\t", "Pays\uffff"])
def test_what_xml_cannot_hold_is_gone_and_white_space_is_one_space(text: str) -> None:
    assert clean(text) == "Pays"


@given(st.text(max_size=60), st.floats(30, 200))
def test_a_shortened_text_fits_and_says_that_it_was_cut(text: str, width: float) -> None:
    short = shortened(text, SIZE, width)
    assert text_width(short, SIZE) <= width
    assert short == clean(text) or short.endswith("…")


def test_the_longest_word_is_the_widest_piece_that_does_not_break() -> None:
    assert longest_word("a well-known shop", SIZE) == text_width("known", SIZE)
