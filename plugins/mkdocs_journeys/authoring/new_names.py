"""Names and ids of new definitions: what was typed, made fit to be one, or refused."""

import re
import unicodedata

from mkdocs_journeys.authoring.refusals import NotPossible
from mkdocs_journeys.definitions import (
    RESERVED_PERSONAS,
    Kind,
    Message,
    can_be_seen,
    is_id,
    make_id,
    normalise,
    say,
    visible,
)

LONGEST_NAME = 1000
LONGEST_ID = 60
"""Characters of an id that is made from a name: a folder of the site is called by it."""

MOST_BYTES = 240
"""Bytes that a file's name may have on the usual disks, its `.md` left aside."""

_IMPOSSIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WINDOWS_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def clean_name(typed: str) -> str:
    """What was typed as a name or title: one line, single spaces. Error: NotPossible."""
    if _IMPOSSIBLE.search(typed):
        raise NotPossible(
            say('there is a character in "%(name)s" that no file can hold', name=visible(typed[:80]))
        )
    name = " ".join(typed.split())
    if not can_be_seen(name):
        raise NotPossible(say("a name cannot be empty"))
    if len(name) > LONGEST_NAME:
        raise NotPossible(
            say("a name has at most %(num)s characters; tell the rest in the text", num=LONGEST_NAME)
        )
    return name


def proposed_id(kind: Kind, name: str) -> str | None:
    """The id made from a name, cut where it would be too long; None where none can be made."""
    made = make_id(name)
    proposal = _shortened(made).strip("-_") if made else ""
    return proposal if proposal and _fault(kind, proposal) is None else None


def checked_id(kind: Kind, typed: str) -> str:
    """An id as somebody typed it. Error: NotPossible, with an id that would do."""
    name = normalise(typed.strip().removesuffix(".md"))
    fault = _fault(kind, name)
    if fault is None:
        return name
    raise NotPossible(fault)


def _fault(kind: Kind, name: str) -> Message | None:
    if not is_id(name):
        return say('"%(id)s" is no id: letters, digits, "-" and "_" only', id=visible(name[:80]))
    if name.startswith("_") or name.casefold() == "readme":
        return say('a file called "%(id)s" is not read; choose another id', id=name)
    if kind == "persona" and name in RESERVED_PERSONAS:
        return say('"%(id)s" cannot be the id of a persona; choose another id', id=name)
    if _WINDOWS_DEVICES.fullmatch(name):
        return say('Windows takes no file called "%(id)s"; choose another id', id=name)
    if len(name.encode()) > MOST_BYTES:
        return say("this id is too long for the name of a file; choose a shorter one")
    return None


def _shortened(made: str) -> str:
    """An id cut behind a word where it has words, never between a letter and its marks."""
    if len(made) <= LONGEST_ID:
        return made
    end = LONGEST_ID
    while end > 1 and unicodedata.category(made[end])[0] == "M":
        end -= 1
    words = made[: end + 1].rpartition("-")[0]
    return words if len(words) > LONGEST_ID // 2 else made[:end]
