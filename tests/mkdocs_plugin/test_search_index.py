"""Whatever order Pagefind writes filters in, the index that is published has the same bytes."""

import gzip
import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.mkdocs_plugin.search_index import _decode, _encode, settle
from tests.site.building import contents

VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=40))


@given(VALUES)
def test_what_is_encoded_is_decoded_again(value: Any) -> None:
    encoded = _encode(value)
    assert _decode(encoded, 0) == (value, len(encoded))


def test_bytes_are_those_of_the_standards_examples() -> None:
    examples = {0: "00", 23: "17", 24: "1818", 1000: "1903e8", 1000000: "1a000f4240", "ü": "62c3bc"}
    assert {value: _encode(value).hex() for value in examples} == examples
    assert _encode([1, [2, 3], [4, 5]]).hex() == "8301820203820405"


def test_the_order_of_filters_and_values_does_not_show(tmp_path: Path) -> None:
    kinds = [["journey", [0, 1]], ["persona", [2]]]
    owners = [["CRM", [0]], ["Research", [1, 2]]]
    write_index(tmp_path / "one", {"kind": kinds, "owner": owners}, "a")
    write_index(tmp_path / "other", {"owner": owners[::-1], "kind": kinds[::-1]}, "b")
    settle(tmp_path / "one")
    settle(tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_every_file_is_found_under_the_name_that_the_index_gives_it(tmp_path: Path) -> None:
    write_index(tmp_path, {"kind": [["persona", [2]], ["journey", [0, 1]]]}, "a")
    settle(tmp_path)
    name = json.loads((tmp_path / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    meta = read(tmp_path / f"pagefind.{name}.pf_meta")
    ((title, file),) = meta[3]
    assert title == "kind"
    assert read(tmp_path / "filter" / f"{file}.pf_filter") == [
        "kind",
        [["journey", [0, 1]], ["persona", [2]]],
    ]
    assert len(contents(tmp_path)) == 3


def write_index(folder: Path, filters: dict[str, Any], run: str) -> None:
    """An index as Pagefind writes it; names hold `run`, as hashes that differ."""
    (folder / "filter").mkdir(parents=True)
    for title, values in filters.items():
        write(folder / "filter" / f"en_{title}{run}.pf_filter", [title, values])
    listed = [[title, f"en_{title}{run}"] for title in filters]
    write(folder / f"pagefind.en_{run}.pf_meta", ["1.5.2", [["en_p", 7]], [], listed, [], ["title"]])
    entry = {"version": "1.5.2", "languages": {"en": {"hash": f"en_{run}", "page_count": 1}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))


def write(file: Path, value: Any) -> None:
    file.write_bytes(gzip.compress(b"pagefind_dcd" + _encode(value)))


def read(file: Path) -> Any:
    return _decode(gzip.decompress(file.read_bytes()), len(b"pagefind_dcd"))[0]
