"""Health: what nobody looks after, what nobody proved, and what was promised and not kept."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.definitions import KINDS, Kind
from mkdocs_journeys.insight import Coverage, Health, StepInsight
from mkdocs_journeys.pages.care import Care, care_of
from mkdocs_journeys.pages.edit_links import edit_url
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.task_words import told_tasks
from mkdocs_journeys.pages.view import Site, View

ADDRESS = "health/"
PROBLEMS = ("expired", "without_evidence", "unowned", "never_reviewed", "stale", "unused")
"""What may be wrong with a definition, the gravest first: what people believe and is not so counts most."""


@dataclass(frozen=True)
class Patient:
    """A definition with what is wrong with it, and where it is edited."""

    kind: Kind
    id: str
    title: str
    problems: tuple[str, ...]
    care: Care
    edit_url: str | None


def health_pages(site: Site) -> Iterator[Page]:
    """The one page of what to mend."""
    view = site.view(ADDRESS, site.catalogue.options.language)
    title = view.words.gettext("Health")
    ill = patients(view)
    html = render(
        "health/page.html",
        view,
        title=title,
        patients=ill,
        tasks=told_tasks(view),
        coverage=site.insight.coverage,
        coverages=tuple(coverages(view)),
        counts={problem: sum(problem in each.problems for each in ill) for problem in PROBLEMS},
        overdue=site.insight.health.overdue,
        outdated=_outdated(site),
        undescribed=[entry.id for entry in site.catalogue.touchpoints.values() if entry.described is None],
        alone=sum(not spot.attended for spot in site.insight.weak_spots),
        searched=False,
    )
    yield Page(
        address=ADDRESS,
        title=title,
        lang=view.lang,
        html=html,
        kind="health",
        headings=outline(html),
        search=False,
        wide=True,
    )


@dataclass(frozen=True)
class CoverageRow:
    """The coverage of one journey, persona, owner or kind of stage; `id` is None for nobody."""

    id: str | None
    coverage: Coverage


@dataclass(frozen=True)
class CoverageTable:
    """The coverage of all journeys, personas, owners or kinds of stages, the least asked first."""

    by: str
    title: str
    rows: tuple[CoverageRow, ...]


def coverages(view: View) -> Iterator[CoverageTable]:
    """The coverage by journey, persona, owner and kind of stage."""
    tell, found = view.words.gettext, view.insight.coverage
    for by, title, parts in (
        ("journey", tell("By journey"), found.journeys),
        ("persona", tell("By persona"), found.personas),
        ("owner", tell("By owner"), found.owners),
        ("stage kind", tell("By kind of stage"), found.stage_kinds),
    ):
        rows = tuple(CoverageRow(id_, part) for id_, part in sorted(parts.items(), key=_least_asked))
        yield CoverageTable(by, title, tuple(row for row in rows if row.coverage.scored))


def _least_asked(part: tuple[str | None, Coverage]) -> tuple[float, int]:
    coverage = part[1]
    return coverage.share(coverage.asked) or 0.0, -coverage.scored


def patients(view: View) -> tuple[Patient, ...]:
    """Every definition with a problem: those with most problems first, then those with the gravest."""
    found: defaultdict[tuple[Kind, str], list[str]] = defaultdict(list)
    for problem in PROBLEMS:
        for place in _having(view.insight.health, problem):
            found[place].append(problem)
    ill = (_patient(view, kind, id_, problems) for (kind, id_), problems in found.items())
    return tuple(sorted(ill, key=_gravest_first))


def _having(health: Health, problem: str) -> Iterator[tuple[Kind, str]]:
    """The kinds and ids of what has a problem. Never reviewed is said in place of overdue."""
    if problem in ("expired", "unused"):
        yield from (("evidence", id_) for id_ in getattr(health, problem))
        return
    for kind in KINDS:
        said = health.never_reviewed[kind] if problem == "stale" else ()
        yield from ((kind, id_) for id_ in getattr(health, problem)[kind] if id_ not in set(said))


def _gravest_first(patient: Patient) -> tuple[object, ...]:
    gravest = tuple(PROBLEMS.index(problem) for problem in patient.problems)
    return -len(patient.problems), gravest, KINDS.index(patient.kind), by_title(patient.title, patient.id)


def _patient(view: View, kind: Kind, id_: str, problems: list[str]) -> Patient:
    definition = view.definition(kind, id_)
    if definition is None:
        raise LookupError(f"only what a file describes is examined, not {kind} {id_}")
    return Patient(
        kind=kind,
        id=id_,
        title=view.title(kind, id_),
        problems=tuple(problems),
        care=care_of(view.catalogue, definition),
        edit_url=edit_url(definition, view),
    )


def _outdated(site: Site) -> list[StepInsight]:
    """The steps whose score rests on expired evidence alone."""
    return [site.insight.journeys[journey].step(step) for journey, step in site.insight.health.outdated]
