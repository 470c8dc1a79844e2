"""A figure is the same wherever a reader meets it: on the page, in the SVG, in the tables and in the JSON."""

import csv
import json
import re
from html import unescape

import pytest

from mkdocs_journeys.charts import emotion_svg
from mkdocs_journeys.exchange import emotion_csv, journeys_json, steps_csv
from mkdocs_journeys.insight import Insight, StepInsight
from mkdocs_journeys.languages import language
from mkdocs_journeys.pages.journey_files import stage_names
from mkdocs_journeys.pages.words import chart_words
from tests.insight.sites import study_folder
from tests.pages.pages import CASES, OPTIONS, pages_of_case, site_of

CASE = CASES / "what-is-known"
ROW = re.compile(r'<tr><th scope="row"><a href="#([^"]+)">.*?</tr>', re.DOTALL)


@pytest.fixture(scope="module")
def insight() -> Insight:
    return study_folder(CASE, options=OPTIONS)


@pytest.fixture(scope="module")
def steps(insight: Insight) -> list[StepInsight]:
    return [step for step in insight.journeys["buying"].steps if step.feeling is not None]


def told(step: StepInsight) -> tuple[str, str]:
    """The score as people read it, and the number of people."""
    assert step.feeling is not None
    return language("en").score(step.feeling.score), str(step.feeling.n or "")


def test_on_the_page(steps: list[StepInsight]) -> None:
    html = pages_of_case(CASE)["buying"].html
    table = html[html.index('id="page.numbers"') :]
    cells = {
        row[1]: [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<td.*?</td>", row[0])]
        for row in ROW.finditer(table)
    }
    found = {id_: (row[0].split(" (")[0], row[2]) for id_, row in cells.items()}
    assert {step.id: found[step.id] for step in steps} == {step.id: told(step) for step in steps}


def test_in_the_picture(insight: Insight, steps: list[StepInsight]) -> None:
    journey = insight.journeys["buying"]
    view = site_of(insight).view("journeys/buying/", "en")
    svg = emotion_svg(journey.curves[:1], stage_names(journey), chart_words(journey, view)).decode()
    titles = set(re.findall(r"<title>([^<]+)</title>", svg))
    for step in steps:
        score, n = told(step)
        title = f"{step.at.step.name}: {score.removeprefix('+')}"
        assert (f"{title} (n = {n})" if n else title) in titles


def test_in_tables_and_json(insight: Insight, steps: list[StepInsight]) -> None:
    figures = csv.DictReader(emotion_csv(insight, "buying").decode().splitlines())
    whole = {row["step_id"]: row for row in figures if row["step_id"] and not row["persona"]}
    short = {
        row["step_id"]: row for row in csv.DictReader(steps_csv(insight, "buying").decode().splitlines())
    }
    (journey,) = json.loads(journeys_json(insight))["journeys"]
    data = {step["id"]: step["emotion"] for stage in journey["stages"] for step in stage["steps"]}
    for step in steps:
        it = data[step.id]
        assert {whole[step.id]["score"], short[step.id]["emotion"]} == {f"{it['score']:g}"}
        assert {whole[step.id]["n"], short[step.id]["n"]} == {str(it["n"])}
        assert whole[step.id]["confidence"] == it["confidence"]["level"]
        assert whole[step.id]["q1"] == ("" if it["q1"] is None else f"{it['q1']:g}")
