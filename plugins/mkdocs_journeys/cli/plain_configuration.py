"""`mkdocs.yml` of an exported site: the site's own, without what needs this plugin or the repository."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

KEPT = (
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "theme",
    "markdown_extensions", "extra", "extra_css", "extra_javascript",
)  # fmt: skip
"""Settings that hold for the exported site too. `edit_uri` does not: nobody edits what was exported."""

HEAD = "# Made by `journeys export markdown`; the next export writes it anew.\n\n"


@dataclass(frozen=True)
class Settings:
    """A configuration as YAML nodes, tags and all, so that `!ENV` and `!!python/name:` go along unread."""

    nodes: Mapping[str, yaml.Node]

    @property
    def nav(self) -> list[Any] | None:
        """The site's own `nav`, if it has one."""
        return _plain(self.nodes["nav"]) if "nav" in self.nodes else None

    @property
    def plugins(self) -> list[str]:
        """The names of the site's plugins."""
        found = _plain(self.nodes["plugins"]) if "plugins" in self.nodes else []
        entries = found if isinstance(found, list) else [found]
        return [name for entry in entries for name in (entry if isinstance(entry, Mapping) else [str(entry)])]


def read_settings(file: Path | None) -> Settings:
    """The settings of a configuration that has been read before, with those that it inherits."""
    if file is None:
        return Settings({})
    root = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    own = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    parent = own.pop("INHERIT", None)
    return Settings(_merged(read_settings(file.parent / parent.value).nodes, own) if parent else own)


def _merged(parent: Mapping[str, yaml.Node], child: Mapping[str, yaml.Node]) -> dict[str, yaml.Node]:
    found = {**parent, **child}
    for key in parent.keys() & child.keys():
        one, other = parent[key], child[key]
        if isinstance(one, yaml.MappingNode) and isinstance(other, yaml.MappingNode):
            both = _merged(_entries(one), _entries(other))
            found[key] = _mapping(both)
    return found


def _entries(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value}


def plain_settings(
    settings: Settings, name: str, nav: Iterable[Any], styles: Iterable[str], scripts: Iterable[str]
) -> str:
    """The text of a `mkdocs.yml` for the exported site, which needs no plugin but MkDocs' own search."""
    kept = {key: settings.nodes[key] for key in KEPT if key in settings.nodes}
    kept = {"site_name": _node(name), **kept}
    if isinstance(theme := kept.get("theme"), yaml.MappingNode):
        kept["theme"] = _mapping(
            {key: value for key, value in _entries(theme).items() if key != "custom_dir"}
        )
    kept["extra_css"] = _with(kept.get("extra_css"), styles)
    kept["extra_javascript"] = _with(kept.get("extra_javascript"), scripts)
    kept |= {"plugins": _node(["search"]), "nav": _node(list(nav))}
    kept["validation"] = _node({"nav": {"omitted_files": "ignore"}})
    return HEAD + str(yaml.serialize(_mapping(kept), allow_unicode=True, width=100))


def _with(node: yaml.Node | None, more: Iterable[str]) -> yaml.Node:
    before = node.value if isinstance(node, yaml.SequenceNode) else []
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [*before, *map(_node, more)], flow_style=False)


def _mapping(entries: Mapping[str, yaml.Node]) -> yaml.MappingNode:
    pairs = [(_node(key), value) for key, value in entries.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


def _node(value: Any) -> yaml.Node:
    return yaml.SafeDumper(io.StringIO()).represent_data(value)


def _plain(node: yaml.Node) -> Any:
    """Texts, lists and mappings of a node, whatever its tags."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return node.value
