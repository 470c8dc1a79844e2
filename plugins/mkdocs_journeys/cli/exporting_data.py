"""`journeys export json`, `csv` and `mermaid`: a journey as data."""

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_journeys.cli.completing import IdsOf
from mkdocs_journeys.cli.exporting_site import (
    DRAFTS,
    FORCE,
    JOURNEY,
    OUTPUT,
    Writing,
    found_site,
    warn,
)
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.exchange import journey_csv, journey_json, journeys_json, mermaid, several_journeys_json
from mkdocs_journeys.languages import Language


@click.command("json")
@click.argument("journeys", nargs=-1, metavar="[JOURNEY...]", shell_complete=IdsOf("journey"))
@OUTPUT
@FORCE
@DRAFTS
@CONFIG_FILE
@LANG
def export_json(
    journeys: Sequence[str], output: Path | None, config_file: Path | None, words: Language, *,
    force: bool, drafts: bool,
) -> None:  # fmt: skip
    r"""Write the whole catalogue, or single journeys, as JSON.

    With ids of JOURNEYs these are complete with all their texts, and `journeys import json` makes the files
    of them again. Without, it is the site's journeys.json.

    \b
    Examples:
      journeys export json > journeys.json
      journeys export json buying-shoes --output buying-shoes.json

    Exit status: 0 written, 1 the site has errors, 2 used wrongly, as where something is there already.
    """
    writing = Writing(output, words, force)
    site = found_site(config_file, words, drafts=drafts)
    wanted = [site.journey(journey) for journey in journeys]
    if len(wanted) == 1:
        writing.write(journey_json(site.insight, wanted[0]))
    else:
        writing.write(several_journeys_json(site.insight, wanted) if wanted else journeys_json(site.insight))


@click.command("csv")
@JOURNEY
@OUTPUT
@FORCE
@DRAFTS
@click.option("--excel", is_flag=True, help="Mark the file so that Excel shows letters of every language.")
@CONFIG_FILE
@LANG
def export_csv(
    journey: str, output: Path | None, config_file: Path | None, words: Language, *,
    force: bool, drafts: bool, excel: bool,
) -> None:  # fmt: skip
    r"""Write a journey as a table, one row a step.

    The first columns are those of the site's steps.csv. All that was typed follows, so that `journeys import
    csv` makes the file of it again. A text that a spreadsheet would run as a formula begins with '.

    \b
    Examples:
      journeys export csv buying-shoes > buying-shoes.csv
      journeys export csv buying-shoes --excel --output buying-shoes.csv

    Exit status: 0 written, 1 the site has errors, 2 used wrongly, as where something is there already.
    """
    writing = Writing(output, words, force)
    site = found_site(config_file, words, drafts=drafts)
    content = journey_csv(site.insight, site.journey(journey))
    writing.write("\ufeff".encode() + content if excel else content)


@click.command("mermaid")
@JOURNEY
@OUTPUT
@FORCE
@DRAFTS
@CONFIG_FILE
@LANG
def export_mermaid(
    journey: str, output: Path | None, config_file: Path | None, words: Language, *,
    force: bool, drafts: bool,
) -> None:  # fmt: skip
    r"""Write a journey as a diagram of Mermaid, which GitHub, GitLab and many wikis draw.

    Stages, steps, scores and personas are carried over; what is not, is told on the terminal and in comments
    of the diagram. Characters that Mermaid does not take are replaced by ones that look alike.

    \b
    Examples:
      journeys export mermaid buying-shoes
      journeys export mermaid buying-shoes --output buying-shoes.mmd

    Exit status: 0 written, 1 the site has errors, 2 used wrongly, as where something is there already.
    """
    writing = Writing(output, words, force)
    site = found_site(config_file, words, drafts=drafts)
    diagram = mermaid(site.insight, site.journey(journey), words.gettext)
    writing.write(diagram.text.encode())
    for message in diagram.lost:
        warn(message, words)
