"""Text as it has to be typed into front matter so that it is read as that text."""

import sys
from collections.abc import Iterable

import yaml


def quoted(text: str) -> str:
    """`text` as the value of a key, in quotation marks where it needs them. Shape: one line."""
    return _dumped({"k": text}, flow=False).removeprefix("k: ")


def quoted_list(texts: Iterable[str]) -> str:
    """Several texts as the value of a key: `[one, "two, three"]`."""
    return _dumped([*texts], flow=True)


def _dumped(value: object, *, flow: bool) -> str:
    return yaml.safe_dump(value, allow_unicode=True, width=sys.maxsize, default_flow_style=flow).rstrip("\n")
