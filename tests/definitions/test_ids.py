"""Ids, and how they are made of names."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.definitions import is_id, make_id


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Web shop", "web-shop"),
        ("  Cart -- and more!  ", "cart-and-more"),
        ("snake_case_Name", "snake_case_name"),
        ("Gro\u00dfe \u00d6ffnung", "gro\u00dfe-\u00f6ffnung"),
        ("Cafe\u0301", "caf\u00e9"),
        (
            "\u041a\u0443\u043f\u0438\u0442\u044c \u0434\u043e\u043c",
            "\u043a\u0443\u043f\u0438\u0442\u044c-\u0434\u043e\u043c",
        ),
        ("\u7d50\u5e33\u3000\u9801", "\u7d50\u5e33-\u9801"),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940"),
        ("\u0661\u0662", "\u0661\u0662"),
        ("x\u00b2", "x"),
        ("???", None),
        ("", None),
        ("Index", None),
    ],
)
def test_an_id_is_made_from_a_name(name: str, made: str | None) -> None:
    assert make_id(name) == made


@given(st.text(max_size=40))
def test_what_is_made_is_an_id_and_stays_as_it_is(name: str) -> None:
    made = make_id(name)
    if made is not None:
        assert is_id(made)
        assert make_id(made) == made
        assert unicodedata.is_normalized("NFC", made)
        assert not made.startswith("-")
        assert not made.endswith("-")
        assert "--" not in made


@given(st.text(max_size=40))
def test_a_name_in_another_form_of_unicode_makes_the_same_id(name: str) -> None:
    assert make_id(unicodedata.normalize("NFD", name)) == make_id(unicodedata.normalize("NFC", name))


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_an_ascii_name_is_read_as_the_rule_says(name: str) -> None:
    made = re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-")
    assert make_id(name) == (made if made not in ("", "index") else None)


@pytest.mark.parametrize("text", ["", "index", "a b", "a.b", "a/b", "\u00b2", "a#b", "\u2163"])
def test_other_characters_make_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["-", "_", "Index", "a-b_C1", "\u0301", "\u0661"])
def test_letters_marks_digits_dashes_and_underscores_make_an_id(text: str) -> None:
    assert is_id(text)
