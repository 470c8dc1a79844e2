"""A journey's page in a real browser."""

from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, OpenPage

WITH_EVERYTHING = "journeys/buying-shoes/"
ONE_PERSONA = "journeys/membership/"
A4_LANDSCAPE = {"width": 1047, "height": 718}  # CSS px between margins of 10 mm


def lane(page: Page, name: str) -> Any:
    return page.locator(f".jm-step .jm-r-{name}")


def switch_off(page: Page, label: str) -> None:
    page.get_by_text("Show and hide").click()
    page.get_by_label(label, exact=True).uncheck()


def test_a_lane_can_be_switched_off_and_the_address_keeps_it(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    expect(lane(page, "thinks").first).to_be_visible()
    switch_off(page, "Thinks")
    expect(lane(page, "thinks").first).to_be_hidden()
    assert parse_qs(urlsplit(page.url).query) == {"hide": ["thinks"]}
    page.reload()
    expect(lane(page, "thinks").first).to_be_hidden()
    expect(lane(page, "does").first).to_be_visible()


def test_a_persona_can_be_switched_off_with_curve_and_feelings(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    expect(page.locator(".jm-each[data-persona=omar]").first).to_be_visible()
    switch_off(page, "Omar Haddad")
    expect(page.locator(".jm-each[data-persona=omar]").first).to_be_hidden()
    shapes = page.locator(".jm-sheet [data-persona=omar]")
    assert shapes.count() > 0
    assert all(shapes.nth(i).get_attribute("hidden") is not None for i in range(shapes.count()))
    assert "without=omar" in page.url


def shown_curves(page: Page) -> list[str]:
    """The views of the curve that are to be seen in the first stage."""
    slices = page.locator(".jm-stage").first.locator(".jm-slice")
    names = [str(slices.nth(i).get_attribute("class")).split("jm-v-")[1] for i in range(slices.count())]
    return [name for i, name in enumerate(names) if slices.nth(i).is_visible()]


def test_the_curve_shows_one_view_at_a_time_and_the_address_keeps_it(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    assert shown_curves(page) == ["best"]
    page.get_by_label("Inside against outside").check()
    assert shown_curves(page) == ["inside-outside"]
    assert parse_qs(urlsplit(page.url).query) == {"view": ["inside-outside"]}
    page.reload()
    assert shown_curves(page) == ["inside-outside"]
    page.get_by_label("Best knowledge").check()
    assert (shown_curves(page), urlsplit(page.url).query) == (["best"], "")


def test_the_views_of_the_curve_are_switched_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    page.get_by_label("Best knowledge").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert shown_curves(page) == ["said-done"]


def test_a_view_and_a_lane_are_kept_in_one_address(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    page.get_by_label("Said against done").check()
    switch_off(page, "Thinks")
    assert parse_qs(urlsplit(page.url).query) == {"view": ["said-done"], "hide": ["thinks"]}


def test_an_unknown_view_in_the_address_shows_the_best_knowledge(open_page: OpenPage) -> None:
    assert shown_curves(open_page(f"{WITH_EVERYTHING}?view=nothing")) == ["best"]


def test_without_a_script_all_views_of_the_curve_stand_below_one_another(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING, java_script_enabled=False)
    expect(page.locator(".jm-views")).to_be_hidden()
    assert shown_curves(page) == ["best", "inside-outside", "said-done"]
    boxes = [page.locator(f".jm-slice.jm-v-{view}").first.bounding_box() for view in shown_curves(page)]
    assert all(a and b and a["y"] + a["height"] <= b["y"] for a, b in pairwise(boxes))


def test_a_journey_of_which_one_side_is_known_offers_no_choice(open_page: OpenPage) -> None:
    expect(open_page("journeys/going-live/").locator(".jm-views")).to_have_count(0)


def test_lanes_are_switched_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    page.get_by_text("Show and hide").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Thinks", exact=True).focus()
    page.keyboard.press("Space")
    expect(lane(page, "thinks").first).to_be_hidden()


def test_the_map_scrolls_in_a_region_with_a_name_that_the_keyboard_reaches(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    region = page.get_by_role("region", name="The map")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.jm-map-scroll').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= LAPTOP["width"]


def test_the_names_of_the_lanes_stay_when_the_map_scrolls(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    name = page.locator(".jm-rows .jm-r-does .jm-row-name")
    before = name.bounding_box()
    page.evaluate("document.querySelector('.jm-map-scroll').scrollLeft = 500")
    after = name.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == pytest.approx(before["x"], abs=1)


POINTS_AND_STEPS = """() => {
  const steps = [...document.querySelectorAll(".jm-step")];
  const sheet = document.querySelector(".jm-sheet svg");
  const column = sheet.viewBox.baseVal.width / steps.length;
  const slices = [...document.querySelectorAll(".jm-slice")];
  const points = ".jm-point.jm-all circle, circle.jm-point.jm-all:not(.jm-name)";
  return [...sheet.querySelectorAll(points)].map((circle) => {
    const x = circle.cx.baseVal.value;
    const slice = slices.find(({viewBox: {baseVal: part}}) => part.x <= x && x < part.x + part.width);
    const matrix = slice.getScreenCTM();
    const box = steps[Math.floor(x / column)].getBoundingClientRect();
    return [matrix.a * x + matrix.e, box.x + box.width / 2];
  });
}"""


@pytest.mark.parametrize("path", [ONE_PERSONA, WITH_EVERYTHING])
def test_every_point_of_the_curve_stands_above_its_step(open_page: OpenPage, path: str) -> None:
    pairs = open_page(path).evaluate(POINTS_AND_STEPS)
    assert pairs
    assert all(point == pytest.approx(step, abs=2) for point, step in pairs)


def test_steps_stand_in_their_order_and_lanes_on_one_line(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    lefts = page.evaluate(
        "[...document.querySelectorAll('.jm-step')].map((s) => s.getBoundingClientRect().x)"
    )
    assert lefts == sorted(lefts)
    cells = "[...document.querySelectorAll('.jm-step .jm-r-does')]"
    tops = page.evaluate(f"{cells}.map((cell) => cell.getBoundingClientRect().y)")
    assert max(tops) - min(tops) < 1


def test_on_a_phone_each_step_is_a_card_that_names_its_lanes(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING, viewport=PHONE)
    boxes = page.evaluate(
        "[...document.querySelectorAll('.jm-step')].map((s) => s.getBoundingClientRect().toJSON())"
    )
    assert all(box["left"] >= 0 and box["right"] <= PHONE["width"] for box in boxes)
    assert all(above["bottom"] <= below["top"] for above, below in pairwise(boxes))
    expect(page.locator(".jm-step dt").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_javascript_nothing_is_missing_but_switches(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING, java_script_enabled=False)
    expect(page.locator(".jm-tools")).to_be_hidden()
    steps = page.locator(".jm-step h4")
    assert steps.count() == 15
    for name in ("feels", "does", "thinks", "pains", "backstage"):
        expect(lane(page, name).first).to_be_visible()


def test_a_step_can_be_linked_and_is_shown_when_it_is(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING + "#pays")
    expect(page.locator("#pays")).to_be_in_viewport()


def test_a_table_is_sorted_by_the_column_that_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING)
    table = page.locator(".jm-table[id='page.touchpoint-table']")
    head = table.get_by_role("columnheader", name="Emotion")
    scores = "(t) => [...t.tBodies[0].rows].map((r) => r.cells[3].dataset.sort).filter(Boolean).map(Number)"
    head.get_by_role("button").click()
    up = table.evaluate(scores)
    assert up == sorted(up)
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert table.evaluate(scores) == sorted(up, reverse=True)


def test_on_paper_no_step_is_split(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING, viewport=A4_LANDSCAPE)
    page.emulate_media(media="print")
    every = "[...document.querySelectorAll('.jm-step')]"
    steps = page.evaluate(f"{every}.map((step) => [getComputedStyle(step).breakInside, step.offsetHeight])")
    assert {rule for rule, _ in steps} == {"avoid"}
    assert max(height for _, height in steps) < A4_LANDSCAPE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_LANDSCAPE["width"]


def test_on_paper_the_steps_of_a_stage_stand_side_by_side_under_its_curve(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING, viewport=A4_LANDSCAPE)
    page.emulate_media(media="print")
    tops = "(stage) => [...stage.querySelectorAll('.jm-step')].map((step) => step.offsetTop)"
    rows = page.evaluate(f"[...document.querySelectorAll('.jm-stage')].map({tops})")
    assert [len(set(row)) for row in rows if len(row) <= 6] == [1] * sum(len(row) <= 6 for row in rows)


def test_on_paper_the_picture_of_then_and_now_keeps_its_legend(open_page: OpenPage) -> None:
    page = open_page(WITH_EVERYTHING, viewport=A4_LANDSCAPE)
    page.emulate_media(media="print")
    expect(page.locator(".jm-figure svg .jm-legend").first).to_be_visible()
    expect(page.locator("p.jm-legend")).to_be_hidden()
