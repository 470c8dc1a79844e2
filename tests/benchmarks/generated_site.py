"""Sites of any size: one made of definitions, and one of hand-written pages that say the same."""

import random
from collections.abc import Iterator
from pathlib import Path

WORDS = [
    "asks",
    "compares",
    "orders",
    "waits",
    "opens",
    "returns",
    "reads",
    "chooses",
    "pays",
    "calls",
    "visits",
    "searches",
    "reviews",
    "tries",
    "keeps",
    "finds",
    "sees",
    "price",
    "size",
    "delivery",
    "photo",
    "shop",
    "screen",
    "letter",
    "answer",
    "parcel",
    "colour",
    "queue",
    "refund",
    "card",
    "offer",
    "reminder",
    "voucher",
    "slowly",
    "early",
    "twice",
    "again",
    "late",
    "quickly",
    "alone",
    "together",
    "online",
    "outside",
    "inside",
    "almost",
    "never",
    "always",
    "hardly",
]
STAGES = (
    ("awareness", "Notice"),
    ("consideration", "Choose"),
    ("purchase", "Buy"),
    ("use", "Use"),
    ("loyalty", "Return"),
)
STEPS_A_STAGE = 3
METHODS = ("interview", "survey", "observation", "diary", "analytics")


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def _people(count: int) -> int:
    return max(3, count // 20)


def _touchpoints(count: int) -> int:
    return max(8, count // 10)


def _evidence(count: int) -> int:
    return max(5, count // 20)


def write_definitions(folder: Path, count: int) -> None:
    """A site of `count` journeys of 15 steps with their personas, touchpoints and evidence, in `folder`."""
    chance = random.Random(count)
    _write(folder / "mkdocs.yml", _CONFIGURATION.format(plugins="  - journeys\n  - search\n"))
    _write(folder / "docs/index.md", "# Generated journeys\n\nA site of a size.\n")
    for index in range(_people(count)):
        _write(folder / f"personas/p{index}.md", _persona(chance, index))
    for index in range(_touchpoints(count)):
        _write(
            folder / f"docs/touchpoints/t{index}.md",
            f"---\nname: Touchpoint {index}\nchannel: web\nowner: team\n---\n",
        )
    for index in range(_evidence(count)):
        _write(folder / f"docs/evidence/e{index}.md", _piece(chance, index))
    for index in range(count):
        _write(folder / f"journeys/j{index}.md", _journey(chance, index, count))


def write_pages(folder: Path, count: int) -> None:
    """A plain site of hand-written pages with the information of `write_definitions`, in `folder`."""
    chance = random.Random(count)
    _write(folder / "mkdocs.yml", _CONFIGURATION.format(plugins="  - search\n"))
    _write(folder / "docs/index.md", "# Generated journeys\n\nA site of a size.\n")
    for index in range(_people(count)):
        _write(folder / f"docs/personas/p{index}.md", _persona_page(chance, index))
    for index in range(_touchpoints(count)):
        _write(folder / f"docs/touchpoints/t{index}.md", _touchpoint_page(index, count))
    for index in range(_evidence(count)):
        _write(
            folder / f"docs/evidence/e{index}.md",
            f"# Study {index}\n\n{_sentence(chance, 30)}.\n\nOwner: team.\n",
        )
    for index in range(count):
        _write(folder / f"docs/journeys/j{index}.md", _journey_page(chance, index, count))


_CONFIGURATION = """site_name: Generated
site_url: https://journeys.example/
theme:
  name: material
  font: false
  features:
    - navigation.indexes
    - navigation.prune
plugins:
{plugins}markdown_extensions:
  - attr_list
  - tables
"""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _persona(chance: random.Random, index: int) -> str:
    return (
        f"---\nname: Person {index}\nrole: {_sentence(chance, 4)}\nowner: team\nreviewed: 2026-09-01\n"
        f"goals: [{_sentence(chance, 5)}, {_sentence(chance, 5)}]\nevidence: [e0]\n---\n{_sentence(chance, 40)}.\n"
    )


def _piece(chance: random.Random, index: int) -> str:
    method = METHODS[index % len(METHODS)]
    return (
        f"---\ntitle: Study {index}\nmethod: {method}\ndate: 2026-03-01\nowner: team\nreviewed: 2026-09-01\n---\n"
        f"{_sentence(chance, 30)}.\n"
    )


def _journey(chance: random.Random, index: int, count: int) -> str:
    people = _people(count)
    lines = [
        "---", f"title: Journey {index} {_sentence(chance, 3)}", f"summary: {_sentence(chance, 14)}",
        f"personas: [p{index % people}, p{(index + 1) % people}]", "owner: team", "reviewed: 2026-09-01", "stages:",
    ]  # fmt: skip
    for kind, name in STAGES:
        lines += [f"  - name: {name}", f"    kind: {kind}", f"    goal: {_sentence(chance, 6)}", "    steps:"]
        for number in range(STEPS_A_STAGE):
            lines += _step(chance, f"{kind}{number}", count)
    lines += _improvement(chance)
    lines += [
        "---",
        "## Story",
        "",
        f"{_sentence(chance, 60)}. See [[p{index % people}]].",
        "",
        f"{_sentence(chance, 40)}.",
    ]
    return "\n".join(lines) + "\n"


def _step(chance: random.Random, step: str, count: int) -> Iterator[str]:
    yield f"      - name: {_sentence(chance, 3)} {step}"
    yield f"        id: {step}"
    yield f"        does: {_sentence(chance, 10)}"
    yield f"        thinks: {_sentence(chance, 8)}"
    yield f"        feeling: {chance.choice(WORDS)}"
    yield f"        emotion: {chance.choice([-2, -1.5, -1, 0, 0.5, 1, 2])}"
    yield f"        touchpoints: [t{chance.randrange(_touchpoints(count))}]"
    yield f"        pains: [{_sentence(chance, 8)}]"
    yield f"        gains: [{_sentence(chance, 6)}]"
    yield f"        backstage: [{_sentence(chance, 5)}]"
    if chance.random() < 0.6:
        yield f"        evidence: [e{chance.randrange(_evidence(count))}]"
    if chance.random() < 0.2:
        yield f"        quotes: [{_sentence(chance, 9)}]"


def _improvement(chance: random.Random) -> list[str]:
    return [
        "improvements:", f"  - title: {_sentence(chance, 4)}", "    for: [purchase1]", f"    action: {_sentence(chance, 8)}",
        "    impact: 4", "    effort: 2", "    status: planned", "    owner: team",
    ]  # fmt: skip


def _persona_page(chance: random.Random, index: int) -> str:
    return (
        f"# Person {index}\n\n{_sentence(chance, 4)}\n\n## Goals\n\n- {_sentence(chance, 5)}\n- {_sentence(chance, 5)}\n\n"
        f"## Notes\n\n{_sentence(chance, 40)}.\n"
    )


def _touchpoint_page(index: int, count: int) -> str:
    meets = range(index % 10, count, max(1, count // 40))
    rows = "\n".join(
        f"| [Journey {j}](../journeys/j{j}.md) | Step | -1 | A pain that is felt | team |" for j in meets
    )
    return f"# Touchpoint {index}\n\n| Journey | Step | Emotion | Pains | Owner |\n|---|---|---|---|---|\n{rows}\n"


def _journey_page(chance: random.Random, index: int, count: int) -> str:
    people = _people(count)
    parts = [
        f"# Journey {index} {_sentence(chance, 3)}", _sentence(chance, 14),
        f"Personas: [one](../personas/p{index % people}.md), [two](../personas/p{(index + 1) % people}.md). Owner: team. "
        "Reviewed: 2026-09-01.",
    ]  # fmt: skip
    for kind, name in STAGES:
        parts += [f"## {name}", f"Kind: {kind}. Goal: {_sentence(chance, 6)}."]
        for number in range(STEPS_A_STAGE):
            parts += _step_part(chance, f"{kind}{number}", count)
    parts += [
        "## Touchpoints", "| Step | Touchpoint | Emotion | Pains | Owner |\n|---|---|---|---|---|\n" + _rows(chance, count),
        "## Improvements", f"| Title | For | Action | Impact | Effort |\n|---|---|---|---|---|\n| {_sentence(chance, 4)} | "
        f"[purchase1](#purchase1) | {_sentence(chance, 8)} | 4 | 2 |",
        "## Story", f"{_sentence(chance, 60)}.", f"{_sentence(chance, 40)}.",
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _step_part(chance: random.Random, step: str, count: int) -> list[str]:
    touchpoint = chance.randrange(_touchpoints(count))
    table = [
        ("Does", _sentence(chance, 10)), ("Thinks", _sentence(chance, 8)), ("Feels", f"{chance.choice(WORDS)}, -1"),
        ("Touchpoints", f"[Touchpoint {touchpoint}](../touchpoints/t{touchpoint}.md)"), ("Pains", _sentence(chance, 8)),
        ("Gains", _sentence(chance, 6)), ("Backstage", _sentence(chance, 5)),
        ("Evidence", f"[Study](../evidence/e{chance.randrange(_evidence(count))}.md)"),
    ]  # fmt: skip
    rows = "\n".join(f"| {lane} | {text} |" for lane, text in table)
    return [f"### {_sentence(chance, 3)} {step} {{#{step}}}", f"| | |\n|---|---|\n{rows}"]


def _rows(chance: random.Random, count: int) -> str:
    steps = [f"{kind}{number}" for kind, _ in STAGES for number in range(STEPS_A_STAGE)]
    return "\n".join(
        f"| [{step}](#{step}) | [T](../touchpoints/t{chance.randrange(_touchpoints(count))}.md) | -1 | "
        f"{_sentence(chance, 8)} | team |"
        for step in steps
    )
