"""The keys that each part of a definition takes, read from its model."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, get_origin

from pydantic import BaseModel

from mkdocs_journeys.definitions.fields import Id, InlineText
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

Items = Literal["ids", "names", "texts", "parts"]


@dataclass(frozen=True)
class Shape:
    """What a mapping takes: `keys` with their values' shapes, and `others` where authors choose keys.

    A text that is one of several known words has these `words`. A list says what its `items` are.
    """

    keys: Mapping[str, "Shape"] = field(default_factory=dict)
    others: "Shape | None" = None
    words: tuple[str, ...] = ()
    items: Items | None = None

    def takes(self, key: str) -> bool:
        """Whether `key` is known here."""
        return key in self.keys or self.others is not None

    def within(self, key: str) -> "Shape":
        """The shape of what stands under `key`."""
        return self.keys.get(key) or self.others or TEXT


TEXT = Shape()
"""No mapping at all."""


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a model; its attribute `typed_as` names the model whose keys are typed for it."""
    typed = getattr(model, "typed_as", None)
    if typed is not None:
        return Shape(shape_of(typed).keys, shape_of(typed))
    return Shape({info.alias or name: _shape(info.annotation) for name, info in model.model_fields.items()})


def shape_at(model: type[BaseModel], way: Way) -> Shape:
    """The shape of the part that `way` leads to."""
    shape = shape_of(model)
    for part in way:
        if isinstance(part, str):
            shape = shape.within(part)
    return shape


def _shape(annotation: Any) -> Shape:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    if get_origin(annotation) is Literal:
        return Shape(words=annotation.__args__)
    if get_origin(annotation) is Mapping:
        return Shape({}, TEXT)
    if get_origin(annotation) is tuple:
        return replace(_shape(annotation.__args__[0]), items=_items(annotation.__args__[0]))
    found = map(_shape, getattr(annotation, "__args__", ()))
    return next((shape for shape in found if shape is not TEXT), TEXT)


def _items(annotation: Any) -> Items:
    """What the items of a list are, by the type of one."""
    if _shape(annotation) is not TEXT:
        return "parts"
    if annotation == Id:
        return "ids"
    return "texts" if annotation == InlineText else "names"


def prune(node: Node, shape: Shape) -> Node:
    """`node` without what is empty anywhere below it: an empty value counts as left out.

    A key that its place does not know stays, so that it is found.
    """
    if isinstance(node.value, list):
        node.value = [item for item in node.value if not _is_empty(prune(item, shape))]
    elif isinstance(node.value, dict):
        kept = {key: prune(item, shape.within(key)) for key, item in node.value.items()}
        node.value = {key: item for key, item in kept.items() if not (shape.takes(key) and _is_empty(item))}
    return node


def _is_empty(node: Node) -> bool:
    if node.faulty:
        return False
    return not node.value.strip() if isinstance(node.value, str) else not node.value
