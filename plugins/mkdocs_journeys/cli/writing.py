"""Writing files where a person asked for them: one rule for every command that writes.

What is there already stays as it is, unless the command was told to write over it. Nothing is written through
a symbolic link. Files appear whole or not at all, and all of them or none: each is written under another name
beside its place first, and takes the place in the end.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from mkdocs_journeys.authoring.refusals import AlreadyThere, NotPossible
from mkdocs_journeys.cli.under_way import UnderWay
from mkdocs_journeys.definitions import say, visible


def refuse_taken(file: Path) -> None:
    """A place that is taken, be it by a link that leads nowhere, is not written to. Error: AlreadyThere."""
    if os.path.lexists(file):
        raise already_there(file)


def refuse_no_file(file: Path) -> None:
    """Nothing but a file or a link to one gives way: no folder, pipe or device. Error: NotPossible.

    A link into what the system tells of programs, such as /dev/stdout, is a device wherever it leads.
    """
    with suppress(OSError):  # what is not there is in nobody's way; and writing tells the reason of the rest
        link = file.readlink() if file.is_symlink() else None
        if (link is not None and link.is_relative_to("/proc")) or not stat.S_ISREG(file.stat().st_mode):
            raise NotPossible(say("%(file)s is no file; it stays as it is", file=visible(str(file))))


def write_file(file: Path, content: bytes, *, over: bool = False) -> None:
    """Write one file where a person asked for it. Errors: as of `write_files`."""
    write_files(file.parent, {file.name: content}, over=over)


def write_files(
    folder: Path, files: Mapping[str, bytes], *, over: bool = False, gone: Iterable[str] = ()
) -> None:
    """Write files below `folder`, which may be new, by their paths in it: all, or none where one fails.

    `over`: what is there gives way, and a file keeps its permissions. `gone`: paths of files that go.
    Errors: AlreadyThere, NotPossible.
    """
    way = UnderWay(folder)
    try:
        for path in gone:
            with _told(folder / path):
                way.take_away(path)
        for path in files:
            _refuse_place(folder, path, over=over)
        for path, content in files.items():
            with _told(folder / path):
                way.put_aside(path, content)
        for path in files:
            with _told(folder / path):
                way.put_in_place(path, over=over)
    except BaseException:  # Ctrl-C too
        way.undo()
        raise
    way.finish()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Say what the system says of a file that it keeps from being written."""
    try:
        yield
    except FileExistsError as error:
        raise already_there(file) from error
    except OSError as error:
        raise not_writable(file, error) from error


def already_there(file: Path) -> AlreadyThere:
    """What is said where something has the place of a file."""
    return AlreadyThere(say("%(file)s is there already; it stays as it is", file=visible(str(file))))


def not_writable(file: Path, error: OSError) -> NotPossible:
    """What is said where the system keeps a file from being written."""
    reason = error.strerror or str(error)
    return NotPossible(say("%(file)s cannot be written: %(reason)s", file=visible(str(file)), reason=reason))


def _refuse_place(folder: Path, path: str, *, over: bool) -> None:
    """Refuse a file's place for what can be told beforehand. Errors: AlreadyThere, NotPossible."""
    _refuse_links(folder, path)
    if over:
        refuse_no_file(folder / path)
    else:
        refuse_taken(folder / path)


def _refuse_links(folder: Path, path: str) -> None:
    """No folder between `folder` and a file in it may be a link to elsewhere. Error: NotPossible."""
    for above in PurePosixPath(path).parents:
        if (folder / above).is_symlink() and above.parts:
            message = say(
                "%(file)s cannot be written: %(folder)s is a symbolic link",
                file=visible(str(folder / path)),
                folder=visible(str(folder / above)),
            )
            raise NotPossible(message)
