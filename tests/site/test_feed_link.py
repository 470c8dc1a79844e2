"""Feed readers find the feed from every page of ours, in a site that is built by MkDocs."""

import re
from pathlib import Path

from tests.history.repositories import commit, repository
from tests.site.building import mkdocs
from tests.sites import BASE, journey

SITE = {
    "mkdocs.yml": "site_name: Shoes\nsite_url: https://a.example/cx/\ntheme: {name: material, font: false}\n"
    "plugins: [journeys]\n",
    "docs/index.md": "# Start\n",
    "journeys/buying.md": journey(),
    **BASE,
}
LINK = re.compile(r'<link rel="alternate feed" type="application/atom\+xml" title="([^"]*)" href="([^"]*)">')


def built(project: Path) -> Path:
    build = mkdocs(project, "build", "--strict")
    assert build.returncode == 0, build.stdout + build.stderr
    return project / "site"


def offered(site: Path) -> dict[str, list[tuple[str, str]]]:
    pages = ("index.html", "journeys/index.html", "journeys/buying/index.html", "personas/lena/index.html")
    return {page: LINK.findall((site / page).read_text("utf-8")) for page in pages}


def test_every_page_of_ours_offers_the_feed(tmp_path: Path) -> None:
    project = repository(tmp_path)
    commit(project, SITE)
    site = built(project)
    title = "What changed in the journeys"
    assert offered(site) == {
        "index.html": [],
        "journeys/index.html": [(title, "feed.xml")],
        "journeys/buying/index.html": [(title, "../feed.xml")],
        "personas/lena/index.html": [(title, "../../journeys/feed.xml")],
    }
    assert (site / "journeys/feed.xml").read_bytes().startswith(b"<?xml version")
    first = (site / "journeys/feed.xml").read_bytes()
    assert (built(project) / "journeys/feed.xml").read_bytes() == first


def test_without_an_address_of_its_own_a_site_offers_none(tmp_path: Path) -> None:
    project = repository(tmp_path)
    own = str(SITE["mkdocs.yml"]).replace("site_url: https://a.example/cx/\n", "")
    commit(project, {**SITE, "mkdocs.yml": own})
    site = built(project)
    assert not any(offered(site).values())
    assert not (site / "journeys/feed.xml").exists()
