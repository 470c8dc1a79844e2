"""The catalogue: all definitions linked, ids resolved, references both ways, what is missing."""

from mkdocs_journeys.catalogue.called_by_name import is_called_by_name
from mkdocs_journeys.catalogue.catalogue import (
    Catalogue,
    Channel,
    Claim,
    ClaimKind,
    StepAt,
    Target,
    TouchpointEntry,
)
from mkdocs_journeys.catalogue.linking import build_date, link, steps_of
from mkdocs_journeys.catalogue.notes import due, is_stale, lacks_evidence
from mkdocs_journeys.catalogue.site_paths import SECTIONS, SitePaths
from mkdocs_journeys.catalogue.touchpoint_names import nearest_touchpoint

__all__ = [
    "SECTIONS",
    "Catalogue",
    "Channel",
    "Claim",
    "ClaimKind",
    "SitePaths",
    "StepAt",
    "Target",
    "TouchpointEntry",
    "build_date",
    "due",
    "is_called_by_name",
    "is_stale",
    "lacks_evidence",
    "link",
    "nearest_touchpoint",
    "steps_of",
]
