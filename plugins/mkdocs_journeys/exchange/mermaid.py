"""A journey as a `journey` diagram of Mermaid, and what such a diagram has no place for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from mkdocs_journeys.definitions import Gettext, Journey, Message, Stage, Step, say
from mkdocs_journeys.exchange.typed import as_typed, exact
from mkdocs_journeys.insight import Insight, StepInsight

NOT_SCORED = 3
"""What stands for a step without a score: Mermaid has no gaps, and 3 is its middle."""

DECIMALS = 2

LOOK_ALIKES = str.maketrans(
    {":": "\u2236", ";": "\uff1b", "#": "\uff03", "<": "\u2039", ">": "\u203a", "&": "\uff06"}
)
"""Characters at which Mermaid ends a name or takes it for code, and what stands for them."""

_COMMENT = re.compile("^%|%(?=%)|(?<=%)%")
_PERCENT = "\uff05"
_BLANK = "\ufeff"
"""White space to JavaScript, but not to Python."""

_COMMA = "\u201a"
_WORD = re.compile(r"(title|section|journey|acctitle|accdescr)(?![a-z0-9_])", re.IGNORECASE)
JOINER = "\u2060"
"""An invisible character before a name that Mermaid would take for a line of another kind."""

_CARRIED = frozenset({"name", "id", "title", "stages", "steps", "personas", "emotion"})


@dataclass(frozen=True)
class Diagram:
    """A diagram's text, and in `lost` a sentence for each thing that it does not say."""

    text: str
    lost: tuple[Message, ...]


def mermaid(insight: Insight, journey: str, gettext: Gettext = str) -> Diagram:
    """The journey with id `journey` as a diagram: scores -2..2 as 1..5, personas as actors.

    `gettext` tells the comments in somebody's language. See `LOOK_ALIKES` for what happens to names.
    """
    studied = insight.journeys[journey]
    lost = tuple(_lost(insight, studied.journey))
    steps = {step.id: step for step in studied.steps}
    text = _template().render(
        title=escaped(studied.journey.title),
        notes=[_without_percents(message.in_words(gettext)) for message in lost],
        stages=[
            {
                "name": escaped(stage.name),
                "steps": [_step(insight, steps[step.id]) for step in stage.steps],
            }
            for stage in studied.journey.stages
        ],
    )
    return Diagram(text, lost)


def escaped(text: str) -> str:
    """A name with look-alikes in place of what Mermaid does not take for text."""
    plain = _without_percents(text.translate(LOOK_ALIKES))
    return f"{JOINER}{plain}" if _WORD.match(plain) else plain


def _without_percents(text: str) -> str:
    """Text in which no comment and no directive begins."""
    return _COMMENT.sub(_PERCENT, " ".join(text.replace(_BLANK, " ").split()))


def _step(insight: Insight, studied: StepInsight) -> dict[str, object]:
    personas = insight.catalogue.personas_of(studied.at)
    names = (insight.travellers[persona][0] for persona in personas)
    return {
        "name": escaped(studied.at.step.name),
        "score": _score(studied),
        "actors": [escaped(name).replace(",", _COMMA) for name in names],
    }


def _score(studied: StepInsight) -> str:
    if studied.feeling is None:
        return str(NOT_SCORED)
    return exact(round(studied.feeling.score + 3, DECIMALS))


def _lost(insight: Insight, journey: Journey) -> Iterator[Message]:
    steps = insight.journeys[journey.id].steps
    gaps = [step.at.step.name for step in steps if step.feeling is None]
    if gaps:
        yield say(
            "not scored, which Mermaid cannot show; drawn as 3 (neutral): %(steps)s", steps=", ".join(gaps)
        )
    differing = [step.at.step.name for step in steps if _differs(step)]
    if differing:
        yield say("the scores of single personas are not carried over: %(steps)s", steps=", ".join(differing))
    if keys := _keys_without_place(journey):
        yield say("Mermaid has no place for: %(keys)s", keys=", ".join(keys))


def _differs(studied: StepInsight) -> bool:
    feeling = studied.feeling
    return feeling is not None and any(own != feeling.score for own in _own_scores(studied))


def _own_scores(studied: StepInsight) -> list[float | None]:
    personas = {} if studied.feeling is None else studied.feeling.personas
    return [None if own is None else own.score for own in personas.values()]


def _keys_without_place(journey: Journey) -> list[str]:
    """The keys that are used in a journey and not carried over, each once."""
    parts: list[Journey | Stage | Step] = [journey, *journey.stages, *journey.steps]
    found = dict.fromkeys(key for part in parts for key in _used(part) if key not in _CARRIED)
    return [*found, "body"] if journey.source.body_markdown.strip() else list(found)


def _used(part: Journey | Stage | Step) -> Iterator[str]:
    defaults = {info.alias or name: info.default for name, info in type(part).model_fields.items()}
    return (key for key, value in as_typed(part).items() if value != defaults[key])


@cache
def _template() -> Template:
    made = Environment(
        autoescape=False,  # noqa: S701 - this is no HTML, and names are escaped for Mermaid
        undefined=StrictUndefined,
        lstrip_blocks=True,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return made.from_string(files(__package__).joinpath("templates/journey.mmd").read_text("utf-8"))
