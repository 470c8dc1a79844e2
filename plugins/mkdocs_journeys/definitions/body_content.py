"""The content of a body: clean HTML, and the references, links and pictures that are open in it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs_journeys.definitions.body_cleaning import Removed
from mkdocs_journeys.definitions.body_marks import Marks
from mkdocs_journeys.definitions.inline import Link, Reference
from mkdocs_journeys.definitions.messages import Message


@dataclass
class BodyContent:
    """A body as HTML in which marks stand for addresses and titles until they are placed.

    `references` come with what was typed; `literal` holds the numbers of those that are none, because they
    stand in a tag or attribute. `forbidden` are links that go where none may go, `outside_pictures` pictures
    of other hosts, now links; `beyond_limits`: the offset of what was too much to read anything at all, and
    what to say about it.
    """

    marks: Marks = field(default_factory=Marks)
    html: str = ""
    references: list[tuple[Reference, str]] = field(default_factory=list)
    literal: set[int] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    pictures: list[Link] = field(default_factory=list)
    forbidden: list[Link] = field(default_factory=list)
    outside_pictures: list[Link] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    beyond_limits: tuple[int, Message] | None = None

    def placed(
        self,
        reference: Callable[[int], tuple[str, str]],
        link: Callable[[int], str],
        picture: Callable[[int], str],
    ) -> str:
        """The HTML with every address and title filled in.

        `reference` gives address and text of reference N, `link` and `picture` the address of link and
        picture N; all plain text.
        """
        return self.marks.filled(
            self.html,
            {
                "title": lambda number: reference(number)[1],
                "reference": lambda number: reference(number)[0],
                "link": link,
                "picture": picture,
            },
        )

    def as_typed(self, text: str) -> str:
        """`text` of a tag or attribute, where no reference is read, as it was typed."""

        def typed(number: int) -> str:
            self.literal.add(number)
            return self.references[number][1]

        return self.marks.typed(text, typed)

    def named(self, text: str) -> str:
        """`text` with what each reference in it shows or, where that is a title, names."""

        def name(number: int) -> str:
            reference = self.references[number][0]
            return reference.text or str(reference)

        return self.marks.typed(text, name)
