"""A persona: somebody who travels journeys."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator

from mkdocs_journeys.definitions.base import Definition
from mkdocs_journeys.definitions.fields import (
    Ids,
    InlineText,
    Name,
    NoneToFive,
    PlainText,
    Texts,
    choice,
    described,
    from_mapping,
)
from mkdocs_journeys.definitions.files import FileName
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import named_id
from mkdocs_journeys.definitions.messages import say, wrong

Colour = Literal["blue", "vermillion", "green", "purple"]
COLOURS: tuple[Colour, ...] = ("blue", "vermillion", "green", "purple")
PersonaKind = Literal["customer", "customers-customer", "partner", "employee"]
BuyingRole = Literal["user", "influencer", "decider", "buyer", "gatekeeper"]

Labels = Annotated[Mapping[PlainText, InlineText], BeforeValidator(from_mapping)]
Levels = Annotated[Mapping[PlainText, NoneToFive], BeforeValidator(from_mapping)]


def _one_key_each(value: object) -> object:
    """A mapping in which no two keys are the name of one thing. Error: J122."""
    names: dict[str, str] = {}
    for key in value if isinstance(value, dict) else ():
        first = names.setdefault(named_id(key), key)
        if first != key:
            message = say(
                '"%(first)s" and "%(key)s" are the same; keep one', first=short(first), key=short(key)
            )
            raise wrong("J122", message)
    return value


Uses = Annotated[Mapping[Name, NoneToFive], BeforeValidator(_one_key_each), BeforeValidator(from_mapping)]


class Persona(Definition):
    """A persona: who they are, what drives them, and what they use."""

    name: PlainText = described("The persona's name.", "Lena Brandt")
    role: PlainText | None = described(
        "Who they are in a few words.", "Runner who starts again", default=None
    )
    photo: FileName | None = described(
        "A png, jpg, webp or svg file beside this one.", "lena.svg", default=None
    )
    colour: Annotated[Colour, choice(*COLOURS)] | None = described(
        "blue, vermillion, green or purple; default: by order of ids.", "blue", default=None
    )
    segment: PlainText | None = described("The segment they stand for.", "returning amateurs", default=None)
    kind: Annotated[PersonaKind, choice("customer", "customers-customer", "partner", "employee")] | None = (
        described("customer, customers-customer, partner or employee.", "customer", default=None)
    )
    buying_role: (
        Annotated[BuyingRole, choice("user", "influencer", "decider", "buyer", "gatekeeper")] | None
    ) = described("user, influencer, decider, buyer or gatekeeper.", "decider", default=None)
    serves: Ids = described("Persona ids: this persona's own customers.", ["omar"], default=())
    quote: InlineText | None = described(
        "What they would say.", "I just want to run on Sunday.", default=None
    )
    about: Labels = described("Free labels.", {"age": "38", "city": "Leipzig"}, default={})
    goals: Texts = described("What they want to reach.", default=())
    needs: Texts = described("What they need.", default=())
    motivations: Texts = described("What drives them.", default=())
    frustrations: Texts = described("What annoys them.", default=())
    habits: Texts = described("What they always do.", default=())
    channels: Uses = described("How much each channel is used, 0 to 5.", {"web": 5, "shop": 2}, default={})
    traits: Levels = described("Free labels, 0 to 5.", {"tech-savvy": 4}, default={})
    evidence: Ids = described("Research that the persona stands on.", ["interviews-2026-03"], default=())
