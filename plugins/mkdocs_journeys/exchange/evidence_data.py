"""What is known and what is guessed, as data: sides, trends, coverage, outcomes of research, tasks."""

from typing import Any

from mkdocs_journeys.exchange.figures import iso, measured_data, rounded
from mkdocs_journeys.insight import (
    Comparison,
    Coverage,
    JourneyConfidence,
    Outcome,
    Period,
    SiteCoverage,
    Task,
    Total,
    Trend,
)


def journey_confidence_data(confidence: JourneyConfidence | None) -> dict[str, Any] | None:
    """How much of a journey to believe, with the number of scored steps of each level."""
    return None if confidence is None else {"level": confidence.level, "steps": dict(confidence.steps)}


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """Two sides of a journey: the mean gap, and each step that both know, the widest gap first."""
    return {
        "sides": comparison.sides,
        "gap": rounded(comparison.gap),
        "steps": [
            {
                "step": gap.step,
                "first": measured_data(gap.first),
                "second": measured_data(gap.second),
                "gap": rounded(gap.size),
            }
            for gap in comparison.gaps
        ],
    }


def trend_data(trend: Trend | None) -> dict[str, Any] | None:
    """The latest period of readings against the one before it."""
    if trend is None:
        return None
    return {
        "then": _period(trend.then),
        "now": _period(trend.now),
        "steps": [
            {
                "step": change.step,
                "then": measured_data(change.then),
                "now": measured_data(change.now),
                "change": rounded(change.size),
            }
            for change in trend.changes
        ],
    }


def _period(period: Period) -> dict[str, Any]:
    return {
        "first": iso(period.first),
        "last": iso(period.last),
        "methods": list(period.methods),
        "n": period.n,
    }


def total_data(total: Total) -> dict[str, Any]:
    """All steps of a journey together, for everybody or one persona."""
    return {
        "mean": rounded(total.mean),
        "scored": total.scored,
        "readings": total.readings,
        "q1": rounded(total.q1),
        "q3": rounded(total.q3),
        "first": iso(total.first),
        "last": iso(total.last),
    }


def coverage_data(coverage: Coverage) -> dict[str, int]:
    """Numbers of scored steps: all, and those that rest on research, on valid research, on customers."""
    return {
        "scored": coverage.scored,
        "evidenced": coverage.evidenced,
        "valid": coverage.valid,
        "asked": coverage.asked,
    }


def site_coverage_data(coverage: SiteCoverage) -> dict[str, Any]:
    """The coverage of the whole map and of its parts, and what each journey was studied with."""
    return {
        "whole": coverage_data(coverage.whole),
        "journeys": {id_: coverage_data(part) for id_, part in coverage.journeys.items()},
        "personas": {id_: coverage_data(part) for id_, part in coverage.personas.items()},
        "owners": [{"owner": owner, **coverage_data(part)} for owner, part in coverage.owners.items()],
        "stage_kinds": {kind: coverage_data(part) for kind, part in coverage.stage_kinds.items()},
        "statements": {
            id_: {"all": each.all, "evidenced": each.evidenced} for id_, each in coverage.statements.items()
        },
        "studied": {
            journey: {
                method: {"evidence": list(cell.evidence), "steps": cell.steps, "expired": cell.expired}
                for method, cell in cells.items()
            }
            for journey, cells in coverage.studied.items()
        },
    }


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """What a piece of research found: people at each level by step, whom it heard, what changed."""
    return {
        "distributions": [
            {
                "journey": journey,
                "step": step,
                "people": list(found.people) or None,
                "n": found.n,
                "mean": rounded(found.mean),
                "q1": rounded(found.q1),
                "q3": rounded(found.q3),
            }
            for (journey, step), found in outcome.distributions.items()
        ],
        "heard": [
            {"persona": heard.persona, "n": heard.n, "segment": heard.segment} for heard in outcome.heard
        ],
        "earlier": outcome.earlier,
        "changes": [
            {
                "journey": change.at[0],
                "step": change.at[1],
                "then": measured_data(change.then),
                "now": measured_data(change.now),
                "change": rounded(change.size),
            }
            for change in outcome.changes
        ],
    }


def task_data(task: Task) -> dict[str, Any]:
    """One thing that would improve the map."""
    return {
        "deed": task.deed,
        "kind": task.kind,
        "id": task.id,
        "improvement": task.improvement,
        "steps": [{"journey": journey, "step": step} for journey, step in task.steps],
        "gain": rounded(task.gain),
    }
