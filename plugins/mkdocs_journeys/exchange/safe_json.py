"""JSON in which nothing is invisible: whatever somebody wrote cannot change how the rest is shown."""

import json
import re

from mkdocs_journeys.definitions import SURROGATES, UNSEEN_BEYOND_ASCII

_UNSEEN = re.compile(f"[{UNSEEN_BEYOND_ASCII}{SURROGATES}]")


def safe_json(data: object) -> str:
    """JSON that shows every letter as it is, and whatever cannot be seen by its number."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
