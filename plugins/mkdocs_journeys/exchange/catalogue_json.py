"""`journeys.json`: the whole catalogue with its figures, format 1. Its schema is `journeys.schema.json`."""

import json
from importlib.resources import files
from typing import Any

from mkdocs_journeys.catalogue import Catalogue, Channel, StepAt, TouchpointEntry, is_stale
from mkdocs_journeys.definitions import Definition, Persona
from mkdocs_journeys.exchange.evidence_data import (
    comparison_data,
    journey_confidence_data,
    outcome_data,
    site_coverage_data,
    task_data,
    total_data,
    trend_data,
)
from mkdocs_journeys.exchange.figures import iso, measured_data, rounded, step_feeling_data
from mkdocs_journeys.insight import (
    EvidenceInsight,
    Insight,
    JourneyInsight,
    RankedImprovement,
    StepInsight,
)

FORMAT = 1


def journeys_json(insight: Insight) -> bytes:
    """The catalogue as UTF-8 JSON, keys in snake_case; scores -2..2, shares 0..1, null where not known."""
    catalogue = insight.catalogue
    return to_json(
        {
            "format": FORMAT,
            "built": catalogue.today.isoformat(),
            "journeys": [journey_data(insight, journey) for journey in insight.journeys.values()],
            "personas": [_persona(insight, persona) for persona in catalogue.personas.values()],
            "touchpoints": [_touchpoint(insight, entry) for entry in catalogue.touchpoints.values()],
            "channels": [_channel(insight, channel) for channel in catalogue.channels.values()],
            "evidence": [_evidence(insight, item) for item in insight.evidence.values()],
            "improvements": [_improvement(catalogue, ranked) for ranked in insight.improvements],
            "weak_spots": [
                {
                    "journey": spot.journey,
                    "step": spot.step,
                    "attended": spot.attended,
                    "score": rounded(spot.score),
                    "drop_off": rounded(spot.drop_off),
                    "lost": rounded(spot.lost),
                }
                for spot in insight.weak_spots
            ],
            "coverage": site_coverage_data(insight.coverage),
            "tasks": [task_data(task) for task in insight.tasks],
        }
    )


def journeys_schema() -> bytes:
    """The JSON Schema (2020-12) of `journeys.json`."""
    return files(__package__).joinpath("journeys.schema.json").read_bytes()


def to_json(data: Any) -> bytes:
    """`data` as UTF-8 JSON that ends with a line break; the same data gives the same bytes.

    It is not indented: that would take Python's slow encoder, and three times the time.
    """
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode()


def journey_data(insight: Insight, studied: JourneyInsight) -> dict[str, Any]:
    """A journey of the catalogue."""
    journey, catalogue = studied.journey, insight.catalogue
    parent = catalogue.parent_of(journey.id)
    return {
        "id": journey.id,
        "title": journey.title,
        "lang": catalogue.language_of(journey),
        "state": journey.state,
        "status": journey.status,
        "owner": catalogue.owner_of(journey),
        "url": f"journeys/{journey.id}/",
        "personas": list(journey.personas),
        "part_of": None if parent is None else str(parent),
        "children": list(catalogue.children_of(journey.id)),
        "future_of": journey.future_of,
        "reviewed": iso(journey.reviewed),
        "stale": studied.stale,
        "due": iso(studied.due),
        "coverage": rounded(studied.coverage),
        "confidence": journey_confidence_data(studied.confidence),
        "mean": rounded(studied.mean),
        "gap": rounded(studied.gap),
        "total": total_data(studied.total),
        "totals": {persona: total_data(total) for persona, total in studied.totals.items()},
        "comparisons": [comparison_data(comparison) for comparison in studied.comparisons],
        "trend": trend_data(studied.trend),
        "lowest": list(studied.lowest),
        "highest": list(studied.highest),
        "completion": rounded(studied.flow.completion),
        "lost": rounded(studied.flow.lost),
        "stages": _stages(catalogue, studied),
    }


