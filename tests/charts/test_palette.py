"""Colours reach the contrast that the guidelines ask for, in light and dark."""

import pytest

from mkdocs_journeys.charts.palette import DARK, FORCED, HANDS, LIGHT, Ink, PersonaInk, css, hand_of

PERSONAS: tuple[PersonaInk, ...] = ("blue", "vermillion", "green", "purple")
MARKS: tuple[Ink, ...] = (*PERSONAS, "axis")
TEXTS: tuple[Ink, ...] = ("ink", "muted")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ink", MARKS)
def test_marks_reach_three_to_one_on_white_and_on_slate(ink: Ink) -> None:
    assert contrast(LIGHT[ink], "#ffffff") >= 3
    assert contrast(DARK.get(ink, LIGHT[ink]), "#1e2129") >= 3


@pytest.mark.parametrize("ink", TEXTS)
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_texts_reach_four_and_a_half_to_one_on_paper_and_on_stages(ink: Ink, ground: Ink) -> None:
    assert contrast(LIGHT[ink], LIGHT[ground]) >= 4.5
    assert contrast(DARK[ink], DARK[ground]) >= 4.5


def test_a_number_in_a_filled_point_can_be_read_in_both_schemes() -> None:
    assert contrast(LIGHT["white"], LIGHT["blue"]) >= 4.5
    assert not {"white", "blue"} & set(DARK)


def test_the_palette_is_what_the_pages_promise() -> None:
    assert [LIGHT[ink] for ink in PERSONAS] == ["#0072B2", "#D55E00", "#009E73", "#CC79A7"]
    assert css("blue") == "var(--journeys-blue, #0072B2)"


def test_no_two_hands_share_colour_marker_or_dash() -> None:
    assert len({hand.ink for hand in HANDS}) == len({hand.shape for hand in HANDS}) == 4
    assert len({hand.dash for hand in HANDS}) == 4


def test_personas_of_one_colour_still_differ_in_marker_and_dash() -> None:
    first, second = hand_of(0, "green"), hand_of(1, "green")
    assert first.ink == second.ink
    assert first.shape != second.shape
    assert first.dash != second.dash


def test_forced_colours_cover_every_ink() -> None:
    assert set(FORCED) == set(LIGHT)
