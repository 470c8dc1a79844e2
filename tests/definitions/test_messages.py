"""What findings say can be told in another language: every sentence of it, whatever it was filled with."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest

from mkdocs_journeys.catalogue import is_called_by_name, link
from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.definitions import CODES, MODELS, Finding, Message, Place, fix_at, read_definitions, say
from mkdocs_journeys.definitions.readings import COLUMNS
from tests.golden import CASES, cases
from tests.languages.texts import interface_texts
from tests.sites import TODAY

FINDINGS = CASES / "findings"
_VALUE = re.compile(r"%\(\w+\)s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MADE = frozenset({"the", "csv", "kb", "utf", "event", "every", "week", "cart", "added"})
"""Words of values that are neither typed nor names of the format: parts of proposed ids, units, examples."""


@cache
def texts() -> frozenset[str]:
    """Every text that translators get."""
    return frozenset(text.one for text in interface_texts())


@cache
def findings_of(case: str) -> tuple[Finding, ...]:
    configuration = find_configuration(None, FINDINGS / case)
    definitions = read_definitions(configuration.root, configuration.options)
    return link(definitions, today=TODAY)[1]


def messages_in(message: Message) -> Iterator[Message]:
    yield message
    for value in message.values.values():
        if isinstance(value, Message):
            yield from messages_in(value)


def only_values(template: str) -> str:
    """A language without words: of a sentence nothing is left but what it was filled with."""
    return " ".join(_VALUE.findall(template))


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(unquote(text))}


@cache
def names_of_the_format() -> frozenset[str]:
    """Every key, and every word that a field takes."""
    found: set[str] = {*COLUMNS, *MODELS}
    waiting: list[Any] = [model.model_json_schema() for model in MODELS.values()]
    while waiting:
        schema = waiting.pop()
        if isinstance(schema, dict):
            found |= {*schema.get("properties", {}), *schema.get("enum", [])}
            waiting += schema.values()
        elif isinstance(schema, list):
            waiting += schema
    return frozenset(words_of(" ".join(map(str, found))) | {"exit", "end"})


def typed_in(case: str) -> set[str]:
    """Every word of a case's files, and of their names."""
    texts = []
    for file in (FINDINGS / case).rglob("*"):
        if file.is_file() and file.name != "expected.txt":
            texts += [file.relative_to(FINDINGS / case).as_posix(), file.read_text("utf-8", "replace")]
    return words_of("\n".join(texts))


@pytest.mark.parametrize("case", cases("findings"))
def test_a_finding_says_nothing_that_translators_do_not_get(case: str) -> None:
    said = {part.template for finding in findings_of(case) for part in messages_in(finding.message)}
    assert said - texts() == set()


@pytest.mark.parametrize("case", cases("findings"))
def test_a_finding_told_without_its_sentences_is_only_what_was_typed(case: str) -> None:
    known = typed_in(case) | names_of_the_format() | _MADE
    left = {finding.told(only_values): finding for finding in findings_of(case)}
    assert {told: words_of(told) - known for told in left if words_of(told) - known} == {}


@pytest.mark.parametrize("case", cases("findings"))
def test_a_finding_told_in_english_is_what_it_is_without_a_language(case: str) -> None:
    assert [finding.text(lambda text: text) for finding in findings_of(case)] == [
        finding.text() for finding in findings_of(case)
    ]


def test_what_a_code_is_about_can_be_told_in_another_language() -> None:
    assert {about for _, about in CODES.values() if about.template not in texts()} == set()


def test_a_message_is_told_with_all_the_messages_in_it() -> None:
    message = say("%(part)s: %(message)s", part=say("this step"), message=say("%(share)s of 100 %%", share=7))
    assert message == "this step: 7 of 100 %"
    russian = {
        "%(part)s: %(message)s": "%(message)s (%(part)s)",
        "this step": "этот шаг",
        "%(share)s of 100 %%": "%(share)s из 100 %%",
    }
    assert message.in_words(russian.__getitem__) == "7 из 100 % (этот шаг)"


def test_what_a_sentence_is_sure_of_does_not_hang_on_the_names_of_its_values() -> None:
    place = Place("a.md", 1, 1, 4, "Lena")
    named = Finding("J201", say("%(typed)s, %(sure)s", typed="Lena", sure="lena"), place)
    fix = fix_at(1, 1, 4, "lena")
    assert not is_called_by_name(named.with_fix(fix))
    assert named.message.sure is None
    sure = replace(named, message=named.message.being_sure("Lena", "lena"))
    assert is_called_by_name(sure.with_fix(fix))
    assert not is_called_by_name(sure)
    assert sure.message.filled_with({"typed": "x", "sure": "y"}).sure == ("Lena", "lena")
