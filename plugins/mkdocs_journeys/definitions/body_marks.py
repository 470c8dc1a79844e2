"""Marks: what stands in the HTML of a body for an address or a title that is filled in later."""

import hashlib
import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Open = Literal["title", "reference", "link", "picture"]


@dataclass(frozen=True)
class Marks:
    """The marks of one body: words of letters and digits that start with `seal`.

    The seal is a digest of the body itself, so that no body holds its own marks.
    """

    seal: str = ""

    @classmethod
    def of(cls, text: str) -> "Marks":
        """The marks of the body `text`."""
        return cls("journeys" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest())

    def mark(self, what: Open, number: int) -> str:
        """What stands for the title of reference `number`, or for the address of what has this number."""
        return f"{self.seal}{what}{number}x"

    def filled(self, content: str, fill: Mapping[Open, Callable[[int], str]]) -> str:
        """`content` (HTML) with plain text for every mark, escaped for text and quoted attributes alike.

        What was filled in is not looked at again.
        """
        return self._replaced(content, lambda what, number: html.escape(fill[what](number)))

    def typed(self, text: str, typed: Callable[[int], str]) -> str:
        """`text` (plain) with what `typed` gives for the number of each reference."""
        return self._replaced(text, lambda _, number: typed(number))

    def _replaced(self, text: str, replacement: Callable[[Open, int], str]) -> str:
        if not self.seal or self.seal not in text:
            return text
        pattern = re.compile(rf"{self.seal}(title|reference|link|picture)([0-9]+)x")
        return pattern.sub(lambda match: replacement(_WHAT[match[1]], int(match[2])), text)


_WHAT: Mapping[str, Open] = {
    "title": "title",
    "reference": "reference",
    "link": "link",
    "picture": "picture",
}
