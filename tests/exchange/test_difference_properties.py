"""What holds for the difference of any two revisions."""

import copy
import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.exchange.difference import Change, Difference, compare, read_side, text_curve
from mkdocs_journeys.exchange.difference.escaping import markdown_text
from mkdocs_journeys.exchange.difference.likeness import ENOUGH, in_other_order, paired
from tests.sites import BASE, TODAY, write

JOURNEY: dict[str, Any] = {
    "title": "Buying shoes",
    "personas": ["lena", "omar"],
    "owner": "web",
    "reviewed": "2026-11-01",
    "tags": ["retail"],
    "stages": [
        {
            "name": "Find out",
            "id": "find",
            "steps": [
                {"name": "Looks around", "id": "looks", "emotion": "1", "next": ["pays"]},
                {"name": "Asks a friend", "id": "asks", "personas": ["lena"]},
            ],
        },
        {
            "name": "Buy",
            "id": "buy",
            "steps": [
                {
                    "name": "Pays",
                    "id": "pays",
                    "emotion": {"score": "-1", "evidence": ["interviews"]},
                    "pains": [{"text": "The number is typed three times.", "severity": "2"}],
                    "quotes": [{"text": "Have I paid now?", "by": "lena"}],
                    "touchpoints": ["web-shop"],
                    "metrics": [{"name": "Broken off", "value": "12"}],
                },
                {"name": "Waits", "id": "waits", "takes": "3 days"},
            ],
        },
    ],
    "improvements": [{"title": "One click", "id": "click", "for": ["pays"], "status": "idea"}],
    "plays": [
        {
            "name": "Cart left",
            "at": "pays",
            "trigger": {"kind": "event", "event": "cart"},
            "do": ["A coupon by mail"],
        }
    ],
}
OMAR = str(BASE["personas/lena.md"]).replace("Lena Brandt", "Omar Haddad")
ADDED = object()

TEXTS = st.text("abcdefghijklmnop ", min_size=12, max_size=30).map(lambda text: f"New {text.strip()} here")
SCORES = st.sampled_from(["-2", "-0.5", "0.25", "2"])
WAYS: Mapping[str, tuple[tuple[str | int, ...], st.SearchStrategy[Any]]] = {
    "title": (("title",), TEXTS),
    "summary": (("summary",), TEXTS),
    "scenario": (("scenario",), TEXTS),
    "lang": (("lang",), st.sampled_from(["ru", "zh-Hant"])),
    "owner": (("owner",), st.sampled_from(["shop", "sales team"])),
    "reviewed": (("reviewed",), st.dates().map(str)),
    "review_every": (("review_every",), st.sampled_from(["2 weeks", "3-5 months"])),
    "status": (("status",), st.sampled_from(["draft", "review", "archived"])),
    "state": (("state",), st.just("future")),
    "tags": (("tags",), st.just(["retail", "shoes"])),
    "needs": (("needs",), st.lists(TEXTS, min_size=1, max_size=1)),
    "evidence": (("evidence",), st.just(["interviews"])),
    "goal": (("stages", 0, "goal"), TEXTS),
    "kind": (("stages", 1, "kind"), st.sampled_from(["use", "purchase"])),
    "stage": (("stages", 0, "name"), TEXTS),
    "step": (("stages", 1, "steps", 0, "name"), TEXTS),
    "does": (("stages", 1, "steps", 0, "does"), TEXTS),
    "feeling": (("stages", 0, "steps", 0, "feeling"), TEXTS),
    "emotion": (("stages", 0, "steps", 0, "emotion"), SCORES),
    "inside": (("stages", 1, "steps", 0, "emotion", "inside"), SCORES),
    "moment": (("stages", 0, "steps", 0, "moment"), st.sampled_from(["truth", "delight", "pain"])),
    "touchpoints": (("stages", 1, "steps", 0, "touchpoints"), st.just(["web-shop", "app"])),
    "takes": (("stages", 1, "steps", 1, "takes"), st.sampled_from(["1 hour", "4-6 days"])),
    "gains": (("stages", 1, "steps", 1, "gains"), st.lists(TEXTS, min_size=1, max_size=1)),
    "severity": (("stages", 1, "steps", 0, "pains", 0, "severity"), st.sampled_from(["1", "5"])),
    "quotes": (("stages", 1, "steps", 0, "quotes", 0, "text"), st.just("Have I really paid now?")),
    "consent": (("stages", 1, "steps", 0, "quotes", 0, "consent"), st.just("yes")),
    "by": (("stages", 1, "steps", 0, "quotes", 0, "by"), st.sampled_from(["omar", "A runner"])),
    "value": (("stages", 1, "steps", 0, "metrics", 0, "value"), st.integers(13, 99).map(str)),
    "target": (("stages", 1, "steps", 0, "metrics", 0, "target"), st.integers(1, 9).map(str)),
    "improvement": (("improvements", 0, "title"), TEXTS),
    "impact": (("improvements", 0, "impact"), st.sampled_from(["1", "5"])),
    "due": (("improvements", 0, "due"), st.dates().map(str)),
    "wait": (("plays", 0, "wait"), st.just("3 days")),
    "trigger_event": (("plays", 0, "trigger", "event"), st.just("basket")),
    "do": (("plays", 0, "do"), st.just(["A coupon by mail", "Nothing"])),
}


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    with tempfile.TemporaryDirectory() as folder:
        sides = [
            read_side(write(Path(folder) / name, files(journey)), SiteOptions(), TODAY)
            for name, journey in (("before", before), ("after", after))
        ]
        assert not [error for side in sides for found in side.errors.values() for error in found]
        return compare(sides[0], sides[1])


