"""From a draft to the fields of a definition that passes the check."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from mkdocs_journeys.definitions import (
    RESERVED_ANCHORS,
    Gettext,
    Place,
    Way,
    in_words,
    is_id,
    make_id,
    parse_duration,
    say,
)
from mkdocs_journeys.exchange.importing.draft import Draft, DraftPart, DraftStage, DraftStep
from mkdocs_journeys.exchange.importing.given_ids import Ids
from mkdocs_journeys.exchange.importing.people import People, Wishes
from mkdocs_journeys.exchange.importing.remarks import Remarks
from mkdocs_journeys.exchange.importing.safe_texts import one_line, with_safe_links
from mkdocs_journeys.exchange.importing.site_names import SiteNames

_STAGE_KEYS = ("kind", "goal", "needs", "expects", "where", "when", "takes")
_STEP_KEYS = (
    "does", "thinks", "feeling", "emotion", "touchpoints", "personas", "channel", "moment", "needs",
    "expects", "pains", "gains", "quotes", "where", "when", "takes", "frontstage", "backstage", "support",
    "evidence", "next",
)  # fmt: skip
_NAMES = frozenset({"touchpoints", "channel"})
_AS_TYPED = frozenset({"emotion", "kind", "moment"})


@dataclass
class Finished:
    """The fields of a definition, and comments by the way to what they belong to."""

    fields: dict[str, Any]
    comments: dict[Way, str] = field(default_factory=dict)


def finish(
    draft: Draft, site: SiteNames, wishes: Wishes, remarks: Remarks, gettext: Gettext = str
) -> Finished:
    """The definition that `draft` makes in `site`; the names that the importer chose are told by `gettext`.

    Errors: UnclearWish.
    """
    return _Finisher(draft, site, wishes, remarks, gettext).finished()


class _Finisher:
    def __init__(
        self, draft: Draft, site: SiteNames, wishes: Wishes, remarks: Remarks, gettext: Gettext
    ) -> None:
        self.draft = draft
        self.site = site
        self.remarks = remarks
        self.gettext = gettext
        self.people = People(draft, site, wishes, remarks)
        self.title = one_line(wishes.title or draft.title or "") or self._title_of_file()
        self.lang = wishes.lang or self._lang_of_file()
        self.ids: dict[int, str] = {}
        self.comments: dict[Way, str] = {}

    def finished(self) -> Finished:
        self._give_ids()
        fields: dict[str, Any] = {"title": self.title, **self._journey_fields()}
        self._comment(("title",), self.draft.comments)
        fields["stages"] = [self._stage(stage, ("stages", s)) for s, stage in enumerate(self.draft.stages)]
        if improvements := self._improvements():
            fields["improvements"] = improvements
        return Finished(fields, self.comments)

    def _journey_fields(self) -> dict[str, Any]:
        own = self._texts(self.draft.fields, ("summary", "scenario", "needs", "expects"), self.draft.place)
        lang = {} if self.lang is None else {"lang": self.lang}
        summary = {"summary": own.pop("summary")} if "summary" in own else {}
        return {**summary, **lang, "personas": self.people.ids, **own}

    def _lang_of_file(self) -> str | None:
        """The language of the file's texts, where it is seen and is not the site's."""
        seen, usual = self.draft.lang, self.site.lang.lower()
        if seen is None or usual.startswith(seen.lower()) or (usual == "zh" and seen == "zh-Hans"):
            return None
        self.remarks.warn(
            self.draft.place,
            say("the texts seem to be in the language %(lang)s (name another with --written-in)", lang=seen),
        )
        return seen

    def _title_of_file(self) -> str:
        """A title made from the file's name, where the file has none."""
        path = PurePosixPath(self.draft.place.path)
        name = one_line(re.sub(r"[-_.]+", " ", path.stem))
        title = f"{name[:1].upper()}{name[1:]}" or self._name(say("A journey without a title"))
        self.remarks.warn(
            self.draft.place,
            say(
                'no title stands in the file; it was named "%(title)s" (name another with --title)',
                title=title,
            ),
        )
        return title

    def _name(self, name: str) -> str:
        return one_line(str(in_words(name, self.gettext))) or "?"

    def _comment(self, way: Way, lines: list[str]) -> None:
        if lines:
            self.comments[way] = "\n".join(lines)

    def _give_ids(self) -> None:
        """An id for each stage and step: its own, or made from its name, and never one that is taken."""
        ids = Ids(RESERVED_ANCHORS)
        for stage in self.draft.stages:
            self._give_id(stage, "stage", ids)
            for step in stage.steps:
                self._give_id(step, "step", ids)

    def _give_id(self, part: DraftPart, kind: str, ids: Ids) -> None:
        own = part.id if part.id and is_id(part.id) else make_id(self._name(part.name))
        self.ids[id(part)] = ids.give(own, kind)

    def _named(self, part: DraftPart) -> dict[str, Any]:
        name = self._name(part.name)
        made = make_id(name)
        return {"name": name} if made == self.ids[id(part)] else {"name": name, "id": self.ids[id(part)]}

    def _stage(self, stage: DraftStage, way: Way) -> dict[str, Any]:
        self._comment(way, stage.comments)
        steps = [self._step(stage, n, (*way, "steps", n)) for n in range(len(stage.steps))]
        return {**self._named(stage), **self._texts(stage.fields, _STAGE_KEYS, stage.place), "steps": steps}

    def _step(self, stage: DraftStage, number: int, way: Way) -> dict[str, Any] | str:
        step = stage.steps[number]
        self._comment(way, step.comments)
        given = {**step.fields, **self.people.of(step), **self._ways_on(step)}
        fields = {**self._named(step), **self._texts(given, _STEP_KEYS, step.place)}
        return str(fields["name"]) if len(fields) == 1 else fields

    def _ways_on(self, step: DraftStep) -> dict[str, Any]:
        if not step.leave:
            return {}
        steps = list(self.draft.steps)
        following = steps[steps.index(step) + 1 :]
        if step.leave == 1 and following:
            self.remarks.warn(
                step.place, say("everybody leaves here, but a step follows; the share is left out")
            )
            return {}
        to = self.ids[id(following[0])] if following else "end"
        entries = [
            {"to": to, "share": round(1 - step.leave, 4)},
            {"to": "exit", "share": round(step.leave, 4)},
        ]
        return {"next": [entry for entry in entries if entry["share"]]}

    def _texts(self, given: Mapping[str, Any], keys: tuple[str, ...], place: Place) -> dict[str, Any]:
        fields = {key: self._value(key, given[key], place) for key in keys if given.get(key) is not None}
        return {key: value for key, value in fields.items() if value not in ([], "", None)}

    def _value(self, key: str, value: Any, place: Place) -> Any:
        if key in _AS_TYPED or key in {"personas", "next"}:
            return value
        if key == "evidence":
            return self._evidence(value, place)
        if key == "takes":
            return value if parse_duration(str(value)) else None
        if key in _NAMES:
            return self._site_names(value, place)
        if isinstance(value, list):
            return [text for item in value if (text := with_safe_links(item, self.site, self.remarks, place))]
        return with_safe_links(str(value), self.site, self.remarks, place)

    def _site_names(self, names: list[str], place: Place) -> list[str]:
        kept: dict[str, str] = {}
        for name in map(one_line, names):
            made = make_id(name)
            if made is None:
                self.remarks.warn(place, say('no name can be made of "%(name)s"; it is left out', name=name))
            else:
                kept.setdefault(made, name)
        return list(kept.values())

    def _evidence(self, ids: list[str], place: Place) -> list[str]:
        known = self.site.ids.get("evidence", frozenset())
        for name in ids:
            if name not in known:
                self.remarks.warn(
                    place, say('this site has no evidence "%(name)s"; it is left out here', name=name)
                )
        return [name for name in dict.fromkeys(ids) if name in known]

    def _improvements(self) -> list[dict[str, Any]]:
        ids = Ids()
        found = []
        for improvement in self.draft.improvements:
            title = one_line(improvement.title) or "?"
            own = ids.give(make_id(title), "improvement")
            id_ = {} if make_id(title) == own else {"id": own}
            found.append({"title": title, **id_, "for": [self.ids[id(part)] for part in improvement.for_]})
        return found
