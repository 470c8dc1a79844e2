"""The same input makes the same bytes, whatever the machine is like."""

import os
from pathlib import Path

from tests.site.building import contents, copy_of, mkdocs


def test_hash_seed_time_zone_locale_age_of_files_and_working_folder_change_nothing(tmp_path: Path) -> None:
    one = copy_of("foreign", tmp_path / "one")
    other = copy_of("foreign", tmp_path / "quite" / "another")
    for file in other.rglob("*"):
        os.utime(file, (0, 1_000_000_000))
    first = mkdocs(one, "build", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")
    config = str(other / "mkdocs.yml")
    second = mkdocs(tmp_path, "build", "-f", config, PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C")
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert contents(one / "site") == contents(other / "site")