def _stages(catalogue: Catalogue, studied: JourneyInsight) -> list[dict[str, Any]]:
    steps = {step.id: step_data(catalogue, step) for step in studied.steps}
    return [
        {
            "id": stage.id,
            "name": stage.name,
            "kind": stage.kind,
            "steps": [steps[step.id] for step in stage.steps],
        }
        for stage in studied.journey.stages
    ]


def step_data(catalogue: Catalogue, studied: StepInsight) -> dict[str, Any]:
    """A step of a journey of the catalogue."""
    step, flow = studied.at.step, studied.flow
    return {
        "id": step.id,
        "name": step.name,
        "emotion": step_feeling_data(studied.feeling),
        "said": measured_data(studied.said),
        "done": measured_data(studied.done),
        "believed": measured_data(studied.believed),
        "touchpoints": list(catalogue.touchpoints_of(step)),
        "channels": list(catalogue.channels_of(step)),
        "reach": rounded(flow.reach),
        "visits": rounded(flow.visits),
        "drop_off": rounded(flow.drop_off),
        "lost": rounded(flow.lost),
        "next": [{"to": str(entry.to), "share": rounded(entry.share)} for entry in flow.next],
    }


def _persona(insight: Insight, persona: Persona) -> dict[str, Any]:
    journeys = [
        journey.id for journey in insight.catalogue.journeys.values() if persona.id in journey.personas
    ]
    return {
        "id": persona.id,
        "name": persona.name,
        "role": persona.role,
        "kind": persona.kind,
        "segment": persona.segment,
        "buying_role": persona.buying_role,
        "serves": list(persona.serves),
        "url": f"personas/{persona.id}/",
        **_upkeep(insight, persona),
        "mean": rounded(insight.persona_means.get(persona.id)),
        "journeys": journeys,
    }


def _upkeep(insight: Insight, definition: Definition) -> dict[str, Any]:
    catalogue = insight.catalogue
    return {
        "lang": catalogue.language_of(definition),
        "owner": catalogue.owner_of(definition),
        "stale": is_stale(definition, catalogue),
    }


def _touchpoint(insight: Insight, entry: TouchpointEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "channel": entry.channel,
        "described": entry.described is not None,
        "owner": None if entry.described is None else insight.catalogue.owner_of(entry.described),
        "url": f"touchpoints/{entry.id}/",
        "mean": rounded(insight.touchpoint_means.get(entry.id)),
        "steps": [_place(at) for at in entry.steps],
    }


def _channel(insight: Insight, channel: Channel) -> dict[str, Any]:
    return {
        "id": channel.id,
        "name": channel.name,
        "url": f"channels/{channel.id}/",
        "mean": rounded(insight.channel_means.get(channel.id)),
        "touchpoints": list(channel.touchpoints),
        "steps": [_place(at) for at in channel.steps],
    }


def _place(at: StepAt) -> dict[str, str]:
    return {"journey": at.journey.id, "step": at.step.id}


def _evidence(insight: Insight, studied: EvidenceInsight) -> dict[str, Any]:
    evidence = studied.evidence
    return {
        "id": evidence.id,
        "title": evidence.title,
        "method": evidence.method,
        "view": evidence.view,
        "basis": evidence.basis,
        "date": iso(evidence.date),
        "participants": evidence.participants,
        "url": f"evidence/{evidence.id}/",
        "expires": iso(studied.expires),
        "expired": studied.expired,
        "readings": studied.readings,
        "segments": list(evidence.segments),
        **outcome_data(insight.outcomes[evidence.id]),
        "claims": [
            {
                "journey": claim.journey,
                "step": claim.step,
                "persona": claim.persona,
                "what": claim.what,
                "text": claim.text,
            }
            for claim in studied.claims
        ],
    }


def _improvement(catalogue: Catalogue, ranked: RankedImprovement) -> dict[str, Any]:
    improvement = ranked.improvement
    return {
        "journey": ranked.journey,
        "id": improvement.id,
        "title": improvement.title,
        "for": list(improvement.for_),
        "owner": catalogue.owner_of(improvement),
        "impact": improvement.impact,
        "effort": improvement.effort,
        "status": improvement.status,
        "due": iso(improvement.due),
        "rank": ranked.rank,
    }
