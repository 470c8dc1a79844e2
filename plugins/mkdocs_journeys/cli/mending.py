"""`check --fix`: show what would be mended, ask, and write."""

import stat
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import click

from mkdocs_journeys.authoring.mending import Mended, difference, mend
from mkdocs_journeys.authoring.refusals import Refusal
from mkdocs_journeys.cli.writing import write_files
from mkdocs_journeys.definitions import Fix, Kind, visible
from mkdocs_journeys.definitions.files import LARGEST_FILE
from mkdocs_journeys.history.reviews import writes_crlf
from mkdocs_journeys.languages import Language

Names = Mapping[str, Sequence[Fix]]
"""By path, the fixes of names that rest on what other files hold."""


def mend_files(
    root: Path, kinds: Mapping[str, Kind], names: Names, words: Language, *,
    allowed: Collection[str], sure: bool,
) -> tuple[int, int]:  # fmt: skip
    """Mend definitions below `root`, given by path: how many could be mended, and how many were.

    What changes is shown first, but no personal data that is not `allowed` by name. `sure`: nobody is asked;
    otherwise only a yes on a terminal makes it write.
    """
    mended = list(_mended(root, kinds, names))
    for file in mended:
        _show(file, allowed, words)
    if not mended or not (sure or _agreed(mended, words)):
        return len(mended), 0
    for file in mended:
        _write(root, file, words)
    text = words.ngettext("%(count)d file mended", "%(count)d files mended", len(mended))
    click.echo(text % {"count": len(mended)}, err=True)
    return len(mended), len(mended)


def _mended(root: Path, kinds: Mapping[str, Kind], names: Names) -> Iterator[Mended]:
    keep_line_ends = writes_crlf(root)
    for path, kind in kinds.items():
        raw, named = _read(root, path), names.get(path, ())
        file = None if raw is None else mend(path, raw, kind, named=named, keep_line_ends=keep_line_ends)
        if file is not None:
            yield file


def _read(root: Path, path: str) -> bytes | None:
    """A definition's bytes; None for what is no file of the site, or too large to be one."""
    file = root / path
    try:
        if not _is_own_file(file) or not file.resolve().is_relative_to(root.resolve()):
            return None
        raw = file.read_bytes()
    except OSError:
        return None
    return raw if len(raw) <= LARGEST_FILE else None


def _is_own_file(file: Path) -> bool:
    return stat.S_ISREG(file.lstat().st_mode)


def _show(file: Mended, allowed: Collection[str], words: Language) -> None:
    click.echo(difference(file, allowed).encode("utf-8", "backslashreplace"), nl=False)
    if file.line_ends:
        text = words.gettext("%(path)s: its line ends become those of all other computers (LF, and no BOM)")
        click.echo(text % {"path": visible(file.path)}, err=True)


def _agreed(mended: Sequence[Mended], words: Language) -> bool:
    """Whether somebody at a terminal says yes; in a pipe there is nobody to ask."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        text = words.gettext("nothing was written; journeys check --fix --yes writes it")
        click.echo(text, err=True)
        return False
    text = words.ngettext("Write %(count)d file?", "Write %(count)d files?", len(mended))
    return click.confirm(text % {"count": len(mended)}, err=True)


def _write(root: Path, mended: Mended, words: Language) -> None:
    """Put the new content into the file's place at once, if the file is still what was read."""
    try:
        if _read(root, mended.path) != mended.before:
            text = words.gettext("%(path)s was changed meanwhile; nothing is written there")
            raise click.ClickException(text % {"path": visible(mended.path)})
        write_files(root, {mended.path: mended.after}, over=True)
    except Refusal as refusal:
        raise click.ClickException(refusal.message.in_words(words.gettext)) from refusal
