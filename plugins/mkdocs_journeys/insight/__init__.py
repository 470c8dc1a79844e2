"""From a catalogue to figures: feelings, flow, evidence, weak spots, priorities, health. Pure functions."""

from mkdocs_journeys.insight.backing import Backing
from mkdocs_journeys.insight.curves import Curve, CurvePoint
from mkdocs_journeys.insight.evidence import EvidenceInsight
from mkdocs_journeys.insight.feelings import Feeling, StepFeeling
from mkdocs_journeys.insight.flow import Flow, Loop, NextShare, StepFlow, study_flow
from mkdocs_journeys.insight.freshness import expires
from mkdocs_journeys.insight.health import Health
from mkdocs_journeys.insight.improvements import RankedImprovement
from mkdocs_journeys.insight.journeys import JourneyInsight
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.study import Insight, study
from mkdocs_journeys.insight.tallies import Measured
from mkdocs_journeys.insight.weak_spots import WeakSpot

__all__ = [
    "Backing",
    "Curve",
    "CurvePoint",
    "EvidenceInsight",
    "Feeling",
    "Flow",
    "Health",
    "Insight",
    "JourneyInsight",
    "Loop",
    "Measured",
    "NextShare",
    "RankedImprovement",
    "StepFeeling",
    "StepFlow",
    "StepInsight",
    "WeakSpot",
    "expires",
    "study",
    "study_flow",
]
