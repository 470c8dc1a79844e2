"""The questions of `journeys new` to somebody at a terminal: one for each thing that was not typed."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from mkdocs_journeys.authoring.existing import Known, folder_of
from mkdocs_journeys.authoring.new_definitions import folder_path, path_of
from mkdocs_journeys.authoring.new_names import clean_name, proposed_id
from mkdocs_journeys.authoring.refusals import NotPossible
from mkdocs_journeys.cli.asking import Asking, split
from mkdocs_journeys.cli.wishes import (
    Place,
    Wishes,
    definition_of,
    ids_in,
    owner_called,
    persona_called,
    touchpoints_in,
)
from mkdocs_journeys.definitions import METHODS, say, visible
from mkdocs_journeys.languages import Language, available, language


def answered(wishes: Wishes, place: Place, words: Language) -> Wishes:
    """The wishes with an answer to each question that they left open."""
    interview = _Interview(wishes, place, words)
    for question in (
        interview.lang,
        interview.name,
        interview.personas,
        interview.touchpoints,
        interview.evidence,
        interview.method,
        interview.owner,
        interview.folder,
        interview.id,
    ):
        question()
    return interview.wishes


class _Interview:
    def __init__(self, wishes: Wishes, place: Place, words: Language) -> None:
        self.wishes = wishes
        self.place = place
        self.site = place.site
        self.words = words
        self.ask = Asking(words)

    def lang(self) -> None:
        """Asked only where the person's language is not the site's."""
        own = language(self.place.options.language).tag
        if self.wishes.lang is None and self.words.tag != own:
            tags = [language(name).tag for name in available()]
            chosen = self.ask.one_of(self.words.gettext("Language of the texts"), tags, own)
            self._keep(lang=chosen if chosen != own else None)

    def name(self) -> None:
        _, kind = self.words.gettext, self.wishes.kind
        questions = {
            "journey": _("What is the journey called?"),
            "persona": _("What is the persona called?"),
            "touchpoint": _("What is the touchpoint called?"),
            "evidence": _("What is the research called?"),
        }
        if kind == "touchpoint":
            self.ask.offer(_("Named by journeys, and not described yet:"), self.site.undescribed.names)
        self._keep(name=self.ask.text(questions[kind], check=self._name))

    def _name(self, typed: str) -> str:
        """A name; that of an undescribed touchpoint may be typed as its id."""
        others = self.site.undescribed
        found = others.find(typed) if self.wishes.kind == "touchpoint" else None
        return clean_name(others.names[found] if found else typed)

    def personas(self) -> None:
        wishes, _ = self.wishes, self.words.gettext
        if wishes.kind != "journey" or wishes.personas or wishes.new_persona is not None:
            return
        if self.site.personas.names:
            self._choose_personas()
        else:
            self.ask.show(_("There is no persona yet, so one is written too."))
            question = _("Who travels the journey? A name for somebody who stands for many")
            self._keep(new_persona=self.ask.text(question, check=self._new_persona))

    def _choose_personas(self) -> None:
        _, known = self.words.gettext, self.site.personas
        self.ask.offer(_("There are these personas:"), known.names)
        question = _("Who travels the journey? Ids or names, with commas between; or a new name")
        while True:
            typed = self.ask.text(question, default=next(iter(known.names)))
            chosen, unknown = _sorted_out(known, typed)
            if not unknown:
                return self._keep(personas=chosen)
            self._say_unknown(unknown[0])
            new = _('Write a new persona "%(name)s"?') % {"name": visible(unknown[0])}
            if not chosen and len(unknown) == 1 and self.ask.yes(new):
                return self._keep(
                    new_persona=self.ask.text(_("Their name"), default=unknown[0], check=self._new_persona)
                )

    def _say_unknown(self, typed: str) -> None:
        _, near = self.words.gettext, self.site.personas.near(typed)
        if near is None:
            self.ask.show(_('There is no persona "%(name)s".') % {"name": visible(typed)})
        else:
            values = {"name": visible(typed), "near": near}
            self.ask.show(_('There is no persona "%(name)s"; did you mean "%(near)s"?') % values)

    def _new_persona(self, typed: str) -> str:
        path_of(persona_called(typed, self.wishes, self.place), self.place.root, self.place.options)
        return typed

    def touchpoints(self) -> None:
        _ = self.words.gettext
        if self.wishes.kind == "journey" and not self.wishes.touchpoints:
            self.ask.offer(_("There are these touchpoints:"), self.site.touchpoints.names)
            question = _("What is met at the first step? Ids or names, with commas between; Enter for none")
            self._keep(touchpoints=self._several(question, self.site.touchpoints, self._touchpoints))

    def _touchpoints(self, typed: Iterable[str]) -> list[str]:
        return touchpoints_in(self.site, typed)

    def evidence(self) -> None:
        _, known = self.words.gettext, self.site.evidence
        if self.wishes.kind in ("journey", "persona") and known.names and not self.wishes.evidence:
            self.ask.offer(_("There is this research:"), known.names)
            question = _("What does it rest on? Ids or titles, with commas between; Enter for none")
            self._keep(evidence=self._several(question, known, self._evidence))

    def _evidence(self, typed: Iterable[str]) -> list[str]:
        return ids_in(self.site.evidence, typed, "evidence")

    def method(self) -> None:
        if self.wishes.kind == "evidence" and self.wishes.method is None:
            question = self.words.gettext("How was it done?")
            terms: dict[str, str] = {method: self.words.term("method", method) for method in METHODS}
            self.ask.offer(self.words.gettext("There are these methods:"), terms)
            known = Known(terms)
            self._keep(
                method=self.ask.text(question, default="interview", check=lambda typed: _word(known, typed))
            )

    def owner(self) -> None:
        _ = self.words.gettext
        if self.wishes.owner is None:
            self.ask.offer(_("Others are kept by:"), {name: name for name in self.site.owners})
            question = _("Which team or person keeps it true? Enter for nobody yet")
            self._keep(
                owner=self.ask.text(question, check=lambda typed: owner_called(typed) if typed else "")
            )

    def folder(self) -> None:
        """Asked only where others of its kind lie in folders."""
        _, wishes = self.words.gettext, self.wishes
        top = self.place.root / folder_of(wishes.kind, self.place.options)
        if wishes.kind in ("journey", "persona") and wishes.folder is None and top.is_dir():
            names = sorted(each.name for each in top.iterdir() if each.is_dir() and each.name[0] not in "._")
            if names:
                self.ask.offer(_("There are these folders:"), {name: name for name in names})
                self._keep(folder=self.ask.text(_("In which folder? Enter for none"), check=self._folder))

    def _folder(self, typed: str) -> str:
        folder_path(self.wishes.kind, typed, self.place.root, self.place.options)
        return typed

    def id(self) -> None:
        if self.wishes.id_ is None:
            proposal = proposed_id(self.wishes.kind, self.wishes.name or "") or ""
            question = self.words.gettext("Its id, which is the file's name and the end of its address")
            self._keep(id_=self.ask.text(question, default=proposal, check=self._id))

    def _id(self, typed: str) -> str:
        wishes = dataclasses.replace(self.wishes, id_=typed)
        new = definition_of(wishes, self.place)
        path_of(new, self.place.root, self.place.options)
        return new.id

    def _several(self, question: str, known: Known, check: Callable[[Sequence[str]], list[str]]) -> list[str]:
        """Answers with commas between; the name of one that is known may have a comma in it."""
        found: list[str] = []

        def read(typed: str) -> str:
            found[:] = check([typed] if known.find(typed) else split(typed))
            return typed

        self.ask.text(question, check=read)
        return found

    def _keep(self, **answers: object) -> None:
        self.wishes = dataclasses.replace(self.wishes, **answers)  # type: ignore[arg-type] # the names of its own fields


def _sorted_out(known: Known, typed: str) -> tuple[list[str], list[str]]:
    """The ids of those who are known, and what was typed for others; a name may have a comma in it."""
    if (whole := known.find(typed)) is not None:
        return [whole], []
    found = {each: known.find(each) for each in split(typed)}
    chosen = dict.fromkeys(id_ for id_ in found.values() if id_ is not None)
    return list(chosen), [each for each, id_ in found.items() if id_ is None]


def _word(known: Known, typed: str) -> str:
    """One of the format's own words, typed as it is or as it is called in the person's language."""
    word = known.find(typed)
    if word is None:
        raise NotPossible(say("choose one of %(words)s", words=", ".join(known.names)))
    return word