def files(journey: Mapping[str, Any]) -> dict[str, str | bytes]:
    text = f"---\n{json.dumps(journey, ensure_ascii=False, indent=1)}\n---\n"
    return {**BASE, "personas/omar.md": OMAR, "journeys/buying.md": text}


def told(found: Difference) -> list[Change]:
    return [change for subject in found.subjects for change in subject.made]


@given(data=st.data())
@settings(max_examples=8)  # reading a site twice takes a while, and most fields have few values
@pytest.mark.parametrize("what", WAYS)
def test_a_change_of_one_field_is_told_and_nothing_else(what: str, data: st.DataObject) -> None:
    way, values = WAYS[what]
    after = copy.deepcopy(JOURNEY)
    place: Any = after
    for part in way[:-1]:
        place = place[part]
    place[way[-1]] = data.draw(values)
    changes = told(difference(JOURNEY, after))
    assert [change.what for change in changes] == ([what] if after != JOURNEY else [])
    assert all(change.before != change.after for change in changes)


STEPS = st.permutations(["looks", "asks", "pays", "waits"])


@settings(max_examples=30)
@given(order=STEPS, cut=st.integers(1, 3))
def test_steps_that_only_moved_are_neither_new_nor_gone(order: list[str], cut: int) -> None:
    before, after = copy.deepcopy(JOURNEY), copy.deepcopy(JOURNEY)
    for journey in (before, after):
        del journey["stages"][0]["steps"][0]["next"]  # which may lead into a loop
    steps = {step["id"]: step for stage in after["stages"] for step in stage["steps"]}
    after["stages"][0]["steps"] = [steps[id_] for id_ in order[:cut]]
    after["stages"][1]["steps"] = [steps[id_] for id_ in order[cut:]]
    changes = told(difference(before, after))
    assert {change.kind for change in changes} <= {"moved", "reordered"}
    homes = {"looks": 0, "asks": 0, "pays": 1, "waits": 1}
    moved = {id_ for place, id_ in enumerate(order) if homes[id_] != (place >= cut)}
    assert {change.where[0].id for change in changes if change.kind == "moved"} == moved


