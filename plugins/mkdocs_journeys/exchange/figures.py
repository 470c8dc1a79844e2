"""Figures on their way out: rounded alike everywhere, and feelings in the catalogue's words."""

from typing import Any

from mkdocs_journeys.insight import Feeling, StepFeeling

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
        "expired": feeling.expired,
    }


def step_feeling_data(feeling: StepFeeling | None) -> dict[str, Any] | None:
    """A step's feeling as data, with each persona's; None for a gap."""
    data = feeling_data(feeling)
    if data is None or feeling is None:
        return None
    return {**data, "personas": {persona: feeling_data(own) for persona, own in feeling.personas.items()}}
