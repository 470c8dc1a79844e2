"""From the files of a site to the plan of its pages, through all rooms."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.catalogue import Catalogue, link
from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.definitions import Finding, SiteOptions, has_errors, read_definitions
from mkdocs_journeys.insight import study
from mkdocs_journeys.pages.page import SitePlan
from mkdocs_journeys.pages.plan import plan_site

CACHE = Path(".cache") / "journeys"


@dataclass(frozen=True)
class Prepared:
    """What was found in the definitions, and their plan; no plan where an error forbids publishing."""

    findings: tuple[Finding, ...]
    plan: SitePlan | None
    catalogue: Catalogue


@contextmanager
def _one_generation() -> Iterator[None]:
    """Look for unused cycles only afterwards: nearly all made here is kept, and looking takes a third."""
    gc.unfreeze()  # what the build before left, in a preview
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def prepare(root: Path, options: SiteOptions, *, drafts: bool, directory_urls: bool) -> Prepared:
    """Read, check, link and study all definitions below `root`, and plan their pages."""
    with _one_generation():
        return _prepare(root, options, drafts=drafts, directory_urls=directory_urls)


def _prepare(root: Path, options: SiteOptions, *, drafts: bool, directory_urls: bool) -> Prepared:
    definitions = read_definitions(root, options)
    catalogue, findings = link(definitions, drafts=drafts)
    if has_errors(findings):
        return Prepared(findings, None, catalogue)
    plan = plan_site(
        study(catalogue),
        root=root,
        cache=ChartCache(root / CACHE),
        directory_urls=directory_urls,
    )
    return Prepared(findings, plan, catalogue)


def watched(root: Path, options: SiteOptions) -> Iterable[str]:
    """The folders outside docs_dir whose changes make the site anew."""
    return (str(root / folder) for folder in (options.journeys, options.personas) if (root / folder).is_dir())
