"""The same search index in every run, although Pagefind writes much of it in the order of hash tables.

An index is `pagefind-entry.json`, which names a `.pf_meta` file for each language, which names a `.pf_filter`
file for each filter. Both hold `pagefind_dcd` and CBOR (RFC 8949), compressed, and have a hash in their name.
"""

import gzip
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""Where a `.pf_meta` lists its filters: pairs of a filter's name and its file's."""


def settle(folder: Path) -> None:
    """Sort what has no order in the index below `folder`, and name its files after what they then hold."""
    file = folder / "pagefind-entry.json"
    entry = json.loads(file.read_text("utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _settle_language(folder, language["hash"])
    file.write_text(json.dumps(entry, sort_keys=True), "utf-8")


def _settle_language(folder: Path, name: str) -> str:
    def sort_filters(meta: list[Any]) -> None:
        meta[_FILTERS] = sorted([title, _settle_filter(folder, file)] for title, file in meta[_FILTERS])

    return _rewrite(folder, "pagefind.{}.pf_meta", name, sort_filters)


def _settle_filter(folder: Path, name: str) -> str:
    def sort_values(content: list[Any]) -> None:
        content[1].sort()

    return _rewrite(folder / "filter", "{}.pf_filter", name, sort_values)


def _rewrite(folder: Path, pattern: str, name: str, change: Callable[[list[Any]], None]) -> str:
    """Change what the file called `name` in the index holds, and give its new name."""
    file = folder / pattern.format(name)
    content, _ = _decode(gzip.decompress(file.read_bytes()), len(_SIGNATURE))
    change(content)
    data = _SIGNATURE + _encode(content)
    file.unlink()
    renamed = f"{name.rpartition('_')[0]}_{sha256(data).hexdigest()[:10]}"
    (folder / pattern.format(renamed)).write_bytes(gzip.compress(data, mtime=0))
    return renamed


# CBOR, as far as Pagefind uses it: the first byte holds the type in three bits and in five a number below 24,
# or 24 to 27 where the number follows in 1, 2, 4 or 8 bytes.

_NUMBER, _TEXT, _LIST = 0, 3, 4


def _decode(data: bytes, start: int) -> tuple[Any, int]:
    """The value that begins at `start`, and where it ends."""
    kind, number = data[start] >> 5, data[start] & 31
    end = start + 1
    if number >= 24:
        width = 1 << (number - 24)
        number, end = int.from_bytes(data[end : end + width]), end + width
    if kind == _TEXT:
        return data[end : end + number].decode(), end + number
    if kind == _LIST:
        return _decode_list(data, end, number)
    if kind != _NUMBER:
        raise ValueError(f"Pagefind's index holds what it did not hold before: type {kind} at {start}")
    return number, end


def _decode_list(data: bytes, start: int, length: int) -> tuple[list[Any], int]:
    values = []
    for _ in range(length):
        value, start = _decode(data, start)
        values.append(value)
    return values, start


def _encode(value: Any) -> bytes:
    if isinstance(value, list):
        return _head(_LIST, len(value)) + b"".join(_encode(item) for item in value)
    if isinstance(value, str):
        return _head(_TEXT, len(value.encode())) + value.encode()
    return _head(_NUMBER, value)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    width = next(width for width in (1, 2, 4, 8) if number < 1 << 8 * width)
    return bytes([kind << 5 | 23 + width.bit_length()]) + number.to_bytes(width)
