"""All texts of the interface, as translators need them: out of templates, code, a table of terms, and click.

`python tests/languages/texts.py de` brings the catalogue of a language up to date, or begins one.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

import mkdocs_journeys
from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.commands import help_texts
from mkdocs_journeys.languages import CATALOGUES, TERMS

SPEAKING = ("languages", "definitions", "catalogue", "authoring", "exchange", "pages", "mkdocs_plugin", "cli")
ROOMS = [Path(mkdocs_journeys.__file__).parent / room for room in SPEAKING]
TEMPLATES = ("**.html", "**.jinja", "**.xml")
METHODS = [*((pattern, "jinja2.ext:babel_extract") for pattern in TEMPLATES), ("**.py", "python")]
KEYWORDS = {"_": None, "gettext": None, "tell": None, "say": None, "ngettext": (1, 2)}


CLICKS_FILES = (
    "core.py", "decorators.py", "exceptions.py", "formatting.py", "parser.py", "termui.py", "types.py"
)  # fmt: skip
NOT_SEEN = {
    # said to who writes a command
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?"
    ),
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Unknown color {colour!r}",
    "Value must be an iterable.",
    # of what no command of ours has: deprecated parts, several values, times, UUIDs, passwords, pauses
    "deprecated",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Takes {nargs} values but 1 was given.",
    "Argument {name!r} takes {nargs} values.",
    "{len_type} values are required, but {len_value} was given.",
    "{value!r} does not match the format {format}.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{value!r} is not a valid UUID.",
    "env var: {var}",
    "(dynamic)",
    "Positional arguments",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "Repeat for confirmation",
    "Error: The two entered values do not match.",
    "Press any key to continue...",
    "unknown error",
    "Could not open file {filename!r}: {message}",
    "{name} {filename!r} is not executable.",
}


class Text(NamedTuple):
    """A text with its plural and gettext's context (None: it has none), and the file that it is in."""

    one: str
    many: str | None
    context: str | None
    file: str

    @property
    def id(self) -> str | tuple[str, str]:
        """What gettext knows the text by, within its context."""
        return self.one if self.many is None else (self.one, self.many)


def interface_texts() -> Iterator[Text]:
    """Every text that a reader may see, in the order of files."""
    for room in ROOMS:
        found = extract_from_dir(room, METHODS, keywords=KEYWORDS)
        for file, _, message, _, _ in sorted(found, key=lambda text: (text[0], text[1])):
            one, many = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
            yield Text(str(one), many and str(many), None, f"{room.name}/{file}")
    yield from _clicks_texts()
    for text in help_texts(main):
        yield Text(text, None, None, "cli")
    for group, terms in TERMS.items():
        for text in terms.values():
            yield Text(text, None, group, "languages/vocabulary.py")


def _clicks_texts() -> Iterator[Text]:
    """What click says of commands, and to those who type them; its other texts nobody here ever sees."""
    for name in CLICKS_FILES:
        file = Path(click.__file__).parent / name
        for _, message, _, _ in extract_from_file("python", file, keywords=KEYWORDS):
            one, many = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
            if one not in NOT_SEEN:
                yield Text(str(one), many and str(many), None, f"click/{name}")


def read_catalogue(path: Path) -> Catalog:
    """A catalogue file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def renew(path: Path) -> None:
    """Give the catalogue at `path` all texts, with the translations that it has, and no others."""
    old = read_catalogue(path) if path.exists() else Catalog(path.stem)
    new = Catalog(path.stem)
    for text in interface_texts():
        known = old.get(text.id, text.context)
        new.add(text.id, known.string if known else None, [(text.file, 0)], context=text.context)
    write_catalogue(path, new)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue: the same texts give the same bytes."""
    content = io.BytesIO()
    write_po(content, catalogue, width=110, omit_header=True, sort_output=True)
    header = HEADER.format(locale=catalogue.locale, plurals=catalogue.plural_forms)
    path.write_text(header + content.getvalue().decode(), encoding="utf-8")


HEADER = """msgid ""
msgstr ""
"Language: {locale}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


if __name__ == "__main__":
    for language in sys.argv[1:]:
        renew(CATALOGUES / f"{language}.po")
