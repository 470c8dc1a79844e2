"""`journeys export chart`: a journey's curve for a slide."""

import re
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_journeys.charts import ChartCache, Slide, SlideForm
from mkdocs_journeys.cli.completing import IdsOf
from mkdocs_journeys.cli.exporting_site import (
    DRAFTS,
    FORCE,
    JOURNEY,
    Writing,
    exporting,
    found_site,
    warn,
)
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import say, visible
from mkdocs_journeys.languages import Language
from mkdocs_journeys.pages.journey_files import without_glyphs
from mkdocs_journeys.pages.prepared import CACHE
from mkdocs_journeys.pages.slides import journey_slide
from mkdocs_journeys.pages.view import Site

SMALLEST, LARGEST = 200, 8000


def _size(context: click.Context, parameter: click.Parameter, typed: str) -> tuple[int, int]:  # noqa: ARG001 - what click calls
    found = re.fullmatch(r"([0-9]{1,5})\s*[xX×]\s*([0-9]{1,5})", typed.strip())
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if min(width, height) >= SMALLEST and max(width, height) <= LARGEST:
        return width, height
    message = say(
        '"%(size)s" is no size; write width and height in pixels, each %(least)s to %(most)s, like 1600x900',
        size=visible(typed), least=SMALLEST, most=LARGEST,
    )  # fmt: skip
    raise click.BadParameter(told(message))


@click.command("chart")
@JOURNEY
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The picture to write; its ending decides: .svg, .png or .pdf.",
)
@click.option(
    "--size", callback=_size, default="1600x900", show_default=True, metavar="WIDTHxHEIGHT", help="In pixels."
)
@click.option(
    "--persona",
    "personas",
    multiple=True,
    metavar="ID",
    shell_complete=IdsOf("persona"),
    help="Only this persona's curve; may be given again.",
)
@click.option("--dark", is_flag=True, help="On a dark ground.")
@FORCE
@DRAFTS
@CONFIG_FILE
@LANG
def export_chart(
    journey: str, output: Path, size: tuple[int, int], personas: Sequence[str], config_file: Path | None,
    words: Language, *, dark: bool, force: bool, drafts: bool,
) -> None:  # fmt: skip
    r"""Draw a journey's curve for a slide.

    The texts in the picture are in the journey's language.

    \b
    Examples:
      journeys export chart buying-shoes --output curve.png
      journeys export chart buying-shoes --output curve.pdf --size 1280x720 --persona lena --dark

    Exit status: 0 written, 1 the site has errors, 2 used wrongly, as where something is there already.
    """
    form = _form(output)
    writing = Writing(output, words, force)
    found = found_site(config_file, words, drafts=drafts)
    wanted = found.journey(journey)
    chosen = [found.persona(wanted, persona) for persona in personas]
    root = found.configuration.root
    site = Site(found.insight, root, ChartCache(root / CACHE))
    with exporting(words):
        picture = journey_slide(site, wanted, form, Slide(*size, dark=dark), chosen)
    writing.write(picture.content)
    if picture.missing is not None:
        warn(without_glyphs(picture.missing), words)


def _form(output: Path) -> SlideForm:
    forms: dict[str, SlideForm] = {".svg": "svg", ".png": "png", ".pdf": "pdf"}
    if output.suffix.lower() not in forms:
        message = say(
            "%(file)s ends in none of %(endings)s", file=visible(output.name), endings=", ".join(forms)
        )
        raise click.BadParameter(told(message), param_hint="--output")
    return forms[output.suffix.lower()]
