"""Findings for machines: as JSON, as GitHub's workflow commands, and as SARIF; and their number in words.

Each is a pure function from the findings and their context to text. Whatever a contributor wrote is escaped
as its format demands, so that no file can speak in the name of the check.
"""

from mkdocs_journeys.exchange.findings.context import Context
from mkdocs_journeys.exchange.findings.counts import counted, summary
from mkdocs_journeys.exchange.findings.findings_json import findings_json, findings_schema
from mkdocs_journeys.exchange.findings.github import github_commands
from mkdocs_journeys.exchange.findings.sarif import sarif_log

__all__ = [
    "Context",
    "counted",
    "findings_json",
    "findings_schema",
    "github_commands",
    "sarif_log",
    "summary",
]
