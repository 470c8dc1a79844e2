"""What all four kinds of definitions share."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, PrivateAttr

from mkdocs_journeys.definitions.fields import (
    Date,
    Id,
    Interval,
    Language,
    Model,
    Name,
    Number,
    PlainText,
    Tags,
    as_list,
    choice,
    described,
)
from mkdocs_journeys.definitions.source import Source

Kind = Literal["journey", "persona", "touchpoint", "evidence"]
KINDS: tuple[Kind, ...] = ("journey", "persona", "touchpoint", "evidence")


class Definition(Model):
    """A Markdown file with front matter: one journey, persona, touchpoint or piece of evidence.

    `id`, `source` and `body` come from the file itself, everything else from its front matter.
    """

    lang: Language | None = described(
        "Language of the texts and of the page (BCP 47); default: the site's.", "ru", default=None
    )
    owner: Name | None = described("The team or person who keeps it true.", "ecommerce", default=None)
    reviewed: Date | None = described("When it was last checked against reality.", "2026-09-30", default=None)
    review_every: Interval | None = described(
        "How often it has to be checked; default: the site's.", "6 months", default=None
    )
    tags: Tags = described("Free labels.", ["retail"], default=())

    _id: str = PrivateAttr()
    _source: Source = PrivateAttr()

    @property
    def id(self) -> str:
        """The file's name without `.md`, in NFC."""
        return self._id

    @property
    def source(self) -> Source:
        """The file that it was read from."""
        return self._source

    def placed(self, definition_id: str, source: Source) -> "Definition":
        """This definition, told which file it came from (once, by the reader)."""
        self._id = definition_id
        self._source = source
        return self


class Earlier(Model):
    """An earlier reading of a metric."""

    date: Date = described("When it was measured.", "2026-07-01")
    value: Number = described("What was measured.", 71)


class Metric(Model):
    """A figure that is measured again and again, such as conversion, repurchase or satisfaction."""

    name: PlainText = described("What is measured.", "Cart abandonment")
    value: Number = described("The latest value.", 68.5)
    unit: PlainText | None = described("The unit of the values.", "%", default=None)
    target: Number | None = described("The value to reach.", 55, default=None)
    better: Annotated[Literal["higher", "lower"], choice("higher", "lower")] = described(
        "Whether more or less is better.", "lower", default="higher"
    )
    date: Date | None = described("When the value was measured.", "2026-10-01", default=None)
    source: Id | None = described("The evidence that it was read from.", "analytics-q3", default=None)
    history: Annotated[tuple[Earlier, ...], BeforeValidator(as_list)] = described(
        "Earlier readings.", default=()
    )


Metrics = Annotated[tuple[Metric, ...], BeforeValidator(as_list)]
