"""What research is worth: what stands on it, how many people it heard, and whether it still holds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalogue import Catalogue, Claim
from mkdocs_journeys.definitions import Evidence, Method, Reading
from mkdocs_journeys.insight.freshness import expires


@dataclass(frozen=True)
class EvidenceInsight:
    """A piece of evidence with all that stands on it.

    `expires` is the last day on which it holds (None without a date), `readings` the number of people in its
    data.
    """

    evidence: Evidence
    expires: date | None
    expired: bool
    claims: tuple[Claim, ...]
    readings: int


@dataclass(frozen=True)
class Research:
    """The evidence of a catalogue, sorted by what counts when a score is judged: sets of ids.

    `inside` tells the company's view, `proof` is more than an assumption, `customers` asked or observed
    customers themselves, `expired` no longer holds. Figures of fewer than `least` people are kept back.
    """

    pieces: Mapping[str, EvidenceInsight]
    inside: frozenset[str]
    proof: frozenset[str]
    customers: frozenset[str]
    expired: frozenset[str]
    least: int = 1

    def method(self, id_: str) -> Method:
        """How this piece of evidence came about."""
        return self.pieces[id_].evidence.method

    def day_of(self, reading: Reading) -> date | None:
        """When a reading was taken: its own date, else that of its evidence."""
        return reading.date or self.pieces[reading.evidence].evidence.date

    def participants(self, id_: str) -> int:
        """How many took part; 0 where that is not known."""
        return self.pieces[id_].evidence.participants or 0

    def proves(self, ids: Iterable[str]) -> bool:
        """Whether at least one of these pieces of evidence is more than an assumption."""
        return not self.proof.isdisjoint(ids)

    def all_expired(self, ids: Iterable[str], measured: Iterable[str] = ()) -> bool:
        """Whether there is proof among these pieces of evidence, and all of it has expired.

        What was `measured`, readings of the customer's view, is proof by whatever method it came about.
        """
        proof = self.proof.intersection(ids) | set(measured)
        return bool(proof) and proof <= self.expired


def study_evidence(catalogue: Catalogue) -> Research:
    """All the evidence of a catalogue."""
    people = _people(catalogue)
    pieces = {
        id_: _piece(id_, evidence, people[id_], catalogue) for id_, evidence in catalogue.evidence.items()
    }
    return Research(
        pieces=pieces,
        inside=frozenset(id_ for id_, piece in pieces.items() if piece.evidence.view == "inside"),
        proof=frozenset(id_ for id_, piece in pieces.items() if piece.evidence.method != "assumption"),
        customers=frozenset(id_ for id_, piece in pieces.items() if asks_customers(piece.evidence)),
        expired=frozenset(id_ for id_, piece in pieces.items() if piece.expired),
        least=catalogue.options.smallest_group,
    )


_SECOND_HAND: frozenset[Method] = frozenset({"expert", "desk-research", "assumption"})


def asks_customers(evidence: Evidence) -> bool:
    """Whether customers themselves were asked or observed."""
    return evidence.view == "outside" and evidence.method not in _SECOND_HAND


def _people(catalogue: Catalogue) -> Counter[str]:
    people: Counter[str] = Counter()
    for rows in catalogue.readings.values():
        for row in rows:
            people[row.evidence] += row.n
    return people


def _piece(id_: str, evidence: Evidence, people: int, catalogue: Catalogue) -> EvidenceInsight:
    last_day = expires(evidence, catalogue.options)
    return EvidenceInsight(
        evidence=evidence,
        expires=last_day,
        expired=last_day is not None and catalogue.today > last_day,
        claims=catalogue.claims_on(id_),
        readings=people,
    )
