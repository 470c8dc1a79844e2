"""The same input gives the same bytes, whatever the machine, the folder and what was drawn before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_journeys.charts import (
    ComparisonWords,
    Slide,
    comparison_map_svg,
    emotion_png,
    emotion_slide,
    emotion_svg,
    map_curve_svg,
    sparkline_svg,
    trend_svg,
)
from mkdocs_journeys.insight import Comparison
from tests.charts.samples import LEVELS, STAGES, WORDS, changed, scored

REPOSITORY = Path(__file__).parent.parent.parent
CURVES = [scored(1, -1, None, 0.3, 2, evidenced=True), scored(0, 1, 1, -2, 1, persona="ada")]
SIDES = Comparison(sides="said-done", first=CURVES[0], second=CURVES[1], gaps=())
TWO = ComparisonWords("Said and done", "As the table.", LEVELS, "What they say", "What they do")
PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.charts.test_same_bytes import everything
for content in everything():
    print(hashlib.sha256(content).hexdigest())
"""


def everything() -> list[bytes]:
    return [
        emotion_svg(CURVES, STAGES, WORDS),
        map_curve_svg(CURVES, WORDS),
        sparkline_svg(CURVES[0]),
        trend_svg(changed(*CURVES), STAGES, TWO),
        comparison_map_svg(SIDES, TWO),
        emotion_png(CURVES, STAGES, WORDS).content,
        emotion_slide("pdf", CURVES, STAGES, WORDS, Slide()).content,
    ]


def test_nothing_that_was_drawn_before_changes_a_chart() -> None:
    first = everything()
    emotion_svg([scored(2, 2, 2)], STAGES, WORDS, prefix="another")
    assert everything() == first


def test_hash_seed_time_zone_time_and_folder_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text(
        "svg.fonttype: path\ntext.hinting: force_autohint\nlines.linewidth: 9\npath.sketch: 5, 50, 9\n"
        "font.size: 30\n"
        "text.antialiased: False\npath.snap: False\nagg.path.chunksize: 101\npdf.fonttype: 42\n"
        "pdf.compression: 0\nsavefig.dpi: 300\nfont.sans-serif: Liberation Sans\nlines.antialiased: False\n"
    )
    one = digests(REPOSITORY, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")
    other = digests(tmp_path, PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C", SOURCE_DATE_EPOCH="1")
    assert len(one) == len(everything())
    assert one == other


def digests(folder: Path, **environment: str) -> list[str]:
    """What another process draws."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(REPOSITORY)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.fail(run.stderr, pytrace=False)
    return run.stdout.split()
