"""Check digits: they tell the number of a card, account or person from digits that only look like one.

Every function takes the characters of a number without blanks and marks, and says whether they belong
together.
"""

import re
from collections.abc import Sequence

_CARDS: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = tuple(
    (re.compile(start), frozenset(lengths))
    for start, lengths in (
        ("4", (13, 16, 19)),
        ("5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)),
        ("3[47]", (15,)),
        ("30[0-5]|3[689]", (14, 16, 17, 18, 19)),
        ("6011|64[4-9]|65|62|220[0-4]|352[89]|35[3-8]", (16, 17, 18, 19)),
        ("50|5[6-9]|6", (13, 14, 15, 16, 17, 18, 19)),
    )
)
"""How numbers of cards begin and how long they are. Source: ISO/IEC 7812, the issuers' published ranges."""

IBAN_LENGTHS = {
    country: int(length)
    for length, countries in {
        "15": "NO", "16": "BE", "18": "DK FI FO GL NL", "19": "MK SI", "20": "AT BA EE KZ LT LU XK",
        "21": "CH HR LI LV", "22": "BG BH CR DE GB GE IE ME RS VA", "23": "AE GI IL IQ TL",
        "24": "AD CZ ES MD PK RO SA SE SK TN VG", "25": "LY PT ST", "26": "IS TR",
        "27": "FR GR IT MC MR SM", "28": "AL AZ BY CY DO GT HU LB PL SV", "29": "BR EG PS QA UA",
        "30": "JO KW MU", "31": "MT SC", "32": "LC", "33": "RU",
    }.items()
    for country in countries.split()
}  # fmt: skip
"""Characters of an account number in each country. Source: the IBAN registry of SWIFT."""

_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""Letters by the number that they stand for, from 10."""


def _products(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def is_luhn(number: str) -> bool:
    """Whether the last digit is right by Luhn's formula (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * 2 for digit in number[-2::-2]]
    return (sum(map(int, number[::-2])) + sum(each - 9 * (each > 9) for each in doubled)) % 10 == 0


def is_card(number: str) -> bool:
    """A payment card of an issuer that there is, 13 to 19 digits."""
    return is_luhn(number) and any(
        start.match(number) and len(number) in lengths for start, lengths in _CARDS
    )


def is_iban(number: str) -> bool:
    """An international bank account number (ISO 13616, MOD 97-10 of ISO/IEC 7064)."""
    if len(number) != IBAN_LENGTHS.get(number[:2]):
        return False
    return int("".join(str(int(character, 36)) for character in number[4:] + number[:4])) % 97 == 1


def is_chinese(number: str) -> bool:
    """A resident identity number of mainland China (GB 11643, MOD 11-2 of ISO/IEC 7064)."""
    total = _products(number[:17], [2 ** (17 - place) % 11 for place in range(17)])
    return number[17].upper() == "10X98765432"[total % 11]


def is_hong_kong(number: str) -> bool:
    """A Hong Kong identity card: one or two letters, six digits, and 0 to 9 or A."""
    values = [36 if character == " " else int(character, 36) for character in number[:-1].rjust(8)]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return (total + int(number[-1], 16)) % 11 == 0


def is_taiwanese(number: str) -> bool:
    """A national identification or resident number of Taiwan: a letter and nine digits."""
    letter = _TAIWAN.index(number[0]) + 10
    return (letter // 10 + letter % 10 * 9 + _products(number[1:], (8, 7, 6, 5, 4, 3, 2, 1, 1))) % 10 == 0


def is_russian_taxpayer(number: str) -> bool:
    """The INN of a person in Russia: twelve digits, the last two of them check digits."""
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    digits = (_products(number, weights[1:]) % 11 % 10, _products(number, weights) % 11 % 10)
    return not number.startswith("00") and number[10:] == "".join(map(str, digits))


def is_snils(number: str) -> bool:
    """A Russian insurance number (SNILS): nine digits and their check number."""
    total = _products(number[:9], range(9, 0, -1)) % 101
    return number[:9] > "001001998" and int(number[9:]) == total % 100


def is_german_taxpayer(number: str) -> bool:
    """The tax number of a person in Germany (§ 139b AO): 11 digits, of which one stands there again."""
    counts = sorted(number[:10].count(digit) for digit in set(number[:10]))
    if number[0] == "0" or counts[-1] not in (2, 3) or (len(counts) > 1 and counts[-2] != 1):
        return False
    product = 10
    for digit in number[:10]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(number[10])


def is_swiss(number: str) -> bool:
    """A Swiss insurance number (AHV): 756 and ten digits, checked like an EAN."""
    return _products(number, (1, 3) * 6 + (1,)) % 10 == 0


def is_spanish(number: str) -> bool:
    """A Spanish DNI or NIE: the letter follows from the number."""
    digits = number[:-1].translate(str.maketrans("XYZ", "012"))
    return _DNI[int(digits) % 23] == number[-1]


def is_french(number: str) -> bool:
    """A French social insurance number (NIR): 13 characters and 97 less their remainder."""
    digits = number[:-2].replace("2A", "19").replace("2B", "18")
    return 97 - int(digits) % 97 == int(number[-2:])


def is_us(number: str) -> bool:
    """A number that a US social security number may be; it has no check digit. Source: 20 CFR 422.103."""
    area, group, serial = number[:3], number[3:5], number[5:]
    return area not in ("000", "666") and area[0] != "9" and group != "00" and serial != "0000"
