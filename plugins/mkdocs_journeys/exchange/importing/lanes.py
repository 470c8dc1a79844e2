"""What the headings of a table stand for, and what its cells add to a step, a stage or a journey."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from mkdocs_journeys.definitions import Message, parse_duration, say
from mkdocs_journeys.exchange.importing.draft import Draft, DraftStep, Person
from mkdocs_journeys.exchange.importing.headings import match_heading
from mkdocs_journeys.exchange.importing.markdown_table import without_marks
from mkdocs_journeys.exchange.importing.scores import (
    OURS,
    Emotion,
    Scale,
    likely_scale,
    on_our_scale,
    read_emotion,
    scale_of_heading,
)
from mkdocs_journeys.exchange.importing.table import Cell, Table

LISTS = frozenset(
    {"does", "thinks", "needs", "expects", "pains", "gains", "quotes", "frontstage", "backstage", "support"}
)
SPOKEN = frozenset({"thinks", "quotes"})
"""Lists of what somebody thinks or says: quotation marks around it are none of its words."""

NAMES = frozenset({"touchpoints", "channel", "evidence"})
TEXTS = frozenset({"feeling", "where", "when"})
SILENT = frozenset({"number", "computed"})
"""Columns whose content follows from the rest."""

SEVERAL = LISTS | NAMES | SILENT | {"improvements", "personas"}
"""Fields that several lanes may stand for."""

OF_THE_STEP = LISTS | NAMES | TEXTS | {"emotion", "takes", "personas", "improvements", "drop_off", "moment"}
MEANING_NOTHING = frozenset({"title", "summary", "scenario", "kind"})
"""Fields of a whole journey, or of ours: not looked for among the lanes of a step."""

_YES = frozenset({"x", "✓", "✔", "yes", "да", "是", "ja", "1", "true", "mot"})
_QUOTED = re.compile(r"""["“„«「『‘'](?P<words>[^"“”„«»「」『』]+)["”“»」』’']""")
_MOMENTS = frozenset({"truth", "delight", "pain"})


@dataclass(frozen=True)
class Lane:
    """A column or row of a table: the field that it stands for, its heading and its number."""

    field: str
    heading: Cell
    number: int


@dataclass
class Lanes:
    """The lanes of a table, each field once, and the scale of its emotions.

    With `numbers`, some of these are numbers, so that a dash means that there is none.
    """

    table: Table
    found: list[Lane] = field(default_factory=list)
    scale: Scale = OURS
    numbers: bool = False

    def get(self, name: str) -> Lane | None:
        """The lane of a field."""
        return next((lane for lane in self.found if lane.field == name), None)

    def of_steps(self) -> list[Lane]:
        """The lanes that say something of a step."""
        return [lane for lane in self.found if lane.field in OF_THE_STEP]


def find_lanes(table: Table, headings: Iterable[tuple[int, Cell]], filled: Iterable[int]) -> Lanes:
    """What each heading stands for; what is guessed or not known is a warning.

    `filled` are the numbers of lanes with content.
    """
    lanes = Lanes(table)
    with_content = set(filled)
    for number, cell in headings:
        if number in with_content:
            _add_lane(lanes, number, cell)
    if lanes.get("assumed") is not None:
        _prefer_typed(lanes)
    return lanes


def _add_lane(lanes: Lanes, number: int, cell: Cell) -> None:
    heading = " ".join(without_marks(cell.text).split())
    match = match_heading(without_marks(cell.text))
    if match is None or match.field in MEANING_NOTHING:
        lanes.table.warn(cell, _unknown(heading))
        return
    taken = lanes.get(match.field)
    if taken is not None and match.field not in SEVERAL:
        lanes.table.warn(cell, _twice(" ".join(without_marks(taken.heading.text).split()), heading))
        return
    if match.guessed is not None:
        lanes.table.warn(
            cell,
            say('the heading "%(heading)s" was taken for "%(word)s"', heading=heading, word=match.guessed),
        )
    lanes.found.append(Lane(match.field, cell, number))


