"""Files of others that are made to take long: `python -m tests.exchange.bombs` imports them all, or hangs."""

import io
import zipfile
from collections.abc import Mapping

from tests.exchange.imports import imported
from tests.work import guard


def zip_bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (80 << 20))
    return stream.getvalue()


ROW = "Buy,Pays,1,a; b; c\n"
BOMBS: Mapping[str, tuple[str, bytes]] = {
    "rows": ("table", f"Stage,Step,Emotion,Pains\n{ROW * 50_000}".encode()),
    "columns": ("table", ("Stage,Step\n" + "x," * 400_000).encode()),
    "one cell": ("table", f'Stage,Step\nBuy,"{"x" * 5_000_000}"\n'.encode()),
    "an open quotation mark": ("table", ('Stage,Step\nBuy,"' + "x\n" * 500_000).encode()),
    "items": ("table", f"Stage,Step,Pains\nBuy,Pays,{'a;' * 10_000}\n".encode()),
    "headings": ("table", (",".join(f"Touchpoimt{n}" for n in range(5_000)) + "\nx").encode()),
    "brackets": ("table", f"Stage,Step,Pains\nBuy,Pays,{'[' * 15_000}\n".encode()),
    "a Markdown table": ("table", b"| Stage | Step |\n|---|---|\n" + b"| a | b |\n" * 30_000),
    "Markdown brackets": ("table", b"| Stage | Step |\n|---|---|\n| " + b"[[" * 100_000 + b" | b |\n"),
    "zip": ("table", zip_bomb()),
    "tasks": ("mermaid", b"journey\n" + b"Pays: 5: Me\n" * 100_000),
    "actors": ("mermaid", b"journey\nPays: 5: " + b"a," * 100_000),
    "colons": ("mermaid", b"journey\nPays" + b": 5" * 100_000),
    "semicolons": ("mermaid", b"journey\nPays" + b"; a: 5" * 50_000),
    "hashes": ("mermaid", b"journey\n" + b"#" * 400_000 + b": 5"),
    "comments": ("mermaid", b"journey\n" + b"%% x\n" * 100_000),
    "front matter": ("mermaid", b"---\na: " + b"[" * 9_000 + b"\n---\njourney\nPays: 5"),
    "aliases": ("mermaid", b"---\na: &a [x]\nb: [" + b"*a," * 9_000 + b"]\n---\njourney\nPays: 5"),
    "fences": ("mermaid", b"```mermaid\njourney\n" * 30_000),
    "headings above": ("mermaid", b"# " + b" #" * 200_000 + b"x\n```mermaid\njourney\nPays: 5\n```\n"),
    "blanks behind a fence": ("mermaid", b"```" + b" " * 400_000 + b"x\njourney\nPays: 5\n```\n"),
    "digits in a heading": ("table", b"Stage,Step,Emotion " + b"1" * 100_000 + b"\nBuy,Pays,1\n"),
    "digits in an emotion": ("table", b"Stage,Step,Emotion\nBuy,Pays," + b"1" * 100_000 + b"x\n"),
    "blanks in an emotion": ("table", b"Stage,Step,Emotion\nBuy,Pays,1" + b" " * 100_000 + b"/\n"),
    "numbers in a heading": ("table", b"Stage,Step,Emotion " + b"1. " * 30_000 + b"\nBuy,Pays,1\n"),
}


def main() -> None:
    guard(120)
    for name, (source, raw) in BOMBS.items():
        print(f"{name}: ", end="", flush=True)
        texts, said = imported(source, raw, "any")
        size = f"{len(texts)} definitions of {sum(map(len, texts))} characters"
        print(f"{size}, {len(said)} remarks, at last {said[-1][:90]!r}", flush=True)


if __name__ == "__main__":
    main()
