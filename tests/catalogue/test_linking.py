"""What a catalogue holds, and where names in it lead."""

import datetime
from pathlib import Path

import pytest

from mkdocs_journeys.catalogue import Catalogue, build_date
from mkdocs_journeys.definitions import Finding, JourneyPlace, Reference
from tests.sites import KEPT, PERSONA, journey, study_site

HIDDEN = """stages:
  name: All
  steps: {name: Waits, touchpoints: [Kiosk, Web shop], channel: pigeon, opens: small}
improvements: {title: Feed, for: waits, owner: Birds}
"""
SITE: dict[str, str | bytes] = {
    "journeys/buying.md": journey(
        "improvements: {title: Hint, for: pays, owner: Size Team}\n",
        stages=(
            "stages:\n  name: Find out\n  steps:\n"
            "    - {name: Looks, opens: small, touchpoints: [Web shop, Stall]}\n    - Pays\n"
        ),
    ),
    "journeys/small.md": journey("part_of: buying\nfollows: old\n"),
    "journeys/old.md": journey("status: archived\n"),
    "journeys/review.md": journey("status: review\n"),
    "journeys/next.md": journey("state: future\nfuture_of: buying\n"),
    "personas/buying.md": PERSONA,
    "docs/touchpoints/Stall.md": f"---\nname: The stall\nchannel: Street market\n{KEPT}---\n",
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return study_site(tmp_path, SITE)[0]


def errors(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings if finding.level == "error"]


def test_drafts_and_what_only_they_name_are_left_out(tmp_path: Path) -> None:
    published, _ = study_site(
        tmp_path, {**SITE, "journeys/hidden.md": journey("status: draft\n", stages=HIDDEN)}
    )
    assert "hidden" not in published.journeys
    assert list(published.touchpoints) == ["Stall", "web-shop"]
    assert list(published.channels) == ["street-market"]
    assert list(published.owners) == ["size-team", "web"]


def test_drafts_are_there_where_they_are_asked_for(tmp_path: Path) -> None:
    stages = HIDDEN.replace(", opens: small", "")
    files = {**SITE, "journeys/hidden.md": journey("status: draft\n", stages=stages)}
    served, findings = study_site(tmp_path, files, drafts=True)
    assert "hidden" in served.journeys
    assert errors(findings) == []
    assert {"kiosk", "pigeon", "birds"} <= {*served.touchpoints, *served.channels, *served.owners}


def test_a_draft_may_name_a_draft_and_nothing_else_may(tmp_path: Path) -> None:
    files = {
        "journeys/hidden.md": journey("status: draft\nfollows: other\n", body="[[other]]\n"),
        "journeys/other.md": journey("status: draft\n"),
        "journeys/seen.md": journey("follows: other\n", body="[[other]]\n"),
    }
    assert errors(study_site(tmp_path, files)[1]) == ["J203", "J203"]


def test_what_a_draft_alone_names_is_no_goal_of_a_link_in_a_preview_either(tmp_path: Path) -> None:
    files = {
        "journeys/hidden.md": journey("status: draft\n", stages=HIDDEN.replace(", opens: small", "")),
        "journeys/seen.md": journey(body="[[kiosk]] [hidden](hidden.md) [pigeon](/channels/pigeon/)\n"),
    }
    for drafts in (False, True):
        assert errors(study_site(tmp_path, files, drafts=drafts)[1]) == ["J203", "J203", "J203"]


@pytest.mark.parametrize("owner", ["Size Team", "größe", "_"])
def test_an_owner_has_the_id_under_which_owners_are_listed(tmp_path: Path, owner: str) -> None:
    files = {"journeys/seen.md": journey(f"improvements: {{title: Hint, for: pays, owner: {owner}}}\n")}
    catalogue = study_site(tmp_path, files)[0]
    id_ = catalogue.owner_of(catalogue.journeys["seen"].improvements[0])
    assert catalogue.owners[id_ or ""] == owner


def test_opens_makes_part_of_more_exact(catalogue: Catalogue) -> None:
    assert catalogue.parent_of("small") == JourneyPlace("buying", "looks")
    assert catalogue.children_of("buying") == ("small",)


def test_journeys_know_what_comes_before_and_after_and_instead(catalogue: Catalogue) -> None:
    assert (catalogue.before("small"), catalogue.after("old")) == (("old",), ("small",))
    assert catalogue.futures_of("buying") == ("next",)


def test_lists_leave_archived_journeys_out(catalogue: Catalogue) -> None:
    assert [journey.id for journey in catalogue.listed()] == ["buying", "next", "review", "small"]


def test_a_touchpoint_is_an_id_first_and_a_name_else(catalogue: Catalogue) -> None:
    step = catalogue.journeys["buying"].steps[0]
    assert catalogue.touchpoints_of(step) == ("web-shop", "Stall")
    assert catalogue.channels_of(step) == ("street-market",)
    assert [entry.name for entry in catalogue.touchpoints.values()] == ["The stall", "Web shop"]


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        (Reference("small"), "Buying shoes"),
        (Reference("small", anchor="pays"), "Buying shoes: Pays"),
        (Reference("small", anchor="find-out"), "Buying shoes: Find out"),
        (Reference("Stall"), "The stall"),
        (Reference("buying", kind="persona"), "Lena Brandt"),
        (Reference("buying"), None),
        (Reference("small", anchor="nowhere"), None),
        (Reference("lena", anchor="pays"), None),
        (Reference("nobody"), None),
    ],
)
def test_a_reference_leads_to_one_thing_or_to_none(
    catalogue: Catalogue, reference: Reference, title: str | None
) -> None:
    target = catalogue.resolve(reference)
    assert (target and target.title) == title


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("../personas/lena.md", "personas/lena/"),
        ("small.md#pays", "journeys/small/#pays"),
        ("/journeys/", "journeys/"),
        ("gone.md", None),
        ("https://shop.example", None),
        ("#pays", None),
    ],
)
def test_a_path_leads_to_the_page_that_it_becomes(catalogue: Catalogue, link: str, place: str | None) -> None:
    assert catalogue.address_of_link(catalogue.journeys["buying"].source, link) == place


def test_the_build_date_is_set_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132799")
    assert build_date() == datetime.date(2026, 11, 19)


@pytest.mark.parametrize("epoch", ["", "soon", "9" * 30])
def test_a_build_date_that_is_none_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(build_date() - datetime.datetime.now(tz=datetime.UTC).date()) <= datetime.timedelta(days=1)
