"""Names and titles where ids belong: `Lena Brandt` in place of `lena`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_journeys.catalogue.catalogue import Catalogue
from mkdocs_journeys.catalogue.names import no_such
from mkdocs_journeys.definitions import Finding, Kind, Message, anchors_of, by_id, say

_KINDS: Mapping[str, Kind] = {
    "personas": "persona", "serves": "persona", "evidence": "evidence", "source": "evidence",
    "follows": "journey", "future_of": "journey", "opens": "journey",
}  # fmt: skip
"""Keys whose values are ids, and of what."""

_ANCHORS = frozenset({"next", "to", "starts", "at", "for"})
"""Keys whose values are ids of stages or steps of the same journey."""


def by_their_ids(findings: Iterable[Finding], whole: Catalogue) -> Iterator[Finding]:
    """The findings; where a text is no id (J120) but a name or title, with the id of what is called so."""
    for finding in findings:
        meant = _meant(finding, whole) if finding.code == "J120" else None
        yield finding if meant is None else replace(finding, message=meant)


def _meant(finding: Finding, whole: Catalogue) -> Message | None:
    key, typed = str(finding.message.values.get("key", "")), _typed(finding.message)
    if typed is None:
        return None
    if key in _ANCHORS:
        journey = next((j for j in whole.journeys.values() if j.source.path == finding.place.path), None)
        message = say('this journey has no stage or step "%(id)s"', id=typed)
        names = {} if journey is None else anchors_of(journey)
    else:
        kind = _KINDS.get(key, "persona")
        message = no_such(kind, typed)
        names = whole.titles(kind)
    found = by_id(message, typed, names)
    return None if found is message else found


def _typed(message: Message) -> str | None:
    """The text that is no id, in the message about it."""
    inner = message.values.get("message")
    if isinstance(inner, Message):
        return _typed(inner)
    typed = message.values.get("typed")
    return typed if isinstance(typed, str) else None
