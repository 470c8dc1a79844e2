"""Journeys' pages, whole: each folder of tests/cases/pages is a site with the pages that it must give.

`PYTHONPATH=. python tests/pages/test_journey_page.py` writes them anew: read the difference.
"""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.pages import CASES, page_of, pages_of, pages_of_case, without_drawing

ALL = sorted(path.parent.parent / "expected" / f"{path.stem}.html" for path in CASES.glob("*/journeys/*.md"))


@pytest.mark.parametrize("expected", ALL, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_journey_has_the_page_that_was_agreed(expected: Path) -> None:
    page = pages_of_case(expected.parent.parent)[expected.stem]
    assert without_drawing(page.html) == expected.read_text(encoding="utf-8")


def test_every_step_and_stage_is_a_heading_with_its_own_id_followed_by_what_it_says() -> None:
    html = page_of(
        "stages: [{name: First, steps: [{name: Pays, does: Types}, {name: Waits, does: Sits}]}]"
    ).html
    order = [
        html.index(part) for part in ('<h3 id="first">', '<h4 id="pays">', "Types", '<h4 id="waits">', "Sits")
    ]
    assert order == sorted(order)


def test_lanes_without_content_do_not_appear() -> None:
    html = page_of("stages: [{name: First, steps: [{name: Pays, does: Types}]}]").html
    assert "jm-r-does" in html
    assert "jm-r-pains" not in html


def test_a_page_with_nothing_scored_has_no_curve_and_says_so() -> None:
    html = page_of("stages: [{name: First, steps: [Pays]}]").html
    assert "<svg" not in html
    assert "Nothing is scored yet" in html


def test_personas_stand_at_a_step_that_not_all_take() -> None:
    html = page_of("stages: [{name: First, steps: [{name: Pays, personas: lena}, Waits]}]").html
    assert html.count('class="jm-only"') == 1


@pytest.mark.parametrize(
    ("status", "due", "overdue"),
    [
        ("idea", "2026-11-19", True),
        ("planned", "2026-11-19", True),
        ("doing", "2026-11-19", True),
        ("doing", "2026-11-20", False),
        ("done", "2026-11-19", False),
        ("dropped", "2026-11-19", False),
    ],
)
def test_an_improvement_is_overdue_as_in_the_register(status: str, due: str, overdue: bool) -> None:
    improvement = f"{{title: Mend, id: mend, for: pays, status: {status}, due: {due}}}"
    html = page_of(
        f"improvements: [{improvement}]\nstages: [{{name: First, steps: [{{name: Pays, id: pays}}]}}]"
    ).html
    assert ("overdue</span>" in html) == overdue


def test_an_archived_journey_is_left_out_of_search() -> None:
    page = page_of("status: archived\nstages: [{name: First, steps: [Pays]}]")
    assert not page.search
    assert "data-pagefind-body" not in page.html


def test_a_page_holds_no_script_and_no_handler() -> None:
    for case in CASES.iterdir():
        for page in pages_of_case(case).values():
            assert "<script" not in page.html
            assert " on" not in {word[:3] for word in page.html.split("<") if word.startswith(" on")}


class Elements(HTMLParser):
    """The elements of a page, in order, with their ids and the anchors that it links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.anchors: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.anchors += [href[1:] for href in [found.get("href") or ""] if href.startswith("#")]


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_no_id_is_given_twice_and_every_link_within_a_page_leads_somewhere(case: Path) -> None:
    for page in pages_of(case).values():
        elements = Elements(page.html)
        assert sorted(set(elements.ids)) == sorted(elements.ids)
        assert set(elements.anchors) <= set(elements.ids)


JOURNEY = """summary: {text}
tags: [{text}]
stages:
  - name: First
    id: first
    goal: {text}
    steps:
      - {{name: {text}, id: one, does: {text}, feeling: {text}, emotion: 1, pains: {text}, quotes: {text},
         touchpoints: web, where: {text}, metrics: {{name: {text}, value: 1, unit: {text}}}}}
improvements: [{{title: {text}, id: better, for: one, action: {text}}}]"""


@settings(max_examples=20, deadline=None)
@given(
    st.text(st.sampled_from("<>\"'/=;{}%# ") | st.characters(categories=["L"]), min_size=1).map("a{}".format)
)
def test_whatever_text_is_written_the_page_is_built_of_the_same_elements(text: str) -> None:
    html = page_of(JOURNEY.format(text=json.dumps(text, ensure_ascii=False))).html
    assert (
        Elements(without_drawing(html)).tags
        == Elements(without_drawing(page_of(JOURNEY.format(text='"a"')).html)).tags
    )


if __name__ == "__main__":
    for wanted in ALL:
        wanted.parent.mkdir(exist_ok=True)
        wanted.write_text(
            without_drawing(pages_of_case(wanted.parent.parent)[wanted.stem].html), encoding="utf-8"
        )
