"""The catalogue: all that a site publishes, linked in both directions."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_journeys.catalogue.site_paths import SitePaths
from mkdocs_journeys.definitions import (
    BodyContent,
    BodyReader,
    Definition,
    Evidence,
    Improvement,
    Journey,
    JourneyPlace,
    Kind,
    Persona,
    Reading,
    Reference,
    SiteOptions,
    Source,
    Stage,
    Step,
    Touchpoint,
    named_id,
)

ClaimKind = Literal[
    "journey", "step", "score", "pain", "gain", "quote", "improvement", "metric", "readings", "persona"
]  # fmt: skip


@dataclass(frozen=True)
class StepAt:
    """A step with the stage and journey that it stands in."""

    journey: Journey
    stage: Stage
    step: Step


@dataclass(frozen=True)
class Claim:
    """Something that stands on a piece of evidence: a score, a pain, a whole journey, ..."""

    evidence: str
    what: ClaimKind
    text: str
    journey: str | None = None
    step: str | None = None
    persona: str | None = None


@dataclass(frozen=True)
class TouchpointEntry:
    """A touchpoint that a journey names or a file describes. `channel` is a channel's id."""

    id: str
    name: str
    channel: str | None
    described: Touchpoint | None
    steps: tuple[StepAt, ...]


@dataclass(frozen=True)
class Channel:
    """A medium, with the touchpoints on it and the steps that use it."""

    id: str
    name: str
    touchpoints: tuple[str, ...]
    steps: tuple[StepAt, ...]


@dataclass(frozen=True)
class Target:
    """What a reference leads to."""

    kind: Kind
    id: str
    anchor: str | None
    title: str


