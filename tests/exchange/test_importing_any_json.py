"""Whatever stands in a JSON file or an exported table: a definition or one sentence, and no traceback."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.exchange.importing import (
    Imported,
    NothingToRead,
    Remarks,
    Wishes,
    import_own_json,
    import_own_table,
)
from mkdocs_journeys.exchange.journey_csv import all_columns

KEYS = st.sampled_from(
    ["title", "stages", "steps", "name", "id", "typed_emotion", "overall", "by_persona", "pains", "text",
     "next", "typed_next", "improvements", "plays", "do", "emotion", "body", "metrics"]
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=20,
)


def told(read: Callable[[], Imported | None]) -> str:
    """The definition's text, or what is said in its place."""
    try:
        imported = read()
    except NothingToRead as nothing:
        return nothing.remark.text()
    return imported.text if imported else "---\n"


@given(VALUES)
@example({"stages": [{"name": ["x"], "steps": [["a"], None, {"name": {}, "typed_emotion": {"overall": 3}}]}]})
@example({"stages": [None], "improvements": ["x", {"title": 3}], "plays": ["x"], "body": 7})
@example({"stages": [{"steps": [{"typed_emotion": {"by_persona": [1]}}]}]})
def test_any_json(value: Any) -> None:
    whole = {"stages": [value], **value} if isinstance(value, dict) else value
    for data in (value, whole):
        raw = json.dumps(data).encode()
        read = partial(import_own_json, raw, "x", Remarks())
        assert told(read).startswith(("---\n", "x:"))


@given(st.lists(st.lists(st.text(max_size=6), max_size=60), max_size=3), st.text(max_size=20))
def test_any_table_under_our_headings(rows: list[list[str]], end: str) -> None:
    lines = [",".join(all_columns()), *(",".join(row) for row in rows)]
    raw = ("\n".join(lines) + end).encode("utf-8", "replace")
    assert told(lambda: import_own_table(raw, "x", Wishes(), Remarks())).startswith(("---\n", "x:"))
