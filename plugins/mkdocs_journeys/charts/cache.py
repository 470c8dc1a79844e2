"""Drawn charts, kept between builds: a build whose charts are all here never imports matplotlib."""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs_journeys.charts.fingerprints import canonical, drawing_version, installed_fonts
from mkdocs_journeys.charts.picture import Picture

DAY = 86_400.0
KEPT_UNUSED = 60 * DAY
CHECKSUM = hashlib.sha256().digest_size


class ChartCache:
    """Charts by what they are made of: kind, inputs, the drawing code and matplotlib's version.

    An entry is a file that holds a checksum and the chart. It is written aside and put in place whole, so
    that builds at the same time do no harm; a damaged one counts as missing. Deleting the folder costs time
    and changes no byte. A folder that cannot be read or written is as good as none. Entries unused for 60
    days are removed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pruned = False

    def cached(self, kind: str, inputs: object, draw: Callable[[], bytes]) -> bytes:
        """The chart that `draw` draws from these inputs; drawn only when it is not here."""
        content = self.get(kind, inputs)
        if content is None:
            content = draw()
            self.put(kind, inputs, content)
        return content

    def cached_picture(self, kind: str, inputs: object, draw: Callable[[], Picture]) -> Picture:
        """A picture likewise, by the machine's fonts too. One that lacks glyphs is not kept: builds tell."""
        inputs = (inputs, installed_fonts())
        content = self.get(kind, inputs)
        if content is not None:
            return Picture(content)
        picture = draw()
        if picture.missing is None:
            self.put(kind, inputs, picture.content)
        return picture

    def get(self, kind: str, inputs: object) -> bytes | None:
        """The chart kept under these inputs, whole; None where there is none."""
        key = _key(kind, inputs)
        path = self._path(key)
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        checksum, content = entry[:CHECKSUM], entry[CHECKSUM:]
        if checksum != _checksum(key, content):
            return None
        _mark_used(path)
        return content

    def put(self, kind: str, inputs: object, content: bytes) -> None:
        """Keep a chart, if the folder can be written."""
        key = _key(kind, inputs)
        with suppress(OSError):
            _write_whole(self._path(key), _checksum(key, content) + content)
            self._prune_once_a_day()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _prune_once_a_day(self) -> None:
        if self._pruned:
            return
        self._pruned = True
        stamp = self.folder / "pruned"
        if _age(stamp) > DAY:
            stamp.touch()
            self.prune()

    def prune(self) -> None:
        """Remove what no build has used for 60 days, and what broken-off builds left behind."""
        for path in self._files():
            if _age(path) > (DAY if path.suffix == ".new" else KEPT_UNUSED):
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[Path]:
        return (path for path in self.folder.glob("[0-9a-f][0-9a-f]/*") if path.is_file())


def _key(kind: str, inputs: object) -> str:
    text = "\n".join((kind, drawing_version(), canonical(inputs)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _checksum(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()


def _age(path: Path) -> float:
    """Seconds since the file was written or marked as used; a missing one is as old as can be."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


def _mark_used(path: Path) -> None:
    if _age(path) > DAY:
        with suppress(OSError):
            os.utime(path)


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
