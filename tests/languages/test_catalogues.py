"""The interface's languages: every text is there, and says the same things."""

import re
from pathlib import Path

import pytest

from mkdocs_journeys.languages import CATALOGUES
from tests.languages.texts import interface_texts, read_catalogue

FILES = sorted(CATALOGUES.glob("*.po"))
_VALUE = re.compile(r"%\((\w+)\)s")
_CLICKS_VALUE = re.compile(r"\{\w+(?:!r)?\}")


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def forms(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return () if string is None else (string,) if isinstance(string, str) else tuple(string)


def test_a_catalogue_lacks_no_text(path: Path) -> None:
    catalogue = read_catalogue(path)
    lacking = []
    for text in interface_texts():
        entry = catalogue.get(text.id, text.context)
        wanted = catalogue.num_plurals if text.many is not None else 1
        if entry is None or entry.fuzzy or len([form for form in forms(entry.string) if form]) != wanted:
            lacking.append(f"{text.file}: {text.one}")
    assert lacking == [], (
        f"python tests/languages/texts.py {path.stem} puts them into the catalogue, to be translated"
    )


def test_a_catalogue_has_no_text_that_nothing_shows(path: Path) -> None:
    known = {(text.context, text.id) for text in interface_texts()}
    assert [
        entry.id for entry in read_catalogue(path) if entry.id and (entry.context, entry.id) not in known
    ] == []


def test_a_translation_takes_the_values_that_the_text_takes(path: Path) -> None:
    for entry in read_catalogue(path):
        if entry.id:
            wanted = set(_VALUE.findall(forms(entry.id)[-1]))
            assert [set(_VALUE.findall(form)) for form in forms(entry.string)] == [wanted] * len(
                forms(entry.string)
            )


def test_a_translation_of_clicks_takes_no_other_values_than_the_text(path: Path) -> None:
    for entry in read_catalogue(path):
        known = set(_CLICKS_VALUE.findall(" ".join(forms(entry.id))))
        assert set(_CLICKS_VALUE.findall(" ".join(forms(entry.string)))) <= known
