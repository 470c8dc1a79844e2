"""Addresses and numbers of people are found in any text, and what only looks like them is not."""

import itertools

import pytest

from mkdocs_journeys.definitions import (
    MOST_FINDINGS,
    Finding,
    Place,
    SiteOptions,
    fix_at,
    say,
    without_personal_data,
)
from mkdocs_journeys.definitions.personal_data import personal_data
from mkdocs_journeys.definitions.personal_findings import check_personal_data

EMAIL, TELEPHONE, CARD = "an e-mail address", "a telephone number", "a payment card number"
ACCOUNT, IDENTITY = "a bank account number", "an identity or insurance number"
FOUND = {
    EMAIL: [
        "j.smith@firma.de", "x_1+news@mail.firma.co.uk", "a%40firma.de", "почта@фирма.рф", "j\uff20firma.de",
        "jo@2x.com", "logo@1.5x.com",
    ],
    TELEPHONE: [
        "+49 30 23125 014", "+7 (495) 123-45-67", "+86 138 0013 8000", "+49 171/2312514", "+1.415.555.2671",
        "0049 30 23125014", "030 23125014", "(030) 23125014", "0171-2312514", "020 7946 0958", "010-65529988",
        "06 12 34 56 78", "(415) 555-2671", "415-555-2671", "8 (495) 123-45-67", "8 800 123-45-67",
        "89161234567", "13800138000", "138-0013-8000",
        "\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10",
        "+49\xa030\u201123125014",
    ],
    CARD: [
        "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "5500005555555559",
        "2200000000000004", "378282246310005", "3782 822463 10005", "6200000000000005", "30569309025904",
    ],
    ACCOUNT: ["DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB82 WEST 1234 5698 7654 32"],
    IDENTITY: [
        "11010519491231002X", "A123456(3)", "A123456789", "500100732259", "112-233-445 95", "86095742719",
        "65 929 970 489", "756.9217.0769.85", "7569217076985", "12345678Z", "X1234567L", "255081416802538",
        "2 55 08 14 168 025 38", "123-45-6789",
    ],
}  # fmt: skip
AROUND = [
    "{}",
    "Call {}.",
    "({})",
    '"{}",1,2026-10-01',
    "身份：{}。",
    "2026-10-01 {}",
    "1,{},2",
    "- {} -",
    "тел. {}; да",
]
OTHERS = [
    "team@example.com", "x@shop.example", "y@mail.test", "logo@2x.png", "actions/checkout@v7", "react@18.2.0",
    "@media (min-width: 1px)", "a @ b.de", "https://maps.example/@52.5170365,13.3888599,15z",
    "2026-10-01", "2026-10-01 2026-10-02", "12.10.2026", "10/12/2026 09:30", "2025-2026", "0900-1700",
    "order-13800138000", "user_4111111111111111", "v1.20.300.4000", "1.2.3.4567890", "192.168.100.200",
    "1,234,567,890", "1 234 567 890", "10000000000", "+10 000 000", "€ 1 234 567.89", "12345678 %",
    "ISBN 978-3-16-148410-0", "978-3-16-148410-0", "ISBN 0-306-40615-2", "EAN 4006381333931",
    "10.1000/1234567", "#12345678", "550e8400-e29b-41d4-a716-446655440000", "https://tracker.example/4111111111111111",
    "1767225600", "1767225600000", "+48.8583701, 2.2944813", "0.123456789", "(415) 555-0123",
    "01 02 03 04 05 06 07", "buying,pays,-1.5,lena,3,2026-10-01", "Hotel 12345678", "telephone 2026-10-01",
    "QR1234567890123456789012", "Boston MA 02111-1307", "252.227-7013", "002.113936031", "phone: 5",
    "git@github.com:org/repo.git", "git@mail.github.com:repo.git", "deploy@firma.de:/srv/maps",
    "ssh://git@firma.de/maps.git", "logo@1.5x.png", "icon@10x.svg", "logo@2x-dark.webp",
    "Mobile 2024 2025 2026 users", "Mobile: 2024 2025 2026 2027", "phone 2024, 2025 2026 2027",
    "Mobile 2024-2025", "手机 2024 2025 2026", "mobile 3.5 4.0 4.5 5.0 2.5",
    "Telefon 3.5 4.0 4.5 5.0 2.5 3.5 4.0 4.5", "Mobile 1280 (720) 1920", "tel. 1280 (720) 1920",
    "Mobile 1280 720 1920", "mobile 12-15 20-25",
]  # fmt: skip


