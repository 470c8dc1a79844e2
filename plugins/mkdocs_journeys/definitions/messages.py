"""Messages: sentences to people that are written in English and can be told in another language.

A template is a whole sentence, or a whole clause of one. A value that is a message itself (`step "Pays"`, a
clause that another one adds a proposal to) stands for itself, in the nominative: a language with cases sets
it off with a colon or in brackets.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pydantic_core import PydanticCustomError

Gettext = Callable[[str], str]
"""The text of an English message in somebody's language."""


class Sure(NamedTuple):
    """What somebody typed, and what they surely meant."""

    typed: str
    meant: str


class Message(str):
    """A sentence with the values that it was filled with.

    It is its own English text. A value may be a message too, such as the one that a proposal is added to.
    `sure`: what it proposes, if there is no doubt.
    """

    __slots__ = ("sure", "template", "values")
    template: str
    values: Mapping[str, object]
    sure: Sure | None

    def filled_with(self, values: Mapping[str, object]) -> "Message":
        """The same sentence with other values."""
        message = Message(self.template % values)
        message.template, message.values, message.sure = self.template, values, self.sure
        return message

    def being_sure(self, typed: str, meant: str) -> "Message":
        """The same sentence, which has no doubt that `meant` was meant."""
        message = self.filled_with(self.values)
        message.sure = Sure(typed, meant)
        return message

    def in_words(self, gettext: Gettext) -> str:
        """The sentence in another language, its values too."""
        values = {name: in_words(value, gettext) for name, value in self.values.items()}
        return gettext(self.template) % values


def say(template: str, **values: object) -> Message:
    """The message `template`, with `%(name)s` for each of `values`; a bare percent sign is `%%`."""
    message = Message(template % values)
    message.template, message.values, message.sure = template, values, None
    return message


def in_words(value: object, gettext: Gettext) -> object:
    """A message in another language; anything else as it is."""
    return value.in_words(gettext) if isinstance(value, Message) else value


def wrong(code: str, message: Message, **context: object) -> PydanticCustomError:
    """What a validator raises for a value that is wrong: the code of a finding, and what is said about it."""
    return PydanticCustomError(code, "{message}", {"message": message, **context})
