"""What is said about values that their fields do not take."""

import calendar
import re
from collections.abc import Callable, Mapping

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import make_id
from mkdocs_journeys.definitions.meant_values import (
    meant_dates,
    meant_number,
    meant_share,
    month_that_ends,
)
from mkdocs_journeys.definitions.messages import Message, say, wrong

_COMMAS = re.compile(r"[,;\uff0c\uff1b\u3001]")
A_SHARE = say("a share goes from 0 to 1, like 0.8 for 80 %%")


def no_text(value: object) -> Exception:
    """What is wrong with a value that has to be one text. Error: J105."""
    if isinstance(value, list):
        return wrong("J105", say("one text is expected here, not a list"))
    return wrong("J105", say("one text is expected here, not lines with keys of their own"))


def no_id(text: str) -> Exception:
    """What is wrong with a text that has to be an id. Error: J120."""
    message = say('"%(typed)s" is no id, which has only letters, digits, "-" and "_"', typed=short(text))
    parts = several(text)
    if len(parts) < 2:
        return wrong("J120", message)
    listed = short(", ".join(parts))
    return wrong("J120", say("%(message)s; for several, write [%(ids)s]", message=message, ids=listed))


def several(text: str) -> list[str]:
    """What stands between the commas of a text, if every part has a letter or digit; nothing otherwise."""
    parts = [part.strip() for part in _COMMAS.split(text.strip("[]\uff3b\uff3d\u3010\u3011"))]
    return parts if all(map(make_id, parts)) else []


def no_number(text: str, advice: Message) -> Message:
    """What is said about a text that has to be a number: how to write it, else `advice`."""
    is_share = advice is A_SHARE and text.rstrip().endswith("%")
    if (meant := meant_share(text) if is_share else meant_number(text)) is not None:
        return say('"%(text)s" is not a number; write it like this: %(meant)s', text=short(text), meant=meant)
    return say('"%(text)s" is not a number; %(advice)s', text=short(text), advice=advice)


def does_not_fit(value: float, advice: Message) -> Message:
    """What is said about a number outside its range."""
    return say("%(value)s does not fit here; %(advice)s", value=f"{value:g}", advice=advice)


def no_date(text: str) -> Message:
    """What is said about a text that has to be a date: how to write it, if it is one."""
    meant = meant_dates(text)
    if len(meant) == 1:
        return say('the date "%(text)s" is written %(date)s here', text=short(text), date=meant[0])
    if meant:
        return say(
            'the date "%(text)s" can be read in two ways; write %(first)s or %(second)s',
            text=short(text), first=meant[0], second=meant[1],
        )  # fmt: skip
    if (beyond := month_that_ends(text)) is not None:
        why = _last_day(*beyond)
        return say('there is no day "%(text)s": %(why)s', text=short(text), why=why)
    return say('"%(text)s" is not a date; write year-month-day, like 2026-09-30', text=short(text))


def _last_day(year: int, month: int) -> Message:
    """How many days a month has."""
    days = calendar.monthrange(year, month)[1]
    return (
        _SHORT_MONTHS[month](year, days) if month in _SHORT_MONTHS else say("no month has more than 31 days")
    )


_SHORT_MONTHS: Mapping[int, Callable[[int, int], Message]] = {
    2: lambda year, days: say("February %(year)s has %(days)s days", year=year, days=days),
    4: lambda year, days: say("April %(year)s has %(days)s days", year=year, days=days),
    6: lambda year, days: say("June %(year)s has %(days)s days", year=year, days=days),
    9: lambda year, days: say("September %(year)s has %(days)s days", year=year, days=days),
    11: lambda year, days: say("November %(year)s has %(days)s days", year=year, days=days),
}


def forbidden_link(address: str) -> Message:
    """What is said about a link that goes where none may go."""
    return say(
        'the link "%(link)s" may not be used; links go to http:, https:, mailto: or a path in the site',
        link=address,
    )
