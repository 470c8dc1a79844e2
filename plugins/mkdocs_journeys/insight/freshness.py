"""Whether a definition is still looked after, and whether a piece of research still holds."""

from datetime import date

from mkdocs_journeys.definitions import Definition, Evidence, Journey, SiteOptions


def due(definition: Definition, options: SiteOptions) -> date | None:
    """The last day on which its last review still holds; None when it was never reviewed."""
    if definition.reviewed is None:
        return None
    return (definition.review_every or options.review_every).after(definition.reviewed)


def is_stale(definition: Definition, options: SiteOptions, today: date) -> bool:
    """Whether its review is overdue on `today`. Never reviewed is overdue; an archived journey never is."""
    if isinstance(definition, Journey) and definition.status == "archived":
        return False
    last_day = due(definition, options)
    return last_day is None or today > last_day


def expires(evidence: Evidence, options: SiteOptions) -> date | None:
    """The last day on which the research holds; None when it has no date."""
    return None if evidence.date is None else (evidence.valid_for or options.valid_for).after(evidence.date)
