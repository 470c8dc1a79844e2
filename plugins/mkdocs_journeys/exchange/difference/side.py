"""One of the two things compared: all that is written in a folder, with its figures and its faults."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import (
    Definition,
    Definitions,
    Finding,
    Kind,
    Reading,
    SiteOptions,
    read_definitions,
)
from mkdocs_journeys.insight import Insight, study


@dataclass(frozen=True)
class Side:
    """A revision of a site, drafts too."""

    definitions: Definitions
    insight: Insight
    findings: tuple[Finding, ...]

    @cached_property
    def errors(self) -> Mapping[str, list[Finding]]:
        """The errors of each file, by its path."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.level == "error":
                found.setdefault(finding.place.path, []).append(finding)
        return found

    def of_kind(self, kind: Kind) -> Mapping[str, Definition]:
        """The definitions of a kind, by id."""
        every: dict[Kind, list[Definition]] = {
            "journey": [*self.definitions.journeys],
            "persona": [*self.definitions.personas],
            "touchpoint": [*self.definitions.touchpoints],
            "evidence": [*self.definitions.evidence],
        }
        return {definition.id: definition for definition in sorted(every[kind], key=lambda each: each.id)}

    def rows(self, evidence: str) -> tuple[Reading, ...]:
        """The rows of an evidence's data."""
        data = self.definitions.data.get(evidence)
        return () if data is None else tuple(data.readings)


def read_side(root: Path, options: SiteOptions, today: datetime.date | None = None) -> Side:
    """The site in folder `root`, however broken: what cannot be read is among the findings."""
    definitions = read_definitions(root, options)
    catalogue, findings = link(definitions, drafts=True, today=today)
    return Side(definitions, study(catalogue), findings)
