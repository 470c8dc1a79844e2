"""Journeys from Mermaid: every diagram of a file that is a journey, and what is said where there is none."""

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.draft import Draft
from mkdocs_journeys.exchange.importing.mermaid_blocks import Block, blocks_of
from mkdocs_journeys.exchange.importing.mermaid_diagram import Diagram
from mkdocs_journeys.exchange.importing.mermaid_scores import MERMAIDS
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks
from mkdocs_journeys.exchange.importing.scores import Scale

MOST_DIAGRAMS = 50


def read_mermaid(text: str, path: str, remarks: Remarks, scale: Scale | None = None) -> list[Draft]:
    """Every journey of a `.mmd` file, or of the fences of a Markdown file. Errors: NothingToRead.

    `remarks` get what is said of the file; each journey has its own.
    """
    blocks = _within_limit(blocks_of(text, path), remarks)
    diagrams = [Diagram(block, scale or MERMAIDS) for block in blocks]
    drafts = [draft for diagram in diagrams for draft in diagram.read()]
    whole = [draft for draft in drafts if draft.stages]
    if not whole:
        for diagram in diagrams:
            remarks.include(diagram.remarks)
        raise _nothing(drafts, [kind for diagram in diagrams for kind in diagram.others], path)
    for draft in drafts:
        if not draft.stages:
            remarks.warn(draft.place, say("this journey has no steps"))
    return whole


def _within_limit(blocks: list[Block], remarks: Remarks) -> list[Block]:
    if len(blocks) > MOST_DIAGRAMS:
        remarks.warn(
            blocks[MOST_DIAGRAMS].place,
            say("only %(count)s diagrams are read; the rest is left out", count=MOST_DIAGRAMS),
        )
    return blocks[:MOST_DIAGRAMS]


def _nothing(drafts: list[Draft], others: list[str], path: str) -> NothingToRead:
    """Why there is no journey: it has no steps, the diagram is of another kind, or there is none."""
    if drafts:
        return NothingToRead(say("this journey has no steps"), drafts[0].place)
    if others:
        message = say("there is no journey in this file: its diagram is a %(kind)s", kind=others[0])
    else:
        message = say('there is no journey in this file: no line says "journey"')
    return NothingToRead(message, Place(path))
