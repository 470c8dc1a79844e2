"""Linking: from definitions to a catalogue, with a finding for each name that leads nowhere."""

import datetime
import os
from collections.abc import Iterable, Iterator
from typing import TypeVar

from mkdocs_journeys.catalogue.called_by_name import by_their_ids
from mkdocs_journeys.catalogue.catalogue import Catalogue, Channel, StepAt, TouchpointEntry
from mkdocs_journeys.catalogue.claims import claims_of
from mkdocs_journeys.catalogue.hierarchy import hierarchy
from mkdocs_journeys.catalogue.names import check_names
from mkdocs_journeys.catalogue.notes import check_upkeep
from mkdocs_journeys.catalogue.site_paths import SECTIONS, SitePaths, docs_files
from mkdocs_journeys.catalogue.text_links import check_text_links
from mkdocs_journeys.catalogue.touchpoint_names import check_touchpoint_names
from mkdocs_journeys.definitions import (
    Definition,
    Definitions,
    Finding,
    Journey,
    Reading,
    Touchpoint,
    named_id,
    sorted_findings,
    without_personal_data,
)

D = TypeVar("D", bound=Definition)


def build_date() -> datetime.date:
    """Today, or the day of `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) where that is one.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.datetime.now(tz=datetime.UTC).astimezone().date()


def link(
    definitions: Definitions, *, drafts: bool = False, today: datetime.date | None = None
) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The catalogue of what is published (with drafts where asked for), and every finding."""
    catalogue = _build(definitions, drafts, today or build_date())
    has_drafts = any(journey.status == "draft" for journey in definitions.journeys)
    other = _build(definitions, not drafts, catalogue.today) if has_drafts else catalogue
    whole, published = (catalogue, other) if drafts else (other, catalogue)
    findings = [
        *definitions.findings,
        *hierarchy(definitions.journeys)[2],
        *check_names(definitions, whole),
        *check_text_links(definitions, whole, published),
        *check_touchpoint_names(definitions),
        *check_upkeep(definitions, catalogue),
    ]
    told = sorted_findings(by_their_ids(findings, whole, definitions.paths))
    return catalogue, tuple(without_personal_data(told, definitions.options.allow_personal_data))


def _build(definitions: Definitions, drafts: bool, today: datetime.date) -> Catalogue:
    published = [journey for journey in definitions.journeys if drafts or journey.status != "draft"]
    journeys = {journey.id: journey for journey in _by_id(published)}
    parents, children, _ = hierarchy(published)
    touchpoints, channels = _touchpoints(definitions, journeys.values())
    evidence = {item.id: item for item in _by_id(definitions.evidence)}
    readings = _readings(definitions, journeys)
    return Catalogue(
        options=definitions.options,
        today=today,
        journeys=journeys,
        personas={persona.id: persona for persona in _by_id(definitions.personas)},
        touchpoints=touchpoints,
        channels=channels,
        evidence=evidence,
        owners=_owners(definitions, journeys.values()),
        readings=readings,
        claims=claims_of(journeys.values(), _by_id(definitions.personas), readings, evidence),
        parents=parents,
        children=children,
        introductions=definitions.introductions,
        paths=_paths(definitions, journeys, touchpoints, channels),
        bodies=definitions.body_reader(),
    )


def _by_id(items: Iterable[D]) -> list[D]:
    return sorted(items, key=lambda item: item.id)


def _readings(
    definitions: Definitions, journeys: dict[str, Journey]
) -> dict[tuple[str, str], tuple[Reading, ...]]:
    found: dict[tuple[str, str], list[Reading]] = {}
    steps = {journey.id: {step.id for step in journey.steps} for journey in journeys.values()}
    for evidence in sorted(definitions.data):
        for reading in definitions.data[evidence].readings:
            if reading.step in steps.get(reading.journey, ()):
                found.setdefault((reading.journey, reading.step), []).append(reading)
    return {place: tuple(found[place]) for place in sorted(found)}


