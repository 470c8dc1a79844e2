"""Personal data in a text: addresses, telephone, card, account and identity numbers.

Found is what somebody can be reached or recognised by. What only looks like it stays out as far as that can
be told: numbers have to be written the way such numbers are, and to have right check digits where they have
any. Addresses and numbers that are reserved for examples are nobody's.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.definitions import check_digits as check
from mkdocs_journeys.definitions.messages import Message, say

_FEW = 2
"""Letters of a name in an address of which none is shown."""


@dataclass(frozen=True)
class Personal:
    """Personal data at the offset `start` of a text: what it is, and how it is written there."""

    what: Message
    start: int
    found: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.found)

    @property
    def hint(self) -> str:
        """As much of it as finds it: `j***@shop.com`, `49***67`."""
        start, end = self._ends
        return f"{start}***{end}"

    @property
    def hidden(self) -> str:
        """The same, as long as what it stands for."""
        start, end = self._ends
        return start + "*" * (len(self.found) - len(start) - len(end)) + end

    @property
    def _ends(self) -> tuple[str, str]:
        """What is shown of it: of an address the host, and one letter where it has more than a few."""
        match = _AT.search(self.found)
        if match is None:
            return self.found[:2], self.found[-2:]
        return self.found[: match.start() > _FEW], self.found[match.start() :]


@dataclass(frozen=True)
class _Kind:
    what: Message
    pattern: re.Pattern[str]
    holds: Callable[[str], bool]


_BEFORE = r"(?<![0-9A-Za-z_+])(?<![0-9A-Za-z][./_-])"
_AFTER = r"(?![0-9A-Za-z_])(?![./_-][0-9A-Za-z])(?! ?%)"
"""A number stands alone: in an id, a version, a price or an address it is part of something else."""

_AT = re.compile(r"[@\uff20]|%40")
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0400-\u04ff"
"""Of the scripts in which addresses are written between words without a blank, Latin alone."""

_FINE = rf"(?i:[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?x[{_LETTER}_-]{{0,63}}\.(?:png|jpe?g|gif|svg|webp|avif)\b)"
"""What follows the sign in the name of a picture for fine screens: `@2x.png`, `@1.5x.png`."""

_ADDRESS = re.compile(
    rf"(?<![{_LETTER}._+-])[{_LETTER}._+-]{{1,64}}(?:{_AT.pattern})(?!{_FINE})"
    rf"((?:[{_LETTER}](?:[{_LETTER}-]{{0,61}}[{_LETTER}])?\.){{1,8}}[A-Za-z\u0400-\u04ff]{{2,24}})(?![{_LETTER}_-])"
)
"""An address of e-mail."""

_REMOTE_PATH = re.compile(r":[0-9A-Za-z_.~-]{0,99}(?:/|(?<=\.git)\b)")
"""What stands behind an account on a server and begins a path there: `git@github.com:org/repo.git`."""

_RESERVED = re.compile(r"(?i)(?:.*\.)?(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)")
"""Domains for examples and tests. Source: RFC 2606, RFC 6761."""

_CANDIDATE = re.compile(
    r"(?<![0-9])(?<![0-9]-)(?![0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    "[0-9\uff10-\uff19](?:[ \xa0\u202f()./\u2010-\u2015\uff08\uff09-]{0,3}[0-9\uff10-\uff19]){6}"
)
"""Seven digits, which every number of these kinds has."""

_WIDE = str.maketrans(
    "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff0b\uff08\uff09"
    "\xa0\u202f\u2010\u2011\u2012\u2013\u2014\u2015",
    "0123456789+()  ------",
)
"""Wide digits, blanks and dashes, each as the plain one."""

_OTHER_NUMBERS = re.compile(
    r"(?i)https?://[^\s<>\"')\]]+"
    r"|(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])"
    r"|(?<![0-9])[0-9]{5}-[0-9]{4}(?![0-9])"
    r"|\b(?:isbn|issn|ean|gtin|doi)(?:-1[03])?[ :]{0,3}[0-9][0-9 ./x-]{0,40}"
)
"""Addresses of pages, dates, postal codes of the United States, numbers of books and goods."""

_TELEPHONE_WORD = (
    r"(?i:\b(?:tel(?:efon|ephone)?|phone|fax|whatsapp|тел(?:ефон)?)\b|电话|電話|传真|傳真|热线|熱線)"
)
_DEVICE_WORD = r"(?i:\b(?:mobile?|handy|моб(?:ильный)?)\b|手机|手機)"
"""Devices too are called so, and any figures about them may follow."""

_FIGURES = re.compile(
    r"(?:19|20)[0-9]{2}(?:[ ./-]{1,3}(?:19|20)[0-9]{2}){2,}"
    r"|[0-9]{1,4}\.[0-9]{1,2}(?: [0-9]{1,4}\.[0-9]{1,2})+"
    r"|[0-9]{4,} ?\(.*"
)
"""Years, decimals, or sizes: `2024 2025 2026`, `3.5 4.0 4.5 5.0`, `1280 (720) 1920`."""

_TWO_YEARS = re.compile(r"(?:19|20)[0-9]{2}[./-](?:19|20)[0-9]{2}")


def _bare(found: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, found))


def _checked(holds: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda found: holds(_bare(found))


def _is_call(found: str) -> bool:
    """Whether digits are a telephone number: no round sum, no coordinate, none of those for films."""
    digits = _bare(found)
    is_sum = digits.endswith("000000") or re.fullmatch(r"\+[0-9]{1,3}\.[0-9]+", found) is not None
    return 7 <= len(digits) <= 15 and not is_sum and re.fullmatch(r"1?[2-9]\d\d55501\d\d", digits) is None


def _is_named_call(found: str) -> bool:
    return _is_call(found) and _FIGURES.fullmatch(found) is None


def _is_device_call(found: str) -> bool:
    return _is_named_call(found) and _TWO_YEARS.fullmatch(found) is None


def _is_national(found: str) -> bool:
    return 9 <= len(_bare(found)) <= 12 and _is_call(found)


def _is_russian_call(found: str) -> bool:
    return _is_call(found) and (found.startswith("89") or not found.isdigit())


def _kinds(what: Message, *patterns: tuple[str, Callable[[str], bool]]) -> Iterator[_Kind]:
    for pattern, holds in patterns:
        yield _Kind(what, re.compile(f"{_BEFORE}(?P<found>{pattern}){_AFTER}"), holds)


def _named(word: str, number: str, holds: Callable[[str], bool]) -> _Kind:
    """Telephone numbers that a word before them calls so."""
    return _Kind(_TELEPHONE, re.compile(f"{word}(?P<found>{number}){_AFTER}"), holds)


_SPACED = r"[(0-9](?:[ ()./-]{0,2}[0-9]){6,14}"
_IBAN = "|".join(
    rf"{country}[0-9]{{2}}(?: ?[A-Z0-9]){{{length - 4}}}" for country, length in check.IBAN_LENGTHS.items()
)
_CARD = say("a payment card number")
_ACCOUNT = say("a bank account number")
_IDENTITY = say("an identity or insurance number")
_TELEPHONE = say("a telephone number")
_EMAIL = say("an e-mail address")

_NUMBERS = (
    *_kinds(_ACCOUNT, (_IBAN, _checked(check.is_iban))),
    *_kinds(
        _IDENTITY,
        (
            r"[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]",
            _checked(check.is_chinese),
        ),
        (r"[A-Z]{1,2}[0-9]{6} ?\([0-9A]\)", _checked(check.is_hong_kong)),
        (r"[A-Z][1289][0-9]{8}", _checked(check.is_taiwanese)),
        (r"[0-9]{12}", _checked(check.is_russian_taxpayer)),
        (r"[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}", _checked(check.is_snils)),
        (r"[1-9][0-9]{10}|[1-9][0-9](?: [0-9]{3}){3}", _checked(check.is_german_taxpayer)),
        (r"756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}|756[0-9]{10}", _checked(check.is_swiss)),
        (r"(?:[0-9]|[XYZ]-?)[0-9]{7}-?[A-Z]", _checked(check.is_spanish)),
        (
            r"[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]) ?(?:[0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
            _checked(check.is_french),
        ),
        (r"[0-9]{3}-[0-9]{2}-[0-9]{4}", _checked(check.is_us)),
    ),
    *_kinds(
        _CARD,
        (
            r"[0-9]{13,19}|[0-9]{4}(?P<by>[ -])(?:[0-9]{4}(?P=by)){2}[0-9]{1,7}",
            _checked(check.is_card),
        ),
        (r"3[0-9]{3}(?P<by>[ -])[0-9]{6}(?P=by)[0-9]{4,5}", _checked(check.is_card)),
    ),
    *_kinds(
        _TELEPHONE,
        (
            r"(?:\+|00(?=[1-9][0-9]{0,2}[ (/-]))[1-9](?:[ ()./-]{0,3}[0-9]){7,14}",
            _is_call,
        ),
        (
            r"(?:\(0[1-9][0-9]{1,4}\)[ /-]?|0[1-9][0-9]{1,4}[ /-])[1-9][0-9]{2,7}(?:[ -][0-9]{2,5}){0,3}",
            _is_national,
        ),
        (r"0[67](?:[ .-][0-9]{2}){4}", _is_call),
        (r"(?:1[ .-])?[2-9][0-9]{2}(?P<by>[.-])[2-9][0-9]{2}(?P=by)[0-9]{4}", _is_call),
        (r"(?:1[ .-])?\([2-9][0-9]{2}\) ?[2-9][0-9]{2}[.-][0-9]{4}", _is_call),
        (
            r"8[ -]?(?:\([3489][0-9]{2}\)|[3489][0-9]{2})[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}",
            _is_russian_call,
        ),
        (r"1[3-9][0-9](?P<by>[ -]?)[0-9]{4}(?P=by)[0-9]{4}", _is_call),
    ),
    _named(f"{_TELEPHONE_WORD}[ .:：#№]{{0,4}}", _SPACED, _is_named_call),
    _named(f"{_DEVICE_WORD} ?[.:：#№][ .:：#№]{{0,3}}", _SPACED, _is_named_call),
    _named(
        f"{_DEVICE_WORD} {{0,4}}",
        r"[0(](?:[ ()./-]{0,2}[0-9]){6,14}|[1-9](?:[./-]?[0-9]){6,14}",
        _is_device_call,
    ),
)


def normalised(found: str) -> str:
    """An address or a number as it is compared: no capitals, blanks or marks, no 00 for the +."""
    if _AT.search(found):
        return _AT.sub("@", found).casefold().strip()
    return _bare(found.translate(_WIDE)).casefold().removeprefix("00")


def personal_data(text: str, allowed: Iterable[str] = ()) -> list[Personal]:
    """What is found in `text`, in its order, but for what is `allowed` by name. Time grows with the text."""
    found = [*_addresses(text), *_numbers(text)]
    if not found:
        return []
    named = {normalised(each) for each in allowed}
    found = [each for each in found if normalised(each.found) not in named]
    return sorted(found, key=lambda each: each.start)


def _addresses(text: str) -> Iterator[Personal]:
    if _AT.search(text) is None:
        return
    for match in _ADDRESS.finditer(text):
        is_account = _REMOTE_PATH.match(text, match.end()) or text.endswith("ssh://", 0, match.start())
        if not is_account and _RESERVED.fullmatch(match[1]) is None:
            yield Personal(_EMAIL, match.start(), match[0])


def _numbers(text: str) -> Iterator[Personal]:
    """Numbers are looked for in those lines alone that have enough digits."""
    at = 0
    while (candidate := _CANDIDATE.search(text, at)) is not None:
        start = text.rfind("\n", 0, candidate.start()) + 1
        end = text.find("\n", candidate.end())
        at = len(text) if end < 0 else end
        for each in _in_line(text[start:at]):
            yield Personal(each.what, start + each.start, each.found)


def _in_line(line: str) -> Iterator[Personal]:
    """The numbers in a line; what was taken for one is not looked at again."""
    left = _OTHER_NUMBERS.sub(_blanks, line.translate(_WIDE))
    for kind in _NUMBERS:
        taken: list[tuple[int, int]] = []
        left = kind.pattern.sub(partial(_take, kind, taken), left)
        yield from (Personal(kind.what, start, line[start:end]) for start, end in taken)


def _take(kind: _Kind, taken: list[tuple[int, int]], match: re.Match[str]) -> str:
    """Note what is of the kind; nothing but marks of its length stays."""
    if not kind.holds(match["found"]):
        return match[0]
    taken.append(match.span("found"))
    return "#" * len(match[0])


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])
