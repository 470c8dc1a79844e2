"""Explanations of findings: each code has one, with an example that makes the finding and what mends it."""

import re
from pathlib import Path

import pytest

from mkdocs_journeys.authoring.examples import EXAMPLES, Change, example_of, put_into
from mkdocs_journeys.authoring.explanations import EXPLANATIONS, explanation, languages, written
from mkdocs_journeys.catalogue import link
from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.definitions import CODES, Finding, read_definitions, render_findings
from mkdocs_journeys.languages import Language, language
from tests.sites import TODAY

LANGUAGES = [pytest.param(words, id=words.tag) for words in languages()]
LONGEST = 10
"""Lines of an example that readers are shown."""

_CODE = re.compile(r"`([^`]+)`")


def findings_in(site: Path, changes: tuple[Change, ...]) -> tuple[Finding, ...]:
    put_into(site, changes)
    return link(read_definitions(site, find_configuration(None, site).options), today=TODAY)[1]


@pytest.mark.parametrize("words", LANGUAGES)
def test_a_language_lacks_no_explanation(words: Language) -> None:
    lacking = [code for code in CODES if written(code, words) is None]
    assert not lacking, f"explanations/{words.locale} lacks {', '.join(lacking)}"


@pytest.mark.parametrize("words", LANGUAGES)
def test_a_translation_names_the_same_keys_and_values_as_the_english_text(words: Language) -> None:
    for code in CODES:
        if (found := written(code, words)) is not None:
            english = explanation(code, language("en"))
            for part in ("title", "means", "matters", "mend"):
                wanted = sorted(_CODE.findall(getattr(english, part)))
                assert sorted(_CODE.findall(getattr(found, part))) == wanted, (code, part)


@pytest.mark.parametrize("words", LANGUAGES)
def test_an_explanation_takes_no_markup_but_code(words: Language) -> None:
    for code in CODES:
        if (found := written(code, words)) is not None:
            for text in (found.title, found.means, found.matters, found.mend):
                assert not re.search(r"[*_<>\[\]`|]", _CODE.sub("", text)), text


def test_nothing_is_explained_that_cannot_be_found() -> None:
    explained = {file.stem for file in EXPLANATIONS.glob("*/*.md")}
    shown = {file.stem for file in EXAMPLES.iterdir()} - {"base"}
    assert (explained - CODES.keys(), shown ^ CODES.keys()) == (set(), set())


def test_what_nobody_has_translated_is_explained_in_english() -> None:
    assert explanation("J104", language("de")).tag == "en"


def test_nothing_is_wrong_with_the_site_that_examples_change(tmp_path: Path) -> None:
    assert render_findings(findings_in(tmp_path, ())) == ""


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_example_makes_its_finding_and_no_other(code: str, tmp_path: Path) -> None:
    example = example_of(code)
    found = findings_in(tmp_path, example.before)
    assert {finding.code for finding in found} == {code} | example.also, render_findings(found)


@pytest.mark.parametrize("code", sorted(CODES))
def test_nothing_is_found_in_a_mended_example(code: str, tmp_path: Path) -> None:
    assert render_findings(findings_in(tmp_path, example_of(code).after)) == ""


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_example_is_short(code: str) -> None:
    example = example_of(code)
    for change in (*example.before, *example.after):
        assert len(change.shown.splitlines()) <= LONGEST
        assert max(map(len, change.shown.splitlines()), default=0) <= 70


def test_only_what_cannot_be_shown_alone_brings_other_findings_along() -> None:
    assert [code for code in CODES if example_of(code).also] == ["J124"]
