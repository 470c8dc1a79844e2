"""Findings as JSON, format 1. Its schema is `findings.schema.json`."""

from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from mkdocs_journeys.definitions import Finding, Fix
from mkdocs_journeys.exchange.findings.context import Context, end_column, quoted
from mkdocs_journeys.exchange.safe_json import safe_json

FORMAT = 1


def findings_json(findings: Sequence[Finding], context: Context) -> str:
    """All findings in their order; lines and columns count from 1, columns and lengths in characters."""
    counts = Counter(finding.level for finding in findings)
    return safe_json(
        {
            "format": FORMAT,
            "language": context.words.tag,
            "summary": {
                "files": context.files,
                "errors": counts["error"],
                "warnings": counts["warning"],
                "notes": counts["note"],
            },
            "findings": [_finding(finding, context) for finding in findings],
        }
    )


def findings_schema() -> bytes:
    """The JSON Schema of `findings_json`."""
    return (files(__package__) / "findings.schema.json").read_bytes()


def _finding(finding: Finding, context: Context) -> dict[str, Any]:
    place = finding.place
    quote = quoted(place)
    return {
        "code": finding.code,
        "level": finding.level,
        "message": finding.told(context.words.gettext),
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_column": end_column(place),
        "quoted": quote and quote[0],
        "quoted_from": quote and quote[1],
        "fix": finding.told_fix and _fix(finding.told_fix),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "edits": [
            {"line": edit.line, "column": edit.column, "length": edit.length, "text": edit.text}
            for edit in fix.edits
        ]
    }
