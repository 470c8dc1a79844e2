"""What stands above the headings of a table: the journey's title, or `Persona | Lena`."""

from collections.abc import Callable

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.importing.draft import Draft, Person
from mkdocs_journeys.exchange.importing.markdown_table import without_marks
from mkdocs_journeys.exchange.importing.table import Cell, Table
from mkdocs_journeys.exchange.importing.table_shape import ABOUT_ALL, field_of


def read_above(table: Table, draft: Draft, cells: list[Cell]) -> None:
    """What stands above the headings: a title, or `Persona | Lena`."""
    first = cells[0]
    label, colon, rest = first.text.partition(":")
    values = cells[1:] or ([first._replace(text=rest.strip())] if colon and rest.strip() else [])
    field = field_of(first._replace(text=label if colon else first.text))
    if values and field in ABOUT_ALL:
        _ABOUT[str(field)](table, draft, values)
    elif not cells[1:] and draft.title in (None, table.title):
        draft.title = without_marks(first.text)
    else:
        for cell in cells:
            table.warn(cell, say('"%(text)s" stands above the headings and is left out', text=cell.text))


def _set(name: str) -> Callable[[Table, Draft, list[Cell]], None]:
    def set_text(table: Table, draft: Draft, cells: list[Cell]) -> None:  # noqa: ARG001 - one signature for all
        draft.fields.setdefault(name, " ".join(cell.text for cell in cells))

    return set_text


def _set_list(name: str) -> Callable[[Table, Draft, list[Cell]], None]:
    def set_list(table: Table, draft: Draft, cells: list[Cell]) -> None:  # noqa: ARG001 - one signature for all
        draft.fields.setdefault(name, []).extend(item for cell in cells for item in cell.items)

    return set_list


def _set_title(table: Table, draft: Draft, cells: list[Cell]) -> None:  # noqa: ARG001 - one signature for all
    draft.title = without_marks(cells[0].text)


def _set_personas(table: Table, draft: Draft, cells: list[Cell]) -> None:
    draft.personas += [
        Person(without_marks(name), table.place(cell)) for cell in cells for name in cell.names
    ]


_ABOUT: dict[str, Callable[[Table, Draft, list[Cell]], None]] = {
    "title": _set_title,
    "summary": _set("summary"),
    "scenario": _set("scenario"),
    "personas": _set_personas,
    "needs": _set_list("needs"),
    "goal": _set_list("needs"),
    "expects": _set_list("expects"),
}
