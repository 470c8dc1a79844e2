"""`journeys check`: read everything, print every finding, build nothing."""

import gc
import os
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_journeys.catalogue import is_called_by_name, link
from mkdocs_journeys.cli.configuration import NAMES, Configuration, find_configuration
from mkdocs_journeys.cli.explaining import tell_more
from mkdocs_journeys.cli.finding_formats import FORMATS, Checked, rendered
from mkdocs_journeys.cli.mending import mend_files
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.progress import Progress
from mkdocs_journeys.definitions import Definitions, Finding, Fix, read_definitions
from mkdocs_journeys.exchange.findings import summary
from mkdocs_journeys.languages import Language


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH...]")
@CONFIG_FILE
@click.option(
    "--format",
    "output",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to print findings: for people, or for machines (all of them in UTF-8).",
)
@click.option(
    "--base", metavar="REV", help="With --format github: what changed since this revision comes first."
)
@click.option("--fix", is_flag=True, help="Mend what has one right answer; shows it and asks before.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@LANG
def check(
    paths: Sequence[Path],
    config_file: Path | None,
    output: str,
    base: str | None,
    words: Language,
    *,
    fix: bool,
    yes: bool,
    strict: bool,
) -> None:
    r"""Check journeys, personas, touchpoints and evidence.

    Everything is read, so that names are checked across files; with PATHs (files or folders) only their
    findings are printed. A PATH that holds a mkdocs.yml is the site to check.

    With --fix, what has one right answer is mended: a misspelt key, a date written 20.10.2026, the name of a
    persona in place of its id, a value that needs quotation marks, the line ends of Windows. Comments and
    layout stay, and so does what has two answers, such as the date 03/09/2026. On a terminal you are asked
    first; in a pipe nothing is written without --yes. Then the rest is printed.

    \b
    Examples:
      journeys check
      journeys check journeys/retail --strict
      journeys check --fix
      journeys check --format json > findings.json

    Exit status: 0 nothing wrong, 1 errors (with --strict warnings too) or something that --fix did not write,
    2 used wrongly.
    """
    _refuse_together(output, base, fix=fix, yes=yes)
    gc.disable()  # the command ends before it would pay to look for unused cycles
    configuration, shown = _site(paths, config_file)
    definitions, found = _read(configuration, words)
    left = 0
    if fix:
        kinds = {path: kind for path, kind in definitions.paths.items() if _is_shown(path, shown)}
        mendable, written = mend_files(configuration.root, kinds, _names(found), words, sure=yes)
        left = mendable - written
        definitions, found = _read(configuration, words) if written else (definitions, found)
    findings = [finding for finding in found if _is_shown(finding.place.path, shown)]
    checked = Checked(findings, definitions.files, configuration, words)
    click.echo(rendered(output, checked, base), nl=False)
    click.echo(summary(findings, definitions.files, words), err=True)
    tell_more(findings, words)
    if left or any(finding.level in (("error", "warning") if strict else ("error",)) for finding in findings):
        raise SystemExit(1)


def _names(found: Sequence[Finding]) -> dict[str, list[Fix]]:
    """By path, the fixes of names that only the whole site knows."""
    fixes: dict[str, list[Fix]] = {}
    for finding in found:
        if finding.fix is not None and is_called_by_name(finding):
            fixes.setdefault(finding.place.path, []).append(finding.fix)
    return fixes


def _refuse_together(output: str, base: str | None, *, fix: bool, yes: bool) -> None:
    """Options that do not go together. Error: UsageError."""
    if base is not None and output != "github":
        raise click.UsageError("--base goes with --format github")
    if fix and output != "text":
        raise click.UsageError("--fix goes with --format text")
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix")


def _read(configuration: Configuration, words: Language) -> tuple[Definitions, Sequence[Finding]]:
    """All definitions and findings of a site. Error: UsageError."""

    def text(files: int) -> str:
        said = words.ngettext("checking %(count)d file...", "checking %(count)d files...", files)
        return said % {"count": files}

    try:
        with Progress(text) as count:
            definitions = read_definitions(configuration.root, configuration.options, count)
            return definitions, link(definitions)[1]
    except ImportError as error:
        raise click.UsageError(f"a Markdown extension of the site is not installed: {error}") from error


def _site(paths: Sequence[Path], config_file: Path | None) -> tuple[Configuration, list[str]]:
    sites = [path for path in paths if path.is_dir() and any((path / name).is_file() for name in NAMES)]
    if len(sites) > 1:
        raise click.UsageError("check one site at a time")
    configuration = find_configuration(config_file, sites[0] if sites else Path.cwd())
    return configuration, [_within(path, configuration.root) for path in paths if path not in sites]


def _within(path: Path, root: Path) -> str:
    absolute = Path(os.path.normpath(Path.cwd() / path))
    try:
        return (absolute.parent.resolve() / absolute.name).relative_to(root).as_posix()
    except ValueError as error:
        raise click.UsageError(f"{path} is not in the site's folder {root}") from error


def _is_shown(path: str, shown: Sequence[str]) -> bool:
    return not shown or any(wanted in (".", path) or path.startswith(f"{wanted}/") for wanted in shown)
