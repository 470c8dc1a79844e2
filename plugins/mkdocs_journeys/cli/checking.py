"""`journeys check`: read everything, print every finding, build nothing."""

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.catalogue import is_called_by_name
from mkdocs_journeys.cli.completing import complete_revisions
from mkdocs_journeys.cli.configuration import Configuration, file_in, find_configuration
from mkdocs_journeys.cli.explaining import tell_more
from mkdocs_journeys.cli.finding_formats import FORMATS, Checked, rendered
from mkdocs_journeys.cli.mending import Names, mend_files
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.reading import linked, read_site
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import Definitions, Finding, Fix, say
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
    "--base",
    metavar="REV",
    shell_complete=complete_revisions,
    help="With --format github: what changed since this revision comes first.",
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
    site = _site(paths, config_file)
    definitions, found = _read(site)
    left = 0
    if fix:
        mendable, written = _mend(site, definitions, _names(found), words, sure=yes)
        left = mendable - written
        definitions, found = _read(site) if written else (definitions, found)
    findings = [finding for finding in found if site.shows(finding.place.path)]
    _tell(Checked(findings, definitions.files, site.configuration, words), output, base)
    failing = ("error", "warning") if strict else ("error",)
    if left or any(finding.level in failing for finding in findings):
        raise SystemExit(1)


@dataclass(frozen=True)
class _Site:
    """The site that is checked, and the paths in it whose findings are told; none: all."""

    configuration: Configuration
    shown: Sequence[str]

    def shows(self, path: str) -> bool:
        """Whether findings of the file at `path` are told."""
        return not self.shown or any(
            wanted in (".", path) or path.startswith(f"{wanted}/") for wanted in self.shown
        )


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
        raise click.UsageError(
            told(say("%(one)s goes with %(other)s", one="--base", other="--format github"))
        )
    if fix and output != "text":
        raise click.UsageError(told(say("%(one)s goes with %(other)s", one="--fix", other="--format text")))
    if yes and not fix:
        raise click.UsageError(told(say("%(one)s goes with %(other)s", one="--yes", other="--fix")))


def _read(site: _Site) -> tuple[Definitions, Sequence[Finding]]:
    """All definitions and findings of a site. Error: UsageError."""
    definitions = read_site(site.configuration)
    return definitions, linked(definitions)[1]


def _mend(
    site: _Site, definitions: Definitions, names: Names, words: Language, *, sure: bool
) -> tuple[int, int]:
    kinds = {path: kind for path, kind in definitions.paths.items() if site.shows(path)}
    allowed = site.configuration.options.allow_personal_data
    return mend_files(site.configuration.root, kinds, names, words, allowed=allowed, sure=sure)


def _tell(checked: Checked, output: str, base: str | None) -> None:
    click.echo(rendered(output, checked, base), nl=False)
    click.echo(summary(checked.findings, checked.files, checked.words), err=True)
    tell_more(checked.findings, checked.words)


def _site(paths: Sequence[Path], config_file: Path | None) -> _Site:
    sites = [path for path in paths if file_in(path) is not None]
    if len(sites) > 1:
        raise click.UsageError(told(say("check one site at a time")))
    configuration = find_configuration(config_file, sites[0] if sites else Path.cwd())
    shown = [_within(path, configuration.root) for path in paths if path not in sites]
    return _Site(configuration, shown)


def _within(path: Path, root: Path) -> str:
    absolute = Path(os.path.normpath(Path.cwd() / path))
    try:
        return (absolute.parent.resolve() / absolute.name).relative_to(root).as_posix()
    except ValueError as error:
        message = say("%(path)s is not in the site's folder %(folder)s", path=path, folder=root)
        raise click.UsageError(told(message)) from error
