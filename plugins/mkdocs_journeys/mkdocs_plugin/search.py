"""Search: Pagefind over the built pages, in place of Material's own."""

import subprocess
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import cast

from mkdocs.config import Config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.mkdocs_plugin import search_index
from mkdocs_journeys.mkdocs_plugin.search_words import field_words, word_file_address, word_files
from mkdocs_journeys.pages.addresses import ASSETS

log = get_plugin_logger("journeys")
THEME = Path(__file__).parent / "theme"
_MATERIAL = "material/search"
_SCRIPT = "search.js"
_NOT_READ = ".headerlink, .md-content__button"
_NEEDED = {"pagefind.js", "pagefind-worker.js"}


class SearchFieldConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' base class has no types
    """What Material's header asks of its search plugin."""

    enabled = c.Type(bool, default=True)


class SearchField(BasePlugin[SearchFieldConfig]):  # type: ignore[no-untyped-call] # MkDocs' base class has no types
    """Stands where Material looks for its own search plugin, so that its header has a place for ours."""


class Pagefind:
    """The indexer, and what the search field of a page needs to know."""

    def __init__(self, indexer: Path) -> None:
        self.indexer = indexer
        self.files = word_files()
        self.version = _version([*(file.content for file in self.files), *_assets()])

    def in_context(self, context: TemplateContext, tag: str) -> TemplateContext:
        """`context` with what the search field's template shows on a page in language `tag` (BCP 47)."""
        field = {
            "script": f"{ASSETS}{_SCRIPT}?{self.version}",
            "more_words": f"{word_file_address(tag)}?{self.version}",
            "words": field_words(tag),
        }
        return cast("TemplateContext", {**context, "journeys_search": field})

    def make_index(self, site: Path) -> None:
        """Read the pages below `site` into its folder `pagefind`."""
        command = [str(self.indexer), "--site", str(site), "--exclude-selectors", _NOT_READ, "--silent"]
        made = subprocess.run(command, check=False, capture_output=True, text=True)
        if made.returncode:
            raise PluginError(f"Pagefind could not index the site: {made.stderr or made.stdout}")
        _tidy(site / "pagefind")
        search_index.settle(site / "pagefind")


def offer(config: MkDocsConfig) -> Pagefind | None:
    """Pagefind in the place of Material's search; None where it is not installed or the theme is another."""
    if config.theme.name != "material":
        return None
    indexer = _executable()
    if indexer is None:
        log.info("Material's own search stays: Pagefind comes with pip install 'mkdocs-journeys[search]'")
        return None
    _take_over(config)
    return Pagefind(indexer)


def _assets() -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted((THEME / ASSETS).iterdir()))


def _version(contents: Iterable[bytes]) -> str:
    return sha256(b"".join(contents)).hexdigest()[:8]


def _executable() -> Path | None:
    try:
        # An extra, and perhaps not installed; its package has no types.
        from pagefind_bin_extended import get_executable  # type: ignore[import-untyped] # noqa: PLC0415
    except ImportError:
        return None
    return Path(get_executable())


def _take_over(config: MkDocsConfig) -> None:
    plugins = config.plugins
    if (material := plugins.pop(_MATERIAL, None)) is not None:
        for event, methods in plugins.events.items():
            plugins.events[event] = [method for method in methods if not _belongs(method, material)]
    plugins[_MATERIAL] = field = SearchField()
    field.load_config({})
    behind_the_sites_own = 0 if config.theme.custom_dir is None else 1
    config.theme.dirs.insert(behind_the_sites_own, str(THEME))


def _belongs(method: object, plugin: object) -> bool:
    return getattr(method, "__self__", None) is plugin


def _tidy(folder: Path) -> None:
    """Leave only what the search script loads."""
    for file in folder.glob("pagefind*"):
        if file.suffix in {".js", ".css"} and file.name not in _NEEDED:
            file.unlink()