def kinds(text: str) -> list[tuple[str, str]]:
    return [(str(each.what), each.found) for each in personal_data(text)]


@pytest.mark.parametrize(("what", "value"), [(what, value) for what in FOUND for value in FOUND[what]])
def test_it_is_found_wherever_it_stands(what: str, value: str) -> None:
    for around in AROUND:
        assert kinds(around.format(value)) == [(what, value)], around


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_looks_like_it_is_not_found(text: str) -> None:
    assert [kinds(around.format(text)) for around in AROUND[:4]] == [[], [], [], []]


@pytest.mark.parametrize(
    "label",
    [
        "tel ",
        "Tel.:",
        "Telefon: ",
        "phone ",
        "тел. ",
        "电话：",
        "手機 ",
        "fax: ",
        "mobile ",
        "Mobil: ",
        "моб. ",
    ],
)
def test_what_is_called_a_telephone_number_is_one(label: str) -> None:
    assert kinds(f"{label}123-45-67") == [(TELEPHONE, "123-45-67")]
    assert kinds(f"{label}2026") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mobile: 123 45 67", "123 45 67"), ("手机：123 4567", "123 4567"), ("tel 123 45 67", "123 45 67"),
        ("mobile (123) 45 67", "(123) 45 67"), ("моб 1234567", "1234567"), ("tel. 2024 2025", "2024 2025"),
        ("phone 123.45.67", "123.45.67"), ("mobile 0176 12 34 567", "0176 12 34 567"),
    ],
)  # fmt: skip
def test_a_telephone_number_is_written_as_one_behind_its_word(text: str, number: str) -> None:
    assert kinds(text) == [(TELEPHONE, number)]


@pytest.mark.parametrize(
    "text", ["{}: says", "{}:", "{},git@github.com:org/repo.git", "https://{}/x", "{}:\u8bf4/\u8bfb"]
)
def test_an_address_with_a_colon_behind_it_is_one(text: str) -> None:
    assert kinds(text.format("jo@firma.de")) == [(EMAIL, "jo@firma.de")]


WEAK = {"A123456789", "123-45-6789"}
"""Taiwan's check digit does not see every wrong digit, and the United States have none."""


@pytest.mark.parametrize(
    ("what", "value"),
    [(what, value) for what in (CARD, ACCOUNT, IDENTITY) for value in FOUND[what] if value not in WEAK],
)
def test_a_number_with_one_wrong_digit_is_none_of_its_kind(what: str, value: str) -> None:
    places = [place for place, character in enumerate(value) if character.isdigit()]
    spoilt = {
        f"{value[:place]}{digit}{value[place + 1 :]}"
        for place, digit in itertools.product(places, "0123456789")
    } - {value}
    assert [text for text in spoilt if what in dict(kinds(text))] == []


@pytest.mark.parametrize(
    "allowed",
    ["Team@Firma.de", " team@firma.de ", "+49 (30) 23125-014", "0049 3023125014", "493023125014"],
)
def test_what_is_allowed_by_name_is_not_found_however_it_is_written(allowed: str) -> None:
    text = "team@firma.de" if "@" in allowed else "+49 30 23125 014"
    other = "+49 30 23125 015, jana@firma.de"
    assert [each.found for each in personal_data(f"{text}, {other}", [allowed])] == other.split(", ")


@pytest.mark.parametrize(
    ("value", "hint", "hidden"),
    [
        ("jana.weber@firma.de", "j***@firma.de", "j*********@firma.de"),
        ("jo@firma.de", "***@firma.de", "**@firma.de"),
        ("jana%40firma.de", "j***%40firma.de", "j***%40firma.de"),
        ("+49 30 23125 014", "+4***14", "+4************14"),
    ],
)
def test_no_more_of_it_is_repeated_than_finds_it(value: str, hint: str, hidden: str) -> None:
    (found,) = personal_data(value)
    assert (found.hint, found.hidden) == (hint, hidden)


