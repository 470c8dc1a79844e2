"""The feed of changes, and the last change on each page, out of real repositories."""

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID, uuid5

import pytest

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.definitions import SiteOptions, read_definitions
from mkdocs_journeys.insight import study
from mkdocs_journeys.pages.page import SitePlan
from mkdocs_journeys.pages.plan import plan_site
from tests.history.repositories import commit, git, repository
from tests.sites import BASE, EVIDENCE, KEPT, TODAY, journey

IDS = UUID("9f4c1f0e-6d0b-4c6f-9a55-0f6f0c3f2b71")
ATOM = "{http://www.w3.org/2005/Atom}"
OPTIONS = SiteOptions(site_name="Shoes & more", site_url="https://intranet.example/cx/")
STEP = "stages:\n  - name: Buy\n    steps:\n      - {{name: Pays, emotion: {emotion}}}\n"
BEFORE = journey(stages=STEP.format(emotion="-1"))
AFTER = journey(stages=STEP.format(emotion="1"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "repository")
    commit(folder, {**BASE, "journeys/buying.md": BEFORE}, "2026-03-01T12:00:00+02:00")
    commit(folder, {"journeys/buying.md": AFTER}, "2026-05-01T12:00:00+00:00")
    return folder


def plan(site: Path, options: SiteOptions = OPTIONS, cache: Path = Path(os.devnull) / "cache") -> SitePlan:
    catalogue, _ = link(read_definitions(site, options), today=TODAY)
    return plan_site(study(catalogue), root=site, cache=ChartCache(cache))


def feed(site: Path, options: SiteOptions = OPTIONS) -> ET.Element:
    return ET.fromstring(feed_of(plan(site, options)) or b"")  # noqa: S314 - our own


def feed_of(planned: SitePlan) -> bytes | None:
    return next((file.content for file in planned.files if file.address == "journeys/feed.xml"), None)


def text_of(element: ET.Element, name: str) -> str:
    (found,) = element.findall(f"{ATOM}{name}")
    return found.text or ""


def titles(site: Path) -> list[str]:
    return [text_of(entry, "title") for entry in feed(site).findall(f"{ATOM}entry")]


def test_each_change_of_a_definition_is_told_in_words_the_newest_first(site: Path) -> None:
    assert titles(site) == [
        "Buying shoes: Emotion of Pays from −1 to +1",
        "Interviews: new",
        "Buying shoes: new",
        "Lena Brandt: new",
    ]


def test_an_entry_tells_who_when_where_and_what(site: Path) -> None:
    commit(site, {"journeys/buying.md": AFTER.replace("web", "shop", 1)}, GIT_AUTHOR_NAME="Анна & Co")
    entry = feed(site).findall(f"{ATOM}entry")[0]
    name = git(site, "rev-parse", "HEAD")
    assert text_of(entry, "id") == uuid5(IDS, f"news\0{name}\0\0journeys/buying.md").urn
    assert text_of(entry, "updated") == "2026-03-01T12:00:00Z"
    (author,) = entry.findall(f"{ATOM}author")
    assert text_of(author, "name") == "Анна & Co"
    (page,) = entry.findall(f"{ATOM}link")
    assert page.attrib["href"] == "https://intranet.example/cx/journeys/buying/"
    assert text_of(entry, "content") == "<ul>\n<li>Owner: from web to shop</li>\n</ul>"


PREVIEW = SiteOptions(site_url="http://localhost/")


def ids(site: Path, options: SiteOptions = OPTIONS) -> list[str]:
    """The id of the feed and those of its entries."""
    root = feed(site, options)
    return [text_of(each, "id") for each in (root, *root.findall(f"{ATOM}entry"))]


def test_sites_that_do_not_know_their_addresses_have_ids_of_their_own(site: Path, tmp_path: Path) -> None:
    other = repository(tmp_path / "other")
    commit(other, {**BASE, "journeys/buying.md": BEFORE}, "2026-03-02T12:00:00+00:00")
    assert not set(ids(site, PREVIEW)) & set(ids(other, PREVIEW))


def test_sites_in_one_repository_have_ids_of_their_own(tmp_path: Path) -> None:
    top = repository(tmp_path / "repository")
    files = {**BASE, "journeys/buying.md": BEFORE}
    commit(top, {f"{folder}/{path}": text for folder in ("one", "two") for path, text in files.items()})
    assert not set(ids(top / "one", PREVIEW)) & set(ids(top / "two", PREVIEW))


def test_a_copy_of_the_history_is_another_feed_of_the_same_entries(site: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(site), "copy")
    commit(tmp_path / "copy", {"journeys/buying.md": BEFORE}, "2026-06-01T12:00:00+00:00")
    moved = SiteOptions(site_url="https://other.example/cx/")
    own, copied = ids(site), ids(tmp_path / "copy", moved)
    assert (own[0] != copied[0], copied[2:]) == (True, own[1:])


def test_ids_stay_when_a_commit_is_added_and_when_http_becomes_https(site: Path) -> None:
    before = ids(site, SiteOptions(site_url="http://intranet.example/cx"))
    commit(site, {"journeys/buying.md": BEFORE}, "2026-06-01T12:00:00+00:00")
    after = ids(site)
    assert [after[0], *after[2:]] == before


TURNING = "\u202eevil\u2066\u200f\u200e\u2069\u061c\ufeff"


def test_nothing_in_the_feed_turns_the_direction_of_other_texts(site: Path) -> None:
    turned = AFTER.replace("Buying shoes", f'"{TURNING} می\u200cروم"')
    commit(
        site, {"journeys/buying.md": turned}, "2026-06-01T12:00:00+00:00", GIT_AUTHOR_NAME=f"Anna {TURNING}"
    )
    commit(site, {"journeys/buying.md": turned.replace("web", "shop", 1)}, "2026-06-02T12:00:00+00:00")
    options = SiteOptions(site_name=f"Shoes {TURNING}", site_url="https://intranet.example/")
    planned = plan(site, options)
    told = (feed_of(planned) or b"").decode()
    assert [each for each in told if each in TURNING and not each.isascii()] == []
    assert "<title>evil می\u200cروم: Owner: from web to shop</title>" in told
    assert "<name>Anna evil</name>" in told


def test_the_author_of_a_page_s_last_change_turns_no_direction(site: Path) -> None:
    commit(site, {"journeys/buying.md": BEFORE}, "2026-06-01T12:00:00+00:00", GIT_AUTHOR_NAME=f"A {TURNING}")
    (page,) = [page for page in plan(site).pages if page.address == "journeys/buying/"]
    assert CHANGED.findall(page.html) == [("2026-06-01", "A evil")]


PULSE = "---\ntitle: Pulse\nmethod: survey\nowner: web\nreviewed: 2026-11-01\ndata: pulse.csv\n---\n"
NO_ROWS = "journey,step,score\n"
ROWS = f"{NO_ROWS}buying,pays,0\n"
HERS = "journey,step,score,persona\nbuying,pays,0,lena\n"


def newest(site: Path) -> str:
    return text_of(feed(site).findall(f"{ATOM}entry")[0], "content")


@pytest.mark.parametrize(
    ("before", "after", "rows", "told"),
    [
        ("1", "-2", HERS, ["Assumed emotion of Pays from +1 to −2"]),
        (
            "1",
            "-2",
            ROWS,
            ["Assumed emotion of Pays from +1 to −2", "Emotion of Lena Brandt at Pays from +1 to −2"],
        ),
        ("1", "-2", NO_ROWS, ["Emotion of Pays from +1 to −2"]),
        ("{lena: 1}", "{lena: -2}", ROWS, ["Emotion of Lena Brandt at Pays from +1 to −2"]),
        (
            "1",
            "{score: -2, evidence: interviews}",
            NO_ROWS,
            [
                "Emotion of Pays from +1 to −2, because of interviews",
                "Emotion of Pays: evidence stands behind it now",
            ],
        ),
    ],
)
def test_the_feed_and_the_difference_tell_the_same_of_a_typed_score(
    site: Path, before: str, after: str, rows: str, told: list[str]
) -> None:
    files = {"docs/evidence/pulse.md": PULSE, "docs/evidence/pulse.csv": rows}
    commit(site, {**files, "journeys/buying.md": journey(stages=STEP.format(emotion=before))})
    day = "2026-06-01T12:00:00+00:00"
    commit(site, {"journeys/buying.md": journey(stages=STEP.format(emotion=after))}, day)
    items = "".join(f"<li>{sentence}</li>\n" for sentence in told)
    assert newest(site) == f"<ul>\n{items}</ul>"


def test_a_score_that_is_drawn_otherwise_is_told_beside_the_one_that_was_typed(site: Path) -> None:
    commit(site, {"docs/evidence/pulse.md": PULSE, "docs/evidence/pulse.csv": ROWS})
    commit(site, {"docs/evidence/pulse.csv": f"{ROWS}buying,pays,1\n", "journeys/buying.md": BEFORE})
    told = {text_of(entry, "content") for entry in feed(site).findall(f"{ATOM}entry")}
    assert (
        "<ul>\n<li>Assumed emotion of Pays from +1 to −1</li>\n"
        "<li>Emotion of Pays from 0 to +0.5, because of pulse</li>\n"
        "<li>Emotion of Lena Brandt at Pays from +1 to −1</li>\n</ul>"
    ) in told


def valid(root: ET.Element) -> None:
    """What RFC 4287 asks of a feed (4.1.1) and an entry (4.1.2)."""
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    ids = [text_of(each, "id") for each in (root, *entries)]
    assert len(set(ids)) == len(ids)
    for element in (root, *entries):
        assert UUID(text_of(element, "id")).urn == text_of(element, "id")
        assert text_of(element, "title")
        stamp = text_of(element, "updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp)
        datetime.fromisoformat(stamp)
        alternates = [each for each in element.findall(f"{ATOM}link") if each.attrib["rel"] == "alternate"]
        assert len(alternates) == 1
        for each in element.findall(f"{ATOM}link"):
            assert urlsplit(each.attrib["href"]).scheme == "https"
    for entry in entries:
        (author,) = entry.findall(f"{ATOM}author")
        assert text_of(author, "name")
        (content,) = entry.findall(f"{ATOM}content")
        assert content.attrib["type"] == "html"
        HTMLParser().feed(content.text or "")
    assert text_of(root, "updated") == max(text_of(entry, "updated") for entry in entries)
    assert [each for each in root.findall(f"{ATOM}link") if each.attrib["rel"] == "self"]


HOSTILE = '"<script>alert(1)</script> & ]]> \\uFFFE \\u202e {{ 7 * 7 }}"'


@pytest.mark.parametrize("author", ["Anna", "\x1b[31m", "&amp;'\"", "\ufffe"])
def test_the_feed_is_valid_whatever_people_write(site: Path, author: str) -> None:
    hostile = AFTER.replace("Buying shoes", HOSTILE).replace("name: Pays", f"name: {HOSTILE}, id: pays")
    commit(site, {"journeys/buying.md": hostile, "journeys/旅程-б.md": BEFORE}, GIT_AUTHOR_NAME=author)
    commit(site, {"journeys/buying.md": hostile.replace("emotion: 1", "emotion: 2")})
    root = feed(site)
    valid(root)
    assert "<script" not in "".join(text_of(entry, "content") for entry in root.findall(f"{ATOM}entry"))


def test_the_same_history_gives_the_same_bytes_with_and_without_a_cache(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    found = {feed_of(plan(site)), feed_of(plan(site, cache=folder)), feed_of(plan(site, cache=folder))}
    assert len(found) == 1
    assert None not in found


def test_what_is_not_published_is_not_told(site: Path) -> None:
    secret = BEFORE.replace("Buying shoes", "Secret plan")
    commit(site, {"journeys/secret.md": secret.replace("owner:", "status: draft\nowner:")})
    commit(site, {"journeys/gone.md": secret, "personas/gone.md": str(BASE["personas/lena.md"])})
    commit(site, {"journeys/gone.md": None, "personas/gone.md": None})
    assert b"ecret" not in (feed_of(plan(site)) or b"")
    assert b"gone" not in (feed_of(plan(site)) or b"")


def test_a_draft_that_is_published_is_new_and_its_past_is_nobody_s_business(site: Path) -> None:
    draft = BEFORE.replace("owner:", "status: draft\nsummary: We shall fire them.\nowner:")
    commit(site, {"journeys/plan.md": draft})
    commit(site, {"journeys/plan.md": draft.replace("fire", "hire")})
    commit(site, {"journeys/plan.md": BEFORE.replace("Buying shoes", "A plan")})
    assert titles(site)[:2] == ["A plan: new", "Buying shoes: Emotion of Pays from −1 to +1"]
    assert b"fire" not in (feed_of(plan(site)) or b"")


def test_what_somebody_took_back_is_not_quoted(site: Path) -> None:
    named = AFTER.replace("owner:", "summary: Mrs Miller wept.\nowner:")
    commit(site, {"journeys/buying.md": named})
    commit(site, {"journeys/buying.md": named.replace("Mrs Miller", "A customer")})
    assert titles(site)[:2] == [
        "Buying shoes: Summary: from “…” to “A customer wept.”",
        "Buying shoes: Summary: added “…”",
    ]


def contents(site: Path) -> list[list[str]]:
    """The sentences of each entry."""
    entries = feed(site).findall(f"{ATOM}entry")
    return [re.findall("<li>(.*?)</li>", text_of(entry, "content")) for entry in entries]


def titled(title: str) -> str:
    return AFTER.replace("Buying shoes", title)


def test_a_name_that_a_journey_once_had_is_told(site: Path) -> None:
    commit(site, {"journeys/buying.md": titled("Buying boots")})
    commit(site, {"journeys/buying.md": titled("Buying hats")})
    assert contents(site)[:2] == [
        ["Title: from Buying boots to Buying hats"],
        ["Title: from Buying shoes to Buying boots"],
    ]


def test_a_name_that_was_only_a_draft_s_is_nobody_s_business(site: Path) -> None:
    draft = titled("Firing plan").replace("owner:", "status: draft\nowner:")
    commit(site, {"journeys/buying.md": draft})
    commit(site, {"journeys/buying.md": draft.replace("Firing", "Hiring")})
    commit(site, {"journeys/buying.md": titled("Buying hats")})
    assert contents(site)[:2] == [["new"], ["Emotion of Pays from −1 to +1"]]
    assert b"iring" not in (feed_of(plan(site)) or b"")


def test_a_name_that_was_given_up_before_the_merge_was_never_published(site: Path) -> None:
    git(site, "checkout", "--quiet", "-b", "work")
    commit(site, {"journeys/buying.md": titled("Firing plan")}, "2026-06-01T12:00:00+00:00")
    commit(site, {"journeys/buying.md": titled("Buying hats")}, "2026-06-02T12:00:00+00:00")
    git(site, "checkout", "--quiet", "main")
    git(site, "merge", "--quiet", "--no-ff", "--message", "Merge", "work")
    commit(site, {"journeys/buying.md": titled("Buying boots")}, "2026-06-03T12:00:00+00:00")
    assert contents(site)[:3] == [
        ["Title: from Buying hats to Buying boots"],
        ["Title: from … to Buying hats"],
        ["Title: from Buying shoes to …"],
    ]


def test_what_a_person_was_called_is_not_told(site: Path) -> None:
    persona = str(BASE["personas/lena.md"])
    commit(site, {"personas/lena.md": persona.replace("Lena Brandt", "Mrs Miller")})
    commit(site, {"personas/lena.md": persona})
    assert contents(site)[:2] == [["Name: from … to Lena Brandt"], ["Name: from Lena Brandt to …"]]


def test_a_renamed_file_keeps_its_news(site: Path) -> None:
    git(site, "mv", "journeys/buying.md", "journeys/shoes.md")
    commit(site, {})
    assert titles(site)[:2] == [
        "Buying shoes: Id: from buying to shoes",
        "Buying shoes: Emotion of Pays from −1 to +1",
    ]
    (page,) = feed(site).findall(f"{ATOM}entry")[1].findall(f"{ATOM}link")
    assert page.attrib["href"].endswith("/journeys/shoes/")


def test_data_that_came_is_news_of_its_evidence(site: Path) -> None:
    commit(site, {"docs/evidence/pulse.md": EVIDENCE.replace("Interviews", "Pulse\ndata: pulse.csv")})
    commit(site, {"docs/evidence/pulse.csv": "journey,step,score\nbuying,pays,1\nbuying,pays,0\n"})
    assert titles(site)[0] == "Pulse: 2 rows of readings added"


def test_a_change_of_nothing_that_is_told_is_no_news(site: Path) -> None:
    commit(site, {"journeys/buying.md": AFTER.replace("owner:", "# a comment\nowner:")})
    assert len(titles(site)) == 4


def test_more_than_one_change_is_counted_in_the_title(site: Path) -> None:
    changed = AFTER.replace("Buying shoes", "Buying hats").replace("web", "shop", 1)
    commit(site, {"journeys/buying.md": changed})
    assert titles(site)[0] == "Buying hats: Owner: from web to shop, and 1 more change"


def test_the_feed_ends_somewhere(site: Path) -> None:
    for number in range(60):
        commit(site, {"journeys/buying.md": AFTER.replace("web", f"team {number}", 1)})
    assert len(titles(site)) == 50


WITHOUT: Mapping[str, SiteOptions] = {
    "no address": SiteOptions(),
    "an empty address": SiteOptions(site_url=""),
    "a path for an address": SiteOptions(site_url="/cx/"),
}


@pytest.mark.parametrize("why", WITHOUT)
def test_a_site_that_does_not_know_its_address_has_no_feed_and_no_link_to_it(site: Path, why: str) -> None:
    planned = plan(site, WITHOUT[why])
    assert (feed_of(planned), planned.feed) == (None, None)
    assert not [page.address for page in planned.pages if "feed.xml" in page.html]


def test_without_history_there_is_no_feed_and_no_last_change(site: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{site}", "shallow")
    planned = plan(tmp_path / "shallow")
    assert (feed_of(planned), planned.feed) == (None, None)
    assert not [page.address for page in planned.pages if "Last changed" in page.html]
    assert not [page.address for page in planned.pages if "feed.xml" in page.html]


def test_the_list_of_journeys_leads_to_the_feed(site: Path) -> None:
    planned = plan(site)
    assert planned.feed == ("journeys/feed.xml", "What changed in the journeys")
    assert [page.address for page in planned.pages if 'href="../journeys/feed.xml"' in page.html] == [
        "journeys/"
    ]


CHANGED = re.compile(r"Last changed on <time datetime=\"([\d-]+)\">.*?</time> by (.*?)</p>")


def test_every_definition_s_page_tells_its_last_change(site: Path) -> None:
    touchpoint = f"---\nname: Web shop\n{KEPT}---\n"
    commit(site, {"docs/touchpoints/web-shop.md": touchpoint}, "2026-06-01T12:00:00+00:00")
    commit(site, {"docs/evidence/pulse.md": EVIDENCE.replace("Interviews", "Pulse\ndata: pulse.csv")})
    rows = "journey,step,score\nbuying,pays,1\n"
    commit(site, {"docs/evidence/pulse.csv": rows}, "2026-07-01T12:00:00+00:00", GIT_AUTHOR_NAME="Zoë & Co")
    told = {
        page.address: CHANGED.findall(page.html)
        for page in plan(site).pages
        if page.kind in {"journey", "persona", "touchpoint", "evidence"}
    }
    assert told == {
        "journeys/buying/": [("2026-05-01", "Anna Müller")],
        "personas/lena/": [("2026-03-01", "Anna Müller")],
        "touchpoints/web-shop/": [("2026-06-01", "Anna Müller")],
        "evidence/interviews/": [("2026-03-01", "Anna Müller")],
        "evidence/pulse/": [("2026-07-01", "Zoë &amp; Co")],
    }
