"""What a preview shows in place of a site that cannot be shown."""

import re
from pathlib import Path

import pytest

from mkdocs_journeys.authoring.examples import example_of, put_into
from mkdocs_journeys.authoring.explanations import explanation
from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import CODES, Finding, Place, read_definitions, say
from mkdocs_journeys.languages import language
from mkdocs_journeys.mkdocs_plugin.findings_page import findings_page
from mkdocs_journeys.mkdocs_plugin.reporting import report
from tests.golden import CASES, expect
from tests.sites import TODAY, journey, study_site

ENGLISH = language("en")


def findings_of(code: str, site: Path) -> tuple[Finding, ...]:
    """What is found in a finding's example."""
    put_into(site, example_of(code).before)
    return link(read_definitions(site), today=TODAY)[1]


def test_a_finding_is_shown_with_its_line_and_with_how_it_is_mended() -> None:
    place = Place("journeys/buying.md", 12, 29, 2, "        does: Waits at till #5")
    finding = Finding("J118", say('"#5" is lost'), place)
    expect(CASES / "explanations" / "J118.html", findings_page([finding], ENGLISH))


@pytest.mark.parametrize("tag", ["en", "ru", "zh-Hans", "zh-Hant"])
def test_every_finding_is_explained_in_the_language_of_whoever_writes(tag: str, tmp_path: Path) -> None:
    words = language(tag)
    page = findings_page(findings_of("J104", tmp_path), words)
    assert f'<html lang="{tag}">' in page
    told = explanation("J104", words)
    assert f"<h2>{told.title}</h2>" in page
    assert (f'<div lang="{told.tag}">' in page) is (told.tag != tag)


def test_the_terminals_language_is_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    page = report(findings_of("J104", tmp_path), strict=False, serving=True)
    assert '<html lang="zh-Hant">' in page


def test_each_finding_has_an_explanation_of_its_own(tmp_path: Path) -> None:
    findings = findings_of("J104", tmp_path) * 3
    assert findings_page(findings, ENGLISH).count("<details>") == 3


def test_what_contributors_wrote_is_shown_as_they_wrote_it(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>"
    _, findings = study_site(tmp_path, {"journeys/buying.md": journey(f'"{hostile}": {{{{ 7 * 7 }}}}\n')})
    page = findings_page(findings, ENGLISH)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "{{ 7 * 7 }}" in page


def test_the_page_asks_nobody_for_anything(tmp_path: Path) -> None:
    for code in sorted(CODES):
        page = findings_page(findings_of(code, tmp_path / code), ENGLISH)
        assert not re.search(r"<[^>]*\s(?:src|href|action)=|<(?:script|link|iframe|img)|url\(|@import", page)


def test_the_marks_of_an_explanation_become_code(tmp_path: Path) -> None:
    page = findings_page(findings_of("J104", tmp_path), ENGLISH)
    assert "such as <code>channel</code> or <code>pains</code>." in page
