"""What a difference consists of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mkdocs_journeys.definitions import Finding, Kind

ChangeKind = Literal["added", "removed", "changed", "renamed", "moved", "reordered"]
SubjectState = Literal["added", "removed", "changed", "unreadable"]
Form = Literal["text", "plain", "score", "share", "number", "date", "duration", "rows", "term"]
"""How a value is written for people. `term` is one of the format's own words, `rows` a number of rows."""


@dataclass(frozen=True)
class Part:
    """A part of a definition: what it is (stage, step, persona, improvement, ...), its id and its name."""

    kind: str
    id: str
    name: str


Where = tuple[Part, ...]
"""The way from a definition to the part of it that changed; empty: the definition itself."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that changed.

    `what` is the key of the field, or a figure's name (`drop_off`). `before` and `after` are None where there
    was or is nothing. `because` names the evidence that came or went. `follows`: nobody wrote it down, it is
    what comes of another change. `group` is the vocabulary's, where `form` is `term`.
    """

    kind: ChangeKind
    what: str
    where: Where = ()
    before: Any = None
    after: Any = None
    form: Form = "plain"
    group: str = ""
    because: tuple[str, ...] = ()
    follows: bool = False


@dataclass(frozen=True)
class Unreadable:
    """Errors of a definition in one of the two revisions: how many, and the first."""

    side: Literal["before", "after"]
    count: int
    first: Finding


@dataclass(frozen=True)
class Named:
    """A definition in one revision."""

    id: str
    title: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A definition that is new, gone, changed or cannot be read.

    `curves` are the scores (-2..2, None for a gap) of a journey's steps before and after; None where there is
    no such journey, or nothing in it is scored.
    """

    kind: Kind
    state: SubjectState
    before: Named | None
    after: Named | None
    changes: tuple[Change, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    curves: tuple[tuple[float | None, ...] | None, tuple[float | None, ...] | None] = (None, None)

    @property
    def now(self) -> Named:
        """The definition as it is after, or as it was before it went."""
        named = self.after or self.before
        if named is None:
            raise ValueError("a definition is in one of two revisions")
        return named

    @property
    def made(self) -> tuple[Change, ...]:
        """What somebody changed."""
        return tuple(change for change in self.changes if not change.follows)

    @property
    def following(self) -> tuple[Change, ...]:
        """What came of it."""
        return tuple(change for change in self.changes if change.follows)


@dataclass(frozen=True)
class Difference:
    """All definitions in which two revisions differ, by kind and path."""

    subjects: tuple[Subject, ...]


Renames = Mapping[str, Mapping[str, str]]
"""By kind (or `anchor`, a journey's stages and steps): earlier ids with what they are now."""
