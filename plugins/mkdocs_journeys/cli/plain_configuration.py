"""`mkdocs.yml` of an exported site: the site's own, without what needs this plugin or the repository."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml
from pathspec.gitignore import GitIgnoreSpec

from mkdocs_journeys.cli.configuration import inherited, value_of
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import Message, say, visible

KEPT = (
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "theme",
    "markdown_extensions", "extra", "extra_css", "extra_javascript",
)  # fmt: skip
"""Settings that hold for the exported site too. `edit_uri` does not: nobody edits what was exported."""

_ALWAYS_EXCLUDED = (".*", "/templates/")
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

    @property
    def left_out(self) -> Iterator[Message]:
        """What the site has and an exported one has not, a sentence each."""
        if others := [name for name in self.plugins if name not in {"journeys", "search"}]:
            yield say("plugins of the site are not carried over: %(names)s", names=", ".join(others))
        if hooks := self._texts("hooks"):
            yield say("hooks of the site are not carried over: %(names)s", names=hooks)
        if templates := self._texts("extra_templates"):
            yield say("templates of the site are not carried over: %(names)s", names=templates)
        theme = _plain(self.nodes["theme"]) if "theme" in self.nodes else None
        if isinstance(theme, Mapping) and (folder := theme.get("custom_dir")):
            yield say("what the site changes of its theme is not carried over: %(folder)s", folder=folder)

    def is_private(self, *, drafts: bool) -> Callable[[str], bool]:
        """Tells of a path in the docs folder whether MkDocs leaves it out of the site; `drafts` counts as in.

        Error: UsageError, for what is no pattern. Source: https://www.mkdocs.org/user-guide/configuration/#exclude_docs
        """
        excluded = _spec("exclude_docs", [*_ALWAYS_EXCLUDED, *self._patterns("exclude_docs")])
        drafted = _spec("draft_docs", [] if drafts else self._patterns("draft_docs"))
        return lambda path: excluded.match_file(path) or drafted.match_file(path)

    def _patterns(self, key: str) -> list[str]:
        return str(value_of(self.nodes[key]) or "").splitlines() if key in self.nodes else []

    def _texts(self, key: str) -> str:
        found = _plain(self.nodes[key]) if key in self.nodes else []
        return ", ".join(map(str, found)) if isinstance(found, list) else ""


def _spec(key: str, patterns: Sequence[str]) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        message = say("%(key)s cannot be read: %(reason)s", key=key, reason=visible(str(error)))
        raise click.UsageError(told(message)) from error


def read_settings(file: Path | None) -> Settings:
    """The settings of a configuration that has been read before, with those that it inherits."""
    if file is None:
        return Settings({})
    root = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    own = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    parent = value_of(own.pop("INHERIT", _node(None)))
    if not parent:
        return Settings(own)
    return Settings(inherited(read_settings(file.parent / str(parent)).nodes, own, _joined))


def _joined(parent: yaml.Node, child: yaml.Node) -> yaml.Node:
    if isinstance(parent, yaml.MappingNode) and isinstance(child, yaml.MappingNode):
        return _mapping(inherited(_entries(parent), _entries(child), _joined))
    return child


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
