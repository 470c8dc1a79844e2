"""What an emotion chart shows, and what it never does, for any curve."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given, settings

from mkdocs_journeys.charts import emotion_svg, map_curve_height, map_curve_svg
from mkdocs_journeys.charts.text_layout import clean
from mkdocs_journeys.insight import Curve
from tests.charts.samples import (
    STAGES,
    SVG,
    WORDS,
    curve,
    drawn_places,
    journeys,
    of_class,
    point,
    read,
    said,
    scored,
    texts,
)


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_any_curve_gives_well_formed_xml_without_repeated_ids(curves: list[Curve]) -> None:
    for svg in (emotion_svg(curves, STAGES, WORDS), map_curve_svg(curves, WORDS, prefix="map")):
        ids = [element.get("id") for element in read(svg).iter() if element.get("id")]
        assert len(ids) == len(set(ids)) == 2
        assert ids == read(svg).get("aria-labelledby", "").split()


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_every_steps_name_is_there_as_text(curves: list[Curve]) -> None:
    shown = texts(emotion_svg(curves, STAGES, WORDS))
    for step in curves[0].points:
        assert clean(step.step_name) == "" or clean(step.step_name) in shown


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_nothing_is_drawn_outside_the_picture(curves: list[Curve]) -> None:
    for svg in (emotion_svg(curves, STAGES, WORDS), map_curve_svg(curves, WORDS)):
        _, _, width, height = map(float, read(svg).get("viewBox", "").split())
        for x, y in drawn_places(svg):
            assert 0 <= x <= width
            assert 0 <= y <= height


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_no_line_crosses_a_gap(curves: list[Curve]) -> None:
    svg = map_curve_svg(curves[:1], WORDS, column=100)
    crossed = {int(a // 100) for part in line_parts(svg) for a, b in part}
    missing = [step.score is None for step in curves[0].points]
    for column, (here, after) in enumerate(pairwise(missing)):
        assert (column in crossed) == (not here and not after)


def line_parts(svg: bytes) -> list[list[tuple[float, float]]]:
    """Of each line the x at which its segments start and end, part by part."""
    data = [line.get("d", "") for line in of_class(svg, "jm-line")]
    parts = [part for line in data for part in line.split("M") if part]
    return [list(pairwise([float(end.split()[-2]) for end in ends_of(part)])) for part in parts]


def ends_of(part: str) -> list[str]:
    start, *curves = re.sub(r"(?<=\d)-", " -", part).split("C")
    return [start, *curves]


def test_assumed_is_hollow_and_dashed_and_evidence_filled_and_solid() -> None:
    points = [point("A", 1, evidenced=True), point("B", 0, evidenced=True), point("C", -1), point("D", 1)]
    svg = map_curve_svg([curve(points)], WORDS)
    (solid,) = (line for line in of_class(svg, "jm-line") if "jm-evidenced" in line.get("class", ""))
    (dashed,) = (line for line in of_class(svg, "jm-line") if "jm-assumed" in line.get("class", ""))
    assert solid.get("stroke-dasharray") is None
    assert solid.get("d", "").count("C") == 1
    assert dashed.get("stroke-dasharray") == "5 4"
    assert dashed.get("d", "").count("C") == 2
    hollow, filled = of_class(svg, "jm-point")
    assert (hollow.get("fill"), len(hollow)) == ("#ffffff", 2)
    assert (filled.get("fill"), len(filled)) == ("#0072B2", 2)


def test_readings_have_their_spread_as_a_band_and_their_number_in_the_title() -> None:
    measured = [point("A", 1, n=12, q1=0.5, q3=1.5), point("B", 0, n=48, q1=-1, q3=0.5), point("C", 1)]
    svg = emotion_svg([curve(measured)], STAGES, WORDS)
    assert f"{WORDS.title} (n = 12–48)" in texts(svg)
    assert read(svg).findtext(f"{SVG}title") == f"{WORDS.title} (n = 12–48)"
    assert len(of_class(svg, "jm-band")) == 2  # the curve's and the legend's
    assert WORDS.spread in texts(svg)


def test_without_readings_neither_band_nor_number_is_claimed() -> None:
    svg = emotion_svg([scored(1, 0)], STAGES, WORDS)
    assert WORDS.title in texts(svg)
    assert not of_class(svg, "jm-band")
    assert WORDS.spread not in texts(svg)


def test_what_was_assumed_is_shown_beside_what_was_measured() -> None:
    measured = [point("A", -1, evidenced=True, n=5, q1=-1, q3=0, assumed=1), point("B", 0)]
    svg = map_curve_svg([curve(measured)], WORDS, height=200)
    typed = [element for element in of_class(svg, "jm-typed") if element.tag == f"{SVG}circle"]
    assert [circle.get("cy") for circle in typed] == ["57"]


def test_a_moment_of_truth_has_a_ring_and_the_legend_says_what_it_is() -> None:
    svg = emotion_svg([curve([point("A", -1, moment="truth"), point("B", 0, moment="pain")])], STAGES, WORDS)
    assert len(of_class(svg, "jm-moment")) == 2
    assert WORDS.truth in texts(svg)


def test_what_the_company_believes_is_a_curve_of_its_own_with_a_name() -> None:
    svg = emotion_svg([scored(-1, 0)], STAGES, WORDS, inside=scored(1, 1))
    assert {WORDS.inside, WORDS.everyone} <= set(texts(svg))
    assert of_class(svg, "jm-inside")


def test_with_nothing_scored_it_says_so_and_has_no_axes_but_the_steps() -> None:
    svg = emotion_svg([scored(None, None, None)], STAGES, WORDS)
    assert WORDS.nothing_scored in texts(svg)
    assert {"Step 1", "Step 2", "Step 3", "Find out"} <= set(texts(svg))
    assert not of_class(svg, "jm-zero")
    assert not of_class(svg, "jm-level")
    assert not set(WORDS.levels.values()) & set(texts(svg))


def test_levels_are_words_and_stages_have_names() -> None:
    shown = texts(emotion_svg([scored(0, 1)], STAGES, WORDS))
    assert set(WORDS.levels.values()) | {"Find out"} <= set(shown)


def test_up_to_four_personas_share_a_plot_and_more_have_one_each() -> None:
    def plots(personas: int) -> int:
        curves = [scored(0, 1), *(scored(1, n / 5, persona=f"p{n}") for n in range(personas))]
        return len(of_class(emotion_svg(curves, STAGES, WORDS), "jm-zero"))

    assert [plots(n) for n in (0, 1, 4, 5, 6)] == [1, 1, 1, 5, 6]


def test_the_map_tells_how_high_it_is() -> None:
    for personas in (0, 4, 6):
        curves = [scored(0, 1), *(scored(1, n / 6, persona=f"p{n}") for n in range(personas))]
        height = float(read(map_curve_svg(curves, WORDS, height=120)).get("height", ""))
        assert map_curve_height(curves, 120) == height
        assert (height > 120) == (personas > 4)


def test_a_personas_shapes_can_be_switched_by_class_and_by_id() -> None:
    svg = emotion_svg([scored(0, 1), scored(1, 0, persona="ada"), scored(2, 1, persona="bo")], STAGES, WORDS)
    shapes = of_class(svg, "jm-persona-2")
    assert shapes
    assert {shape.get("data-persona") for shape in shapes} == {"bo"}


def test_every_shape_has_a_class_of_its_own_or_of_its_group() -> None:
    root = read(emotion_svg([scored(0, 1, None, 2), scored(1, 0, 0, 0, persona="ada")], STAGES, WORDS))
    parents = {child: parent for parent in root.iter() for child in parent}
    for shape in root.iter():
        if shape.tag.removeprefix(SVG) in ("path", "circle", "text"):
            assert "jm-" in shape.get("class", "") + parents[shape].get("class", "")


def test_every_colour_is_a_variable_with_a_fallback() -> None:
    svg = emotion_svg([scored(0, 1)], STAGES, WORDS).decode()
    for key, colour in re.findall(r' (fill|stroke)="(#\w+)"', svg):
        assert re.search(rf"{key}:var\(--journeys-\w+, {colour}\)", svg)


def test_map_points_stand_in_the_centres_of_equal_columns() -> None:
    svg = map_curve_svg([scored(0, 1, -1, 2)], WORDS, column=200, height=160)
    assert read(svg).get("viewBox") == "0 0 800 160"
    centres = [circle.get("cx") for circle in read(svg).iter(f"{SVG}circle")]
    assert sorted(map(float, filter(None, centres))) == [100, 300, 500, 700]


def test_a_chart_without_a_name_is_hidden_from_screen_readers_and_has_no_ids() -> None:
    svg = map_curve_svg([scored(0, 1)], WORDS)
    assert read(svg).get("aria-hidden") == "true"
    assert b" id=" not in svg


def test_a_chart_with_a_name_is_an_image_that_says_what_it_shows() -> None:
    root = read(emotion_svg([scored(0, 1)], STAGES, WORDS, prefix="buying"))
    assert (root.get("role"), root.get("lang")) == ("img", "en")
    assert root.get("aria-labelledby") == "buying-title buying-desc"
    assert root.findtext(f"{SVG}desc") == WORDS.alternative


def test_markup_formulas_and_control_characters_in_names_are_text_or_gone() -> None:
    names = ["<script>alert(1)</script>", "$$x^2$$", "_hidden", "a & b", "Pays\x08", "]]>", "%s {x}"]
    svg = emotion_svg([curve([point(name, 1) for name in names])], STAGES, WORDS)
    assert set(map(clean, names)) <= set(texts(svg))
    assert b"<script" not in svg


def test_no_other_host_no_date_and_no_program_is_named() -> None:
    svg = emotion_svg([scored(0, 1)], STAGES, WORDS).decode()
    assert re.findall(r"https?://[^\"' ]+", svg) == ["http://www.w3.org/2000/svg"]
    for word in ("href", "url(", "metadata", "DOCTYPE", "<?xml", "atplotlib"):
        assert word not in svg


def test_fifteen_steps_take_about_nine_thousand_bytes() -> None:
    names = ["Sees a photo", "Asks in the shop", "Compares three shops", "Reads reviews", "Chooses a size"]
    points = [point(names[i % 5], i % 5 - 2, evidenced=i % 3 > 0) for i in range(15)]
    assert len(emotion_svg([curve(points)], STAGES, WORDS)) < 9000


def test_a_pointer_finds_step_score_and_number_of_people() -> None:
    svg = map_curve_svg([curve([point("Pays", -1.25, n=24, q1=-2, q3=-1)])], WORDS)
    assert b"<title>Pays: \xe2\x88\x921.25 (n = 24)</title>" in svg


def test_texts_that_are_cut_are_whole_for_a_pointer() -> None:
    long = "A persona with quite a long name and more of it"
    svg = map_curve_svg([scored(0, 1), scored(1, 0, persona="ada")], WORDS)
    assert b"\xe2\x80\xa6" not in svg
    svg = map_curve_svg([scored(0, 1), curve([point("A", 1), point("B", 1)], "ada", long)], WORDS)
    (name,) = (e for e in of_class(svg, "jm-name") if said(e).endswith("…"))
    assert name.findtext(f"{SVG}title") == long


def test_equal_scores_of_personas_stand_side_by_side_and_others_in_the_centre() -> None:
    curves = [scored(0, 0, persona="ada"), scored(0, 2, persona="bo"), scored(0.05, -2, persona="cy")]
    places = [
        placed for curve in of_class(map_curve_svg(curves, WORDS), "jm-assumed") for placed in xs(curve)
    ]
    assert places[:2] == [89, 300]


def xs(marks: ET.Element) -> list[float]:
    return [float(mark.get("cx", "")) for mark in marks if mark.get("cx")]
