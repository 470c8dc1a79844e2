"""What somebody wants to have written, as typed, and the definition that it stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mkdocs_journeys.authoring.existing import Existing, Known, existing, is_named
from mkdocs_journeys.authoring.new_definitions import NewDefinition
from mkdocs_journeys.authoring.new_names import checked_id, clean_name, proposed_id
from mkdocs_journeys.authoring.refusals import NotPossible
from mkdocs_journeys.authoring.site_words import words_of
from mkdocs_journeys.catalogue import nearest_touchpoint
from mkdocs_journeys.cli.reading import linked
from mkdocs_journeys.definitions import (
    Definitions,
    Kind,
    Message,
    Method,
    SiteOptions,
    named_id,
    say,
    visible,
)
from mkdocs_journeys.languages import is_spoken, language


@dataclass(frozen=True)
class Wishes:
    """What was typed; None and nothing: not said. `lang` is the tag of a language that is spoken."""

    kind: Kind
    lang: str | None
    name: str | None = None
    id_: str | None = None
    owner: str | None = None
    folder: str | None = None
    personas: Sequence[str] = ()
    new_persona: str | None = None
    touchpoints: Sequence[str] = ()
    evidence: Sequence[str] = ()
    method: Method | None = None


@dataclass(frozen=True)
class Place:
    """The site that gets a new file, and what it has already."""

    root: Path
    options: SiteOptions
    site: Existing

    @classmethod
    def of(cls, definitions: Definitions) -> Self:
        """The site that was read."""
        return cls(definitions.root, definitions.options, existing(linked(definitions, drafts=True)[0]))


def definition_of(wishes: Wishes, place: Place) -> NewDefinition:
    """The definition that was wished for; what nobody said goes without saying. Error: NotPossible."""
    name = clean_name(wishes.name or "")
    also = _new_persona(wishes, place)
    return NewDefinition(
        kind=wishes.kind,
        name=name,
        id=id_of(wishes, name),
        lang=wishes.lang or place.options.language,
        says_lang=_says_lang(wishes, place),
        folder=wishes.folder or "",
        owner=owner_called(wishes.owner) if wishes.owner else None,
        personas=[also.id] if also else _personas(wishes, place.site),
        touchpoints=touchpoints_in(place.site, wishes.touchpoints),
        evidence=ids_in(place.site.evidence, wishes.evidence, "evidence"),
        method=wishes.method or "assumption",
        also=also,
    )


def id_of(wishes: Wishes, name: str) -> str:
    """The id that was typed, else one made from the name. Error: NotPossible."""
    if wishes.id_ is not None:
        return checked_id(wishes.kind, wishes.id_)
    made = proposed_id(wishes.kind, name)
    if made is None:
        raise NotPossible(say('no id can be made of "%(name)s"; give one with --id', name=visible(name)))
    return made


def persona_called(typed: str, wishes: Wishes, place: Place) -> NewDefinition:
    """The persona that is written with a journey. Error: NotPossible."""
    name = clean_name(typed)
    for id_, there in place.site.personas.names.items():
        if there.casefold() == name.casefold():
            message = say(
                'there is a persona "%(name)s" already; take them with --persona %(id)s',
                name=visible(there),
                id=id_,
            )
            raise NotPossible(message)
    own = Wishes("persona", wishes.lang, name)
    lang = wishes.lang or place.options.language
    return NewDefinition("persona", name, id_of(own, name), lang, _says_lang(wishes, place))


def ids_in(known: Known, typed: Iterable[str], kind: Kind) -> list[str]:
    """The ids of definitions that were typed as ids or names, each once. Error: NotPossible."""
    found: dict[str, None] = {}
    for name in typed:
        id_ = known.find(name)
        if id_ is None:
            raise NotPossible(_unknown(known, name, kind))
        found[id_] = None
    return list(found)


def touchpoints_in(site: Existing, typed: Iterable[str]) -> list[str]:
    """Ids of described touchpoints, and names of others, each once. Error: NotPossible."""
    found: dict[str, str] = {}
    for name in typed:
        meant = site.touchpoints.find(name) or _new_touchpoint(site, clean_name(name))
        found.setdefault(named_id(meant), meant)
    return list(found.values())


def owner_called(typed: str) -> str:
    """The name of a team or person. Error: NotPossible."""
    name = clean_name(typed)
    if not is_named(name):
        raise NotPossible(say('"%(name)s" is no name; write one with letters', name=visible(name)))
    return name


def _new_touchpoint(site: Existing, name: str) -> str:
    if not is_named(name):
        raise NotPossible(say('"%(name)s" is no name; write one with letters', name=visible(name)))
    near = nearest_touchpoint(name, site.touchpoints.names)
    if near is None:
        return name
    raise NotPossible(
        say(
            'no file describes the touchpoint "%(name)s"; did you mean "%(near)s"?',
            name=visible(name),
            near=near,
        )
    )


def _unknown(known: Known, typed: str, kind: Kind) -> Message:
    name, near = visible(" ".join(typed.split())), known.near(typed)
    if kind == "persona" and near is None:
        return say('there is no persona "%(name)s"; write one too with --new-persona NAME', name=name)
    if kind == "persona":
        return say('there is no persona "%(name)s"; did you mean "%(near)s"?', name=name, near=near)
    if near is None:
        return say('there is no evidence "%(name)s"; write it first: journeys new evidence NAME', name=name)
    return say('there is no evidence "%(name)s"; did you mean "%(near)s"?', name=name, near=near)


def _personas(wishes: Wishes, site: Existing) -> Sequence[str]:
    """Who travels a journey: who was named, else the first that there is."""
    if wishes.kind != "journey":
        return ()
    return ids_in(site.personas, wishes.personas, "persona") or [next(iter(site.personas.names))]


def _new_persona(wishes: Wishes, place: Place) -> NewDefinition | None:
    """The persona that is written with a journey: one that was asked for, or the site's first."""
    if wishes.kind != "journey" or (
        wishes.new_persona is None and (wishes.personas or place.site.personas.names)
    ):
        return None
    name = wishes.new_persona
    return persona_called(
        words_of(wishes.lang or place.options.language).customer if name is None else name, wishes, place
    )


def _says_lang(wishes: Wishes, place: Place) -> bool:
    """Whether the file has to say its language, because it is not the site's."""
    own = place.options.language
    return wishes.lang is not None and not (is_spoken(own) and language(own).tag == wishes.lang)
