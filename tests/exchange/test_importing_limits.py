"""What is too long to be read is called that, and what is never closed is called that."""

import csv

import pytest

from tests.exchange.imports import imported

LONGEST = csv.field_size_limit()
NOBODY = (
    "nobody is named who travels; name a persona with --persona, or make one with: "
    "journeys new persona customer"
)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("x" * (LONGEST + 1), "a cell of this row is too long"),
        ('"' + "x" * (LONGEST + 1) + '"', "a cell of this row is too long"),
        ('"' + "x\n" * LONGEST, "a quotation mark in this row is never closed"),
    ],
    ids=["bare", "quoted", "open"],
)
def test_a_row_that_cannot_be_read_is_told_for_what_it_is(cell: str, said: str) -> None:
    texts, told = imported("table", f"Stage,Step\nFind,Looks\nFind,{cell}\nBuy,Pays\n".encode(), "any.csv")
    assert [len(texts), *told] == [
        1,
        f"any.csv:1:1: warning: {NOBODY}",
        'any.csv:1:1: warning: no title stands in the file; it was named "Any" (name another with --title)',
        f"any.csv:3:1: warning: {said}; the row and what follows are left out",
    ]
