"""A site as it was at a commit, in a folder of its own."""

import posixpath
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import yaml

from mkdocs_journeys.cli.configuration import NAMES, Configuration, file_in, find_configuration
from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.history.revisions import list_files, prefix_of, write_entries

_MOST_PARENTS = 10
"""Configurations that one inherits from; more is a circle."""


def restore_site(site: Path, commit: str, target: Path, file: str | None = None) -> Configuration | None:
    """The site in folder `site` as it was at a commit, below `target`, with what definitions need.

    `file` is its configuration's name. None where there was neither a configuration nor a folder of journeys.
    Errors: history's Unreadable; click's UsageError for a configuration that cannot be used.
    """
    prefix = prefix_of(site)
    root = (target / prefix).resolve()
    root.mkdir(parents=True, exist_ok=True)
    names = [file] if file else list(NAMES)
    _write(site, commit, target, [prefix + name for name in names])
    found = next((root / name for name in names if (root / name).is_file()), None)
    if found is not None:
        _write_parents(site, commit, target, posixpath.join(prefix, found.name))
    configuration = (
        Configuration(root, None, root / "site", SiteOptions())
        if found is None
        else find_configuration(found, root, within=target)
    )
    wanted = [posixpath.normpath(posixpath.join(prefix, folder)) for folder in folders(configuration.options)]
    _write(site, commit, target, [folder for folder in wanted if not folder.startswith("..")])
    journeys = root / configuration.options.journeys
    return None if found is None and not journeys.exists() else configuration


def folders(options: SiteOptions) -> Sequence[str]:
    """The folders of definitions, and of what lies beside them."""
    return (options.journeys, options.personas, options.touchpoints, options.evidence)


def _write(site: Path, commit: str, target: Path, paths: Sequence[str]) -> None:
    write_entries(site, list_files(site, commit, paths), target)


def _write_parents(site: Path, commit: str, target: Path, path: str) -> None:
    """Write the configurations that the one at `path` inherits from."""
    for _ in range(_MOST_PARENTS):
        parent = _parent(target / path)
        if parent is None:
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
        if path.startswith(("..", "/")):
            return
        _write(site, commit, target, [path])


def _parent(file: Path) -> str | None:
    """What a configuration inherits from; whoever reads it afterwards says what is wrong with it."""
    try:
        nodes = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return None
    if not isinstance(nodes, yaml.MappingNode):
        return None
    pairs = [pair for pair in nodes.value if all(isinstance(node, yaml.ScalarNode) for node in pair)]
    return {key.value: value.value for key, value in pairs}.get("INHERIT") or None


def surroundings(folder: Path) -> Path:
    """The top of the repository that a folder is in, else the folder: where its configuration may read."""
    depth = len(PurePosixPath(prefix_of(folder)).parts)
    here = folder.resolve()
    return (here, *here.parents)[depth]


def at_folder(folder: Path) -> Configuration | None:
    """The site that a folder holds; None where it holds none. Error: UsageError, as above."""
    file = file_in(folder)
    if file is not None:
        return find_configuration(file, folder, within=surroundings(folder))
    if not (folder / SiteOptions().journeys).is_dir():
        return None
    return Configuration(folder.resolve(), None, folder / "site", SiteOptions())
