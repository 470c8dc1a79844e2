"""What is said about values that their fields do not take."""

import re

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import make_id
from mkdocs_journeys.definitions.meant_values import meant_dates, meant_number, meant_share
from mkdocs_journeys.definitions.messages import Message, say, wrong
from mkdocs_journeys.definitions.suggestions import proposing

_COMMAS = re.compile(r"\s*[,;\uff0c\uff1b\u3001]\s*")
A_SHARE = say("a share goes from 0 to 1, like 0.8 for 80 %%")


def no_text(value: object) -> Exception:
    """What is wrong with a value that has to be one text. Error: J105."""
    if isinstance(value, list):
        return wrong("J105", say("one text is expected here, not a list"))
    return wrong("J105", say("one text is expected here, not lines with keys of their own"))


def no_id(text: str) -> Exception:
    """What is wrong with a text that has to be an id. Error: J120."""
    message = say('"%(typed)s" is no id, which has only letters, digits, "-" and "_"', typed=short(text))
    several = [make_id(part) for part in _COMMAS.split(text.strip("[]\uff3b\uff3d\u3010\u3011"))]
    if len(several) > 1 and all(several):
        listed = short(", ".join(map(str, several)))
        return wrong("J120", say("%(message)s; for several, write [%(ids)s]", message=message, ids=listed))
    made = make_id(text)
    return wrong("J120", message if made is None else proposing(message, made))


def no_number(text: str, advice: Message) -> Message:
    """What is said about a text that has to be a number: how to write it, else `advice`."""
    meant = meant_share(text) if advice is A_SHARE else None
    if (meant := meant or meant_number(text)) is not None:
        return say('"%(text)s" is not a number; write it like this: %(meant)s', text=short(text), meant=meant)
    return say('"%(text)s" is not a number; %(advice)s', text=short(text), advice=advice)


def does_not_fit(value: float, advice: Message) -> Message:
    """What is said about a number outside its range."""
    return say("%(value)s does not fit here; %(advice)s", value=f"{value:g}", advice=advice)


def no_date(text: str) -> Message:
    """What is said about a text that has to be a date: how to write it, if it is one."""
    meant = meant_dates(text)
    if not meant:
        return say('"%(text)s" is not a date; write year-month-day, like 2026-09-30', text=short(text))
    if len(meant) == 1:
        return say('the date "%(text)s" is written %(date)s here', text=short(text), date=meant[0])
    return say(
        'the date "%(text)s" can be read in two ways; write %(first)s or %(second)s',
        text=short(text), first=meant[0], second=meant[1],
    )  # fmt: skip


def forbidden_link(address: str) -> Message:
    """What is said about a link that goes where none may go."""
    return say(
        'the link "%(link)s" may not be used; links go to http:, https:, mailto: or a path in the site',
        link=address,
    )