def _twice(first: str, second: str) -> Message:
    return say(
        '"%(first)s" and "%(second)s" mean the same; what stands under the second is left out',
        first=first,
        second=second,
    )


def _unknown(heading: str) -> Message:
    if heading:
        return say('the heading "%(heading)s" is not known; what stands there is left out', heading=heading)
    return say("there is no heading here; what stands there is left out")


def _prefer_typed(lanes: Lanes) -> None:
    """In our own file the typed score is "assumed"; "emotion" is what evidence makes of it."""
    lanes.found = [
        Lane("emotion", lane.heading, lane.number) if lane.field == "assumed" else lane
        for lane in lanes.found
        if lane.field != "emotion"
    ]


def take_scores_for_scores(lanes: Lanes, cells_of: Callable[[Lane], Sequence[Cell]]) -> None:
    """Take a lane of feelings for one of emotions, where all that stands in its cells is numbers."""
    lane = lanes.get("feeling")
    if lane is None or lanes.get("emotion") is not None:
        return
    filled = [cell for cell in cells_of(lane) if cell.items]
    if filled and all(read_emotion(cell.text).number is not None for cell in filled):
        lanes.found[lanes.found.index(lane)] = Lane("emotion", lane.heading, lane.number)


def choose_scale(lanes: Lanes, cells: Sequence[Cell], wished: Scale | None) -> None:
    """The scale of the emotions: the wished one, the heading's, or what the numbers look like (a warning)."""
    lane = lanes.get("emotion")
    if lane is None:
        return
    heading = lane.heading.text
    named = wished or scale_of_heading(heading)
    if named is None and match_is_ours(heading):
        named = OURS
    read = [read_emotion(cell.text) for cell in cells if cell.text]
    numbers = [emotion.number for emotion in read if emotion.number is not None and emotion.scale is None]
    lanes.scale = named or likely_scale(numbers)
    lanes.numbers = any(emotion.number is not None for emotion in read)
    if named is None and numbers:
        low, high = lanes.scale
        lanes.table.warn(
            lane.heading,
            say(
                "the scores were read on a scale from %(low)s to %(high)s; name another one with --scale",
                low=f"{low:g}",
                high=f"{high:g}",
            ),
        )


def match_is_ours(heading: str) -> bool:
    """Whether the heading is the one that our own files have, whose scores need no scale."""
    return heading.strip() == "assumed"


def add_to_step(lanes: Lanes, draft: Draft, step: DraftStep, lane: Lane, cell: Cell) -> None:
    """Add what a cell of a lane says of a step."""
    if not cell.text:
        return
    if lane.field in SPOKEN:
        step.add(lane.field, [_unquoted(item) for item in cell.items])
    elif lane.field in LISTS:
        step.add(lane.field, cell.items)
    elif lane.field in NAMES:
        step.add(lane.field, [without_marks(name) for name in cell.names])
    elif lane.field in TEXTS:
        step.describe(lane.field, cell.items)
    else:
        _add_other(lanes, draft, step, lane, cell)


def _unquoted(text: str) -> str:
    match = _QUOTED.fullmatch(text)
    return text if match is None else match["words"]


def _add_other(lanes: Lanes, draft: Draft, step: DraftStep, lane: Lane, cell: Cell) -> None:
    if lane.field == "personas":
        step.personas += [Person(without_marks(name), lanes.table.place(cell)) for name in cell.names]
    elif lane.field == "improvements":
        for title in cell.items:
            draft.improve(without_marks(title), lanes.table.place(cell), step)
    elif lane.field == "emotion":
        _add_emotion(lanes, step, cell)
    else:
        _add_rare(lanes.table, step, lane.field, cell)


