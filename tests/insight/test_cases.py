"""Known answers: each folder of tests/cases/insight is a site with figures that were computed by hand."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import isclose
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.definitions import SiteOptions
from tests.insight.sites import TODAY, study_folder

CASES = sorted((Path(__file__).parent.parent / "cases/insight").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_site_has_the_figures_that_were_computed_by_hand(case: Path) -> None:
    expected = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
    given = expected.pop("given", {})
    insight = study_folder(
        case,
        options=SiteOptions(**given.get("options", {})),
        today=given.get("today", TODAY),
        drafts=given.get("drafts", False),
        faults=frozenset(given.get("faults", ())),
    )
    assert list(differences(insight, expected)) == []


def differences(
    actual: Any, expected: Any, where: str = ""
) -> Iterator[str]:  # Any: figures are of every type
    """What is otherwise than expected; of a mapping or an object only the parts that are named."""
    if isinstance(expected, Mapping) and actual is not None:
        for key, value in expected.items():
            yield from differences(part(actual, key), value, f"{where}.{key}")
    elif isinstance(expected, list) and isinstance(actual, tuple) and len(actual) == len(expected):
        for place, (have, want) in enumerate(zip(actual, expected, strict=True)):
            yield from differences(have, want, f"{where}[{place}]")
    elif not same(actual, expected):
        yield f"{where[1:]}: {actual!r}, not {expected!r}"


def part(actual: Any, key: str | int) -> Any:
    """An item of a mapping or a list, a step of a list of steps by its id, or an attribute."""
    if isinstance(actual, Mapping) or isinstance(key, int):
        return actual[key]
    if isinstance(actual, tuple) and not hasattr(actual, key):
        return next(item for item in actual if item.id == key)
    return getattr(actual, key)


def same(actual: Any, expected: Any) -> bool:
    if isinstance(expected, (bool, date)) or expected is None or isinstance(actual, bool):
        return actual is expected or (isinstance(expected, date) and actual == expected)
    if isinstance(expected, (int, float)) and isinstance(actual, (int, float)):
        return isclose(actual, expected, rel_tol=1e-12, abs_tol=1e-12)
    return str(actual) == str(expected)


def test_there_are_cases() -> None:
    assert len(CASES) > 10
