"""Every command that writes keeps one rule: nothing that is there is touched, and nothing is left half."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from mkdocs_journeys.authoring.refusals import AlreadyThere, NotPossible
from mkdocs_journeys.cli.under_way import UnderWay, appear, appear_without_links
from mkdocs_journeys.cli.writing import write_file, write_files
from tests.conftest import BUILT_ON
from tests.sites import BASE, journey, write

SITE: Mapping[str, str | bytes] = {
    **BASE,
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n",
    "journeys/buying.md": journey(),
    "a.mmd": "journey\n  title Selling\n  section Sell\n    Talks: 1: Lena\n",
}
WRITERS: Mapping[str, tuple[Sequence[str], str]] = {
    "new": (["new", "persona", "Omar"], "personas/omar.md"),
    "new site": (["new", "site", "ours"], "ours"),
    "schema": (["schema", "journey", "--output", "out"], "out/journey.schema.json"),
    "schema --editor": (["schema", "--editor"], "frontmatter.json"),
    "import": (["import", "mermaid", "a.mmd", "--output", "out/new.md"], "out/new.md"),
    "export": (["export", "json", "--output", "out/x.json"], "out/x.json"),
    "export markdown": (["export", "markdown", "--output", "out"], "out/mkdocs.yml"),
}
"""The arguments of each writer, and a path that it writes."""

USAGES: Mapping[str, str] = {
    "new": "new persona [OPTIONS] [NAME]",
    "new site": "new site [OPTIONS] [DIR]",
    "schema": "schema [OPTIONS] [WHAT]",
    "schema --editor": "schema [OPTIONS] [WHAT]",
    "import": "import mermaid [OPTIONS] FILE",
    "export": "export json [OPTIONS] [JOURNEY...]",
    "export markdown": "export markdown [OPTIONS]",
}
STAYS = "is there already; it stays as it is"
FORCED = "is there already; --force writes over it"
TAKEN: Mapping[str, str] = {
    "new": "personas/omar.md has the id omar already; give another one with --id, or edit that file",
    "new site": "ours is there already, and not empty; name another folder",
    "schema": f"out/journey.schema.json {FORCED}",
    "import": f"out/new.md {STAYS}",
    "export": f"out/x.json {FORCED}",
    "export markdown": "out holds files that no export wrote; name a new or empty folder",
}
FIRST: Mapping[str, str] = {
    "new": "{site}/personas/omar.md",
    "new site": "ours/README.md",
    "schema": "out/journey.schema.json",
    "schema --editor": "{site}/.vscode/settings.json",
    "import": "out/new.md",
    "export": "out/x.json",
    "export markdown": "out/.journeys-export",
}
"""What each writer says where its place is taken, and the first file that it writes."""

OVER = ["schema", "export"]
"""Those that write over what is there where --force asks for it."""

each_writer = pytest.mark.parametrize("writer", WRITERS)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", SITE)


def run(
    site: Path, arguments: Sequence[str], largest: int | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command; `largest`: bytes of the largest file that it may write, as where a disk is full."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest or 0, largest or 0))

    return subprocess.run(
        [sys.executable, "-m", "mkdocs_journeys.cli", *arguments],
        cwd=site,
        env={**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": BUILT_ON, **environment},
        preexec_fn=None if largest is None else limit,
        capture_output=True,
        text=True,
        check=False,
    )


def misuse(usage: str, reason: str) -> str:
    """What a command says on standard error where it was used wrongly."""
    command = usage.partition(" [")[0]
    return f"Usage: journeys {usage}\nTry 'journeys {command} --help' for help.\n\nError: {reason}\n"


def everything(folder: Path) -> dict[str, str]:
    """All that is below a folder, but for the cache of charts: what links lead to, and what files hold."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else path.read_text(encoding="utf-8", errors="replace")
        if path.is_file()
        else "a folder"
        for path in sorted(folder.rglob("*"))
        if ".cache" not in path.parts
    }


@each_writer
def test_where_nothing_is_it_writes(writer: str, site: Path) -> None:
    arguments, path = WRITERS[writer]
    before = everything(site)
    assert run(site, arguments).returncode == 0
    after = everything(site)
    assert path in after
    assert before.items() <= after.items()
    assert not [name for name in after if "/.journeys-" in f"/{name}" and not name.endswith("-export")]


@each_writer
@pytest.mark.parametrize("there", ["a file", "a link that leads nowhere", "a link to a file"])
def test_what_is_there_stays_and_is_a_wrong_use(writer: str, there: str, site: Path) -> None:
    arguments, path = WRITERS[writer]
    (site / path).parent.mkdir(exist_ok=True)
    if there == "a file":
        (site / path).write_text("mine")
    else:
        (site / path).symlink_to(site / "gone" if "nowhere" in there else site / "a.mmd")
    before = everything(site)
    result = run(site, arguments)
    after = everything(site)
    assert result.returncode == 2
    if writer == "schema --editor":
        assert result.stderr == f"{site / path} {STAYS}\n"
    else:
        assert result.stderr == misuse(USAGES[writer], TAKEN[writer])
    assert before.items() <= after.items()
    if writer != "schema --editor":
        assert after == before


@each_writer
def test_what_cannot_be_written_is_a_wrong_use_and_leaves_nothing(writer: str, site: Path) -> None:
    arguments, _ = WRITERS[writer]
    if writer == "export markdown":
        run(site, ["check"])
    before = everything(site)
    result = run(site, arguments, largest=20, SOURCE_DATE_EPOCH=BUILT_ON)
    assert (result.returncode, everything(site)) == (2, before)
    reason = f"{FIRST[writer].format(site=site)} cannot be written: File too large"
    assert result.stderr == misuse(USAGES[writer], reason)


