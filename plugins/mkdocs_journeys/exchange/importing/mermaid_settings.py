"""The front matter of a Mermaid diagram: a title, and settings for its drawing."""

from collections.abc import Sequence

import yaml

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.importing.mermaid_blocks import Line
from mkdocs_journeys.exchange.importing.remarks import Remarks

_LONGEST = 4_000
_LONGEST_TITLE = 1_000


def after_front_matter(lines: Sequence[Line], remarks: Remarks) -> tuple[Sequence[Line], str | None]:
    """The lines behind a diagram's front matter, and the title in it; other settings are a warning."""
    filled = next((n for n, line in enumerate(lines) if line.text), 0)
    if not lines or lines[filled].text != "---":
        return lines, None
    end = next((n for n in range(filled + 1, len(lines)) if lines[n].text == "---"), None)
    if end is None:
        return lines[filled + 1 :], None
    front = lines[filled + 1 : end]
    settings = _settings("\n".join(line.whole for line in front))
    title = settings.get("title")
    is_title = isinstance(title, str)
    if settings.keys() - ({"title"} if is_title else ()):
        lost = (line for line in front if not (is_title and line.text.startswith("title")))
        tell_settings_lost(next(lost, front[0]), remarks)
    return lines[end + 1 :], title if isinstance(title, str) and title else None


def tell_settings_lost(line: Line, remarks: Remarks) -> None:
    """Warn of settings that begin in `line`."""
    remarks.warn(line.place, say("settings for Mermaid's drawing are left out"))


def _settings(text: str) -> dict[str, object]:
    """Mermaid's front matter; nothing where it cannot be read."""
    if len(text) > _LONGEST or any(sign in text for sign in "&*"):
        text = next((line for line in text.split("\n") if line.startswith("title:")), "")[:_LONGEST_TITLE]
    try:
        loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts, lists and mappings
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
