"""Characters that nobody sees, or that look like a usual space: tables for classes in patterns."""

import re

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
"""What no line of a text file may hold."""

SURROGATES = "\ud800-\udfff"
"""Halves of characters, which no file in UTF-8 can hold."""

UNSEEN_BEYOND_ASCII = "\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
UNSEEN = f"\x00-\x1f{UNSEEN_BEYOND_ASCII}"
"""Control characters, line breaks, marks of direction, and what takes no room."""

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""No-break, wide and narrow spaces, which YAML takes for letters."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape(match: re.Match[str]) -> str:
    r"""The number of a character: `\n`, `\x1b`, `\u200b`; to YAML, within quotation marks, the character."""
    code = ord(match[0])
    return _SHORT.get(match[0]) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")
