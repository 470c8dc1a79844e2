"""From a catalogue to all figures of a site."""

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.insight.attention import Task, find_tasks
from mkdocs_journeys.insight.coverage import SiteCoverage, cover_site
from mkdocs_journeys.insight.curves import Curve, Travellers, draw_curve, travellers
from mkdocs_journeys.insight.evidence import EvidenceInsight, study_evidence
from mkdocs_journeys.insight.health import Health, examine
from mkdocs_journeys.insight.improvements import RankedImprovement, rank_improvements
from mkdocs_journeys.insight.journeys import JourneyInsight, study_journey
from mkdocs_journeys.insight.means import channel_means, feelings_that_count, persona_means, touchpoint_means
from mkdocs_journeys.insight.outcomes import Outcome, find_outcomes
from mkdocs_journeys.insight.steps import counts_in_figures
from mkdocs_journeys.insight.weak_spots import WeakSpot, find_weak_spots


@dataclass(frozen=True, kw_only=True)
class Insight:
    """A catalogue with all its figures. Means are scores (-2..2), None where nothing is scored.

    `journeys` holds every journey of the catalogue; `improvements` and `health` leave out archived ones and
    drafts, `weak_spots`, `tasks`, `coverage` and the means future ones too. `outcomes` tell what each piece
    of evidence found, `travellers` are each persona's name and colour.
    """

    catalogue: Catalogue
    journeys: Mapping[str, JourneyInsight]
    weak_spots: tuple[WeakSpot, ...]
    improvements: tuple[RankedImprovement, ...]
    evidence: Mapping[str, EvidenceInsight]
    touchpoint_means: Mapping[str, float | None]
    channel_means: Mapping[str, float | None]
    persona_means: Mapping[str, float | None]
    health: Health
    coverage: SiteCoverage
    tasks: tuple[Task, ...]
    outcomes: Mapping[str, Outcome]
    travellers: Travellers

    def curve_of(self, journey: str, persona: str) -> Curve:
        """A persona's own curve through a journey, whether or not it differs from that of others."""
        return draw_curve(self.journeys[journey].steps, persona, self.travellers)


def study(catalogue: Catalogue) -> Insight:
    """All figures of a catalogue."""
    research = study_evidence(catalogue)
    known = travellers(catalogue.personas)
    journeys = {
        id_: study_journey(journey, catalogue, research, known) for id_, journey in catalogue.journeys.items()
    }
    listed = [each for each in journeys.values() if each.journey.status not in ("archived", "draft")]
    improvements = rank_improvements(listed, research, catalogue.today)
    lived = [each for each in listed if counts_in_figures(each.journey)]
    feelings = feelings_that_count(listed)
    return Insight(
        catalogue=catalogue,
        journeys=journeys,
        weak_spots=find_weak_spots(listed),
        improvements=improvements,
        evidence=research.pieces,
        touchpoint_means=touchpoint_means(catalogue, feelings),
        channel_means=channel_means(catalogue, feelings),
        persona_means=persona_means(catalogue, feelings),
        health=examine(catalogue, listed, research, improvements),
        coverage=cover_site(lived, catalogue, research),
        tasks=find_tasks(catalogue, listed, research, improvements),
        outcomes=find_outcomes(journeys.values(), catalogue, research),
        travellers=known,
    )
