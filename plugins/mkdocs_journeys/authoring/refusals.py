"""What keeps a new file or site from being written."""

from mkdocs_journeys.definitions import Message


class Refusal(Exception):
    """Nothing was written; `message` says why, and what to do instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class NotPossible(Refusal):
    """What was asked for cannot be done: the command was used wrongly."""


class AlreadyThere(Refusal):
    """Something is in the place of what was to be written."""
