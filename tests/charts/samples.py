"""Curves to draw, written short, and strategies for any curve at all."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from mkdocs_journeys.charts import ChartWords
from mkdocs_journeys.insight import LEVELS as CONFIDENCE
from mkdocs_journeys.insight import Curve, CurvePoint, Period, Trend

NUMBERS = re.compile(r"-?[\d.]+")
SVG = "{http://www.w3.org/2000/svg}"
LEVELS = {-2: "very bad", -1: "bad", 0: "neutral", 1: "good", 2: "very good"}
WORDS = ChartWords(
    title="Mood falls to −2 at Pays",
    levels=LEVELS,
    alternative="Starts at 1, ends at 0.5; lowest −2 at Pays; largest fall 2.8 from Orders to Pays.",
    nothing_scored="No step is scored yet.",
    assumed="assumed",
    evidence="rests on evidence",
    spread="middle half of the readings",
    truth="moment of truth",
    everyone="Everybody",
    inside="What the company believes",
    confidence={"none": "assumed", "weak": "a hint", "fair": "fairly known", "strong": "well known"},
)
STAGES = {"find": "Find out", "buy": "Buy", "use": "Use"}


def point(name: str, score: float | None = None, **more: Any) -> CurvePoint:  # Any: a point's other fields
    """A point whose id and stage are made up where they do not matter."""
    more.setdefault("stage_id", "find")
    return CurvePoint(step_id=name.lower().replace(" ", "-"), step_name=name, score=score, **more)


def curve(points: Sequence[CurvePoint], persona: str | None = None, name: str = "") -> Curve:
    return Curve(persona=persona, name=name or (persona or "").title(), colour=None, points=tuple(points))


def scored(*scores: float | None, evidenced: bool = False, persona: str | None = None) -> Curve:
    """A curve over steps called Step 1, Step 2, ... of one stage."""
    return curve([point(f"Step {i}", s, evidenced=evidenced) for i, s in enumerate(scores, 1)], persona)


def changed(then: Curve, now: Curve) -> Trend:
    """Then and now; when that was and what was asked is said in words."""
    period = Period(first=date(2026, 1, 1), last=date(2026, 2, 1), methods=("survey",), n=1)
    return Trend(then=period, now=period, then_curve=then, now_curve=now, changes=(), alike=True)


def read(svg: bytes) -> ET.Element:
    """The picture's root; it fails where the XML is not well-formed."""
    return ET.fromstring(svg.decode("utf-8"))  # noqa: S314 - drawn by ourselves


def texts(svg: bytes) -> list[str]:
    """Every text that is drawn, each whole whatever lines it has."""
    return [said(element) for element in read(svg).iter(f"{SVG}text")]


def said(element: ET.Element) -> str:
    """What an element shows: its text without what a pointer would bring up."""
    own = element.text or ""
    return own + "".join((said(c) if c.tag != f"{SVG}title" else "") + (c.tail or "") for c in element)


def of_class(svg: bytes, name: str) -> list[ET.Element]:
    """The elements with a class, in order."""
    return [element for element in read(svg).iter() if name in element.get("class", "").split()]


def drawn_places(svg: bytes) -> list[tuple[float, float]]:
    """Where points, texts and the outlines' corners and control points lie."""
    places = [(float(e.get("cx", 0)), float(e.get("cy", 0))) for e in read(svg).iter(f"{SVG}circle")]
    places += [(float(e.get("x", 0)), float(e.get("y", 0))) for e in read(svg).iter(f"{SVG}text")]
    for element in read(svg).iter(f"{SVG}path"):
        data = element.get("d", "").split("l")[0]  # after an l come the sides of a marker
        numbers = [float(number) for number in NUMBERS.findall(data)]
        places += list(zip(numbers[::2], numbers[1::2], strict=True))
    return places


scores = st.one_of(st.none(), st.floats(-2, 2), st.sampled_from([-2.0, -1.0, 0.0, 1.0, 2.0]))
names = st.text(min_size=1, max_size=90)


@st.composite
def points_along(draw: st.DrawFn, steps: Sequence[tuple[str, str]]) -> tuple[CurvePoint, ...]:
    """Points over the given step names and stages, some with readings, some with gaps."""
    return tuple(draw(_point_of(index, name, stage)) for index, (name, stage) in enumerate(steps))


@st.composite
def _point_of(draw: st.DrawFn, index: int, name: str, stage: str) -> CurvePoint:
    score = draw(scores)
    n = draw(st.sampled_from([0, 0, 1, 7, 1200]))
    low, high = sorted(draw(st.tuples(st.floats(-2, 2), st.floats(-2, 2))))
    return CurvePoint(
        step_id=f"step-{index}",
        step_name=name,
        stage_id=stage,
        score=score,
        evidenced=draw(st.booleans()),
        n=n,
        q1=low if n else None,
        q3=high if n else None,
        assumed=draw(scores) if n else None,
        level=draw(st.sampled_from([None, *CONFIDENCE])),
        moment=draw(st.sampled_from([None, None, "truth", "delight", "pain"])),
    )


@st.composite
def journeys(draw: st.DrawFn, most_steps: int = 9) -> list[Curve]:
    """The curves of a journey of any length: of all customers, and of up to six personas."""
    steps = draw(st.lists(st.tuples(names, st.sampled_from(sorted(STAGES))), min_size=1, max_size=most_steps))
    personas = draw(st.lists(names, max_size=6, unique=True))
    curves = [Curve(persona=None, name="", colour=None, points=draw(points_along(steps)))]
    for number, name in enumerate(personas):
        curves.append(Curve(persona=f"p{number}", name=name, colour=None, points=draw(points_along(steps))))
    return curves
