"""Options that several commands take."""

import os
from pathlib import Path

import click
from click.core import ParameterSource

from mkdocs_journeys.languages import Language, available, environment_tag, is_spoken, language

CONFIG_FILE = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml.",
)


def _words(context: click.Context, parameter: click.Parameter, tag: str | None) -> Language:  # noqa: ARG001 - what click calls
    if tag is None:
        return language(environment_tag(os.environ))
    wanted = tag.replace("_", "-")
    if not is_spoken(wanted):
        known = ", ".join(sorted(language(name).tag for name in available()))
        raise click.BadParameter(f"{tag!r} is none of the languages {known}")
    return language(wanted)


LANG = click.option(
    "--lang",
    "words",
    metavar="TAG",
    callback=_words,
    help="The language to speak: en, zh-Hans, zh-Hant or ru; default: the terminal's.",
)
"""`--lang`, which gives a command its parameter `words`, a Language."""


def is_given(context: click.Context, parameter: str) -> bool:
    """Whether somebody typed the option, so that no default holds."""
    return context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE
