"""`journeys check`: read everything, print every finding, build nothing."""

import gc
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.cli.configuration import NAMES, Configuration, find_configuration
from mkdocs_journeys.cli.explaining import tell_more
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.definitions import Finding, read_definitions, render_findings
from mkdocs_journeys.languages import Language


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH...]")
@CONFIG_FILE
@click.option(
    "--format",
    "output",
    type=click.Choice(["text"]),
    default="text",
    show_default=True,
    help="How to print findings.",
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@LANG
def check(
    paths: Sequence[Path],
    config_file: Path | None,
    output: str,  # noqa: ARG001 - one format so far
    words: Language,
    *,
    strict: bool,
) -> None:
    r"""Check journeys, personas, touchpoints and evidence.

    Everything is read, so that names are checked across files; with PATHs (files or folders) only their
    findings are printed. A PATH that holds a mkdocs.yml is the site to check.

    \b
    Examples:
      journeys check
      journeys check journeys/retail --strict

    Exit status: 0 nothing wrong, 1 errors (with --strict warnings too), 2 used wrongly.
    """
    gc.disable()  # the command ends before it would pay to look for unused cycles
    configuration, shown = _site(paths, config_file)
    try:
        definitions = read_definitions(configuration.root, configuration.options)
        found = link(definitions)[1]
    except ImportError as error:
        raise click.UsageError(f"a Markdown extension of the site is not installed: {error}") from error
    findings = [finding for finding in found if _is_shown(finding, shown)]
    click.echo(render_findings(findings, words.gettext), nl=False)
    click.echo(_summary(findings, definitions.files), err=True)
    tell_more(findings, words)
    if any(finding.level in (("error", "warning") if strict else ("error",)) for finding in findings):
        raise SystemExit(1)


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


def _is_shown(finding: Finding, shown: Sequence[str]) -> bool:
    path = finding.place.path
    return not shown or any(wanted in (".", path) or path.startswith(f"{wanted}/") for wanted in shown)


def _summary(findings: Iterable[Finding], files: int) -> str:
    counts = Counter(finding.level for finding in findings)
    found = [
        f"{counts[level]} {level}{'s' * (counts[level] != 1)}"
        for level in ("error", "warning", "note")
        if counts[level]
    ]
    return f"{', '.join(found) or 'nothing found'} in {files} file{'s' * (files != 1)}"
