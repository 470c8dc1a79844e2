"""Options that several commands take."""

from pathlib import Path

import click
from click.core import ParameterSource

from mkdocs_journeys.cli.completing import complete_languages
from mkdocs_journeys.cli.speaking import spoken, told
from mkdocs_journeys.definitions import say, visible
from mkdocs_journeys.languages import Language, available, is_spoken, language

CONFIG_FILE = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)


def _words(context: click.Context, parameter: click.Parameter, tag: str | None) -> Language:  # noqa: ARG001 - what click calls
    if tag is None:
        return spoken()
    wanted = tag.replace("_", "-")
    if not is_spoken(wanted):
        known = ", ".join(sorted(language(name).tag for name in available()))
        message = say('"%(tag)s" is none of the languages %(known)s', tag=visible(tag), known=known)
        raise click.BadParameter(told(message))
    return language(wanted)


LANG = click.option(
    "--lang",
    "words",
    metavar="TAG",
    callback=_words,
    shell_complete=complete_languages,
    help="The language to speak: en, zh-Hans, zh-Hant or ru; default: the terminal's.",
)
"""`--lang`, which gives a command its parameter `words`, a Language."""


def is_given(context: click.Context, parameter: str) -> bool:
    """Whether somebody typed the option, so that no default holds."""
    return context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE
