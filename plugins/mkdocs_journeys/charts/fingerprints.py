"""What a drawn chart depends on, as text; none of it imports matplotlib."""

import hashlib
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path


def canonical(value: object) -> str:
    """The value as text: equal for equal values, different for different ones.

    Takes texts, numbers, days, None, dataclasses, mappings (their order counts) and sequences of them. Raises
    TypeError for anything else, whose text might change from run to run.
    """
    if isinstance(value, str):
        return repr(str(value))
    if value is None or isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return f"date({value.isoformat()})"
    if is_dataclass(value) and not isinstance(value, type):
        values = (canonical(getattr(value, name)) for name in _names(type(value)))
        return f"{type(value).__name__}({','.join(values)})"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{canonical(key)}:{canonical(item)}' for key, item in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{','.join(map(canonical, value))}]"
    raise TypeError(f"{type(value).__name__} has no canonical text")


@lru_cache(maxsize=32)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@lru_cache(maxsize=1)
def drawing_version() -> str:
    """A digest of this room's source, with the versions of what it draws and writes with."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    code = b"\0".join(path.name.encode() + path.read_bytes() for path in sources)
    return " ".join(
        (
            hashlib.sha256(code).hexdigest(),
            version("matplotlib"),
            version("pillow"),
            platform.python_version(),
        )
    )


@lru_cache(maxsize=1)
def installed_fonts() -> str:
    """A digest of the names and sizes of the machine's font files."""
    found = sorted(f"{path}:{size}" for folder in _font_folders() for path, size in _font_files(folder))
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogateescape")).hexdigest()


def _font_folders() -> Iterator[str]:
    home = str(Path.home())
    if sys.platform == "win32":
        yield from (r"C:\\Windows\\Fonts", rf"{home}\\AppData\\Local\\Microsoft\\Windows\\Fonts")
    elif sys.platform == "darwin":
        yield from ("/System/Library/Fonts", "/Library/Fonts", f"{home}/Library/Fonts")
    else:
        yield from ("/usr/share/fonts", "/usr/local/share/fonts", f"{home}/.fonts")
        yield f"{home}/.local/share/fonts"


def _font_files(folder: str) -> Iterator[tuple[str, int]]:
    for place, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith((".ttf", ".ttc", ".otf", ".otc")):
                path = os.path.join(place, name)  # noqa: PTH118 - a Path for each of a thousand fonts is slow
                yield path, os.lstat(path).st_size  # a dangling link has a size too
