"""Readings for the tests."""

from mkdocs_journeys.definitions import Reading

Row = tuple[float, int]


def reading(score: float, n: int = 1) -> Reading:
    """A reading of `n` people who gave `score` to the step j#step in a survey."""
    return Reading("survey", "j", "step", score, None, n, None, 2)
