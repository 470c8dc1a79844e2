"""YAML as editors read it: version 1.2's core schema, in which `no` and a date are text."""

import re
from pathlib import Path
from typing import Any

import yaml


def _scalar(node: yaml.Node) -> yaml.ScalarNode:
    assert isinstance(node, yaml.ScalarNode)
    return node


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own attribute


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)
_Loader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(_scalar(node)))
)
_Loader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(_scalar(node)))
)


def front_matter(file: Path) -> Any:
    """The front matter of a file. Errors: yaml.YAMLError, ValueError (it has none)."""
    text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    _, opened, rest = text.partition("---\n")
    if not opened or "\n---" not in rest:
        raise ValueError(file)
    return loaded(rest.partition("\n---")[0])


def loaded(text: str) -> Any:
    """What an editor makes of `text`."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