HOSTILE = [
    "@", "a@", "a.", "a", "1", "1 ", "+1 ", "(0", "1-", "tel ", "tel 1 ", "A1 ", "GB82 ", "https://",
    "isbn 1", "a@" + "a." * 8, "a@" + ("a" * 63 + ".") * 8 + "1 ", "4111 ", "%40",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_much_of_beginnings_is_read_and_nothing_found(unit: str) -> None:
    """Work that grew with the square of the text would not end."""
    assert personal_data(unit * ((1 << 18) // len(unit))) == []


@pytest.mark.parametrize("unit", ["a@b.de ", "+49 30 23125014, "])
def test_much_of_it_in_one_line_is_told_at_its_beginning(unit: str) -> None:
    text = unit * ((1 << 18) // len(unit))
    assert len(personal_data(text)) == len(text) // len(unit)
    told = list(check_personal_data("x.csv", text, SiteOptions()))
    assert [finding.place.column for finding in told] == [1 + len(unit) * n for n in range(MOST_FINDINGS)]


def told_of(quoted: str, value: str, fix: str = "", allowed: tuple[str, ...] = ()) -> Finding:
    message = say("%(part)s: %(count)s", part=say('key "%(key)s"', key=value), count=3)
    finding = Finding("J104", message, Place("a.md", 2, 4, 5, quoted), fix_at(2, 4, 5, fix))
    (told,) = without_personal_data([finding], allowed)
    return told


@pytest.mark.parametrize(
    ("quoted", "line", "value", "repeated"),
    [
        ("k: a.b@firma.de", "k: a**@firma.de", "a.b@firma.de", "a***@firma.de"),
        ("k: a.b@firma.de", "k: a**@firma.de", "as A-B-Firma-DE", "as ***"),
        ("k: a.b@firma.de", "k: a**@firma.de", "a-b-firma-den", "a-b-firma-den"),
        ("k: a.b@firma.de", "k: a**@firma.de", "k: a...", "k: ***..."),
        ("k: a.b@firma.de", "k: a**@firma.de", "k:...", "k:..."),
        ("tel. 123-45-67", "tel. 12*****67", "123-45-67", "***"),
        ("nothing", "nothing", "+49 30 23125 014", "+4***14"),
        ("web@firma.de", "web@firma.de", "web@firma.de and web-firma-de", "web@firma.de and web-firma-de"),
    ],
)
def test_a_finding_of_any_kind_repeats_none_of_it(quoted: str, line: str, value: str, repeated: str) -> None:
    told = told_of(quoted, value, allowed=("WEB@firma.de",))
    assert told.message == f'key "{repeated}": 3'
    assert told.message.in_words(str) == told.message
    assert told.place == Place("a.md", 2, 4, 5, line)


@pytest.mark.parametrize(
    ("fix", "is_told"),
    [("owner", True), ('"a.b@firma.de"', False), ("a-b-firma-de", False), ("web@firma.de", True)],
)
def test_a_fix_that_writes_it_stays_and_is_not_told(fix: str, *, is_told: bool) -> None:
    told = told_of("k: a.b@firma.de", "k", fix, ("web@firma.de",))
    assert told.fix is not None
    assert told.fix.edits == fix_at(2, 4, 5, fix).edits
    assert (told.told_fix is not None) == is_told


@pytest.mark.parametrize("unit", ["a@b.de ", "+49 30 23125014, ", "ab " * 9, "tel 1234567 "])
def test_many_findings_in_a_line_of_much_of_it_are_told(unit: str) -> None:
    """Work that grew with the square of the line would not end."""
    line = unit * ((1 << 18) // len(unit))
    finding = Finding("J104", say("%(value)s", value=f"{line} a-b-de"), Place("a.md", quoted=line))
    told = list(without_personal_data([finding] * 5, ()))
    assert len(told) == 5
    assert all(len(each.place.quoted or "") == len(line) for each in told)
