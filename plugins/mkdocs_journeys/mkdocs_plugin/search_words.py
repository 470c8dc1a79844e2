"""The words of the search field, in the language of the page that it stands on."""

import json
from functools import cache
from typing import Any

from mkdocs_journeys.definitions import STAGE_KINDS
from mkdocs_journeys.languages import Language, available, language
from mkdocs_journeys.pages.addresses import ASSETS
from mkdocs_journeys.pages.page import StaticFile

_NUMBERS = range(200)
"""Enough for every plural form of every language that has a catalogue."""


@cache
def field_words(tag: str) -> dict[str, str]:
    """The texts of the empty field, by what they are for, in language `tag` (BCP 47)."""
    _ = language(tag).gettext
    return {
        "search": _("Search"),
        "reset": _("Clear"),
    }


def word_files() -> list[StaticFile]:
    """The texts that search itself shows, a file for each language: only who searches loads one."""
    return [_word_file(language(tag)) for tag in available()]


def word_file_address(tag: str) -> str:
    """The address of the texts for a page in language `tag` (BCP 47)."""
    return f"{ASSETS}search.{language(tag).tag}.json"


def _word_file(words: Language) -> StaticFile:
    text = json.dumps(_more_words(words), ensure_ascii=False, sort_keys=True)
    return StaticFile(word_file_address(words.tag), text.encode())


def _more_words(words: Language) -> dict[str, Any]:
    _ = words.gettext
    return {
        "language": words.tag,
        "filters": _("Filter"),
        "any": _("any"),
        "more": _("Show more"),
        "failed": _("The search could not be loaded."),
        "found": _plural_forms(words),
        "names": {
            "kind": _("Kind"),
            "persona": _("Persona"),
            "stage": _("Stage"),
            "channel": _("Channel"),
            "owner": _("Owner"),
        },
        "values": {"kind": _kinds(words), "stage": _stages(words)},
    }


def _plural_forms(words: Language) -> dict[str, str]:
    return {
        words.locale.plural_form(number): words.ngettext("%(num)s page found", "%(num)s pages found", number)
        for number in _NUMBERS
    }


def _kinds(words: Language) -> dict[str, str]:
    _ = words.gettext
    return {
        "journey": _("Journey"),
        "persona": _("Persona"),
        "touchpoint": _("Touchpoint"),
        "channel": _("Channel"),
        "evidence": _("Evidence"),
        "page": _("Page"),
    }


def _stages(words: Language) -> dict[str, str]:
    return {kind: words.term("stage kind", kind) for kind in STAGE_KINDS}
