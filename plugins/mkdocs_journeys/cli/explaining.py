"""`journeys explain`: what a finding means, why it matters, and how it is mended."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from functools import partial

import click

from mkdocs_journeys.authoring.explanations import explained, listed
from mkdocs_journeys.cli.completing import complete_codes
from mkdocs_journeys.cli.options import LANG
from mkdocs_journeys.definitions import CODES, Finding, nearest
from mkdocs_journeys.languages import Language

_WIDEST = 100
"""Columns beyond which lines are hard to read."""

_IN_A_PIPE = 80
_MOST_NAMED = 3
"""Codes that a hint names."""


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE...]", shell_complete=complete_codes)
@LANG
def explain(codes: Sequence[str], words: Language) -> None:
    r"""Explain what `journeys check` found.

    For each CODE: what it means, why it matters, and how to mend it, with an example before and after.
    Without a CODE all of them are listed.

    \b
    Examples:
      journeys explain J104
      journeys explain j104 j201 --lang ru
      journeys explain
    """
    wanted = dict.fromkeys(_known(code, words) for code in codes)
    heading = partial(click.style, bold=True)
    if not wanted:
        click.echo(listed(words, heading), nl=False)
    else:
        click.echo("\n".join(explained(code, words, _width(), heading) for code in wanted), nl=False)


def tell_more(findings: Iterable[Finding], words: Language) -> None:
    """Say, to somebody at a terminal, how to learn more about what was found, the most serious first."""
    by_level = sorted(findings, key=lambda finding: ("error", "warning", "note").index(finding.level))
    codes = list(dict.fromkeys(finding.code for finding in by_level))[:_MOST_NAMED]
    if codes and sys.stderr.isatty():
        command = f"journeys explain {' '.join(codes)}"
        click.echo(words.gettext("%(command)s tells more") % {"command": command}, err=True)


def _known(typed: str, words: Language) -> str:
    """The code that was typed, in capitals. Error: UsageError, when there is none."""
    _ = words.gettext
    code = typed.strip().upper()
    if code in CODES:
        return code
    if (meant := _meant(code)) is not None:
        message = _("there is no finding %(code)s; did you mean %(meant)s?")
        raise click.UsageError(message % {"code": typed, "meant": meant})
    raise click.UsageError(
        _("there is no finding %(code)s; journeys explain lists them all") % {"code": typed}
    )


def _meant(code: str) -> str | None:
    digits = "".join(filter(str.isdecimal, code.replace("O", "0")))
    return f"J{digits}" if f"J{digits}" in CODES else nearest(code, CODES)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else _IN_A_PIPE
