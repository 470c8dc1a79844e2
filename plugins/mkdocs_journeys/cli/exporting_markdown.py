"""`journeys export markdown`: the whole site for another generator."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from mkdocs_journeys.authoring.refusals import Refusal
from mkdocs_journeys.cli.configuration import Configuration
from mkdocs_journeys.cli.export_folder import foreign, is_free, replace_files
from mkdocs_journeys.cli.exporting_site import DRAFTS, exporting, stop, warn
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.plain_configuration import Settings, plain_settings, read_settings
from mkdocs_journeys.cli.reading import extensions_installed, site_here
from mkdocs_journeys.cli.refusing import refuse
from mkdocs_journeys.definitions import Message, say, visible
from mkdocs_journeys.languages import Language
from mkdocs_journeys.pages.docs_folder import DocsFolder
from mkdocs_journeys.pages.plain_site import PlainSite, navigation, plain_site
from mkdocs_journeys.pages.prepared import Prepared, prepare


@click.command("markdown")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="A new or empty folder, or one that this command wrote before.",
)
@DRAFTS
@CONFIG_FILE
@LANG
def export_markdown(output: Path, config_file: Path | None, words: Language, *, drafts: bool) -> None:
    r"""Write the whole site as Markdown, pictures and data that any MkDocs builds without this plugin.

    The folder gets a mkdocs.yml and a folder docs with every page, chart and data file. Build it with mkdocs
    build, or with another generator that reads mkdocs.yml. A later export replaces the files of the earlier
    one and touches no others.

    \b
    Examples:
      journeys export markdown --output ../plain-site
      journeys export markdown --output ../plain-site && mkdocs build -f ../plain-site/mkdocs.yml

    Exit status: 0 written, 1 the site has errors, 2 used wrongly, as where something is there already.
    """
    configuration = site_here(config_file)
    _refuse(output, configuration, words)
    with extensions_installed(), exporting(words):
        prepared = prepare(configuration.root, configuration.options, drafts=drafts, directory_urls=True)
    if prepared.plan is None:
        stop(prepared.findings, words)
    settings = read_settings(configuration.file)
    docs = DocsFolder(configuration.root / configuration.options.docs, configuration.options)
    site = plain_site(prepared.plan, prepared.catalogue.paths, docs, settings.is_private(drafts=drafts))
    files = _files(site, settings, configuration)
    _write(output, files, words)
    for message in (*settings.left_out, *_left_out(prepared, site)):
        warn(message, words)
    for trouble in dict.fromkeys(file.trouble for file in prepared.plan.files if file.trouble):
        click.echo(visible(trouble.in_words(words.gettext)), err=True)
    text = words.ngettext("%(num)s file in %(folder)s", "%(num)s files in %(folder)s", len(files))
    click.echo(text % {"num": words.number(len(files)), "folder": visible(str(output))}, err=True)


def _refuse(output: Path, configuration: Configuration, words: Language) -> None:
    """What the site is made from, and folders of others, are not written into. Error: UsageError."""
    message, named = None, visible(str(output))
    if configuration.has_sources_in(output):
        message = say("%(folder)s holds the site's own files; name another folder", folder=named)
    elif not is_free(output):
        message = say("%(folder)s holds files that no export wrote; name a new or empty folder", folder=named)
    if message is not None:
        raise click.UsageError(message.in_words(words.gettext))


def _files(site: PlainSite, settings: Settings, configuration: Configuration) -> dict[str, bytes]:
    """Every file of the exported folder."""
    name = configuration.options.site_name or configuration.root.name
    text = plain_settings(settings, name, navigation(settings.nav, site), site.styles, site.scripts)
    return {"mkdocs.yml": text.encode(), **{f"docs/{path}": content for path, content in site.files.items()}}


def _write(output: Path, files: Mapping[str, bytes], words: Language) -> None:
    if taken := foreign(output, files):
        message = say(
            "%(file)s lies in the way and was not exported before", file=visible(str(output / taken[0]))
        )
        raise click.UsageError(message.in_words(words.gettext))
    try:
        with exporting(words):
            replace_files(output, files)
    except Refusal as refusal:
        refuse(refusal, words)


def _left_out(prepared: Prepared, site: PlainSite) -> Iterator[Message]:
    """What the site has and the folder lacks, and what another generator does not take out."""
    for what in site.left_out:
        yield say("not exported: %(file)s", file=what)
    for place in _unclean(prepared):
        yield say("HTML that this plugin removes goes along: %(place)s", place=place)


def _unclean(prepared: Prepared) -> list[str]:
    """Places in pages that people wrote where another generator publishes what the plugin takes out."""
    pages = {page.source for page in prepared.plan.pages} if prepared.plan else set()
    found = [each for each in prepared.findings if each.code in {"J130", "J131"}]
    return [f"{each.place.path}:{each.place.line}" for each in found if each.place.path not in pages]
