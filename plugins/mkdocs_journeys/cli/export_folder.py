"""A folder that an export writes: new, empty, or its own earlier one, of which it replaces only its files."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from mkdocs_journeys.cli.writing import write_files

LIST = ".journeys-export"
"""Names every file that the last export wrote, so that the next one removes these and no others."""

_HEAD = "Files that `journeys export markdown` wrote. The next export replaces them, and leaves others alone."


def is_free(folder: Path) -> bool:
    """Whether an export may write into `folder`: it is not there, empty, or an earlier export."""
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / LIST).is_file() or not any(folder.iterdir()))


def foreign(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Those of `files` in whose place somebody else's lie in `folder`."""
    own = set(_listed(folder))
    return [path for path in files if path not in own and os.path.lexists(folder / path)]


def replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put `files` into `folder`, in place of those of the export before, all or none. Error: NotPossible."""
    names = "\n".join([_HEAD, *sorted(files)])
    gone = [path for path in _listed(folder) if path not in files]
    write_files(folder, {LIST: os.fsencode(f"{names}\n"), **files}, over=True, gone=gone)


def _listed(folder: Path) -> list[str]:
    """What an earlier export wrote; a list that leads out of the folder is not believed."""
    try:
        lines = os.fsdecode((folder / LIST).read_bytes()).split("\n")[1:]
    except OSError:
        return []
    return [line for line in lines if _stays_inside(folder, line)]


def _stays_inside(folder: Path, path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and ".." not in parts
        and "\0" not in path
        and (folder / path).parent.resolve().is_relative_to(folder.resolve())
    )
