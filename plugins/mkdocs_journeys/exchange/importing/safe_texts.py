"""Texts from elsewhere, as texts of a definition: on one line, and linking only to where a link may go."""

import re

from mkdocs_journeys.definitions import Link, Place, allowed_link, is_too_much, links_in, say, visible
from mkdocs_journeys.exchange.importing.remarks import Remarks
from mkdocs_journeys.exchange.importing.site_names import SiteNames

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_OPEN_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)\[")
_ELSEWHERE = re.compile(r"(?i)https?:|mailto:")


def one_line(text: str) -> str:
    """`text` on one line, without control characters and needless spaces."""
    return " ".join(_HIDDEN.sub(" ", text).split())


def with_safe_links(text: str, site: SiteNames, remarks: Remarks, place: Place) -> str:
    """`text` with only such links and references as lead somewhere; others become the characters they are."""
    line = one_line(text)
    if is_too_much(line):
        remarks.warn(place, say('a text with too much markup is left out: "%(text)s"', text=visible(line)))
        return ""
    if "[" in line and not all(_may_stay(link, site) for link in links_in(line)):
        return _OPEN_BRACKET.sub(r"\1\\[", line)
    return line


def _may_stay(link: object, site: SiteNames) -> bool:
    if isinstance(link, Link):
        return bool(_ELSEWHERE.match(link.address)) and allowed_link(link.address)
    return site.leads_somewhere(link)  # type: ignore[arg-type] # all others are references
