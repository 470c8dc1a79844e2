"""`journeys export markdown`: the whole site for another generator."""

from pathlib import Path

import click

from mkdocs_journeys.cli.configuration import Configuration, find_configuration
from mkdocs_journeys.cli.export_folder import foreign, is_free, write_files
from mkdocs_journeys.cli.exporting_site import DRAFTS, stop_at_errors
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.plain_configuration import plain_settings, read_settings
from mkdocs_journeys.definitions import Message, say, visible
from mkdocs_journeys.languages import Language
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

    Exit status: 0 written, 1 the site has errors, 2 used wrongly.
    """
    configuration = find_configuration(config_file, Path.cwd())
    _refuse(output, configuration, words)
    prepared = _prepared(configuration, drafts=drafts)
    stop_at_errors(prepared.findings, words)
    files = _files(prepared, configuration, words)
    if taken := foreign(output, files):
        message = say("%(file)s lies in the way and was not exported before", file=output / taken[0])
        raise click.UsageError(message.in_words(words.gettext))
    try:
        write_files(output, files)
    except OSError as error:
        message = say("%(file)s cannot be written: %(reason)s", file=output, reason=error.strerror)
        raise click.ClickException(message.in_words(words.gettext)) from error
    text = words.ngettext("%(num)s file in %(folder)s", "%(num)s files in %(folder)s", len(files))
    click.echo(text % {"num": words.number(len(files)), "folder": output}, err=True)


def _refuse(output: Path, configuration: Configuration, words: Language) -> None:
    """What the site is made from, and folders of others, are not written into. Error: UsageError."""
    target, options = output.resolve(), configuration.options
    sources = [configuration.root / each for each in (options.docs, options.journeys, options.personas)]
    inside = configuration.root.resolve().is_relative_to(target)
    if inside or any(target.is_relative_to(each.resolve()) for each in sources):
        message = say("%(folder)s holds the site's own files; name another folder", folder=output)
        raise click.UsageError(message.in_words(words.gettext))
    if not is_free(output):
        message = say(
            "%(folder)s holds files that no export wrote; name a new or empty folder", folder=output
        )
        raise click.UsageError(message.in_words(words.gettext))


def _prepared(configuration: Configuration, *, drafts: bool) -> Prepared:
    try:
        return prepare(configuration.root, configuration.options, drafts=drafts, directory_urls=True)
    except ImportError as error:
        raise click.UsageError(f"a Markdown extension of the site is not installed: {error}") from error


def _files(prepared: Prepared, configuration: Configuration, words: Language) -> dict[str, bytes]:
    """Every file of the exported folder; what the site has and it lacks is said."""
    if prepared.plan is None:  # errors have ended the command
        return {}
    site = plain_site(prepared.plan, prepared.catalogue.paths, configuration.root, configuration.options)
    settings = read_settings(configuration.file)
    nav = navigation(settings.nav, site)
    name = configuration.options.site_name or configuration.root.name
    text = plain_settings(settings, name, nav, site.styles, site.scripts)
    _tell(prepared, site, settings.plugins, words)
    return {"mkdocs.yml": text.encode(), **{f"docs/{path}": content for path, content in site.files.items()}}


def _tell(prepared: Prepared, site: PlainSite, plugins: list[str], words: Language) -> None:
    """Say what the site has and the folder lacks, and what another generator does not take out."""
    others = ", ".join(name for name in plugins if name not in {"journeys", "search"})
    if others:
        _warn(say("plugins of the site are not carried over: %(names)s", names=others), words)
    for what in site.left_out:
        _warn(say("not exported: %(file)s", file=what), words)
    for place in _unclean(prepared):
        _warn(say("HTML that this plugin removes goes along: %(place)s", place=place), words)
    files = prepared.plan.files if prepared.plan else ()
    for trouble in dict.fromkeys(file.trouble for file in files if file.trouble):
        click.echo(visible(trouble), err=True)


def _warn(message: Message, words: Language) -> None:
    text = words.gettext("warning: %(message)s")
    click.echo(text % {"message": visible(message.in_words(words.gettext))}, err=True)


def _unclean(prepared: Prepared) -> list[str]:
    """Places in pages that people wrote where another generator publishes what the plugin takes out."""
    pages = {page.source for page in prepared.plan.pages} if prepared.plan else set()
    found = [each for each in prepared.findings if each.code in {"J130", "J131"}]
    return [f"{each.place.path}:{each.place.line}" for each in found if each.place.path not in pages]
