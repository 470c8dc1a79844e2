"""A score of Mermaid's as one of ours."""

import math

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.importing.mermaid_blocks import Line
from mkdocs_journeys.exchange.importing.remarks import Remarks
from mkdocs_journeys.exchange.importing.scores import Scale, on_our_scale

MERMAIDS: Scale = (1.0, 5.0)


def emotion_of(score: Line | None, task: Line, scale: Scale, remarks: Remarks) -> float | None:
    """The emotion (-2..2) that a task's score stands for; None where it has none, which is a warning.

    Scores beyond the scale count as its nearer end, with a warning.
    """
    if score is None or not score.text:
        remarks.warn(task.place, say("this step has no score; its curve has a gap here"))
        return None
    typed = _number(score.text)
    if typed is None:
        remarks.warn(score.place, say('"%(text)s" is no score; the curve has a gap here', text=score.text))
        return None
    return on_our_scale(_within(typed, score, scale, remarks), scale)


def _number(text: str) -> float | None:
    """The number that somebody typed; infinite ones are none."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _within(typed: float, score: Line, scale: Scale, remarks: Remarks) -> float:
    low, high = scale
    within = min(max(typed, low), high)
    if within != typed:
        values = {"low": f"{low:g}", "high": f"{high:g}", "score": score.text, "within": f"{within:g}"}
        message = say(
            "Mermaid's scores go from %(low)s to %(high)s; %(score)s counts as %(within)s here", **values
        )
        remarks.warn(score.place, message)
    return within
