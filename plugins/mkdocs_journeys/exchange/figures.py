"""Figures on their way out: rounded alike everywhere, and feelings in the catalogue's words."""

from datetime import date
from typing import Any

from mkdocs_journeys.insight import Backing, Confidence, Feeling, Measured, StepFeeling

DIGITS = 6
"""Decimals of scores and shares in data files."""


def rounded(value: float | None) -> float | None:
    """`value` to `DIGITS` decimals, never minus nought."""
    return None if value is None else round(value, DIGITS) + 0.0


def feeling_data(feeling: Feeling | None) -> dict[str, Any] | None:
    """A feeling as data; None for a gap."""
    if feeling is None:
        return None
    return {
        "score": rounded(feeling.score),
        "assumed": rounded(feeling.assumed),
        "evidenced": feeling.evidenced,
        "n": feeling.n,
        "q1": rounded(feeling.q1),
        "q3": rounded(feeling.q3),
        "inside": rounded(feeling.inside),
        "inside_n": feeling.inside_n,
        "expired": feeling.expired,
        "kept_back": feeling.kept_back,
        "first": iso(feeling.first),
        "last": iso(feeling.last),
        "confidence": confidence_data(feeling.confidence),
        "backing": [_backing(kind) for kind in feeling.backing],
    }


def confidence_data(confidence: Confidence) -> dict[str, Any]:
    """How much of a score to believe, and why."""
    return {
        "level": confidence.level,
        "customers": confidence.customers,
        "agreeing": confidence.agreeing,
        "disagreeing": confidence.disagreeing,
    }


def _backing(kind: Backing) -> dict[str, Any]:
    return {
        "method": kind.method,
        "measured": measured_data(kind.measured),
        "agrees": None if kind.kept_back else kind.agrees,
        "holds": kind.holds,
        "people": kind.people,
    }


def measured_data(measured: Measured | None) -> dict[str, Any] | None:
    """A mean score with the number of people behind it (0: typed); None where nobody knows."""
    return None if measured is None else {"score": rounded(measured.score), "n": measured.n}


def iso(day: date | None) -> str | None:
    """A date as 2026-03-14."""
    return None if day is None else day.isoformat()


def step_feeling_data(feeling: StepFeeling | None) -> dict[str, Any] | None:
    """A step's feeling as data, with each persona's; None for a gap."""
    data = feeling_data(feeling)
    if data is None or feeling is None:
        return None
    return {**data, "personas": {persona: feeling_data(own) for persona, own in feeling.personas.items()}}
