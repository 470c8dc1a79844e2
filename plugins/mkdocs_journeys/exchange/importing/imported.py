"""What an import makes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Imported:
    """A definition that is ready to be written: its text, and the name of a file for it."""

    text: str
    file_name: str