@pytest.mark.parametrize(
    ("name", "order", "kinds"),
    [
        ("Waits long", ["pays", "waits-long"], ["renamed"]),  # 2 * 5 / 15 of its letters, and the same place
        ("Waits long", ["waits-long", "pays"], ["renamed", "reordered"]),  # the letters alone
        ("Waits for it", ["pays", "waits-for-it"], ["renamed"]),
        ("Waits for it", ["waits-for-it", "pays"], ["added", "removed"]),  # too few letters in another place
        ("Sleeps", ["pays", "sleeps"], ["added", "removed"]),
    ],
)
def test_a_step_with_another_id_is_known_by_its_name_and_its_place(
    name: str, order: list[str], kinds: list[str]
) -> None:
    after = copy.deepcopy(JOURNEY)
    steps = {step["id"]: step for step in after["stages"][1]["steps"]}
    new = {**steps["waits"], "name": name, "id": order[order[0] == "pays"]}
    after["stages"][1]["steps"] = [steps.get(id_, new) for id_ in order]
    found = [change for change in told(difference(JOURNEY, after)) if change.what == "step"]
    assert sorted(change.kind for change in found) == kinds


@settings(max_examples=20)
@given(left=st.sets(st.sampled_from(["looks", "asks", "pays", "waits"]), min_size=1, max_size=2))
def test_what_is_added_one_way_is_removed_the_other_way(left: set[str]) -> None:
    after = copy.deepcopy(JOURNEY)
    for stage in after["stages"]:
        stage["steps"] = [step for step in stage["steps"] if step["id"] not in left] or ["Something else"]
        for step in stage["steps"]:
            if isinstance(step, dict):
                step.pop("next", None)
    if "pays" in left:
        after["improvements"][0]["for"] = ["buy"]
        del after["plays"]
    there, back = told(difference(JOURNEY, after)), told(difference(after, JOURNEY))
    assert steps_of(there, "removed") == steps_of(back, "added")
    assert steps_of(there, "added") == steps_of(back, "removed")


def steps_of(changes: list[Change], kind: str) -> set[str]:
    return {
        str(change.before or change.after)
        for change in changes
        if change.what == "step" and change.kind == kind
    }


@given(scores=st.lists(st.none() | st.floats(-2, 2)))
def test_a_text_curve_has_one_character_a_step_and_rises_with_the_score(scores: list[float | None]) -> None:
    curve = text_curve(scores)
    assert len(curve) == len(scores)
    pairs = sorted((score, block) for score, block in zip(scores, curve, strict=True) if score is not None)
    assert [block for _, block in pairs] == sorted(block for _, block in pairs)
    assert [block == "·" for block in curve] == [score is None for score in scores]


def test_the_whole_scores_have_a_block_each() -> None:
    assert text_curve([-2, -1, 0, 1, 2, None]) == "▁▃▅▆█·"


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_nothing_is_paired_twice_and_nothing_below_the_threshold(before: list[int], after: list[int]) -> None:
    old, new = list(enumerate(before)), list(enumerate(after))

    def like(one: tuple[int, int], other: tuple[int, int]) -> float:
        return 1 - abs(one[1] - other[1]) / 9

    pairs = paired(old, new, like)
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert all(like(*pair) >= ENOUGH for pair in pairs)
    left = [one for one in old if one not in {pair[0] for pair in pairs}]
    come = [other for other in new if other not in {pair[1] for pair in pairs}]
    assert not [1 for one in left for other in come if like(one, other) >= ENOUGH]


@given(st.permutations("abcdef"))
def test_what_did_not_move_keeps_its_order(order: list[str]) -> None:
    moved = in_other_order("abcdef", order)
    staying = [name for name in order if name not in moved]
    assert staying == sorted(staying)


@given(st.text())
def test_no_text_of_a_stranger_makes_anything_in_markdown(text: str) -> None:
    line = markdown_text(text)
    assert "\n" not in line
    assert not re.search(r"[<>]|(?<!\\)[`*_\[\]|@#]|&(?!amp;|lt;|gt;)", re.sub(r"\\\\", "", line))
    assert not re.search(r"[@#]\w|://|www\.", line)
