"""Whatever people write: findings or a definition, never a traceback, and never for long."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.definitions import Finding, read_definitions, render_findings
from tests.sites import BASE, journey, study_site, write

VALID = (Path(__file__).parents[2] / "journeys" / "retail" / "buying-shoes.md").read_text(encoding="utf-8")
PIECES = st.sampled_from([
    "title: ", "stages:\n", "  - name: ", "emotion: ", "next: ", "share: 0.5", "steps: ", "starts: ", "at: ",
    "to: ", "id: ", "personas: ", "exit", "end", "lena", "-1", "1e3", "null", "~", "x", "\u00e9", "\u2028",
    "- ", "  ", "\n", "\t", ": ", " #5", "# ", "[", "]", "{", "}", "[[", "]]", ",", "'", '"', "*a", "&a ",
    "!t ", "<<: ", "|\n", ">\n", "---\n", "...\n", "? ", "%", "@", "`", "\\", "\U0001f600",
    "\uff1a", "\uff0c", "\u3000", "\u2013 ", "\u201c", "-x", "x:", "steps:\n",
])  # fmt: skip


def findings_of(text: str) -> tuple[Finding, ...]:
    with TemporaryDirectory() as folder:
        return study_site(Path(folder), {"journeys/any.md": text})[1]


def all_is_told(findings: tuple[Finding, ...]) -> None:
    for line in render_findings(findings).removesuffix("\n").split("\n"):
        assert not line.startswith("::")
        assert line.isprintable() or not set(line) & {"\r", "\x0b", "\x1b", "\u202e", "\u2028"}


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("\u2028stages:\ntitle: ")
def test_any_front_matter_is_read(front: str) -> None:
    all_is_told(findings_of(f"---\n{front}\n---\nText\n"))


@settings(max_examples=60)
@given(st.data())
def test_a_journey_with_something_cut_out_or_put_in_is_read(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(VALID)))
    end = data.draw(st.integers(start, min(len(VALID), start + 60)))
    all_is_told(findings_of(VALID[:start] + "".join(data.draw(st.lists(PIECES, max_size=3))) + VALID[end:]))


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_read(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        root = write(
            Path(folder),
            {**BASE, "journeys/any.md": content, "docs/evidence/any.md": b"---\ndata: any.csv\n" + content},
        )
        write(root, {"docs/evidence/any.csv": content})
        all_is_told(tuple(read_definitions(root).findings))


@settings(max_examples=60)
@given(st.text(st.sampled_from("[]()<>*_`!&#|\\ \n-=\"'/:ax"), max_size=80))
def test_any_body_is_read(body: str) -> None:
    all_is_told(findings_of(journey(body=body)))


@settings(max_examples=60)
@given(st.text(st.sampled_from('journey,step,score;"\n\t -1.5|'), max_size=80))
def test_any_data_is_read(data: str) -> None:
    with TemporaryDirectory() as folder:
        evidence = "---\ntitle: Survey\nmethod: survey\ndata: any.csv\n---\n"
        files = {"docs/evidence/any.md": evidence, "docs/evidence/any.csv": f"journey,step,score\n{data}"}
        all_is_told(study_site(Path(folder), files)[1])


BOMBS = {
    "5 MB": journey("summary: " + "x" * 5_000_000 + "\n"),
    "deep lists": "---\na: " + "[" * 5_000 + "\n---\n",
    "deep mappings": "---\n" + "".join("  " * depth + "a:\n" for depth in range(300)) + "---\n",
    "aliases": "---\na0: &a0 [x,x]\n"
    + "".join(f"a{i}: &a{i} [*a{i - 1},*a{i - 1}]\n" for i in range(1, 40))
    + "---\n",
    "merge keys": "---\na0: &a0 {x: y}\n"
    + "".join(f"a{i}: &a{i}\n  <<: [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 40))
    + "---\n",
    "keys": journey("".join(f"key{number}: x\n" for number in range(100_000))),
    "equal keys": journey("key: x\n" * 4_000),
    "a long number": journey("metrics: {name: x, value: " + "1" * 100_000 + "}\n"),
    "tabs": "---\n" + "\ta: b\n" * 15_000 + "---\n",
    "wide colons": "---\n" + "a\uff1ab\n" * 15_000 + "---\n",
    "lines that stand wrong": "---\n" + "".join(f"{' ' * (n % 7)}- a: b\n" for n in range(12_000)) + "---\n",
    "quotes that are not closed": "---\n" + 'a: "b\n' * 15_000 + "---\n",
    "empty lines": "---\na: 'b\n" + "\n" * 60_000 + " c: d\n---\n",
    "spaces": "---\n" + "a" + " " * 100_000 + "b\nc: d\n---\n",
    "mistakes": "---\n" + "a: @b\n" * 15_000 + "---\n",
    "quotes in quotes": journey("needs: >\n  a\n'\"'  xneeds: |\n# c'  x-     needs: |\n- \t- \t\t\n"),
    "brackets that are not closed": "---\n" + "a: [{b: c\n" * 12_000 + "---\n",
    "closing brackets": journey('needs: ["' + "]" * 100_000 + "x\n"),
    "escaped quotation marks": journey("needs: {at:x, " + '\\"' * 50_000 + "\n"),
    "spaces in braces": journey("needs: {at:x," + " " * 100_000 + "b c: d: e}\n"),
    "glued colons": journey("needs: [" + "at:x, " * 20_000 + "]\n"),
    "items without dashes": journey(stages="stages:\n" + "  name: a\n  goal: b\n" * 5_000),
    "headings in front": "---\ntitle: x\n" + "# a\n" * 30_000,
    "brackets": journey("summary: '" + "[" * 100_000 + "'\n"),
    "brackets in a body": journey(body="[[" * 40_000),
    "headings": journey(body="# h\n" * 20_000),
    "tags": journey(body="<a " * 30_000),
    "quotes": journey(body="> " * 40_000),
    "stars": journey(body="**a " * 20_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_finding_soon(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    findings = study_site(tmp_path, {"journeys/any.md": BOMBS[name]})[1]
    assert time.process_time() - start < 1
    assert "error" in {finding.level for finding in findings}
