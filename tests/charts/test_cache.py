"""Drawn charts are kept, and what is kept is never wrong."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.charts import ChartCache, MissingGlyphs, Picture, emotion_svg, sparkline_svg
from mkdocs_journeys.charts.fingerprints import canonical
from tests.charts.samples import STAGES, WORDS, scored

REPOSITORY = Path(__file__).parent.parent.parent
INPUTS = (scored(1, -1), STAGES, WORDS)


def never() -> bytes:
    pytest.fail("drawn again")


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*") if path.is_file())


def test_a_chart_is_drawn_once_and_read_afterwards(tmp_path: Path) -> None:
    drawn = ChartCache(tmp_path).cached("curve", INPUTS, lambda: b"chart")
    assert ChartCache(tmp_path).cached("curve", INPUTS, never) == drawn == b"chart"


@pytest.mark.parametrize(
    ("kind", "inputs"),
    [("other", INPUTS), ("curve", (scored(1, -1.1), STAGES, WORDS)), ("curve", INPUTS[:2]),
     ("curve", (scored(1, -1, evidenced=True), STAGES, WORDS)), ("curve", (scored(1, -1), {}, WORDS))],
)  # fmt: skip
def test_another_kind_or_input_is_another_chart(tmp_path: Path, kind: str, inputs: object) -> None:
    cache = ChartCache(tmp_path)
    cache.put("curve", INPUTS, b"chart")
    assert cache.get(kind, inputs) is None


@pytest.mark.parametrize("damage", [lambda entry: entry[:-1], lambda entry: entry[:10], lambda _: b"",
                                    lambda entry: entry[:-1] + b"!", lambda entry: entry + b"!"])  # fmt: skip
def test_a_damaged_entry_is_drawn_again_and_mended(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    cache = ChartCache(tmp_path)
    cache.put("curve", INPUTS, b"chart")
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.get("curve", INPUTS) is None
    assert cache.cached("curve", INPUTS, lambda: b"chart") == b"chart"
    assert cache.cached("curve", INPUTS, never) == b"chart"


def test_an_entry_under_another_entrys_name_is_not_taken_for_it(tmp_path: Path) -> None:
    cache = ChartCache(tmp_path)
    cache.put("curve", INPUTS, b"chart")
    cache.put("other", INPUTS, b"other")
    one, other = entries(tmp_path)
    one.write_bytes(other.read_bytes())
    found = [cache.get("curve", INPUTS), cache.get("other", INPUTS)]
    assert found in ([None, b"other"], [b"chart", None])


def test_deleting_the_folder_changes_no_byte(tmp_path: Path) -> None:
    def build() -> bytes:
        return ChartCache(tmp_path / "cache").cached("curve", INPUTS, lambda: sparkline_svg(INPUTS[0]))

    first, second = build(), build()
    for entry in entries(tmp_path / "cache"):
        entry.unlink()
    assert first == second == build()


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to(path)], ids=["a file", "a loop"])
def test_a_folder_that_cannot_be_used_fails_no_build(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "cache")
    cache = ChartCache(tmp_path / "cache")
    assert cache.cached("curve", INPUTS, lambda: b"chart") == b"chart"
    assert cache.cached("curve", INPUTS, lambda: b"again") == b"again"


def test_nothing_but_entries_is_left_behind(tmp_path: Path) -> None:
    ChartCache(tmp_path).put("curve", INPUTS, b"chart")
    assert [path.suffix for path in entries(tmp_path)] == [""]
    assert len(entries(tmp_path)) == 1


def age(path: Path, days: float) -> None:
    then = time.time() - days * 86_400
    os.utime(path, (then, then))


def test_what_no_build_used_for_long_is_removed_and_what_is_used_stays(tmp_path: Path) -> None:
    cache = ChartCache(tmp_path)
    for kind in ("old", "used", "new"):
        cache.put(kind, INPUTS, kind.encode())
    for entry in entries(tmp_path):
        age(entry, 61 if entry.read_bytes().endswith((b"old", b"used")) else 1)
    assert cache.get("used", INPUTS) == b"used"
    age(tmp_path / "pruned", 2)
    ChartCache(tmp_path).put("another", INPUTS, b"another")
    assert [cache.get(kind, INPUTS) for kind in ("old", "used", "new")] == [None, b"used", b"new"]


def test_what_a_broken_off_build_left_is_removed_after_a_day_and_not_before(tmp_path: Path) -> None:
    cache = ChartCache(tmp_path)
    cache.put("curve", INPUTS, b"chart")
    folder = entries(tmp_path)[0].parent
    for name, days in (("old.new", 2), ("young.new", 0.1)):
        (folder / name).touch()
        age(folder / name, days)
    cache.prune()
    assert [path.name for path in entries(tmp_path) if path.suffix] == ["young.new"]


def test_a_picture_that_lacks_glyphs_is_told_by_every_build(tmp_path: Path) -> None:
    lacking = Picture(b"png", MissingGlyphs("旅", "fonts-noto-cjk"))
    cache = ChartCache(tmp_path)
    assert cache.cached_picture("png", INPUTS, lambda: lacking) == lacking
    assert cache.cached_picture("png", INPUTS, lambda: lacking) == lacking
    assert not entries(tmp_path)
    assert cache.cached_picture("png", INPUTS, lambda: Picture(b"whole")) == Picture(b"whole")
    assert cache.cached_picture("png", INPUTS, lambda: lacking) == Picture(b"whole")


WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from mkdocs_journeys.charts import ChartCache
cache = ChartCache(Path(sys.argv[2]))
for turn in range(150):
    kind = f"kind {turn % 5}"
    expected = kind.encode() * 20_000
    cache.put(kind, "input", expected)
    assert cache.get(kind, "input") in (expected, None), "a torn entry"
    if cache.get(kind, "input") is None: print("lost")
"""


def test_two_builds_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(REPOSITORY), str(tmp_path)]
    builds = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    ended = [(build.communicate(timeout=120), build.returncode) for build in builds]
    assert ended == [((b"", b""), 0)] * 2
    assert len(entries(tmp_path)) == 5


READER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from mkdocs_journeys.charts import ChartCache, emotion_svg
from tests.charts.samples import STAGES, WORDS, scored
inputs = (scored(1, -1), STAGES, WORDS)
chart = ChartCache(Path(sys.argv[2])).cached("curve", inputs, lambda: emotion_svg([inputs[0]], STAGES, WORDS))
print("matplotlib" in sys.modules, len(chart))
"""


def test_a_build_whose_charts_are_all_kept_never_imports_matplotlib(tmp_path: Path) -> None:
    def build() -> list[str]:
        command = [sys.executable, "-c", READER, str(REPOSITORY), str(tmp_path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    size = str(len(emotion_svg([INPUTS[0]], STAGES, WORDS)))
    assert build() == ["True", size]
    assert build() == ["False", size]


def test_what_might_change_from_run_to_run_has_no_canonical_text() -> None:
    with pytest.raises(TypeError):
        canonical({"a", "b"})
    with pytest.raises(TypeError):
        canonical(object())


def test_a_day_is_told_apart_from_its_text_and_from_other_days() -> None:
    days = [date(2026, 1, 31), date(2026, 2, 1), "2026-01-31", "date(2026-01-31)"]
    assert len({canonical(day) for day in days}) == len(days)


def test_canonical_texts_of_different_values_differ() -> None:
    values: list[object] = ["1", 1, 1.0, None, "None", True, [1], ["1"], [[1]], {"a": 1}, {"b": 1}, "[1]", ""]
    assert len({canonical(value) for value in values}) == len(values)
