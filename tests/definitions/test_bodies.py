"""What stands in a body's HTML once its addresses and titles are filled in."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.definitions import BodyReader

EVIL = 'x" onerror="alert(1)"><script>alert(2)</script>'


def placed(body: str, title: str = EVIL) -> str:
    content = BodyReader(("attr_list", "tables", "md_in_html", "toc")).read(body)
    return content.placed(lambda _: ("address", title), lambda _: "link", lambda _: "picture")


def test_a_title_is_text_and_nothing_else() -> None:
    assert "&quot; onerror=&quot;alert(1)&quot;&gt;&lt;script&gt;" in placed("[[evil]]")


@pytest.mark.parametrize(
    ("body", "attribute"),
    [
        ("![[[evil]]](p.png)", 'alt="[[evil]]"'),
        ('![x](p.png "[[evil|words]]")', 'title="[[evil|words]]"'),
        ('[t](https://x.example "[[evil]]")', 'title="[[evil]]"'),
        ('x <abbr title="[[evil]]">y</abbr>', 'title="[[evil]]"'),
        ('x <abbr title="`code`">y</abbr>', 'title="code"'),
    ],
)
def test_no_reference_is_read_in_an_attribute(body: str, attribute: str) -> None:
    html = placed(body)
    assert attribute in html
    assert "onerror" not in html
    assert "\x02" not in html


def test_a_reference_in_an_attribute_is_none_and_the_next_one_is() -> None:
    content = BodyReader().read('![[[a]]](p.png) <abbr title="[[b]]">y</abbr> <!-- [[c]] --> [[d]]')
    assert content.literal == {0, 1, 2}
    assert content.references[3][1] == "[[d]]"


@pytest.mark.parametrize(
    "text",
    [
        'href="journeys-link:9"',
        "[x](journeys-reference:9)",
        "&#65532;0&#65532;",
        "&\\#65532;0&\\#65532;",
        "[[lena]] journeystitle9x journeyslink9x",
    ],
)
def test_nothing_that_is_typed_is_taken_for_an_address(text: str) -> None:
    html = placed(f"Write `{text}` or {text}", 'Lena href="journeys-link:7" journeystitle7x')
    assert "picture" not in html
    assert '"link"' not in html


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    reader = BodyReader()
    mark = reader.read("[[lena]]").marks.mark("title", 0)
    assert reader.read("[[lena]]").placed(lambda _: ("a", mark), str, str).count(mark) == 1


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("# [[lena]]", "notes.lena"),
        ("# About [[buying#pays|how she pays]]", "notes.about-how-she-pays"),
        ("# Two\n\n# Two", "notes.two-2"),
        ("# ???", "notes.heading"),
    ],
)
def test_a_heading_has_an_anchor_of_what_is_typed(heading: str, anchor: str) -> None:
    assert f'id="{anchor}"' in placed(heading)


def test_a_reference_in_a_heading_is_read_although_an_anchor_is_made_of_it() -> None:
    content = BodyReader(("toc",)).read("# [[lena]]")
    assert content.literal == set()
    html = content.placed(lambda _: ("address", "Lena"), str, str)
    assert html == '<h2 id="notes.lena"><a href="address">Lena</a></h2>'


PIECES = (
    "[[evil]]", "[[evil|b]]", "![", "](p.png)", "[", '](x "', '")', "<abbr title=", "</abbr>", '"', "`",
    "\n\n", "# ", "<!--", "-->", "<details>", "</details>", "{: title=", "}", "| a |", "\n", "[^1]", "*",
    "\\", "[a]: ", "<x ", ">", " ",
)  # fmt: skip


@example("[[evil]]{: title=}")
@example("`x`{: title=}")
@example("<abbr title=[[[evil]]](p.png)-->")
@example("![a [b [[evil]]](x)](p.png)")
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_body_lets_a_title_out_of_its_text(body: str) -> None:
    content = READER.read(body)
    html = content.placed(lambda _: ("address", EVIL), lambda _: "link", lambda _: "picture")
    seen = [name for _, attributes in _Tags.of(html) for name, _ in attributes]
    assert "onerror" not in seen
    assert not content.marks.seal or content.marks.seal not in html
    assert "klzzwxh" not in html
    assert "script" not in {tag for tag, _ in _Tags.of(html)}


READER = BodyReader(("attr_list", "tables", "md_in_html", "toc", "footnotes"))


class _Tags(HTMLParser):
    """The opening tags of HTML with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    @classmethod
    def of(cls, text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
        parser = cls()
        parser.feed(text)
        return parser.found
