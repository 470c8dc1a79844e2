"""A difference in the words of the field: one sentence for each change."""

from mkdocs_journeys.exchange.difference.changes import Change, Subject, Unreadable
from mkdocs_journeys.exchange.difference.places import LABEL, write_place
from mkdocs_journeys.exchange.difference.quoting import Quoting, plain_quote
from mkdocs_journeys.exchange.difference.values import in_detail, write_value
from mkdocs_journeys.languages import TERMS, Language

_PHRASES = frozenset({"by", "opens", "part_of", "serves", "unless", "when", "where", "who", "why"})
"""Fields whose words are no nouns: they are said before a value."""


class Words:
    """The sentences of one language; `quote` puts into them what somebody wrote."""

    def __init__(self, language: Language, quote: Quoting = plain_quote) -> None:
        self.language = language
        self.quote = quote

    def sentence(self, change: Change) -> str:
        """What changed."""
        values = {
            "what": self._what(change),
            "place": write_place(change.where, self.language, self.quote),
            "before": write_value(change, change.before, self.language, self.quote),
            "after": write_value(change, change.after, self.language, self.quote),
            "evidence": ", ".join(map(self.quote, change.because)),
        }
        if not values["place"]:
            values["what"] = _as_first_word(values["what"])
        return self._template(change, bool(values["place"])) % values

    def _what(self, change: Change) -> str:
        """The word for a field as it stands inside a sentence, with the label where it has one."""
        key = change.what
        what = _inside(self.language.term("field", key)) if key in TERMS["field"] else self.quote(key)
        for part in change.where:
            if part.kind == LABEL:
                what = in_detail(what, self.quote(part.name), self.language)
        return what

    def _template(self, change: Change, has_place: bool) -> str:
        special = self._special(change)
        if special is not None:
            return special
        tell = self.language.gettext
        if has_place:
            return {
                "added": tell("%(place)s: %(what)s, added %(after)s"),
                "removed": tell("%(place)s: %(what)s, removed %(before)s"),
                "reordered": tell("%(place)s: %(what)s in another order"),
            }.get(change.kind) or (
                tell("%(place)s: %(what)s %(after)s, no longer %(before)s")
                if change.what in _PHRASES
                else tell("%(place)s: %(what)s from %(before)s to %(after)s")
            )
        return {
            "added": tell("%(what)s: added %(after)s"),
            "removed": tell("%(what)s: removed %(before)s"),
            "reordered": tell("%(what)s: in another order"),
        }.get(change.kind) or tell("%(what)s: from %(before)s to %(after)s")

    def _special(self, change: Change) -> str | None:
        """The sentence of a change that has one of its own."""
        if change.what in {"stage", "step"}:
            return self._structural(change)
        if change.what in {"emotion", "assumed"}:
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
                "renamed": tell("Stage renamed from “%(before)s” to “%(after)s”"),
            }[change.kind]
        return {
            "added": tell("Step added in %(place)s: %(after)s"),
            "removed": tell("Step removed from %(place)s: %(before)s"),
            "renamed": tell("Step renamed from “%(before)s” to “%(after)s”"),
            "moved": tell("Step moved from %(before)s to %(after)s: %(place)s"),
        }[change.kind]

    def _emotional(self, change: Change) -> str:
        tell = self.language.gettext
        if change.what == "assumed":
            return tell("Assumed emotion of %(place)s from %(before)s to %(after)s")
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
                "renamed": tell("Improvement renamed from “%(before)s” to “%(after)s”"),
            }[change.kind]
        return {
            "done": tell("Improvement done: %(place)s"),
            "dropped": tell("Improvement dropped: %(place)s"),
        }.get(change.after)

    def _counted(self, change: Change) -> str:
        if change.what == "notes":
            return self._noted(change)
        count = change.after if change.kind == "added" else change.before
        if change.kind == "added":
            return self.language.ngettext(
                "%(after)s row of readings added", "%(after)s rows of readings added", count
            )
        return self.language.ngettext(
            "%(before)s row of readings removed", "%(before)s rows of readings removed", count
        )

    def _noted(self, change: Change) -> str:
        """What became of the lines below the front matter."""
        if change.before and change.after:
            return self.language.gettext("Notes: lines added %(after)s, lines removed %(before)s")
        if change.after:
            return self.language.ngettext(
                "Notes: %(after)s line added", "Notes: %(after)s lines added", change.after
            )
        if change.before:
            return self.language.ngettext(
                "Notes: %(before)s line removed", "Notes: %(before)s lines removed", change.before
            )
        return self.language.gettext("Notes: lines in another order")

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


def _inside(word: str) -> str:
    """A word of ours inside a sentence: none of our languages writes nouns with a capital there."""
    return word[:1].lower() + word[1:]


def _as_first_word(text: str) -> str:
    return text[:1].upper() + text[1:]
