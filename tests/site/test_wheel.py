"""What is shipped: the wheel, made by way of the source distribution."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import build_environment, build_site

SITE = ["mkdocs.yml", "docs", "journeys", "personas", ".git"]  # .git: pages tell their last change


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    shelf = tmp_path_factory.mktemp("dist")
    python("-m", "build", "--no-isolation", "--outdir", str(shelf), str(repository))
    (built,) = shelf.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(repository: Path, wheel: Path) -> None:
    plugins = repository / "plugins"
    ours = {path.relative_to(plugins).as_posix() for path in plugins.rglob("*") if path.is_file()}
    shipped = {name for name in ZipFile(wheel).namelist() if not name.split("/")[0].endswith(".dist-info")}
    assert shipped == {name for name in ours if "__pycache__" not in name}


def test_the_installed_wheel_makes_the_same_bytes_in_another_place(
    repository: Path, wheel: Path, example_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy := tmp_path / "copy").mkdir()
    subprocess.run(["cp", "-r", *SITE, copy], cwd=repository, check=True)
    python(
        "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(tmp_path / "installed"), str(wheel)
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "installed"))
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    built = build_site(copy, tmp_path / "built")
    assert contents(built) ^ contents(example_site) == set()


def contents(site: Path) -> set[tuple[str, str]]:
    """Each file of a folder with the hash of its bytes."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {(file.relative_to(site).as_posix(), sha256(file.read_bytes()).hexdigest()) for file in files}


def python(*arguments: str) -> None:
    run = subprocess.run(
        [sys.executable, *arguments], env=build_environment(), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
