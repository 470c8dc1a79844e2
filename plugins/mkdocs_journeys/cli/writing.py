"""Writing files where a person asked for them: one rule for every command that writes.

What is there already stays as it is, unless the command was told to write over it. Nothing is written through
a symbolic link. Files appear whole or not at all, and all of them or none: each is written under another name
beside its place first, and takes the place in the end.
"""

import errno
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from mkdocs_journeys.authoring.refusals import AlreadyThere, NotPossible
from mkdocs_journeys.definitions import say, visible


def refuse_taken(file: Path) -> None:
    """A place that is taken, be it by a link that leads nowhere, is not written to. Error: AlreadyThere."""
    if os.path.lexists(file):
        raise AlreadyThere(say("%(file)s is there already; it stays as it is", file=visible(str(file))))


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


def write_files(folder: Path, files: Mapping[str, bytes], *, over: bool = False) -> None:
    """Write files below `folder`, which may be new, by their paths in it: all, or none where one fails.

    `over`: what is there gives way, and a file keeps its permissions; where one fails then, those before it
    stay. Errors: AlreadyThere, NotPossible.
    """
    for path in files:
        _refuse_links(folder, path)
        if over:
            refuse_no_file(folder / path)
        else:
            refuse_taken(folder / path)
    writing = _Writing(folder)
    at = folder
    try:
        for path, content in files.items():
            at = folder / path
            writing.put_aside(path, content)
        for path in files:
            at = folder / path
            writing.put_in_place(path, over=over)
    except FileExistsError as error:
        writing.undo()
        raise AlreadyThere(
            say("%(file)s is there already; it stays as it is", file=visible(str(at)))
        ) from error
    except OSError as error:
        writing.undo()
        raise not_writable(at, error) from error
    except BaseException:  # such as Ctrl-C
        writing.undo()
        raise


def not_writable(file: Path, error: OSError) -> NotPossible:
    """What is said where the system keeps a file from being written."""
    reason = error.strerror or str(error)
    return NotPossible(say("%(file)s cannot be written: %(reason)s", file=visible(str(file)), reason=reason))


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


class _Writing:
    """Files on their way into their places."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aside: dict[str, Path] = {}
        self.placed: list[Path] = []
        self.made: list[Path] = []

    def put_aside(self, path: str, content: bytes) -> None:
        """Write a file beside its place, whose folder is made."""
        file = self.folder / path
        self._make(file.parent)
        aside = file.with_name(f".journeys-{secrets.token_hex(8)}")
        self.aside[path] = aside
        with aside.open("xb") as stream:
            stream.write(content)

    def put_in_place(self, path: str, *, over: bool) -> None:
        """Give a file its place."""
        file, aside = self.folder / path, self.aside[path]
        if over:
            _keep_permissions(file, aside)
            aside.replace(file)
        else:
            appear(aside, file)
            self.placed.append(file)

    def undo(self) -> None:
        """Leave nothing behind that was not there before."""
        for file in (*self.aside.values(), *self.placed):
            with suppress(OSError):
                file.unlink(missing_ok=True)
        for folder in reversed(self.made):
            with suppress(OSError):
                folder.rmdir()

    def _make(self, folder: Path) -> None:
        """Make a folder and those above it. Error: NotADirectoryError, where something else is there."""
        if not folder.is_dir():
            if os.path.lexists(folder):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
            if folder.parent != folder:
                self._make(folder.parent)
            folder.mkdir()
            self.made.append(folder)


def appear(aside: Path, file: Path) -> None:
    """Let a file that was written aside appear as `file` at once. Error: FileExistsError, where that is."""
    if os.name == "nt":  # where renaming replaces nothing
        aside.rename(file)
        return
    try:
        file.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError:
        appear_without_links(aside, file)
    else:
        aside.unlink()


def appear_without_links(aside: Path, file: Path) -> None:
    """The same on a disk that has no links, such as a memory stick: the place is taken, then filled."""
    file.open("xb").close()
    aside.replace(file)


def _keep_permissions(file: Path, aside: Path) -> None:
    with suppress(FileNotFoundError):
        status = file.lstat()
        if stat.S_ISREG(status.st_mode):
            aside.chmod(stat.S_IMODE(status.st_mode))
