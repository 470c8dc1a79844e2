"""What the site has that an imported journey may name."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from mkdocs_journeys.definitions import (
    RESERVED_PERSONAS,
    Definitions,
    Kind,
    Reference,
    is_id,
    make_id,
    normalise,
)


@dataclass(frozen=True)
class SiteNames:
    """The personas of a site by id, with their names, the ids of everything it has, and its language."""

    personas: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[Kind, AbstractSet[str]] = field(default_factory=dict)
    lang: str = "en"

    @classmethod
    def of(cls, definitions: Definitions) -> "SiteNames":
        """The names of a site that was read."""
        kinds: Mapping[Kind, list[str]] = {
            "journey": [item.id for item in definitions.journeys],
            "persona": [item.id for item in definitions.personas],
            "touchpoint": [item.id for item in definitions.touchpoints],
            "evidence": [item.id for item in definitions.evidence],
        }
        return cls(
            {persona.id: persona.name for persona in definitions.personas},
            {kind: frozenset(ids) for kind, ids in kinds.items()},
            definitions.options.language,
        )

    @property
    def is_there(self) -> bool:
        """Whether there is a site at all."""
        return bool(self.ids)

    def persona(self, typed: str) -> str | None:
        """The id of the persona that `typed` is the id or the name of."""
        wanted = {normalise(typed).casefold(), make_id(typed)}
        return next((id_ for id_ in self.personas if id_.casefold() in wanted), None) or next(
            (id_ for id_, name in self.personas.items() if name.casefold() in wanted), None
        )

    def leads_somewhere(self, reference: Reference) -> bool:
        """Whether a reference names exactly one thing of the site."""
        kinds = [kind for kind, ids in self.ids.items() if reference.id in ids]
        if reference.anchor is not None:
            return False  # the steps of other journeys are not known here
        return reference.kind in kinds if reference.kind else len(kinds) == 1


def persona_id(name: str, taken: AbstractSet[str]) -> str:
    """The id that a persona who does not exist yet gets from its name; none of `taken`."""
    made = make_id(name)
    base = "persona" if made is None or not is_id(made) else made
    number = 2
    while base in RESERVED_PERSONAS or base in taken:
        base, number = f"{made or 'persona'}-{number}", number + 1
    return base
