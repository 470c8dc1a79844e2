"""`emotion.csv`: some folders of tests/cases/insight have one, which is compared whole."""

import pytest

from mkdocs_journeys.exchange import emotion_csv
from mkdocs_journeys.exchange.emotion_csv import COLUMNS
from tests.golden import CASES, expect
from tests.insight.sites import study_files, study_folder

WITH_FIGURES = ("readings", "confidence", "typed-scores", "expired-evidence")


@pytest.mark.parametrize("case", WITH_FIGURES)
def test_all_figures_of_a_journey_are_in_its_table(case: str) -> None:
    insight = study_folder(CASES / "insight" / case)
    table = emotion_csv(insight, next(iter(insight.journeys))).decode()
    expect(CASES / "insight" / case / "emotion.csv", table)


def test_no_cell_is_taken_for_a_formula() -> None:
    stages = 'stages: [{name: S, id: s, steps: [{name: "=1+1", id: a, emotion: {lena: 1}}]}]'
    text = f"---\ntitle: J\npersonas: [lena, omar]\n{stages}\n---\n"
    table = emotion_csv(study_files({"journeys/j.md": text}), "j").decode()
    figures = "1,1,false,false,0,,,,,none,0,0,0,,,"
    rows = [f"s,a,'=1+1,,{figures},,,", f"s,a,'=1+1,lena,{figures},,,"]
    totals = [",,,,1,,,,0,,,,,,,,,,,,,,", ",,,lena,1,,,,0,,,,,,,,,,,,,,", ",,,omar,,,,,0,,,,,,,,,,,,,,"]
    assert table.splitlines() == [",".join(COLUMNS), *rows, *totals]
