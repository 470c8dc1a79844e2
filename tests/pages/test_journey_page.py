"""Journeys' pages, whole: each folder of tests/cases/pages is a site with the pages that it must give.

`PYTHONPATH=. python tests/pages/test_journey_page.py` writes them anew: read the difference.
"""

from pathlib import Path

import pytest

from tests.pages.pages import CASES, page_of, pages_of_case, without_drawing

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


def test_an_archived_journey_is_left_out_of_search() -> None:
    page = page_of("status: archived\nstages: [{name: First, steps: [Pays]}]")
    assert not page.search
    assert "data-pagefind-body" not in page.html


def test_a_page_holds_no_script_and_no_handler() -> None:
    for case in CASES.iterdir():
        for page in pages_of_case(case).values():
            assert "<script" not in page.html
            assert " on" not in {word[:3] for word in page.html.split("<") if word.startswith(" on")}


if __name__ == "__main__":
    for wanted in ALL:
        wanted.parent.mkdir(exist_ok=True)
        wanted.write_text(
            without_drawing(pages_of_case(wanted.parent.parent)[wanted.stem].html), encoding="utf-8"
        )
