"""Files on their way into their places, and the way back: what was there before is there again."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path


class UnderWay:
    """Files that are put beside their places below `folder`, then in, and what has to go for them.

    All of it can be undone until it is finished.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._aside: dict[str, Path] = {}
        self._placed: list[Path] = []
        self._made: list[Path] = []
        self._kept: list[tuple[Path, Path]] = []

    def take_away(self, path: str) -> None:
        """Let a file go, if it is there, and the folders that are empty then. Folders of others stay."""
        file = self.folder / path
        if not os.path.lexists(file) or (file.is_dir() and not file.is_symlink()):
            return
        kept = _beside(self.folder / path.partition("/")[0])
        file.rename(kept)
        self._kept.append((file, kept))
        for above in file.parents:
            if above == self.folder or any(above.iterdir()):
                return
            above.rmdir()

    def put_aside(self, path: str, content: bytes) -> None:
        """Write a file beside its place, whose folder is made."""
        file = self.folder / path
        self._make(file.parent)
        self._aside[path] = aside = _beside(file)
        with aside.open("xb") as stream:
            stream.write(content)

    def put_in_place(self, path: str, *, over: bool) -> None:
        """Give a file its place. Error: FileExistsError, unless it may go `over` what is there."""
        file, aside = self.folder / path, self._aside[path]
        if not over:
            appear(aside, file)
        else:
            self._keep(file, aside)
            aside.replace(file)
        self._placed.append(file)

    def finish(self) -> None:
        """Remove what had to go for good."""
        for _, kept in self._kept:
            with suppress(OSError):
                kept.unlink()

    def undo(self) -> None:
        """Leave all as it was before."""
        for file in (*self._aside.values(), *self._placed):
            with suppress(OSError):
                file.unlink(missing_ok=True)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()
        for file, kept in reversed(self._kept):
            with suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                kept.replace(file)
                kept.unlink(missing_ok=True)  # two names of one file, which replacing leaves as they are

    def _keep(self, file: Path, aside: Path) -> None:
        """Keep what gives way until all is finished; its permissions go over to what takes its place."""
        if not os.path.lexists(file):
            return
        if stat.S_ISREG(mode := file.lstat().st_mode):
            aside.chmod(stat.S_IMODE(mode))
        kept = _beside(file)
        try:
            os.link(file, kept, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a disk without links
            file.rename(kept)
        self._kept.append((file, kept))

    def _make(self, folder: Path) -> None:
        """Make a folder and those above it. Error: NotADirectoryError, where something else is there."""
        if not folder.is_dir():
            if os.path.lexists(folder):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
            if folder.parent != folder:
                self._make(folder.parent)
            folder.mkdir()
            self._made.append(folder)


def _beside(file: Path) -> Path:
    """A name that is free, in the folder of `file`."""
    return file.with_name(f".journeys-{secrets.token_hex(8)}")


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
    try:
        aside.replace(file)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
