"""Definitions that are made to take long: `python -m tests.definitions.bombs` reads them all, or hangs."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sites import journey, study_site
from tests.work import guard

BOMBS: Mapping[str, str] = {
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
    "a number that ends in a letter": journey("metrics: {name: x, value: " + "1" * 125_000 + "x}\n"),
    "blanks between commas": journey("follows: " + "a" + " " * 125_000 + "b,c d\n"),
    "braces in a body": journey(body="{" * 400_000),
    "opened tags in a body": journey(body="<div>\n" + "<br " * 30_000 + "\n</div>\n"),
    "lines without dashes": journey(
        "".join(f"needs{n}: a\n" for n in range(3)) + "needs:\n" + "  a\n" * 20_000
    ),
    "many lists without dashes": journey(
        stages="stages:\n  - name: a\n    steps:\n"
        + "".join(f"      - name: s{n}\n        does:\n          a\n          b\n" for n in range(700))
    ),
}

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><style>a{{b: {style}}}</style></svg>'
PICTURES: Mapping[str, str] = {
    "blanks in a style": SVG.format(style="url(" + " " * 200_000 + "#x)"),
    "addresses in a style": SVG.format(style="url( " * 100_000),
}


def codes(files: Mapping[str, str | bytes]) -> str:
    """How many findings of each code a site with `files` has."""
    with TemporaryDirectory() as folder:
        findings = study_site(Path(folder), files)[1]
    return ", ".join(f"{code} {count}" for code, count in sorted(Counter(f.code for f in findings).items()))


def main() -> None:
    guard(40)
    for name, text in BOMBS.items():
        print(f"{name}: ", end="", flush=True)
        print(codes({"journeys/any.md": text}), flush=True)
    for name, picture in PICTURES.items():
        print(f"{name}: ", end="", flush=True)
        persona = "---\nname: Omar\nphoto: omar.svg\n---\n"
        print(codes({"personas/omar.md": persona, "personas/omar.svg": picture}), flush=True)


if __name__ == "__main__":
    main()
