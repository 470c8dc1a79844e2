"""The style sheet and the script that all pages share."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs_journeys.pages.addresses import ASSETS
from mkdocs_journeys.pages.page import StaticFile
from mkdocs_journeys.pages.view import Site

STYLE = ASSETS + "journeys.css"
SCRIPT = ASSETS + "journeys.js"
_FOLDER = Path(__file__).parent / "assets"


def asset_files(_site: Site) -> Iterator[StaticFile]:
    """One style sheet and one script, joined from the package's, so that a reader fetches two files."""
    yield StaticFile(STYLE, _joined("*.css"))
    yield StaticFile(SCRIPT, _joined("*.js"))


def _joined(pattern: str) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(_FOLDER.glob(pattern)))
