"""Lists, and the pages of personas, touchpoints, channels and evidence.

Each folder of tests/cases/list_pages is a site; its folder `expected` holds every page but for the drawings.
A page without an expected file gets one, and fails once: look at it before you commit it.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.journeys_list import journeys_list_pages, tree
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.personas import persona_files
from mkdocs_journeys.pages.travels import travels, worst_moments
from mkdocs_journeys.pages.view import Site
from tests.pages.list_pages import Elements, list_pages, site_of, without_drawings, write

CASES = Path(__file__).parent.parent / "cases/list_pages"
FOLDERS = sorted(CASES.iterdir())
LISTS = ("journeys/", "personas/", "touchpoints/", "channels/", "evidence/", "improvements/", "health/")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Page]:
    return list_pages(site_of(folder))


@pytest.fixture(scope="module")
def every_kind() -> Site:
    return site_of(CASES / "every-kind")


def test_every_page_is_as_it_was(folder: Path, pages: dict[str, Page]) -> None:
    new = []
    for address, page in pages.items():
        expected = folder / "expected" / f"{address.rstrip('/').replace('/', '.')}.html"
        html = without_drawings(page.html)
        if not expected.exists():
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(html, encoding="utf-8")
            new.append(expected.name)
        assert html == expected.read_text(encoding="utf-8"), address
    assert not new, f"look at what is new in {folder}: {new}"


def test_every_expected_page_is_planned(folder: Path, pages: dict[str, Page]) -> None:
    planned = {f"{address.rstrip('/').replace('/', '.')}.html" for address in pages}
    assert {file.name for file in (folder / "expected").iterdir()} == planned


def test_every_list_is_there_however_little_it_holds(pages: dict[str, Page]) -> None:
    assert {*LISTS, "start/"} <= pages.keys()


def test_elements_are_closed_in_the_order_they_were_opened(pages: dict[str, Page]) -> None:
    crossed = {address: Elements(page.html).crossed for address, page in pages.items()}
    assert [address for address, elements in crossed.items() if elements] == []


def test_no_id_is_given_twice_and_every_label_is_there(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        elements = Elements(page.html)
        ids = elements.values("id")
        assert len(ids) == len(set(ids)), address
        labels = {id_ for value in elements.values("aria-labelledby") for id_ in value.split()}
        assert labels <= set(ids), address


def test_the_table_of_contents_leads_to_headings_of_the_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        ids = set(Elements(page.html).values("id"))
        found = {part.id for heading in page.headings for part in (heading, *heading.children)}
        assert found <= ids


def test_links_lead_to_pages_of_the_site(folder: Path, pages: dict[str, Page]) -> None:
    journeys = {address_of("journey", id_) for id_ in site_of(folder).catalogue.journeys}
    for address, page in pages.items():
        start = "" if address == "start/" else address
        assert set(_inside(start, page)) <= {*pages, *journeys, ""}, address


def _inside(start: str, page: Page) -> Iterator[str]:
    for href in Elements(page.html).values("href"):
        parts = urlsplit(urljoin(f"https://site.example/{start}", href))
        if parts.netloc == "site.example":
            yield unquote(parts.path).removeprefix("/")


def test_lists_are_left_out_of_search_and_pages_of_definitions_are_in_it(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        if address != "start/":
            assert page.search == (address not in LISTS), address
            assert ("data-pagefind-body" in page.html) == page.search, address


def test_every_table_has_a_caption_and_headed_columns(pages: dict[str, Page]) -> None:
    for page in pages.values():
        tags = [tag for tag, _ in Elements(page.html).found]
        assert tags.count("caption") == tags.count("table")
        assert all(attributes.get("scope") for tag, attributes in Elements(page.html).found if tag == "th")


def test_names_in_other_languages_say_so(every_kind: Site) -> None:
    html = list_pages(every_kind)["journeys/"].html
    assert 'choosing/" lang="zh-Hant">選尺寸</a>' in html
    assert 'buying/">Buying shoes</a>' in html


def test_an_archived_journey_is_folded_away_and_a_future_one_stands_apart(every_kind: Site) -> None:
    html = list_pages(every_kind)["journeys/"].html
    current, rest = html.split('id="page.future"')
    future, archived = rest.split("<details")
    assert "next-year/" not in current
    assert "catalogue/" not in current
    assert "next-year/" in future
    assert "catalogue/" not in future
    assert "catalogue/" in archived


def test_only_current_journeys_make_worst_moments(every_kind: Site) -> None:
    lena = travels(every_kind.insight)["lena"]
    assert {travel.figures.journey.id for travel in lena} == {"buying", "choosing", "next-year", "catalogue"}
    moments = worst_moments(lena)
    assert [(moment.step.id, moment.feeling.score) for moment in moments] == [
        ("measures", -2),
        ("pays", -1.4),
    ]


def test_a_persona_has_gaps_at_steps_that_others_take(every_kind: Site) -> None:
    (buying,) = travels(every_kind.insight)["omar"]
    assert [point.score for point in buying.curve.points] == [-1.5, -0.8, None]


def test_the_tree_holds_what_belongs_together(every_kind: Site) -> None:
    assert [(branch.journey.id, branch.depth) for branch in tree(every_kind)] == [
        ("buying", 0),
        ("choosing", 1),
    ]


def test_a_hierarchy_may_be_deeper_than_pythons_stack(tmp_path: Path) -> None:
    depth = 1001
    journey = "---\ntitle: J\npersonas: lena\n{}stages: [{{name: S, steps: [T]}}]\n---\n"
    files = {f"journeys/j{n}.md": journey.format(f"part_of: j{n - 1}\n" if n else "") for n in range(depth)}
    site = site_of(write(tmp_path, {**files, "personas/lena.md": "---\nname: Lena\n---\n"}))
    assert [branch.depth for branch in tree(site)] == list(range(depth))
    (page,) = journeys_list_pages(site)
    assert page.html.count("</ul>") == page.html.count("<ul>") == depth


def test_what_contributors_write_never_becomes_an_element(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    site = site_of(write(tmp_path, {path: text.replace("EVIL", quoted) for path, text in EVIL.items()}))
    for address, page in list_pages(site).items():
        elements = Elements(page.html)
        assert "script" not in {tag for tag, _ in elements.found}, address
        attributes = {name for _, found in elements.found for name in found}
        assert not {name for name in attributes if name.startswith("on")}, address
        assert "x" not in elements.values("src"), address


EVIL = {
    "journeys/a.md": """---