def _owners(definitions: Definitions, journeys: Iterable[Journey]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _owner_names(definitions, journeys):
        found.setdefault(named_id(name), name)
    return dict(sorted(found.items()))


def _owner_names(definitions: Definitions, journeys: Iterable[Journey]) -> Iterator[str]:
    for journey in journeys:
        yield from filter(None, (journey.owner, *(item.owner for item in journey.improvements)))
    for definition in (*definitions.personas, *definitions.touchpoints, *definitions.evidence):
        if definition.owner:
            yield definition.owner


def steps_of(journeys: Iterable[Journey]) -> Iterator[StepAt]:
    """Every step of `journeys`, in order."""
    for journey in journeys:
        for stage in journey.stages:
            for step in stage.steps:
                yield StepAt(journey, stage, step)


class _Meetings:
    """Who meets which touchpoint and channel, gathered step by step."""

    def __init__(self, described: dict[str, Touchpoint]) -> None:
        self.described = described
        self.names = {touchpoint.id: touchpoint.name for touchpoint in described.values()}
        self.touchpoints: dict[str, list[StepAt]] = {touchpoint: [] for touchpoint in described}
        self.channels: dict[str, list[StepAt]] = {}
        self.channel_names: dict[str, str] = {}
        for touchpoint in described.values():
            self.name_channel(touchpoint.channel)

    def name_channel(self, name: str | None) -> str | None:
        """The id of the channel called `name`, which is known from now on."""
        if name is None:
            return None
        channel = named_id(name)
        self.channel_names.setdefault(channel, name)
        self.channels.setdefault(channel, [])
        return channel

    def meet(self, at: StepAt) -> None:
        """Note what a step meets."""
        ids = []
        for name in at.step.touchpoints:
            touchpoint = name if name in self.described else named_id(name)
            self.names.setdefault(touchpoint, name)
            if touchpoint not in ids:
                ids.append(touchpoint)
                self.touchpoints.setdefault(touchpoint, []).append(at)
        for channel in self._channels(at, ids):
            self.channels[channel].append(at)

    def _channels(self, at: StepAt, touchpoints: list[str]) -> list[str]:
        names = at.step.channel or [
            described.channel for id_ in touchpoints if (described := self.described.get(id_)) is not None
        ]
        return [channel for channel in dict.fromkeys(map(self.name_channel, names)) if channel is not None]


def _touchpoints(
    definitions: Definitions, journeys: Iterable[Journey]
) -> tuple[dict[str, TouchpointEntry], dict[str, Channel]]:
    described = {touchpoint.id: touchpoint for touchpoint in definitions.touchpoints}
    meetings = _Meetings(described)
    for at in steps_of(journeys):
        meetings.meet(at)
    for persona in definitions.personas:
        for name in persona.channels:
            meetings.name_channel(name)
    entries = {id_: _entry(meetings, id_) for id_ in sorted(meetings.touchpoints)}
    return entries, {id_: _channel(meetings, entries, id_) for id_ in sorted(meetings.channels)}


def _entry(meetings: _Meetings, touchpoint: str) -> TouchpointEntry:
    described = meetings.described.get(touchpoint)
    channel = named_id(described.channel) if described is not None and described.channel else None
    steps = tuple(meetings.touchpoints[touchpoint])
    return TouchpointEntry(touchpoint, meetings.names[touchpoint], channel, described, steps)


def _channel(meetings: _Meetings, entries: dict[str, TouchpointEntry], channel: str) -> Channel:
    touchpoints = tuple(entry.id for entry in entries.values() if entry.channel == channel)
    return Channel(channel, meetings.channel_names[channel], touchpoints, tuple(meetings.channels[channel]))


def _paths(
    definitions: Definitions,
    journeys: dict[str, Journey],
    touchpoints: dict[str, TouchpointEntry],
    channels: dict[str, Channel],
) -> SitePaths:
    pages = {journey.source.path: f"journeys/{journey.id}/" for journey in journeys.values()}
    pages |= {persona.source.path: f"personas/{persona.id}/" for persona in definitions.personas}
    pages |= {item.source.path: f"touchpoints/{item.id}/" for item in definitions.touchpoints}
    pages |= {item.source.path: f"evidence/{item.id}/" for item in definitions.evidence}
    addresses = {*pages.values(), *(f"{section}/" for section in SECTIONS)}
    addresses |= {f"touchpoints/{id_}/" for id_ in touchpoints} | {f"channels/{id_}/" for id_ in channels}
    folder = definitions.options.docs
    return SitePaths(folder, pages, frozenset(addresses), docs_files(definitions.root, folder))
