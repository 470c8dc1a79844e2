"""The language in which the command speaks to the person at the terminal, with click's own words in it.

Click looks up its words by a function `_` (and `ngettext`) in each of its modules, and asks nobody for the
language. While the command runs they look into our catalogues. Where click has a text that these lack, it
stays English.
"""

import gettext
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from types import ModuleType

from mkdocs_journeys.definitions import Message
from mkdocs_journeys.languages import SOURCE, Language, environment_tag, is_spoken, language

_TAG: ContextVar[str] = ContextVar("language", default=SOURCE)
_OURS = {"_": lambda text: spoken().gettext(text), "ngettext": lambda *text: spoken().ngettext(*text)}
_CLICKS = {"_": gettext.gettext, "ngettext": gettext.ngettext}


def spoken() -> Language:
    """The language of the person at the terminal."""
    return language(_TAG.get())


def told(message: Message) -> str:
    """A message in that language."""
    return message.in_words(spoken().gettext)


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """Speak the language that the typed `arguments` ask for, else the terminal's."""
    before = _TAG.set(_asked_for(arguments) or environment_tag(os.environ))
    changed = [(module, name) for module in _click() for name in _OURS if _is_clicks(module, name)]
    try:
        for module, name in changed:
            setattr(module, name, _OURS[name])
        yield
    finally:
        for module, name in changed:
            setattr(module, name, _CLICKS[name])
        _TAG.reset(before)


def _asked_for(arguments: Sequence[str]) -> str | None:
    """What stands behind `--lang`, before click has read it: it may be another argument that is wrong."""
    found = None
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--":
            break
        if argument == "--lang":
            found = following
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    tag = (found or "").replace("_", "-")
    return tag if tag and is_spoken(tag) else None


def _click() -> list[ModuleType]:
    return [module for name, module in sys.modules.items() if name.startswith("click.")]


def _is_clicks(module: ModuleType, name: str) -> bool:
    return vars(module).get(name) is _CLICKS[name]
