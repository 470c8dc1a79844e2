"""Who travels: the people whom a file names, as personas of the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journeys.definitions import Message, Place, make_id, say, short
from mkdocs_journeys.exchange.importing.draft import Draft, DraftStep, Person
from mkdocs_journeys.exchange.importing.remarks import Remarks, UnclearWish
from mkdocs_journeys.exchange.importing.safe_texts import one_line
from mkdocs_journeys.exchange.importing.site_names import SiteNames, persona_id


@dataclass(frozen=True)
class Wishes:
    """What was asked for on the command line.

    `personas` are ids; `who_is_who` gives the persona's id for a name in the file; `scale` is that of the
    file's emotion scores: the worst and the best.
    """

    title: str | None = None
    lang: str | None = None
    personas: Sequence[str] = ()
    who_is_who: Mapping[str, str] = field(default_factory=dict)
    scale: tuple[float, float] | None = None
    sheet: str | None = None
    encoding: str | None = None


class People:
    """The personas of one draft: `ids` for the journey, and those of each step."""

    def __init__(self, draft: Draft, site: SiteNames, wishes: Wishes, remarks: Remarks) -> None:
        self.site = site
        self.remarks = remarks
        self.known: dict[str, str] = {}
        named = _named(draft)
        names = _as_written(named)
        self._take_wishes(names, wishes)
        for person in named:
            self._look_up(person)
        self.ids = list(dict.fromkeys(self.known[name] for name in names))
        self.ids += [id_ for id_ in wishes.personas if id_ not in self.ids]
        if not self.ids:
            self.ids = [self._nobody(draft.place)]

    def of(self, step: DraftStep) -> dict[str, Any]:
        """The field `personas` of a step, where not everybody takes it."""
        ids = list(dict.fromkeys(self.known[_key(person)] for person in step.personas if _key(person)))
        return {"personas": ids} if ids and set(ids) != set(self.ids) else {}

    def _take_wishes(self, names: Mapping[str, str], wishes: Wishes) -> None:
        for name, id_ in wishes.who_is_who.items():
            self.known[one_line(name).casefold()] = id_
        open_keys = [key for key in names if key not in self.known]
        open_names = [names[key] for key in open_keys]
        if len(wishes.personas) == 1 and len(open_keys) == 1:
            self.known[open_keys[0]] = wishes.personas[0]
        elif wishes.personas and len(open_names) > 1:
            raise UnclearWish(
                say(
                    "the file names %(names)s; say who is who, like --persona %(first)s=%(id)s",
                    names=short(", ".join(open_names)),
                    first=f'"{open_names[0]}"',
                    id=wishes.personas[0],
                )
            )

    def _look_up(self, person: Person) -> None:
        key = _key(person)
        if not key or key in self.known:
            return
        name = one_line(person.name)
        found = self.site.persona(name)
        self.known[key] = found or persona_id(name, {*self.known.values(), *self.site.personas})
        if found is None:
            self.remarks.warn(
                person.place,
                _unknown(name, self.known[key]),
            )

    def _nobody(self, place: Place) -> str:
        if len(self.site.personas) == 1:
            (only,) = self.site.personas
            self.remarks.warn(
                place,
                say(
                    "nobody is named who travels; the only persona of this site was taken: %(id)s (name "
                    "another with --persona)",
                    id=only,
                ),
            )
            return only
        self.remarks.warn(
            place,
            say(
                "nobody is named who travels; name a persona with --persona, or make one with: "
                "journeys new persona %(id)s",
                id="customer",
            ),
        )
        return "customer"


def check_wishes(drafts: Sequence[Draft], site: SiteNames, wishes: Wishes, remarks: Remarks) -> None:
    """Warn of wished personas that the site around has not, and of names that no journey of the file has."""
    place = Place(drafts[0].place.path)
    names = {key for draft in drafts for key in _as_written(_named(draft))}
    for id_ in dict.fromkeys((*wishes.personas, *wishes.who_is_who.values())):
        if site.is_there and id_ not in site.personas:
            remarks.warn(place, _unknown(id_, id_))
    for name, id_ in wishes.who_is_who.items():
        if one_line(name).casefold() not in names:
            message = say(
                'nobody is called "%(name)s" in this file; --persona %(typed)s is left aside',
                name=name,
                typed=f"{name}={id_}",
            )
            remarks.warn(place, message)


def _named(draft: Draft) -> list[Person]:
    return [*draft.personas, *(person for step in draft.steps for person in step.personas)]


def _unknown(name: str, id_: str) -> Message:
    return say(
        'this site has no persona "%(name)s"; make one with: journeys new persona %(typed)s',
        name=name,
        typed=_typed(name, id_),
    )


def _as_written(named: Sequence[Person]) -> dict[str, str]:
    """The names, each once and as it was written first, by what they are compared by."""
    names: dict[str, str] = {}
    for person in named:
        if key := _key(person):
            names.setdefault(key, one_line(person.name))
    return names


def _typed(name: str, id_: str) -> str:
    """What to type for a persona: the name where the id follows from it and a shell takes it as it is."""
    return f'"{name}"' if make_id(name) == id_ and not set(name) & set('"$`\\!') else id_


def _key(person: Person) -> str:
    return one_line(person.name).casefold()
