"""`check --format`: findings for people, and for the machines that show them to people."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys import __version__
from mkdocs_journeys.cli.configuration import Configuration
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import CODES, Finding, render_findings, say, visible
from mkdocs_journeys.history.reviews import changed_files, review_base
from mkdocs_journeys.history.revisions import prefix_of, resolved
from mkdocs_journeys.languages import Language

FORMATS = ("text", "json", "github", "sarif")

_EXPLANATIONS = "guide/findings"
"""Where a site that holds the guide explains each code, at an anchor of its own."""


@dataclass(frozen=True)
class Checked:
    """What a check found in a site of `files` definitions, and the language to say it in."""

    findings: Sequence[Finding]
    files: int
    site: Configuration
    words: Language


def rendered(output: str, checked: Checked, base: str | None) -> bytes:
    """The findings in one of `FORMATS`, as UTF-8; `base`: what a review compares with. Error: UsageError."""
    if output == "text":
        return render_findings(checked.findings, checked.words.gettext).encode("utf-8", "backslashreplace")
    return _for_machines(output, checked, base).encode("utf-8")


def _for_machines(output: str, checked: Checked, base: str | None) -> str:
    from mkdocs_journeys.exchange import findings as formats  # noqa: PLC0415 - text does not wait for it

    site = checked.site
    if output == "json":
        context = formats.Context(checked.words, files=checked.files)
        return formats.findings_json(checked.findings, context)
    folder = prefix_of(site.root)
    if output == "github":
        context = formats.Context(checked.words, folder=folder, changed=_changed(site.root, base))
        return formats.github_commands(checked.findings, context)
    context = formats.Context(
        checked.words, folder=folder, version=__version__, help_addresses=_help_addresses(site)
    )
    return formats.sarif_log(checked.findings, context)


def _changed(root: Path, base: str | None) -> frozenset[str]:
    """The files under review; none where neither the option nor the CI server says against what."""
    if base is None:
        commit = review_base(root, os.environ.get("GITHUB_BASE_REF", ""))
    elif (commit := resolved(root, base)) is None:
        message = say("git knows no revision %(name)s here", name=visible(base))
        raise click.BadParameter(told(message), param_hint="'--base'")
    return frozenset() if commit is None else changed_files(root, commit)


def _help_addresses(site: Configuration) -> Mapping[str, str]:
    """Where the published site explains each code, if it holds the guide."""
    if not site.site_url or not (site.root / site.options.docs / f"{_EXPLANATIONS}.md").is_file():
        return {}
    page = f"{site.site_url.rstrip('/')}/{_EXPLANATIONS}/"
    return {code: f"{page}#{code}" for code in CODES}
