"""From a tree to a typed definition, with a finding for everything that is wrong.

A definition with errors is still built as far as it can be, without its wrong parts, so that everything that
hangs on the rest is checked in the same run.
"""

from typing import Any, TypeVar

from pydantic import ValidationError

from mkdocs_journeys.definitions.base import Definition
from mkdocs_journeys.definitions.fault_findings import findings_of
from mkdocs_journeys.definitions.faults import read_faults
from mkdocs_journeys.definitions.findings import MOST_FINDINGS, Finding, told
from mkdocs_journeys.definitions.folded_lists import folded_lists
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.salvage import salvage
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.yaml_tree import plain

D = TypeVar("D", bound=Definition)
MOST_ROUNDS = 30
_LIST = say("no dash belongs in front of the first words; write title: ..., not - title: ...")
_TEXT = say("lines such as title: ... are expected here, each with a word, a colon and a space")


def validate(model: type[D], source: Source) -> tuple[D | None, list[Finding]]:
    """The definition in `source` (None where too little of it holds), and a finding for each fault in it."""
    data: Any = {} if source.root is None else plain(source.root)
    if not isinstance(data, dict):
        return None, [source.finding("J106", _LIST if isinstance(data, list) else _TEXT)]
    findings = told(folded_lists(source))
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(data), findings
        except ValidationError as error:
            faults = read_faults(error, data)
            findings += findings_of(model, faults[: MOST_FINDINGS + 1], data, source)
            if not salvage(model, faults, data, source.root):
                break
    return None, findings
