"""Where each page lies, and how pages link to each other: always relatively, so that sub-folders work."""

from typing import Literal
from urllib.parse import quote, urlsplit

Linked = Literal["journey", "persona", "touchpoint", "channel", "evidence"]

ASSETS = "assets/journeys/"

_FOLDERS: dict[Linked, str] = {
    "journey": "journeys/",
    "persona": "personas/",
    "touchpoint": "touchpoints/",
    "channel": "channels/",
    "evidence": "evidence/",
}


def address_of(kind: Linked, definition_id: str | None = None) -> str:
    """The address of a definition's page, or, without an id, of the list of all of its kind."""
    folder = _FOLDERS[kind]
    return folder if definition_id is None else f"{folder}{definition_id}/"


def compare_address(one: str, other: str | None = None) -> str:
    """The page that compares a future journey with the current one, or two journeys with each other."""
    return f"compare/{one}/" if other is None else f"compare/{one}--{other}/"


def relative(start: str, target: str, *, directory_urls: bool = True) -> str:
    """The link from the page at address `start` (`""` or ending in `/`) to `target`, percent-encoded.

    Without directory addresses a link to a page names its `index.html`.
    """
    name = "" if directory_urls or not (target == "" or target.endswith("/")) else "index.html"
    return "../" * start.count("/") + quote(target) + name or "./"


def written_address(path: str, *, directory_urls: bool = True) -> str:
    """The address of a page that people wrote, by its path in the docs folder; others stay what they are."""
    if not path.endswith(".md"):
        return path
    bare = path.removesuffix(".md")
    folder, _, name = bare.rpartition("/")
    if name in {"index", "README"}:
        return f"{folder}/" if folder else ""
    return f"{bare}/" if directory_urls else f"{bare}.html"


def is_absolute(address: str | None) -> bool:
    """Whether an address of a site can be read from elsewhere."""
    parts = urlsplit(address or "")
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
