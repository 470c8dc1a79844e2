"""Findings as SARIF 2.1.0 (OASIS), which code-scanning services and editors read.

Paths are relative to the repository (`%SRCROOT%`), because a service knows no other place; no address of this
machine is in it.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from mkdocs_journeys.definitions import CODES, Edit, Finding, Fix, Place
from mkdocs_journeys.exchange.findings.context import Context, end_column, quoted
from mkdocs_journeys.exchange.safe_json import safe_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The name of the format's schema; nothing is fetched from there."""

_ROOT = "%SRCROOT%"
_TYPES = {".md": "text/markdown", ".csv": "text/csv"}


@dataclass(frozen=True)
class _Numbers:
    """The number of each rule by code, and of each file by path, in the lists that results point into."""

    rules: Mapping[str, int]
    files: Mapping[str, int]


def sarif_log(findings: Sequence[Finding], context: Context) -> str:
    """One run with a result for each finding, and a rule for each code that occurs."""
    codes = sorted({finding.code for finding in findings})
    paths = sorted({finding.place.path for finding in findings})
    numbers = _Numbers(_numbered(codes), _numbered(paths))
    run = {
        "tool": {"driver": _driver(codes, context)},
        "language": context.words.tag,
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [_artifact(path, context) for path in paths],
        "results": [_result(finding, numbers, context) for finding in findings],
    }
    return safe_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _driver(codes: Sequence[str], context: Context) -> dict[str, Any]:
    rules = [_rule(code, context) for code in codes]
    version = {"version": context.version} if context.version else {}
    return {"name": "journeys", **version, "rules": rules}


def _rule(code: str, context: Context) -> dict[str, Any]:
    level, about = CODES[code]
    rule = {
        "id": code,
        "shortDescription": {"text": about.in_words(context.words.gettext)},
        "defaultConfiguration": {"level": level},
    }
    address = context.help_addresses.get(code)
    return {**rule, "helpUri": address} if address else rule


def _artifact(path: str, context: Context) -> dict[str, Any]:
    kind = _TYPES.get(PurePosixPath(path).suffix)
    return {"location": _location(path, context), **({"mimeType": kind} if kind else {})}


def _location(path: str, context: Context) -> dict[str, Any]:
    return {"uri": quote(os.fsencode(context.folder + path)), "uriBaseId": _ROOT}


def _result(finding: Finding, numbers: _Numbers, context: Context) -> dict[str, Any]:
    path = finding.place.path
    location = {**_location(path, context), "index": numbers.files[path]}
    result = {
        "ruleId": finding.code,
        "ruleIndex": numbers.rules[finding.code],
        "level": finding.level,
        "message": {"text": _plain(finding.told(context.words.gettext))},
        "locations": [{"physicalLocation": {"artifactLocation": location, **_regions(finding.place)}}],
    }
    return {**result, "fixes": [_fix(finding.told_fix, location)]} if finding.told_fix else result


def _plain(message: str) -> str:
    """A message in which nothing that somebody wrote is read as a link: `[text](address)` would be one."""
    return message.replace("[", "\\[").replace("]", "\\]") if "](" in message else message


def _regions(place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": end_column(place),
    }
    quote_and_start = quoted(place)
    if quote_and_start is None:
        return {"region": region}
    text, start = quote_and_start
    region["snippet"] = {"text": text[place.column - start :][: place.length]}
    context = {"startLine": place.line, "startColumn": start, "endColumn": start + len(text)}
    return {"region": region, "contextRegion": {**context, "snippet": {"text": text}}}


def _fix(fix: Fix, location: Mapping[str, Any]) -> dict[str, Any]:
    change = {"artifactLocation": location, "replacements": [_replacement(edit) for edit in fix.edits]}
    return {"artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {"startLine": edit.line, "startColumn": edit.column, "endColumn": edit.end}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
