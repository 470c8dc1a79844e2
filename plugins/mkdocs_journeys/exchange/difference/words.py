"""A difference in the words of the field: one sentence for each change."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_journeys.definitions import Audience, Duration, Next, Start, visible
from mkdocs_journeys.exchange.difference.changes import Change, Form, Subject, Unreadable
from mkdocs_journeys.languages import TERMS, Language

LONGEST = 300
"""Characters of a text that are quoted."""

LONGEST_NAME = 80
"""Characters of what a part is called: a step has a name, but a pain only its text."""

Quoting = Callable[[str], str]
"""How a text that somebody wrote is put into a sentence."""


def plain_quote(text: str) -> str:
    """The text on one line, without what a terminal would obey; one that is long loses its end."""
    return shorten(visible(" ".join(text.split())), LONGEST)


def shorten(text: str, longest: int) -> str:
    """`text`; one that is longer loses its end."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


class Words:
    """The sentences of one language; `quote` puts into them what somebody wrote."""

    def __init__(self, language: Language, quote: Quoting = plain_quote) -> None:
        self.language = language
        self.quote = quote

    def sentence(self, change: Change) -> str:
        """What changed."""
        values = {
            "what": self.what(change.what),
            "place": self.place(change),
            "before": self.value(change, change.before),
            "after": self.value(change, change.after),
            "evidence": ", ".join(map(self.quote, change.because)),
        }
        return self._template(change) % values

    def what(self, key: str) -> str:
        """The word for a field."""
        return self.language.term("field", key) if key in TERMS["field"] else self.quote(key)

    def place(self, change: Change) -> str:
        """The part of the definition that changed."""
        return " · ".join(self.quote(shorten(part.name, LONGEST_NAME)) for part in change.where)

    def _template(self, change: Change) -> str:
        special = self._special(change)
        if special is not None:
            return special
        tell = self.language.gettext
        if change.where:
            return {
                "added": tell("%(what)s of %(place)s: added %(after)s"),
                "removed": tell("%(what)s of %(place)s: removed %(before)s"),
                "reordered": tell("%(what)s of %(place)s: in another order"),
            }.get(change.kind) or tell("%(what)s of %(place)s: from %(before)s to %(after)s")
        return {
            "added": tell("%(what)s: added %(after)s"),
            "removed": tell("%(what)s: removed %(before)s"),
            "reordered": tell("%(what)s: in another order"),
        }.get(change.kind) or tell("%(what)s: from %(before)s to %(after)s")

    def _special(self, change: Change) -> str | None:
        """The sentence of a change that has one of its own."""
        if change.what in {"stage", "step"}:
            return self._structural(change)
        if change.what == "emotion":
            return self._emotional(change)
        if change.what == "rests":
            return self._resting(change)
        if change.what == "improvement" or (change.what == "status" and change.group == "improvement"):
            return self._improving(change)
        return self._counted(change) if change.form == "rows" else None

    def _structural(self, change: Change) -> str:
        tell = self.language.gettext
        if change.kind == "reordered" and change.after is None:
            return tell("Moved: %(place)s, which now comes first")
        if change.kind == "reordered":
            return tell("Moved: %(place)s, which now comes after %(after)s")
        if change.what == "stage":
            return {
                "added": tell("Stage added: %(after)s"),
                "removed": tell("Stage removed: %(before)s"),
                "renamed": tell("Stage renamed from %(before)s to %(after)s"),
            }[change.kind]
        return {
            "added": tell("Step added in %(place)s: %(after)s"),
            "removed": tell("Step removed from %(place)s: %(before)s"),
            "renamed": tell("Step renamed from %(before)s to %(after)s"),
            "moved": tell("Step moved from %(before)s to %(after)s: %(place)s"),
        }[change.kind]

    def _emotional(self, change: Change) -> str:
        tell = self.language.gettext
        if change.because:
            return tell("Emotion of %(place)s from %(before)s to %(after)s, because of %(evidence)s")
        return tell("Emotion of %(place)s from %(before)s to %(after)s")

    def _resting(self, change: Change) -> str:
        tell = self.language.gettext
        return {
            "assumed": tell("Emotion of %(place)s: it is only assumed now"),
            "evidenced": tell("Emotion of %(place)s: evidence stands behind it now"),
            "measured": tell("Emotion of %(place)s: it is measured now"),
        }[change.after]

    def _improving(self, change: Change) -> str | None:
        tell = self.language.gettext
        if change.what == "improvement":
            return {
                "added": tell("Improvement added: %(after)s"),
                "removed": tell("Improvement removed: %(before)s"),
                "renamed": tell("Improvement renamed from %(before)s to %(after)s"),
            }[change.kind]
        return {
            "done": tell("Improvement done: %(place)s"),
            "dropped": tell("Improvement dropped: %(place)s"),
        }.get(change.after)

    def _counted(self, change: Change) -> str:
        count = change.after if change.kind == "added" else change.before
        if change.what == "notes":
            return self.language.gettext("Notes: lines added %(after)s, lines removed %(before)s")
        if change.kind == "added":
            return self.language.ngettext(
                "%(after)s row of readings added", "%(after)s rows of readings added", count
            )
        return self.language.ngettext(
            "%(before)s row of readings removed", "%(before)s rows of readings removed", count
        )

    def value(self, change: Change, value: Any) -> str:
        """A value as people write it."""
        if value is None:
            return self.language.gettext("not known") if change.form in _FIGURES else "–"
        if change.form == "term":
            return self.language.term(change.group, value)
        if change.form == "text":
            return f"“{self.quote(text_of(value))}”"
        if isinstance(value, Next | Start):
            return self._way(value)
        written = _WRITTEN.get(change.form)
        return self.quote(text_of(value)) if written is None else written(self.language, value)

    def _way(self, way: Next | Start) -> str:
        goal = self.quote(str(way.to if isinstance(way, Next) else way.at))
        return goal if way.share is None else f"{goal} ({self.language.percent(way.share, 1)})"

    def state(self, subject: Subject) -> str:
        """What happened to a definition as a whole."""
        tell = self.language.gettext
        count = len(subject.changes)
        if subject.state == "changed" and count:
            counted = self.language.ngettext("%(num)s change", "%(num)s changes", count)
            return counted % {"num": self.language.number(count)}
        return {
            "added": tell("new"),
            "removed": tell("removed"),
            "unreadable": tell("cannot be compared"),
            "changed": tell("nothing changed but what is wrong in it"),
        }[subject.state]

    def errors(self, found: Unreadable) -> str:
        """What is wrong with a definition in one of the two revisions: how much, and the first of it."""
        if found.side == "before":
            text = self.language.ngettext(
                "before: %(num)s error; the first: %(finding)s",
                "before: %(num)s errors; the first: %(finding)s",
                found.count,
            )
        else:
            text = self.language.ngettext(
                "now: %(num)s error; the first: %(finding)s",
                "now: %(num)s errors; the first: %(finding)s",
                found.count,
            )
        place, told = found.first.place, found.first.told(self.language.gettext)
        finding = f"{place.path}:{place.line}:{place.column}: {found.first.code}: {told}"
        return text % {"num": self.language.number(found.count), "finding": self.quote(finding)}

    def left_out(self, count: int) -> str:
        """That there is more than a comment has room for."""
        text = self.language.ngettext(
            "%(num)s more definition changed; there is no room for it here.",
            "%(num)s more definitions changed; there is no room for them here.",
            count,
        )
        return text % {"num": self.language.number(count)}


_FIGURES: frozenset[Form] = frozenset({"score", "share", "number"})


def _day(words: Language, value: datetime.date) -> str:
    return words.date(value)


def _duration(words: Language, value: Duration) -> str:
    return words.duration(value)


_WRITTEN: Mapping[Form, Callable[[Language, Any], str]] = {
    "score": lambda words, value: words.score(value),
    "share": lambda words, value: words.percent(value, 1),
    "number": lambda words, value: words.number(value),
    "rows": lambda words, value: words.number(value),
    "date": _day,
    "duration": _duration,
}


def text_of(value: Any) -> str:
    """What an item of a list is known by, as text."""
    if isinstance(value, Audience):
        return ", ".join(f"{key}: {word}" for key, word in value if word is not None)
    for name in ("text", "name", "title", "action", "date"):
        if hasattr(type(value), "model_fields") and name in type(value).model_fields:
            return str(getattr(value, name))
    return str(value)
