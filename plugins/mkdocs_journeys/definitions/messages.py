"""Messages: sentences to people that are written in English and can be told in another language."""

from collections.abc import Callable, Mapping

Gettext = Callable[[str], str]
"""The text of an English message in somebody's language."""


class Message(str):
    """A sentence with the values that it was filled with.

    It is its own English text. A value may be a message too, such as a proposal at the sentence's end.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def in_words(self, gettext: Gettext) -> str:
        """The sentence in another language, its values too."""
        values = {name: in_words(value, gettext) for name, value in self.values.items()}
        return gettext(self.template) % values


def say(template: str, **values: object) -> Message:
    """The message `template`, with `%(name)s` for each of `values`; a bare percent sign is `%%`."""
    message = Message(template % values)
    message.template, message.values = template, values
    return message


def in_words(value: object, gettext: Gettext) -> object:
    """A message in another language; anything else as it is."""
    return value.in_words(gettext) if isinstance(value, Message) else value