@dataclass(frozen=True)
class Catalogue:
    """All that is published, by id, with the ways from one to the other.

    `journeys` holds what is published, in review, archived and to be; drafts only where they were asked for.
    Every mapping is in the order of ids.
    """

    options: SiteOptions
    today: datetime.date
    journeys: Mapping[str, Journey]
    personas: Mapping[str, Persona]
    touchpoints: Mapping[str, TouchpointEntry]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    owners: Mapping[str, str]
    readings: Mapping[tuple[str, str], tuple[Reading, ...]]
    claims: Mapping[str, tuple[Claim, ...]]
    parents: Mapping[str, JourneyPlace]
    children: Mapping[str, tuple[str, ...]]
    introductions: Mapping[str, Source]
    paths: SitePaths
    bodies: BodyReader
    _bodies: dict[str, BodyContent] = field(default_factory=dict, compare=False, repr=False)

    def personas_of(self, at: StepAt) -> tuple[str, ...]:
        """Who takes a step, in the journey's order."""
        takers = at.step.personas or at.journey.personas
        return tuple(persona for persona in at.journey.personas if persona in takers)

    def personas_at(self, journey: str, step: str | None) -> tuple[str, ...]:
        """Who takes a step, or a whole journey (None), in the journey's order."""
        whole = self.journeys[journey]
        takers = next((each.personas for each in whole.steps if each.id == step), ()) or whole.personas
        return tuple(persona for persona in whole.personas if persona in takers)

    def touchpoints_of(self, step: Step) -> tuple[str, ...]:
        """Ids of the touchpoints that a step meets."""
        return tuple(dict.fromkeys(self.touchpoint_id(name) for name in step.touchpoints))

    def touchpoint_id(self, typed: str) -> str:
        """The id of the touchpoint that was typed as an id or a name."""
        return typed if typed in self.touchpoints else named_id(typed)

    def channels_of(self, step: Step) -> tuple[str, ...]:
        """Ids of a step's channels: its own, else those of its touchpoints."""
        if step.channel:
            return tuple(dict.fromkeys(named_id(name) for name in step.channel))
        found = (self.touchpoints[touchpoint].channel for touchpoint in self.touchpoints_of(step))
        return tuple(dict.fromkeys(channel for channel in found if channel is not None))

    def owner_of(self, owned: Definition | Improvement) -> str | None:
        """The id of the owner, or None."""
        return named_id(owned.owner) if owned.owner else None

    def language_of(self, definition: Definition) -> str:
        """The language of a definition's texts and page."""
        return definition.lang or self.options.language

    def parent_of(self, journey: str) -> JourneyPlace | None:
        """The larger journey that a journey is part of, as exactly as `part_of` and `opens` say it."""
        return self.parents.get(journey)

    def children_of(self, journey: str) -> tuple[str, ...]:
        """Ids of the journeys that are part of a journey, in the order of ids."""
        return self.children.get(journey, ())

    def before(self, journey: str) -> tuple[str, ...]:
        """Ids of the journeys that usually come before."""
        return self.journeys[journey].follows

    def after(self, journey: str) -> tuple[str, ...]:
        """Ids of the journeys that usually come after."""
        return tuple(other.id for other in self.journeys.values() if journey in other.follows)

    def futures_of(self, journey: str) -> tuple[str, ...]:
        """Ids of the future journeys that redesign a journey."""
        return tuple(other.id for other in self.journeys.values() if other.future_of == journey)

    def claims_on(self, evidence: str) -> tuple[Claim, ...]:
        """Everything that stands on a piece of evidence, in the order of journeys and steps."""
        return self.claims.get(evidence, ())

    def listed(self) -> tuple[Journey, ...]:
        """The journeys of a list's default view: neither archived nor draft."""
        return tuple(
            journey for journey in self.journeys.values() if journey.status not in ("archived", "draft")
        )

    def title_of(self, kind: Kind, definition_id: str) -> str:
        """The title or name of what is published under an id."""
        if kind == "journey":
            return self.journeys[definition_id].title
        if kind == "persona":
            return self.personas[definition_id].name
        return (
            self.touchpoints[definition_id].name
            if kind == "touchpoint"
            else self.evidence[definition_id].title
        )

    def titles(self, kind: Kind) -> dict[str, str]:
        """The titles or names of all that is published of one kind, by id."""
        return {definition_id: self.title_of(kind, definition_id) for definition_id in self.of_kind(kind)}

    def resolve(self, reference: Reference) -> Target | None:
        """What a reference leads to; None where it leads nowhere or could mean two things."""
        kinds: list[Kind] = [kind for kind in KIND_ORDER if reference.kind in (None, kind)]
        found = [kind for kind in kinds if reference.id in self.of_kind(kind)]
        if len(found) != 1:
            return None
        return self._target(found[0], reference)

    def _target(self, kind: Kind, reference: Reference) -> Target | None:
        title = self.title_of(kind, reference.id)
        if reference.anchor is None:
            return Target(kind, reference.id, None, title)
        if kind != "journey":
            return None
        journey = self.journeys[reference.id]
        names = {stage.id: stage.name for stage in journey.stages} | {
            step.id: step.name for step in journey.steps
        }
        name = names.get(reference.anchor)
        return Target(kind, reference.id, reference.anchor, f"{title}: {name}") if name is not None else None

    def of_kind(self, kind: Kind) -> Mapping[str, object]:
        """What is published of one kind, by id."""
        if kind == "journey":
            return self.journeys
        if kind == "persona":
            return self.personas
        return self.touchpoints if kind == "touchpoint" else self.evidence

    def body_of(self, source: Source) -> BodyContent:
        """The body of a file as clean HTML, read once."""
        if source.path not in self._bodies:
            self._bodies[source.path] = self.bodies.read(source.body_markdown)
        return self._bodies[source.path]

    def address_of_link(self, source: Source, address: str) -> str | None:
        """Where in the site a link of a file leads (`journeys/x/#pays`); None for another host or nowhere."""
        return self.paths.locate(source.path, address)


KIND_ORDER: tuple[Kind, ...] = ("journey", "persona", "touchpoint", "evidence")
