"""Names and titles where ids belong: `Lena Brandt` in place of `lena`."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_journeys.catalogue.catalogue import Catalogue
from mkdocs_journeys.catalogue.names import no_such
from mkdocs_journeys.definitions import (
    Finding,
    Fix,
    Kind,
    Message,
    anchors_of,
    by_id,
    called_so,
    fix_at,
    say,
    several,
    short,
)

_KINDS: Mapping[str, Kind] = {
    "personas": "persona", "serves": "persona", "evidence": "evidence", "source": "evidence",
    "follows": "journey", "future_of": "journey", "opens": "journey", "part_of": "journey",
}  # fmt: skip
"""Keys whose values are ids, and of what."""

_STEPS = frozenset({"next", "to", "starts", "at"})
"""Keys whose values are ids of steps of the same journey."""

_NO_IDS = frozenset({"J120", "J123"})
_NAMING = frozenset({*_NO_IDS, "J201", "J213"})
"""Codes of findings about what names something else."""

_QUOTES = "\"'"


def by_their_ids(
    findings: Iterable[Finding], whole: Catalogue, definitions: Container[str]
) -> Iterator[Finding]:
    """The findings; where a text is a name or title and no id, with the id of what is called so.

    If only one thing can be meant, and the file is one of `definitions` (paths), the finding has a fix.
    """
    for finding in findings:
        meant = _meant(finding, whole) if finding.code in _NO_IDS else None
        named = finding if meant is None else replace(finding, message=meant)
        is_fixable = named.code in _NAMING and named.fix is None and named.place.path in definitions
        yield named.with_fix(_fix(named)) if is_fixable else named


def is_called_by_name(finding: Finding) -> bool:
    """Whether a finding's fix rests on what other files hold."""
    return finding.fix is not None and finding.message.sure is not None


def _fix(finding: Finding) -> Fix | None:
    """The id in the place of what was typed, between its quotation marks if it has any."""
    sure, place = finding.message.sure, finding.place
    start = place.column - 1
    raw = (place.quoted or "")[start : start + place.length]
    marks = int(len(raw) > 1 and raw[0] in _QUOTES and raw[0] == raw[-1])
    if sure is None or raw[marks : len(raw) - marks] != sure.typed:
        return None
    return fix_at(place.line, place.column + marks, len(raw) - 2 * marks, sure.meant)


def _meant(finding: Finding, whole: Catalogue) -> Message | None:
    key, inner = str(finding.message.values.get("key", "")), _without_place(finding.message)
    typed = inner.values.get("typed")
    if not isinstance(typed, str) or key == "id":
        return None
    message, names = _looked_up(key, typed, finding, whole)
    if "ids" in inner.values:
        return _each(message, several(typed), names)
    found = by_id(message, typed, names)
    return None if found is message else found


def _looked_up(key: str, typed: str, finding: Finding, whole: Catalogue) -> tuple[Message, Mapping[str, str]]:
    """What is said where nothing is called `typed`, and all that can be named under `key`: ids with names."""
    if key not in _STEPS and key != "for":
        kind = _KINDS.get(key, "persona")
        return no_such(kind, typed), whole.titles(kind)
    journey = next((j for j in whole.journeys.values() if j.source.path == finding.place.path), None)
    if key == "for":
        message = say('this journey has no stage or step "%(id)s"', id=typed)
        return message, {} if journey is None else anchors_of(journey)
    message = say('this journey has no step "%(id)s"', id=typed)
    return message, {} if journey is None else {step.id: step.name for step in journey.steps}


def _each(message: Message, typed: Iterable[str], names: Mapping[str, str]) -> Message | None:
    """`message` with the ids of several that stand in one text, if each is called like one thing."""
    found = [called_so(each, names) for each in typed]
    if any(len(ids) != 1 for ids in found):
        return None
    listed = ", ".join(ids[0] for ids in found)
    return say("%(message)s; for several, write [%(ids)s]", message=message, ids=short(listed))


def _without_place(message: Message) -> Message:
    """The innermost message: what is wrong with the text."""
    inner = message.values.get("message")
    return _without_place(inner) if isinstance(inner, Message) else message
