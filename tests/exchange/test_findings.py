"""Findings for machines: whole outputs, their schemas, and texts that try to speak in the check's name."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import CODES, Edit, Finding, Fix, Message, Place, read_definitions, say
from mkdocs_journeys.exchange.findings import (
    Context,
    findings_json,
    findings_schema,
    github_commands,
    sarif_log,
)
from mkdocs_journeys.languages import language
from tests.golden import CASES, cases, expect
from tests.sites import TODAY

FORMATS = CASES / "finding_formats"
SARIF = Draft7Validator(
    json.loads((Path(__file__).parents[1] / "schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)
OURS = Draft202012Validator(json.loads(findings_schema()))
ENGLISH = language("en")
INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def found(site: Path) -> tuple[Finding, ...]:
    return link(read_definitions(site), today=TODAY)[1]


@pytest.mark.parametrize("case", cases("finding_formats"))
@pytest.mark.parametrize("tag", ["en", "ru"])
def test_each_format_says_what_is_expected(case: str, tag: str) -> None:
    findings = found(FORMATS / case)
    context = Context(
        language(tag), files=3, version="1.0", folder="cx site/", changed=frozenset({"journeys/b.md"}),
        help_addresses={"J104": "https://shoes.example/cx/guide/findings/#J104"},
    )  # fmt: skip
    expect(FORMATS / case / f"expected.{tag}.json", findings_json(findings, context))
    expect(FORMATS / case / f"expected.{tag}.github.txt", github_commands(findings, context))
    expect(FORMATS / case / f"expected.{tag}.sarif", sarif_log(findings, context))


@pytest.mark.parametrize("case", cases("findings"))
def test_whatever_is_found_fits_the_schemas(case: str) -> None:
    findings = found(CASES / "findings" / case)
    OURS.validate(json.loads(findings_json(findings, Context(ENGLISH, files=9))))
    SARIF.validate(json.loads(sarif_log(findings, Context(ENGLISH))))


def test_the_schemas_are_schemas() -> None:
    Draft202012Validator.check_schema(json.loads(findings_schema()))
    Draft7Validator.check_schema(SARIF.schema)


TEXTS = st.text(st.sampled_from('a:,%\r\n\x00\x1b\x85\u2028\u202e\ud800旅"\\[](){}#::error'), max_size=30)
ATTACK = "x\n::error file=a::b\r\n::stop-commands::t%0A\u2028::set-output"
PATHS = TEXTS.map(lambda text: f"journeys/{text.encode('utf-8', 'replace').decode().replace(chr(0), '')}.md")


def said(text: str) -> Message:
    return say("%(text)s", text=text)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    place = Place(
        draw(PATHS), draw(st.integers(1, 9)), draw(st.integers(1, 40)), draw(st.integers(1, 9)),
        draw(st.none() | TEXTS),
    )  # fmt: skip
    fix = Fix((Edit(1, 2, 3, draw(TEXTS)),)) if draw(st.booleans()) else None
    return Finding(draw(st.sampled_from(sorted(CODES))), said("x" + draw(TEXTS)), place, fix)


@given(st.lists(findings(), max_size=40))
@example([Finding("J104", said(ATTACK), Place(f"journeys/{ATTACK}.md", quoted=ATTACK))])
def test_no_text_starts_a_command_of_its_own(these: list[Finding]) -> None:
    output = github_commands(these, Context(ENGLISH, folder=ATTACK))
    lines = output.split("\n")[:-1]
    assert len(lines) <= 31
    assert not INVISIBLE.search(output)
    for line in lines:
        command = re.fullmatch(
            r"::(error|warning|notice) file=([^,:]*),line=\d+,col=\d+,endColumn=\d+,title=J\d{3}::.*", line
        )
        assert command or re.fullmatch(r"\d+ more findings? .*", line), line


@given(st.lists(findings(), max_size=5))
@example(
    [
        Finding(
            "J104", said(ATTACK), Place(f"journeys/{ATTACK}.md", quoted=ATTACK), Fix((Edit(1, 1, 1, ATTACK),))
        )
    ]
)
def test_json_and_sarif_hold_what_was_found_and_nothing_invisible(these: list[Finding]) -> None:
    ours, sarif = findings_json(these, Context(ENGLISH)), sarif_log(these, Context(ENGLISH))
    assert not INVISIBLE.search(ours + sarif)
    data, log = json.loads(ours), json.loads(sarif)
    OURS.validate(data)
    SARIF.validate(log)
    assert [each["path"] for each in data["findings"]] == [each.place.path for each in these]
    artifacts = {unquote(each["location"]["uri"]) for each in log["runs"][0]["artifacts"]}
    assert artifacts == {each.place.path for each in these}
    for each, result in zip(these, log["runs"][0]["results"], strict=True):
        assert ("fixes" in result) == (each.fix is not None)


def test_a_link_in_a_message_is_none_in_sarif() -> None:
    log = sarif_log([Finding("J130", said("[x](https://evil.example)"), Place("a.md"))], Context(ENGLISH))
    assert json.loads(log)["runs"][0]["results"][0]["message"]["text"] == "\\[x\\](https://evil.example)"


def many(code: str, count: int, path: str) -> list[Finding]:
    return [Finding(code, said("text"), Place(path, line)) for line in range(1, count + 1)]


def test_ten_of_a_kind_are_listed_and_the_last_line_counts_the_rest() -> None:
    these = [*many("J104", 13, "a.md"), *many("J131", 10, "a.md"), *many("J302", 11, "a.md")]
    lines = github_commands(these, Context(ENGLISH)).splitlines()
    kinds = [line.split()[0] for line in lines[:-1]]
    assert [kinds.count(kind) for kind in ("::error", "::warning", "::notice")] == [10, 10, 10]
    assert lines[-1] == "4 more findings are not listed here; journeys check lists every one"


def test_findings_in_changed_files_come_first_and_keep_their_order() -> None:
    these = [*many("J104", 9, "a.md"), *many("J104", 4, "b.md")]
    lines = github_commands(these, Context(ENGLISH, changed=frozenset({"b.md"}))).splitlines()
    listed = [re.findall(r"file=(\w)\.md,line=(\d+)", line)[0] for line in lines[:-1]]
    assert listed == [("b", str(n)) for n in range(1, 5)] + [("a", str(n)) for n in range(1, 7)]


def test_a_very_long_line_is_quoted_around_the_finding() -> None:
    place = Place("a.md", 1, 5000, 3, "a" * 4999 + "xyz" + "b" * 5000)
    data = json.loads(findings_json([Finding("J104", said("text"), place)], Context(ENGLISH)))["findings"][0]
    start = 5000 - data["quoted_from"]
    assert (len(data["quoted"]), data["quoted"][start : start + 3]) == (500, "xyz")


def test_a_fix_changes_neither_equality_nor_order_of_findings() -> None:
    plain = Finding("J104", said("text"), Place("a.md"))
    fixed = plain.with_fix(Fix((Edit(1, 1, 1, "b"),)))
    assert (plain, hash(plain), plain.key) == (fixed, hash(fixed), fixed.key)
