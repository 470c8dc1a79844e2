"""What is said about personal data, without repeating it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from mkdocs_journeys.definitions.findings import MOST_FINDINGS, Finding, Place, short
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.options import SiteOptions
from mkdocs_journeys.definitions.personal_data import Personal, personal_data
from mkdocs_journeys.definitions.personal_hiding import hidden_line


def check_personal_data(path: str, text: str, options: SiteOptions) -> Iterator[Finding]:
    """Addresses and numbers of people in the `text` of a file (J160), but for those that the site allows.

    Of very many the first are told.
    """
    return islice(_findings(path, text, personal_data(text, options.allow_personal_data)), MOST_FINDINGS)


def _findings(path: str, text: str, found: Sequence[Personal]) -> Iterator[Finding]:
    line, before = 1, 0
    for group in _by_line(text, found):
        start = text.rfind("\n", 0, group[0].start) + 1
        line += text.count("\n", before, start)
        before = start
        quoted = hidden_line(text, group, start, _end_of_line(text, start))
        for each in group:
            place = Place(path, line, each.start - start + 1, len(each.found), quoted)
            yield Finding("J160", _message(each), place)


def _by_line(text: str, found: Sequence[Personal]) -> Iterator[list[Personal]]:
    group: list[Personal] = []
    end = 0
    for each in found:
        if group and each.start > end:
            yield group
            group = []
        if not group:
            end = _end_of_line(text, each.start)
        group.append(each)
    if group:
        yield group


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _message(personal: Personal) -> Message:
    return say(
        "personal data stands here (%(what)s: %(found)s); leave it out, or, if everybody may read it, name "
        "it under allow_personal_data in mkdocs.yml",
        what=personal.what, found=short(personal.hint),
    )  # fmt: skip
