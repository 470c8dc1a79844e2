"""How many people there are at each level, in a small picture: any number of people, one scale for a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.charts import DistributionWords, distribution_svg, highest_share
from mkdocs_journeys.insight import Distribution
from tests.charts.samples import LEVELS, SVG, drawn_places, of_class, read

WORDS = DistributionWords(levels=LEVELS)


def people(*counts: int) -> Distribution:
    """So many people at each level; mean and quartiles are made up."""
    return Distribution(n=sum(counts), people=counts, mean=0.5, q1=-1, q3=1.5)


def bars(svg: bytes) -> dict[str, float]:
    """The height in px of each bar, by its title."""
    found = {}
    for bar in of_class(svg, "jm-people"):
        for path in [bar] if bar.tag == f"{SVG}path" else list(bar):
            corners = path.get("d", "").replace("M", "").replace("z", "").split("L")
            heights = [float(corner.split()[1]) for corner in corners]
            found[path.findtext(f"{SVG}title") or ""] = max(heights) - min(heights)
    return found


def test_bars_are_as_high_as_the_share_of_people_and_say_how_many_they_are() -> None:
    assert bars(distribution_svg(people(0, 10, 20, 30, 40), WORDS, peak=0.4)) == {
        "bad: 10": 7, "neutral: 20": 14, "good: 30": 21, "very good: 40": 28,
    }  # fmt: skip


def test_one_of_very_many_is_not_taken_for_nobody() -> None:
    drawn = bars(distribution_svg(people(1, 0, 0, 0, 9_999_999), WORDS))
    assert drawn == {"very bad: 1": 2, "very good: 9999999": 28}


def test_pictures_of_one_page_have_one_scale() -> None:
    half, all_ = people(5, 5, 0, 0, 0), people(0, 0, 7, 0, 0)
    peak = highest_share([half, all_])
    assert peak == 1
    assert bars(distribution_svg(half, WORDS, peak=peak))["bad: 5"] == 14
    assert highest_share([half]) == 0.5
    assert highest_share([]) == 1


def test_mean_and_middle_half_stand_under_the_bars() -> None:
    svg = distribution_svg(people(1, 1, 1, 1, 1), WORDS)
    (mean,), (half,) = of_class(svg, "jm-mean-mark"), of_class(svg, "jm-middle-half")
    assert mean.get("d", "").startswith("M95 ")
    assert half.get("d", "").startswith("M50 41L125 41")


def test_it_is_hidden_from_screen_readers_and_has_no_ids() -> None:
    hidden = read(distribution_svg(people(1, 0, 0, 0, 0), WORDS))
    assert hidden.get("aria-hidden") == "true"
    assert not [element for element in hidden.iter() if element.get("id")]


@pytest.mark.parametrize("peak", [0, -1, 0.001, 5])
def test_a_peak_that_is_none_draws_no_bar_out_of_the_picture(peak: float) -> None:
    assert max(bars(distribution_svg(people(1, 2, 3, 4, 5), WORDS, peak=peak)).values()) <= 28


scores = st.floats(-3, 3)


@given(st.tuples(*[st.integers(0, 10**12)] * 5), st.floats(0, 1), scores, scores, scores)
def test_nothing_is_drawn_outside_the_picture(
    counts: tuple[int, ...], peak: float, mean: float, q1: float, q3: float
) -> None:
    found = Distribution(n=sum(counts), people=counts, mean=mean, q1=q1, q3=q3)
    svg = distribution_svg(found, WORDS, peak=peak)
    assert all(0 <= x <= 160 and 0 <= y <= 48 for x, y in drawn_places(svg))
    assert len(bars(svg)) == sum(count > 0 for count in counts)
