"""What a site's files mean: the whole catalogue that is read from them."""

import pytest

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import read_definitions
from mkdocs_journeys.exchange import journeys_json
from mkdocs_journeys.insight import study
from tests.golden import CASES, cases, expect
from tests.sites import TODAY


@pytest.mark.parametrize("case", cases("reading"))
def test_files_mean_what_is_expected(case: str) -> None:
    folder = CASES / "reading" / case
    catalogue, findings = link(read_definitions(folder), today=TODAY)
    assert [str(finding) for finding in findings if finding.level != "note"] == []
    expect(folder / "expected.json", journeys_json(study(catalogue)).decode())
