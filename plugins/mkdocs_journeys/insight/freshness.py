"""Whether a piece of research still holds."""

from datetime import date

from mkdocs_journeys.definitions import Evidence, SiteOptions


def expires(evidence: Evidence, options: SiteOptions) -> date | None:
    """The last day on which the research holds; None when it has no date."""
    return None if evidence.date is None else (evidence.valid_for or options.valid_for).after(evidence.date)
