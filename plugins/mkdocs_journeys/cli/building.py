"""`journeys build` and `journeys serve`: MkDocs with a safety net."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from mkdocs_journeys.cli.configuration import Configuration
from mkdocs_journeys.cli.options import CONFIG_FILE
from mkdocs_journeys.cli.progress import seconds
from mkdocs_journeys.cli.reading import site_here
from mkdocs_journeys.cli.speaking import spoken, told
from mkdocs_journeys.definitions import say

_IN_EVERY_SITE = {"index.html", "sitemap.xml"}


@click.command()
@CONFIG_FILE
@click.option(
    "-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where to put the site."
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
def build(config_file: Path | None, site_dir: Path | None, *, strict: bool, quiet: bool) -> None:
    r"""Build the site, and put it in place only when it is whole.

    The site is built beside its place and takes it in the end; after an error, or when the build is
    interrupted, what was published before stays as it was.

    \b
    Examples:
      journeys build
      journeys build --strict --site-dir ../public

    Exit status: 0 published, 1 findings or a failed build, 2 used wrongly.
    """
    configuration = _configured(config_file)
    target = (site_dir or configuration.site_dir).resolve()
    _refuse_sources(target, configuration)
    target.parent.mkdir(parents=True, exist_ok=True)
    _forget_interrupted(target)
    aside = _folder_beside(target, "new")
    try:
        options = ["--site-dir", str(aside), *["--strict"] * strict, *["--quiet"] * quiet]
        status = _mkdocs(configuration, "build", options, is_quiet=quiet)
        if status == 0:
            _put_in_place(aside, target)
    except OSError as error:
        message = say(
            "the site cannot be put into %(folder)s: %(reason)s", folder=target, reason=error.strerror
        )
        raise click.ClickException(told(message)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    if status:
        raise SystemExit(1)


@click.command()
@CONFIG_FILE
@click.option(
    "-a", "--dev-addr", metavar="HOST:PORT", help="Where to show the site; default: 127.0.0.1:8000."
)
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open a browser.")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
def serve(config_file: Path | None, dev_addr: str | None, *, open_browser: bool, strict: bool) -> None:
    r"""Show the site while you write, drafts too.

    Findings are shown in the browser and go away when the file is mended. Ctrl-C ends it.

    \b
    Examples:
      journeys serve
      journeys serve --open
      journeys serve --dev-addr 0.0.0.0:8080
    """
    address = ["--dev-addr", dev_addr] if dev_addr else []
    options = [*address, *["--open"] * open_browser, *["--strict"] * strict]
    raise SystemExit(_mkdocs(_configured(config_file), "serve", options))


def _configured(config_file: Path | None) -> Configuration:
    configuration = site_here(config_file)
    if configuration.file is None:
        raise click.UsageError(told(say("there is no mkdocs.yml here; name the file with --config-file")))
    return configuration


def _mkdocs(
    configuration: Configuration, command: str, options: Sequence[str], *, is_quiet: bool = True
) -> int:
    """The exit status of MkDocs. On a terminal a line says how long it takes, unless `is_quiet`."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    arguments = [sys.executable, "-m", "mkdocs", command, "--config-file", str(configuration.file), *options]
    try:
        if sys.stderr.isatty() and not is_quiet:
            return _with_clock(arguments, environment)
        return subprocess.run(arguments, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


def _with_clock(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run MkDocs, with its log above a line that says how long it takes."""
    words = spoken()

    def text(count: int) -> str:
        return words.gettext("building the site... %(count)s s") % {"count": words.number(count)}

    with (
        seconds(text) as line,
        subprocess.Popen(arguments, env=environment, stderr=subprocess.PIPE) as process,
    ):
        try:
            for said in process.stderr or ():
                line.clear(said)
            return process.wait()
        except BaseException:  # such as Ctrl-C
            process.kill()
            raise


def _refuse_sources(target: Path, configuration: Configuration) -> None:
    """What the site is made from, or is no site at all, never gives way to a site. Error: UsageError."""
    if configuration.has_sources_in(target):
        message = say("%(folder)s holds the site's own files; name another folder", folder=target)
        raise click.UsageError(told(message))
    if not _may_be_replaced(target):
        message = say(
            "%(folder)s holds files that are no built site; empty it, or name another folder with --site-dir",
            folder=target,
        )
        raise click.UsageError(told(message))


def _may_be_replaced(target: Path) -> bool:
    """Whether nothing is lost with `target`: it is not there, empty, or has what every site has."""
    if not target.exists():
        return True
    if not target.is_dir():
        return False
    names = {path.name for path in target.iterdir()}
    return not names or (names >= _IN_EVERY_SITE and ".git" not in names)


def _put_in_place(aside: Path, target: Path) -> None:
    """Give the finished site its place; for a moment shorter than any reader's click there is none."""
    aside.chmod(0o755)
    old = _folder_beside(target, "old")
    if target.exists():
        target.rename(old / "site")
    try:
        aside.rename(target)
    except OSError:
        if (old / "site").is_dir() and not target.exists():
            (old / "site").rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _folder_beside(target: Path, use: str) -> Path:
    """A new folder beside `target`, whose name says which process works in it: `.site-new-4711-x8k2`."""
    return Path(tempfile.mkdtemp(prefix=f".{target.name}-{use}-{os.getpid()}-", dir=target.parent))


def _forget_interrupted(target: Path) -> None:
    """Remove what killed builds left; where one was killed between two renames, put the site back."""
    for left in _left_beside(target, "old"):
        if not target.exists() and (left / "site").is_dir():
            (left / "site").rename(target)
        shutil.rmtree(left, ignore_errors=True)
    for left in _left_beside(target, "new"):
        shutil.rmtree(left, ignore_errors=True)


def _left_beside(target: Path, use: str) -> list[Path]:
    """The folders that builds made beside `target` and no running build works in."""
    start = f".{target.name}-{use}-"
    folders = sorted(path for path in target.parent.iterdir() if path.name.startswith(start))
    return [path for path in folders if not _is_running(path.name.removeprefix(start).partition("-")[0])]


def _is_running(process: str) -> bool:
    """Whether another process has the id `process`. Where nobody can be asked (Windows), it may have."""
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(int(process), 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True
