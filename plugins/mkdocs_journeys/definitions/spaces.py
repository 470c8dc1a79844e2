"""Spaces that are not the usual one: they look like it, and YAML does not take them for it."""

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""No-break, wide and narrow spaces, for a class of characters in a pattern."""
