"""A journey on its way in: what a file of another format says, in the words of ours."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journeys.definitions import Message, Place, say
from mkdocs_journeys.exchange.importing.remarks import Remarks

ALL_STEPS = say("All steps")
BEGINNING = say("Beginning")
"""Names of stages where a file names none at all, or none before its first steps."""


@dataclass(frozen=True)
class Person:
    """Somebody whom the file names, and where."""

    name: str
    place: Place


@dataclass
class DraftPart:
    """What stages and steps share: `fields` has the format's keys, `comments` stand above the part.

    A name that the importer chose is a message, to be told in a language.
    """

    name: str | Message
    place: Place
    id: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def describe(self, key: str, items: list[str]) -> None:
        """Add to a text of the part what it does not say yet."""
        said = [part for part in self.fields.get(key, "").split("; ") if part]
        self.fields[key] = "; ".join(dict.fromkeys([*said, *items]))

    def add(self, key: str, items: list[str]) -> None:
        """Add to a list of the part what it does not hold yet."""
        held = self.fields.setdefault(key, [])
        held += [item for item in dict.fromkeys(items) if item not in held]


@dataclass
class DraftStep(DraftPart):
    """A step; `leave` is the share (0..1) of customers who leave the journey here."""

    personas: list[Person] = field(default_factory=list)
    leave: float | None = None


@dataclass
class DraftStage(DraftPart):
    """A stage with its steps."""

    steps: list[DraftStep] = field(default_factory=list)


@dataclass
class DraftImprovement:
    """An improvement, and the steps or stages that it is for."""

    title: str
    place: Place
    for_: list[DraftStep | DraftStage]


@dataclass
class Draft:
    """A journey; `title` is None where the file has none, `lang` where its language is not seen.

    `sheet` is the name of its sheet in a workbook; `remarks` are about this journey of its file alone.
    """

    place: Place
    title: str | None = None
    lang: str | None = None
    personas: list[Person] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    stages: list[DraftStage] = field(default_factory=list)
    improvements: list[DraftImprovement] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    sheet: str | None = None
    remarks: Remarks = field(default_factory=Remarks)

    @property
    def steps(self) -> Iterator[DraftStep]:
        """Every step of every stage, in order."""
        return (step for stage in self.stages for step in stage.steps)

    def improve(self, title: str, place: Place, part: DraftStep | DraftStage) -> None:
        """Add an improvement for `part`; one with the same title is for that part too."""
        same = next((known for known in self.improvements if known.title == title), None)
        if same is None:
            self.improvements.append(DraftImprovement(title, place, [part]))
        elif part not in same.for_:
            same.for_.append(part)
