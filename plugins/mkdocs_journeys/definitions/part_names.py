"""What a message calls a part of a definition: `step "Pays"`, `this step`, `this file`. In the nominative."""

from collections.abc import Callable, Mapping

from mkdocs_journeys.definitions.messages import Message, say

_NAMED: Mapping[str, Callable[[str], Message]] = {
    "stages": lambda name: say('stage "%(name)s"', name=name),
    "steps": lambda name: say('step "%(name)s"', name=name),
    "improvements": lambda name: say('improvement "%(name)s"', name=name),
    "metrics": lambda name: say('metric "%(name)s"', name=name),
    "plays": lambda name: say('play "%(name)s"', name=name),
}
_UNNAMED: Mapping[str, Message] = {
    "stages": say("this stage"),
    "steps": say("this step"),
    "improvements": say("this improvement"),
    "metrics": say("this metric"),
    "plays": say("this play"),
    "history": say("this earlier reading"),
    "pains": say("this pain"),
    "gains": say("this gain"),
    "quotes": say("this quote"),
    "next": say("this entry of next"),
    "starts": say("this start"),
    "trigger": say("this trigger"),
    "who": say("this filter"),
    "do": say("this action"),
    "emotion": say("this emotion"),
    "importance": say("this importance"),
}
THIS_FILE = say("this file")


def has_names(key: str) -> bool:
    """Whether the parts in the list under `key` are called by their names."""
    return key in _NAMED


def named(key: str, name: str) -> Message:
    """`step "Pays"`: a part of the list under `key`, by its name."""
    return _NAMED[key](name)


def unnamed(key: str) -> Message:
    """`this step`: a part of the list under `key`, or the part under it."""
    return _UNNAMED.get(key) or say('what stands in "%(key)s"', key=key)
