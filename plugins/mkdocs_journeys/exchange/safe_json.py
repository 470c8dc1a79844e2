"""JSON in which nothing is invisible: whatever somebody wrote cannot change how the rest is shown."""

import json
import re

_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def safe_json(data: object) -> str:
    """JSON that shows every letter as it is, and whatever cannot be seen by its number."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
