"""From a catalogue to figures: feelings, flow, evidence, weak spots, priorities, health. Pure functions."""

from mkdocs_journeys.insight.attention import Deed, Task
from mkdocs_journeys.insight.backing import Backing
from mkdocs_journeys.insight.confidence import LEVELS, Confidence, JourneyConfidence, Level
from mkdocs_journeys.insight.coverage import Coverage, SiteCoverage, Statement, Statements, Studied
from mkdocs_journeys.insight.curves import Curve, CurvePoint
from mkdocs_journeys.insight.distributions import Distribution
from mkdocs_journeys.insight.evidence import EvidenceInsight
from mkdocs_journeys.insight.feelings import Feeling, StepFeeling
from mkdocs_journeys.insight.flow import Flow, Loop, NextShare, StepFlow, study_flow
from mkdocs_journeys.insight.freshness import expires
from mkdocs_journeys.insight.health import Health
from mkdocs_journeys.insight.improvements import RankedImprovement
from mkdocs_journeys.insight.journeys import JourneyInsight
from mkdocs_journeys.insight.outcomes import Heard, Outcome, SinceThen
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.study import Insight, study
from mkdocs_journeys.insight.tallies import Measured, ThenAndNow
from mkdocs_journeys.insight.totals import Total
from mkdocs_journeys.insight.trend import Change, Period, Trend
from mkdocs_journeys.insight.views import Comparison, Gap
from mkdocs_journeys.insight.weak_spots import WeakSpot

__all__ = [
    "LEVELS",
    "Backing",
    "Change",
    "Comparison",
    "Confidence",
    "Coverage",
    "Curve",
    "CurvePoint",
    "Deed",
    "Distribution",
    "EvidenceInsight",
    "Feeling",
    "Flow",
    "Gap",
    "Health",
    "Heard",
    "Insight",
    "JourneyConfidence",
    "JourneyInsight",
    "Level",
    "Loop",
    "Measured",
    "NextShare",
    "Outcome",
    "Period",
    "RankedImprovement",
    "SinceThen",
    "SiteCoverage",
    "Statement",
    "Statements",
    "StepFeeling",
    "StepFlow",
    "StepInsight",
    "Studied",
    "Task",
    "ThenAndNow",
    "Total",
    "Trend",
    "WeakSpot",
    "expires",
    "study",
    "study_flow",
]
