"""A touchpoint: where customer and company meet."""

from typing import Annotated, Literal

from mkdocs_journeys.definitions.base import Definition
from mkdocs_journeys.definitions.fields import Link, Model, Name, OneToFive, PlainText, choice, described

Media = Literal["owned", "paid", "earned", "partner"]


class Importance(Model):
    """How much a touchpoint matters, to each side."""

    customer: OneToFive | None = described("To the customer, 1 to 5.", 5, default=None)
    company: OneToFive | None = described("To the company, 1 to 5.", 4, default=None)


class Touchpoint(Definition):
    """A described touchpoint: it enriches a page that exists anyway once a journey names it."""

    name: PlainText = described("The touchpoint's name.", "Web shop")
    channel: Name | None = described("The medium.", "web", default=None)
    media: Annotated[Media, choice("owned", "paid", "earned", "partner")] | None = described(
        "owned, paid, earned or partner.", "owned", default=None
    )
    importance: Importance | None = described("So that the difference can be seen.", default=None)
    link: Link | None = described("Where it is.", "https://shop.example", default=None)