def _add_rare(table: Table, step: DraftStep, name: str, cell: Cell) -> None:
    if name == "takes":
        _add_length(table, step, cell)
    elif name == "drop_off":
        _add_drop_off(table, step, cell)
    elif cell.text.casefold() in _MOMENTS:
        step.fields["moment"] = cell.text.casefold()
    elif cell.text.casefold() in _YES:
        step.fields["moment"] = "truth"
    else:
        table.warn(cell, say('"%(text)s" does not say what moment this is; it is left out', text=cell.text))


def _add_length(table: Table, step: DraftStep, cell: Cell) -> None:
    if (length := parse_duration(cell.text)) is not None:
        step.fields["takes"] = str(length)
        return
    step.describe("when", cell.items)
    table.warn(
        cell,
        say('"%(text)s" is no length of time like 20 min or 3 days; it was put under "when"', text=cell.text),
    )


def _add_drop_off(table: Table, step: DraftStep, cell: Cell) -> None:
    emotion = read_emotion(cell.text)
    share = emotion.number
    if share is not None and (cell.text.rstrip().endswith("%") or share > 1):
        share /= 100
    if share is None or not 0 <= share <= 1:
        table.warn(cell, say('"%(text)s" is no share of customers who leave; it is left out', text=cell.text))
    else:
        step.leave = share


def _add_emotion(lanes: Lanes, step: DraftStep, cell: Cell) -> None:
    if lanes.numbers and not cell.items:
        return
    emotion = read_emotion(cell.text)
    if emotion.word is not None and lanes.get("feeling") is None:
        step.fields.setdefault("feeling", " ".join(emotion.word.split()))
    elif emotion.word is not None and emotion.score is None and emotion.number is None:
        lanes.table.warn(cell, say('"%(text)s" is no score, and is left out', text=cell.text))
    score = _score(lanes, emotion, cell)
    if score is not None:
        if step.fields.get("emotion", score) != score:
            lanes.table.warn(cell, say("this step has a score already; this one is left out"))
        step.fields.setdefault("emotion", score)


def _score(lanes: Lanes, emotion: Emotion, cell: Cell) -> float | None:
    if emotion.number is not None:
        return _number_score(lanes, emotion.number, emotion.scale or lanes.scale, cell)
    if emotion.score is not None:
        lanes.table.warn(
            cell,
            say('"%(text)s" was taken for a score of %(score)s', text=cell.text, score=f"{emotion.score:g}"),
        )
    elif emotion.word is not None and lanes.get("feeling") is None:
        lanes.table.warn(
            cell,
            say(
                'no score is known for "%(text)s"; it was kept as a feeling, and the curve has a gap here',
                text=cell.text,
            ),
        )
    return emotion.score


def _number_score(lanes: Lanes, number: float, scale: Scale, cell: Cell) -> float | None:
    score = on_our_scale(number, scale)
    if score is None:
        low, high = scale
        lanes.table.warn(
            cell,
            say(
                "%(score)s is beyond the scale from %(low)s to %(high)s; the curve has a gap here",
                score=f"{number:g}",
                low=f"{low:g}",
                high=f"{high:g}",
            ),
        )
    return score


def feel_by_words(lanes: Lanes, step: DraftStep, place: Cell) -> None:
    """A score from the words for a feeling, where the table has no lane of scores."""
    word = step.fields.get("feeling")
    if lanes.get("emotion") is not None or not word or "emotion" in step.fields:
        return
    emotion = read_emotion(word)
    if emotion.score is not None:
        step.fields["emotion"] = emotion.score
        lanes.table.warn(
            place, say('"%(text)s" was taken for a score of %(score)s', text=word, score=f"{emotion.score:g}")
        )


def do_not_repeat_the_name(step: DraftStep) -> None:
    """What is done at a step without its first entry, where that is the step's name already."""
    does = step.fields.get("does", [])
    if does and without_marks(does[0]).rstrip(".。") == step.name:
        step.fields["does"] = does[1:]