title: EVIL
owner: EVIL
personas: p
tags: [EVIL]
evidence: e
stages:
  - name: EVIL
    id: s
    steps:
      - name: EVIL
        id: t
        emotion: -2
        touchpoints: [EVIL]
        channel: EVIL
        pains: [{text: EVIL, evidence: e}]
        quotes: [{text: EVIL, evidence: e}]
improvements:
  - {title: EVIL, id: i, for: t, action: EVIL, owner: EVIL, impact: 1, effort: 1, due: 2026-01-01}
---
""",
    "personas/p.md": """---
name: EVIL
role: EVIL
segment: EVIL
quote: EVIL
about: {EVIL: EVIL}
goals: [EVIL]
channels: {EVIL: 1}
traits: {EVIL: 1}
tags: [EVIL]
owner: EVIL
evidence: e
---
""",
    "docs/evidence/e.md": """---
title: EVIL
method: survey
segments: [EVIL]
tags: [EVIL]
owner: EVIL
---
""",
    "docs/touchpoints/t.md": """---
name: EVIL
channel: EVIL
tags: [EVIL]
owner: EVIL
---
""",
}


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Худший момент"), ("zh-Hans", "最差时刻"), ("zh-TW", "最差時刻")]
)
def test_lists_speak_the_sites_language(language: str, words: str) -> None:
    site = site_of(CASES / "every-kind", SiteOptions(language=language))
    assert words in list_pages(site)["journeys/"].html


def test_a_photo_is_published_beside_its_persona(tmp_path: Path) -> None:
    photo = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>'
    files = {"personas/a/lena.md": "---\nname: Lena\nphoto: Lena.svg\n---\n", "personas/a/Lena.svg": photo}
    site = site_of(write(tmp_path, files))
    (file,) = persona_files(site)
    assert (file.address, file.content.decode()) == ("personas/lena/photo.svg", photo)
    pages = list_pages(site)
    for address in ("personas/", "personas/lena/"):
        (source,) = Elements(pages[address].html).values("src")
        assert urljoin(f"https://site.example/{address}", source) == f"https://site.example/{file.address}"
