"""A drawn picture, and what could not be drawn in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MissingGlyphs:
    """Characters that no installed font has, and the Debian package that brings a font with them."""

    characters: str
    package: str


@dataclass(frozen=True)
class Picture:
    """A PNG or PDF; each missing glyph is drawn as a question mark."""

    content: bytes
    missing: MissingGlyphs | None = None
