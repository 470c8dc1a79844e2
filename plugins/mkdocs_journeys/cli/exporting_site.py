"""What all exports share: the site that is exported, and where the result goes."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from mkdocs_journeys.authoring.refusals import Refusal
from mkdocs_journeys.cli.completing import IdsOf
from mkdocs_journeys.cli.configuration import Configuration
from mkdocs_journeys.cli.progress import seconds
from mkdocs_journeys.cli.reading import linked, read_site, site_here
from mkdocs_journeys.cli.refusing import refuse, refuse_taken_unless_forced
from mkdocs_journeys.cli.writing import write_file
from mkdocs_journeys.definitions import (
    Finding,
    Message,
    did_you_mean,
    has_errors,
    normalise,
    render_findings,
    say,
    visible,
)
from mkdocs_journeys.insight import Insight, study
from mkdocs_journeys.languages import Language

JOURNEY = click.argument("journey", shell_complete=IdsOf("journey"))
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; default: the terminal, or what the command is piped into.",
)
FORCE = click.option("--force", is_flag=True, help="Write over a file that is there.")
DRAFTS = click.option("--drafts", is_flag=True, help="Export drafts too.")


@dataclass(frozen=True)
class Writing:
    """Where an export goes: a file, or standard output, where nothing but data is written.

    Error: UsageError, where the file is there and must not be written over, or cannot be written.
    """

    output: Path | None
    words: Language
    force: bool

    def __post_init__(self) -> None:
        if self.output is not None:
            refuse_taken_unless_forced(self.output, self.words, force=self.force)

    def write(self, content: bytes) -> None:
        """Write all of it."""
        if self.output is None:
            click.echo(content, nl=False)
            return
        try:
            write_file(self.output, content, over=self.force)
        except Refusal as refusal:
            refuse(refusal, self.words)


def warn(message: Message, words: Language) -> None:
    """Say on standard error what the reader of an export will not find in it."""
    text = words.gettext("warning: %(message)s")
    click.echo(text % {"message": visible(message.in_words(words.gettext))}, err=True)


@dataclass(frozen=True)
class FoundSite:
    """A site without errors: where it is, all its figures, and the ids of drafts that stay out of them."""

    configuration: Configuration
    insight: Insight
    drafts: frozenset[str]
    words: Language

    def journey(self, typed: str) -> str:
        """The id of the journey that somebody typed. Error: UsageError, with a suggestion."""
        journey = normalise(typed)
        if journey in self.insight.journeys:
            return journey
        hint = did_you_mean(journey, self.insight.journeys)
        message = say('there is no journey "%(id)s"%(hint)s', id=typed, hint=hint)
        if journey in self.drafts:
            message = say('"%(id)s" is a draft; --drafts exports it', id=typed)
        raise click.UsageError(message.in_words(self.words.gettext))

    def persona(self, journey: str, typed: str) -> str:
        """The id of the journey's persona that somebody typed. Error: UsageError, with a suggestion."""
        persona, known = normalise(typed), self.insight.journeys[journey].journey.personas
        if persona in known:
            return persona
        hint = did_you_mean(persona, known) or say("; it has %(ids)s", ids=", ".join(known))
        message = say(
            'the journey "%(journey)s" has no persona "%(id)s"%(hint)s', journey=journey, id=typed, hint=hint
        )
        raise click.UsageError(message.in_words(self.words.gettext))


def found_site(config_file: Path | None, words: Language, *, drafts: bool) -> FoundSite:
    """The site, studied. With errors its findings are printed, and the exit status is 1."""
    configuration = site_here(config_file)
    definitions = read_site(configuration)
    with exporting(words):
        catalogue, findings = linked(definitions, drafts=drafts)
        insight = None if has_errors(findings) else study(catalogue)
    if insight is None:
        stop(findings, words)
    left_out = {journey.id for journey in definitions.journeys} - catalogue.journeys.keys()
    return FoundSite(configuration, insight, frozenset(left_out), words)


def exporting(words: Language) -> AbstractContextManager[object]:
    """Show on a terminal how long an export takes."""

    def text(count: int) -> str:
        return words.gettext("exporting... %(count)s s") % {"count": words.number(count)}

    return seconds(text)


def stop(findings: tuple[Finding, ...], words: Language) -> NoReturn:
    """Print the errors and end with exit status 1: half a site is never exported."""
    errors = [finding for finding in findings if finding.level == "error"]
    click.echo(render_findings(errors, words.gettext), nl=False, err=True)
    click.echo(words.gettext("nothing was exported: these errors have to be mended first"), err=True)
    raise SystemExit(1)
