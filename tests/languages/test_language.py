"""Numbers, dates and plurals as each language writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.definitions import parse_duration
from mkdocs_journeys.languages import language, matching


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "en"), ("en-GB", "en"), ("ru", "ru"), ("ru-KZ", "ru"), ("de", "en"), ("zh", "zh_Hans"),
        ("zh-CN", "zh_Hans"), ("zh-SG", "zh_Hans"), ("zh-Hans-HK", "zh_Hans"), ("zh-Hant", "zh_Hant"),
        ("zh-TW", "zh_Hant"), ("zh-HK", "zh_Hant"), ("ZH-hant-cn", "zh_Hant"), ("cmn-Hant", "zh_Hant"),
    ],
)  # fmt: skip
def test_a_page_is_in_the_nearest_language_that_has_a_catalogue(tag: str, name: str) -> None:
    assert matching(tag) == name


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "“Paid?”"), ("ru", "«Paid?»"), ("zh-Hans", "“Paid?”"), ("zh-TW", "「Paid?」")]
)
def test_a_quotation_has_the_marks_of_the_language(tag: str, text: str) -> None:
    assert language(tag).quoted("Paid?") == text


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("en", 1.4, "+1.4"), ("en", -0.5, "−0.5"), ("en", 0, "0"), ("en", -0.004, "0"), ("en", -2, "−2"),
        ("ru", -1.34, "−1,34"), ("zh-Hans", 2 / 3, "+0.67"), ("en", 1.005, "+1.01"),
    ],
)  # fmt: skip
def test_a_score_has_its_sign(tag: str, value: float, text: str) -> None:
    assert language(tag).score(value) == text


@pytest.mark.parametrize(
    ("tag", "share", "text"),
    [
        ("en", 0.31, "31%"), ("ru", 0.31, "31\u00a0%"), ("en", 0.125, "13%"), ("en", 0.004, "0.4%"),
        ("en", 0, "0%"), ("en", 1, "100%"),
    ],
)  # fmt: skip
def test_a_share_is_said_in_percent_and_little_is_not_nothing(tag: str, share: float, text: str) -> None:
    assert language(tag).percent(share) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "1 точка контакта"), (2, "2 точки контакта"), (5, "5 точек контакта"),
        (11, "11 точек контакта"), (21, "21 точка контакта"), (112, "112 точек контакта"),
    ],
)  # fmt: skip
def test_russian_has_three_plurals(count: int, text: str) -> None:
    assert (
        language("ru").ngettext("%(num)s touchpoint", "%(num)s touchpoints", count) % {"num": count} == text
    )


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "Feb 1, 2027"), ("zh-Hans", "2027年2月1日"), ("ru", "1 февр. 2027")]
)
def test_a_date_is_written_as_the_language_writes_it(tag: str, text: str) -> None:
    assert language(tag).date(date(2027, 2, 1)) == text


@pytest.mark.parametrize(
    ("tag", "typed", "text"),
    [
        ("en", "20 min", "20 minutes"), ("en", "1 day", "1 day"), ("en", "1.5 hours", "1.5 hours"),
        ("ru", "2-3 days", "2–3 дня"), ("ru", "1.5 days", "1,5 дня"), ("zh-Hant", "6 months", "6 個月"),
    ],
)  # fmt: skip
def test_a_duration_has_its_unit_in_words(tag: str, typed: str, text: str) -> None:
    duration = parse_duration(typed)
    assert duration is not None
    assert language(tag).duration(duration) == text


@given(st.lists(st.text(max_size=8), max_size=4))
def test_what_is_listed_is_escaped(items: list[str]) -> None:
    assert "<" not in language("en").listed(items)
