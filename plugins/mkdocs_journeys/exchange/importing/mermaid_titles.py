"""What a Mermaid journey says of itself: its titles and descriptions, of which ours takes one each."""

from dataclasses import dataclass, field

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.importing.draft import Draft
from mkdocs_journeys.exchange.importing.mermaid_blocks import Line
from mkdocs_journeys.exchange.importing.mermaid_task import plain_text
from mkdocs_journeys.exchange.importing.remarks import Remarks


@dataclass
class Titles:
    """The titles of one journey: `chosen` is the last that was given, `heading` the one above the diagram.

    `accessible` are the titles, `descriptions` the texts (each of one line or several) for screen readers.
    """

    chosen: str | None
    heading: str | None
    accessible: list[Line] = field(default_factory=list)
    descriptions: list[list[Line]] = field(default_factory=list)

    def choose(self, line: Line, remarks: Remarks) -> None:
        """Take the title in `line`; an earlier one is lost, which is a warning."""
        title = plain_text(line.text)
        if self.chosen and self.chosen != title:
            remarks.warn(
                line.place, say('there is a title already; "%(title)s" is left out', title=self.chosen)
            )
        self.chosen = title

    def give(self, draft: Draft, remarks: Remarks) -> None:
        """Give `draft` its title and its summary; what finds no place is a warning.

        As in Mermaid, the last description counts. A title for screen readers is the title where there is no
        other, else the summary where there is none.
        """
        for lines in self.descriptions[:-1]:
            text = _text_of(lines)
            remarks.warn(
                lines[0].place, say('another description follows; "%(text)s" is left out', text=text)
            )
        if self.descriptions:
            draft.fields["summary"] = _text_of(self.descriptions[-1])
        draft.title = self.chosen
        for line in reversed(self.accessible):
            self._give_accessible(line, draft, remarks)
        draft.title = draft.title or self.heading

    def _give_accessible(self, line: Line, draft: Draft, remarks: Remarks) -> None:
        text = plain_text(line.text)
        if not draft.title:
            draft.title = text
        elif "summary" not in draft.fields and text != draft.title:
            draft.fields["summary"] = text
        elif text not in (draft.title, draft.fields.get("summary")):
            remarks.warn(line.place, say('the title for screen readers is left out: "%(text)s"', text=text))


def _text_of(lines: list[Line]) -> str:
    return plain_text(" ".join(line.text for line in lines))
