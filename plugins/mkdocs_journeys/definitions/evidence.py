"""Evidence: a piece of research that claims stand on."""

from typing import Annotated, Literal

from mkdocs_journeys.definitions.base import Definition
from mkdocs_journeys.definitions.fields import Count, Date, Interval, Link, PlainText, Tags, choice, described
from mkdocs_journeys.definitions.files import DataName

Method = Literal[
    "interview", "survey", "workshop", "observation", "diary", "advisory-board",
    "analytics", "service-records", "expert", "desk-research", "assumption",
]  # fmt: skip
METHODS: tuple[Method, ...] = (
    "interview", "survey", "workshop", "observation", "diary", "advisory-board",
    "analytics", "service-records", "expert", "desk-research", "assumption",
)  # fmt: skip
View = Literal["outside", "inside"]
Basis = Literal["said", "done", "believed"]
_INSIDE: frozenset[Method] = frozenset({"expert", "assumption"})
_DONE: frozenset[Method] = frozenset({"observation", "analytics", "service-records"})


class Evidence(Definition):
    """A piece of research: how it was done, with whom, when, and what it is worth."""

    title: PlainText = described("The title.", "Interviews with returning runners")
    method: Annotated[Method, choice(*METHODS)] = described("How it was done.", "interview")
    typed_view: Annotated[View, choice("outside", "inside")] | None = described(
        "outside (the customer) or inside (us); default: inside for expert and assumption, else outside.",
        "outside", default=None, alias="view",
    )  # fmt: skip
    typed_basis: Annotated[Basis, choice("said", "done", "believed")] | None = described(
        "said (stated by people), done (behaviour observed or measured) or believed; default: by the method.",
        "said", default=None, alias="basis",
    )  # fmt: skip
    date: Date | None = described("When it was done.", "2026-03-14", default=None)
    participants: Count | None = described("How many people took part.", 12, default=None)
    segments: Tags = described("The segments they came from.", ["returning amateurs"], default=())
    link: Link | None = described("Where the report lies.", "https://research.example/2026-03", default=None)
    data: DataName | None = described(
        "A CSV file of readings beside this one.", "interviews-2026-03.csv", default=None
    )
    valid_for: Interval | None = described("How long it holds; default: the site's.", "2 years", default=None)

    @property
    def view(self) -> View:
        """Whose view it is: outside (the customer's) or inside (ours)."""
        return self.typed_view or ("inside" if self.method in _INSIDE else "outside")

    @property
    def basis(self) -> Basis:
        """Whether it was said, done or believed."""
        if self.typed_basis is not None:
            return self.typed_basis
        if self.method in _INSIDE:
            return "believed"
        return "done" if self.method in _DONE else "said"
