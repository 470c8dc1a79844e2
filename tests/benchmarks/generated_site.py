"""Sites of any size: one made of definitions, and one of hand-written pages that say the same.

Both are templates over the same data. The plain site has a page for each definition; the lists, charts and
figures that the plugin adds have no counterpart there.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from tests.benchmarks.generated_data import Evidence, Journey, Persona, Site, Step, Touchpoint, generate

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_DEFINITIONS = {
    Evidence: "docs/evidence",
    Touchpoint: "docs/touchpoints",
    Persona: "personas",
    Journey: "journeys",
}
_PAGES = {
    Evidence: "docs/evidence",
    Touchpoint: "docs/touchpoints",
    Persona: "docs/personas",
    Journey: "docs/journeys",
}
_Item = Evidence | Touchpoint | Persona | Journey


def write_definitions(folder: Path, count: int) -> None:
    """A site of `count` journeys of 15 steps with their personas, touchpoints and evidence, in `folder`."""
    site = generate(count)
    _write_frame(folder, ["journeys", "search"])
    for item in _items(site):
        _write_item(folder / _DEFINITIONS[type(item)], "definitions", item, [])
    for piece in site.evidence:
        if piece.readings:
            _write(folder / f"docs/evidence/{piece.id}.csv", "definitions/readings.csv", evidence=piece)


def write_pages(folder: Path, count: int) -> None:
    """A plain site of hand-written pages with the information of `write_definitions`, in `folder`."""
    site = generate(count)
    mentions = _mentions(site)
    _write_frame(folder, ["search"])
    for item in _items(site):
        _write_item(folder / _PAGES[type(item)], "plain", item, mentions[item.id])


def _items(site: Site) -> Iterator[_Item]:
    yield from site.evidence
    yield from site.touchpoints
    yield from site.personas
    yield from site.journeys


def _mentions(site: Site) -> dict[str, list[tuple[Journey, Step]]]:
    """By the id of a touchpoint, piece of evidence or persona: the steps that name it."""
    found = defaultdict(list)
    for journey in site.journeys:
        for step in journey.steps:
            for named in (step.touchpoint, step.evidence, *journey.personas):
                if named:
                    found[named.id].append((journey, step))
    return found


def _write_frame(folder: Path, plugins: list[str]) -> None:
    _write(folder / "mkdocs.yml", "mkdocs.yml", plugins=plugins)
    _write(folder / "docs/index.md", "index.md")


def _write_item(folder: Path, variant: str, item: _Item, mentions: list[tuple[Journey, Step]]) -> None:
    kind = type(item).__name__.lower()
    _write(folder / f"{item.id}.md", f"{variant}/{kind}.md", **{kind: item, "mentions": mentions})


def _write(file: Path, template: str, **values: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_TEMPLATES.get_template(template).render(values), encoding="utf-8")
