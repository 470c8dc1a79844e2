"""Inline Markdown: what contributors may write, and nothing else."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.definitions import Reference
from mkdocs_journeys.pages.inline import inline_html, plain

ALLOWED = {"em", "strong", "code", "br", "a"}


def to(reference: Reference) -> tuple[str, str]:
    return f"../{reference.id}/", reference.text or "Its <title>"


def html_of(text: str) -> str:
    return str(inline_html(text, to, lambda path: f"SITE/{path}"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain & simple", "plain &amp; simple"),
        ("*very* **bad** `x<y`", "<em>very</em> <strong>bad</strong> <code>x&lt;y</code>"),
        ("[a](https://a.example/?b=1&c=2)", '<a href="https://a.example/?b=1&amp;c=2">a</a>'),
        ("[a](guide/x.md#part)", '<a href="SITE/guide/x.md#part">a</a>'),
        ("[a](javascript:alert)", '<a href="#">a</a>'),
        ("[[lena]]", '<a href="../lena/">Its &lt;title&gt;</a>'),
        ("[[lena|she]]", '<a href="../lena/">she</a>'),
        ("`[[lena]]`", "<code>[[lena]]</code>"),
        ("<b>raw</b>", "&lt;b&gt;raw&lt;/b&gt;"),
    ],
)
def test_inline_markdown_becomes_html(text: str, html: str) -> None:
    assert html_of(text) == html


def test_plain_text_is_what_one_would_read_aloud() -> None:
    assert plain("*very* [[lena]] & `x`", lambda reference: reference.id) == "very lena & x"


class Reader(HTMLParser):
    """Fails at whatever no contributor may bring into a page."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= {"href"}
        for _, value in attrs:
            assert not (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))


MARKUP = st.text(st.sampled_from("*_`[]()<>\"'&\\!ab:/#|\n ") | st.characters(), max_size=40)


@given(MARKUP | MARKUP.map(lambda text: f"[x]({text})") | MARKUP.map(lambda text: f"[[{text}]]"))
def test_no_text_brings_anything_but_harmless_elements_into_a_page(text: str) -> None:
    reader = Reader()
    reader.feed(html_of(text))
    reader.close()
