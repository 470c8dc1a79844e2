"""The order of lists that people read: by what they see, and the same on every machine."""

import unicodedata


def by_title(title: str, definition_id: str) -> tuple[str, str]:
    """A key that sorts by title without regard to case and to how accents are encoded, then by id."""
    return unicodedata.normalize("NFKD", title).casefold(), definition_id