@pytest.mark.parametrize("writer", OVER)
def test_force_writes_over_a_file_and_takes_the_place_of_a_link(writer: str, site: Path) -> None:
    arguments, path = WRITERS[writer]
    (site / "out").mkdir()
    (site / "mine").write_text("mine")
    (site / path).symlink_to(site / "mine")
    assert run(site, [*arguments, "--force"]).returncode == 0
    assert ((site / "mine").read_text(), (site / path).is_symlink()) == ("mine", False)
    whole = (site / path).read_text()
    (site / path).write_text("old")
    assert run(site, [*arguments, "--force"], largest=20).returncode == 2
    assert (site / path).read_text() == "old"
    assert run(site, [*arguments, "--force"]).returncode == 0
    assert (site / path).read_text() == whole


@pytest.mark.parametrize("place", ["a pipe", "a link to a pipe"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_pipe_or_device_is_no_file_that_gives_way(place: str, force: list[str], site: Path) -> None:
    os.mkfifo(site / "pipe")
    if place != "a pipe":
        (site / "link").symlink_to("pipe")
    name = "pipe" if place == "a pipe" else "link"
    before = {path.name: path.lstat().st_mode for path in site.iterdir()}
    result = run(site, ["export", "json", "-o", name, *force])
    assert (result.stdout, result.returncode) == ("", 2)
    assert result.stderr == misuse(USAGES["export"], f"{name} is no file; it stays as it is")
    assert {path.name: path.lstat().st_mode for path in site.iterdir()} == before


def test_a_link_to_what_a_program_has_open_is_no_file(tmp_path: Path) -> None:
    """As /dev/stdout is, which may lead to a file."""
    with (tmp_path / "there").open("wb") as stream:
        link = tmp_path / "link"
        link.symlink_to(f"/proc/{os.getpid()}/fd/{stream.fileno()}")
        with pytest.raises(NotPossible) as refusal:
            write_file(link, b"new", over=True)
    assert (str(refusal.value.message), link.is_symlink()) == (f"{link} is no file; it stays as it is", True)


@pytest.mark.parametrize(
    ("writer", "link"), [("schema --editor", ".vscode"), ("new", "personas"), ("export markdown", "out/docs")]
)
def test_a_folder_on_the_way_that_is_a_link_is_not_followed(writer: str, link: str, site: Path) -> None:
    arguments, _ = WRITERS[writer]
    elsewhere = site.parent / "elsewhere"
    if writer == "export markdown":
        assert run(site, arguments).returncode == 0
        (site / link).rename(site.parent / "docs")
    elif (site / link).exists():
        (site / link).rename(site.parent / link)
    elsewhere.mkdir()
    (site / link).symlink_to(elsewhere)
    assert run(site, arguments).returncode == 2
    assert list(elsewhere.iterdir()) == []


def test_all_are_written_or_none(tmp_path: Path) -> None:
    write(tmp_path, {"b/there": "mine"})
    before = everything(tmp_path)
    with pytest.raises(AlreadyThere) as taken:
        write_files(tmp_path, {"a/one": b"1", "b/there": b"2"})
    with pytest.raises(NotPossible) as wrong:
        write_files(tmp_path, {"a/one": b"1", "b/there/two": b"2"})
    assert str(taken.value.message) == f"{tmp_path}/b/there {STAYS}"
    assert str(wrong.value.message) == f"{tmp_path}/b/there/two cannot be written: Not a directory"
    assert everything(tmp_path) == before


@pytest.mark.parametrize("put", [appear, appear_without_links])
def test_a_file_appears_on_any_disk_and_never_in_place_of_another(
    put: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    write(tmp_path, {"aside": "new", "there": "mine"})
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("there", "link"):
        with pytest.raises(FileExistsError):
            put(tmp_path / "aside", tmp_path / name)
    put(tmp_path / "aside", tmp_path / "free")
    assert everything(tmp_path) == {"free": "new", "link": "nowhere", "there": "mine"}


def test_a_new_file_has_the_permissions_that_new_files_have(site: Path) -> None:
    run(site, ["new", "persona", "Omar"])
    (site / "usual").touch()
    assert (site / "personas/omar.md").stat().st_mode == (site / "usual").stat().st_mode


def test_what_cannot_take_its_place_leaves_none_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        appear_without_links(tmp_path / "aside", tmp_path / "free")
    assert everything(tmp_path) == {}


def test_all_is_as_before_where_files_stop_on_their_way(tmp_path: Path) -> None:
    write(tmp_path, {"old/gone": "1", "there": "2", "docs": "3", "kept": "4"})
    (tmp_path / "link").symlink_to("kept")
    (tmp_path / "there").chmod(0o640)
    before = everything(tmp_path)
    way = UnderWay(tmp_path)
    for path in ("old/gone", "docs", "old/never", "."):
        way.take_away(path)
    for path in ("docs/new", "there", "link", "old"):
        way.put_aside(path, b"new")
        way.put_in_place(path, over=True)
    after = {name: held for name, held in everything(tmp_path).items() if not name.startswith(".journeys-")}
    new = {"docs": "a folder", "docs/new": "new", "kept": "4", "link": "new", "old": "new", "there": "new"}
    assert after == new
    way.undo()
    assert everything(tmp_path) == before
    assert (tmp_path / "there").stat().st_mode & 0o777 == 0o640


def test_what_goes_and_what_takes_its_place(tmp_path: Path) -> None:
    write(tmp_path, {"old/deep/gone": "1", "docs": "2", "mine": "3"})
    write_files(tmp_path, {"docs/new": b"new", "old": b"new"}, over=True, gone=["old/deep/gone", "docs"])
    assert everything(tmp_path) == {"docs": "a folder", "docs/new": "new", "mine": "3", "old": "new"}
