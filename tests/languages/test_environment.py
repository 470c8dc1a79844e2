"""Which language a terminal asks for."""

import pytest

from mkdocs_journeys.languages import environment_tag, is_spoken


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX", "LANGUAGE": "ru"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru-RU"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh-TW"),
        ({"LANG": "de_DE.UTF-8@euro", "LANGUAGE": "zh_CN:de"}, "zh-CN"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], tag: str) -> None:
    assert environment_tag(environment) == tag


@pytest.mark.parametrize(("tag", "spoken"), [("en-GB", True), ("ru", True), ("zh-HK", True), ("de", False)])
def test_english_is_no_answer_to_who_asks_for_another_language(tag: str, spoken: bool) -> None:
    assert is_spoken(tag) is spoken
