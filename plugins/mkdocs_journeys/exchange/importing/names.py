"""Names of steps, made from what is done at them."""

import re

LONGEST_NAME = 80
_SENTENCE = re.compile(r"(?<=[^\W\d])[.!?](?=\s|$)|[。！？]")


def name_from(text: str) -> str:
    """The first sentence of `text`, cut between words where it is long."""
    end = _SENTENCE.search(text)
    first = text[: end.start()] if end and end.start() > 3 else text
    if len(first) <= LONGEST_NAME:
        return first.strip()
    cut = first[:LONGEST_NAME]
    return f"{cut.rpartition(' ')[0] or cut}…"
