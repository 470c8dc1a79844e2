"""Colours, marker shapes and dashes: every colour is a CSS variable on a page, and a fixed one on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Ink = Literal[
    "blue", "vermillion", "green", "purple", "ink", "muted", "axis", "rule", "band", "paper", "white"
]
Shape = Literal["circle", "square", "diamond", "triangle"]
PersonaInk = Literal["blue", "vermillion", "green", "purple"]

LIGHT: Mapping[Ink, str] = MappingProxyType(
    {
        "blue": "#0072B2",
        "vermillion": "#D55E00",
        "green": "#009E73",
        "purple": "#CC79A7",
        "ink": "#1f2430",
        "muted": "#5f6773",
        "axis": "#868d98",
        "rule": "#d9dde3",
        "band": "#f4f6f8",
        "paper": "#ffffff",
        "white": "#ffffff",
    }
)
"""The colours on white. The first four reach 3:1 on white and on slate #1e2129 alike, and hold in both."""

DARK: Mapping[Ink, str] = MappingProxyType(
    {
        "ink": "#e6e9ee",
        "muted": "#a6aebb",
        "axis": "#7f8794",
        "rule": "#3d434f",
        "band": "#252932",
        "paper": "#1e2129",
    }
)
"""What changes on slate."""


def colours(*, dark: bool) -> Mapping[Ink, str]:
    """Every colour on white, or on slate."""
    return {**LIGHT, **DARK} if dark else LIGHT


FORCED: Mapping[Ink, str] = MappingProxyType(
    {
        "blue": "CanvasText",
        "vermillion": "CanvasText",
        "green": "CanvasText",
        "purple": "CanvasText",
        "ink": "CanvasText",
        "muted": "CanvasText",
        "axis": "CanvasText",
        "rule": "GrayText",
        "band": "Canvas",
        "paper": "Canvas",
        "white": "Canvas",
    }
)
"""System colours, where the reader forces their own: shape, dash and label tell personas apart."""


def css(ink: Ink) -> str:
    """The colour as a CSS value: a variable that a page may set, and what it is otherwise."""
    return f"var(--journeys-{ink}, {LIGHT[ink]})"


@dataclass(frozen=True)
class Hand:
    """How one persona's curve is told apart: by colour, by marker and, where dashed, by its rhythm."""

    ink: PersonaInk | Literal["muted"]
    shape: Shape
    dash: tuple[float, ...]


HANDS: tuple[Hand, ...] = (
    Hand("blue", "circle", (5, 4)),
    Hand("vermillion", "square", (2, 3)),
    Hand("green", "diamond", (9, 4)),
    Hand("purple", "triangle", (9, 3, 2, 3)),
)
"""In the order in which personas take them."""


SIDES: tuple[Hand, Hand] = (Hand("muted", "diamond", (1, 3)), Hand("blue", "circle", (5, 4)))
"""Of two curves against each other: what is believed, said or past, and what is true, done or present."""


def hand_of(number: int, colour: PersonaInk | None) -> Hand:
    """The hand of the persona with this number (from 0), in its own colour where it has one."""
    hand = HANDS[number % len(HANDS)]
    return hand if colour is None else Hand(colour, hand.shape, hand.dash)
