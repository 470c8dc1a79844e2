"""Pages of small sites, as the plan makes them."""

import os
import re
from pathlib import Path

from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.insight import Insight
from mkdocs_journeys.pages import Page, plan_site
from mkdocs_journeys.pages.journey_page import journey_page, journey_pages
from mkdocs_journeys.pages.view import Site, View
from tests.insight.sites import study_files, study_folder

CASES = Path(__file__).parent.parent / "cases/pages"
OPTIONS = SiteOptions(repo_url="https://git.example/journeys", edit_uri="edit/main/docs/")
_DRAWN = re.compile(
    r"(<g id=\"page\.curve[^\"]*\">|<div class=\"jm-figure\"[^>]*>).*?(</g></svg>\n|</svg>\n?</div>\n)",
    re.DOTALL,
)


def site_of(insight: Insight) -> Site:
    """A site with nothing drawn before, and nothing kept."""
    return Site(insight, Path(), ChartCache(Path(os.devnull) / "cache"))


def pages_of_case(case: Path) -> dict[str, Page]:
    """The journeys' pages of the site in a folder, by journey."""
    return {
        page.address.split("/")[1]: page
        for page in journey_pages(site_of(study_folder(case, options=OPTIONS)))
    }


def pages_of(case: Path) -> dict[str, Page]:
    """All pages of the site in a folder, by address."""
    plan = plan_site(
        study_folder(case, options=OPTIONS), root=case, cache=ChartCache(Path(os.devnull) / "cache")
    )
    return {page.address: page for page in plan.pages}


def without_drawing(html: str) -> str:
    """A page's HTML without the paths of its curve, which charts test for themselves."""
    return _DRAWN.sub(r"\1…\2", html)


def page_of(front_matter: str, **files: str) -> Page:
    """The page of one journey of lena and omar."""
    text = f"---\ntitle: Journey\npersonas: [lena, omar]\n{front_matter}\n---\n"
    insight = study_files({"journeys/journey.md": text, **files})
    return journey_page(site_of(insight), insight.journeys["journey"])


def view_of(lang: str = "en") -> View:
    """The view from a page of an empty site."""
    return site_of(study_files({})).view("journeys/x/", lang)
