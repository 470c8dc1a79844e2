"""What can be taken along: journeys.json, journey.json, steps.csv."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import read_definitions
from mkdocs_journeys.exchange import journey_json, journeys_json, journeys_schema, steps_csv
from mkdocs_journeys.insight import Insight, study
from tests.conftest import REPOSITORY
from tests.sites import TODAY, journey, study_site

COLUMNS = (
    "stage_id,stage,step_id,step,emotion,assumed,evidenced,n,touchpoints,channels,"
    "pains,gains,drop_off,evidence"
)
JOURNEY_KEYS = (
    "id title lang state status owner url personas part_of children stale due coverage "
    "lowest highest completion lost stages"
)
STEP_KEYS = {
    "id",
    "name",
    "emotion",
    "touchpoints",
    "channels",
    "reach",
    "visits",
    "drop_off",
    "lost",
    "next",
}
HOSTILE = """stages:
  - name: =1+1
    id: first
    steps:
      - name: "@SUM(A1)"
        id: sum
        emotion: {score: -1.4, evidence: interviews}
        touchpoints: [Web shop, Stall]
        channel: web
        pains: ["-slow", 'says "no", twice']
        gains: "+fast"
        next: [{to: exit, share: 0.25}, {to: ends, share: 0.75}]
      - {name: "a\\nb", id: ends, does: "[[buying]]", where: home, takes: 10-20 min}
"""


@pytest.fixture(scope="module")
def example() -> Insight:
    return study(link(read_definitions(REPOSITORY), today=TODAY)[0])


@pytest.fixture
def hostile(tmp_path: Path) -> Insight:
    catalogue, findings = study_site(
        tmp_path, {"journeys/buying.md": journey(stages=HOSTILE, body="The *story*.\n")}
    )
    assert not [finding for finding in findings if finding.level == "error"]
    return study(catalogue)


def test_the_catalogue_follows_its_schema(example: Insight, hostile: Insight) -> None:
    schema = json.loads(journeys_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    for insight in (example, hostile):
        jsonschema.Draft202012Validator(schema).validate(json.loads(journeys_json(insight)))


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("", "format built journeys personas touchpoints channels evidence improvements weak_spots"),
        (
            "journeys",
            JOURNEY_KEYS,
        ),
        ("touchpoints", "id name channel described mean steps"),
        ("evidence", "id title method view basis expired claims"),
        ("weak_spots", "journey step attended"),
    ],
)
def test_the_catalogue_has_the_keys_that_are_promised(example: Insight, part: str, keys: str) -> None:
    data = json.loads(journeys_json(example))
    for item in data[part] if part else [data]:
        assert set(keys.split()) <= item.keys()


def test_a_step_has_the_keys_that_are_promised(example: Insight) -> None:
    for item in json.loads(journeys_json(example))["journeys"]:
        for stage in item["stages"]:
            assert {"id", "name", "kind", "steps"} <= stage.keys()
            for step in stage["steps"]:
                assert step.keys() >= STEP_KEYS
                _check_emotion(step["emotion"])


def _check_emotion(emotion: Any) -> None:
    if emotion is None:
        return
    assert {"score", "assumed", "evidenced", "n", "q1", "q3", "personas"} <= emotion.keys()
    for own in emotion["personas"].values():
        assert own is None or {"score", "assumed", "evidenced", "n", "q1", "q3"} <= own.keys()


def test_owners_channels_and_touchpoints_are_ids(hostile: Insight) -> None:
    data = json.loads(journeys_json(hostile))
    step = data["journeys"][0]["stages"][0]["steps"][0]
    assert (step["touchpoints"], step["channels"]) == (["web-shop", "stall"], ["web"])
    assert [(item["id"], item["name"], item["described"]) for item in data["touchpoints"]] == [
        ("stall", "Stall", False),
        ("web-shop", "Web shop", False),
    ]
    assert [entry["to"] for entry in step["next"]] == ["exit", "ends"]


def test_a_draft_and_what_only_it_names_is_not_in_the_catalogue(tmp_path: Path) -> None:
    stages = "stages: {name: All, steps: {name: Secret, touchpoints: Kiosk, channel: Pigeon}}\n"
    files = {"journeys/buying.md": journey(), "journeys/hidden.md": journey("status: draft\n", stages=stages)}
    text = journeys_json(study(study_site(tmp_path, files)[0])).decode()
    assert not [word for word in ("hidden", "Secret", "kiosk", "pigeon") if word in text]


def test_drafts_are_in_the_catalogue_where_they_are_asked_for(tmp_path: Path) -> None:
    catalogue, _ = study_site(tmp_path, {"journeys/hidden.md": journey("status: draft\n")}, drafts=True)
    assert [item["id"] for item in json.loads(journeys_json(study(catalogue)))["journeys"]] == ["hidden"]


def test_an_archived_journey_stays_in_the_catalogue_and_is_never_stale(tmp_path: Path) -> None:
    text = journey("status: archived\n").replace("reviewed: 2026-11-01", "reviewed: 2016-11-01")
    (item,) = json.loads(journeys_json(study(study_site(tmp_path, {"journeys/old.md": text})[0])))["journeys"]
    assert (item["status"], item["stale"]) == ("archived", False)


def test_a_journey_is_complete_with_all_its_texts(hostile: Insight) -> None:
    data = json.loads(journey_json(hostile, "buying"))
    first, second = data["stages"][0]["steps"]
    assert data["body"] == "The *story*.\n"
    assert [pain["text"] for pain in first["pains"]] == ["-slow", 'says "no", twice']
    assert (first["emotion"]["score"], first["typed_emotion"]["overall"]["evidence"]) == (
        -1.4,
        ["interviews"],
    )
    assert (second["does"], second["where"], second["takes"]) == (["[[buying]]"], "home", "10-20 min")


def test_steps_are_rows_that_no_spreadsheet_takes_for_formulas(hostile: Insight) -> None:
    text = steps_csv(hostile, "buying").decode()
    header, first, second = csv.reader(io.StringIO(text))
    assert ",".join(header) == COLUMNS
    assert first == [
        "first", "'=1+1", "sum", "'@SUM(A1)", "-1.4", "-1.4", "true", "0", "web-shop; stall", "web",
        "'-slow; says \"no\", twice", "'+fast", "0.25", "interviews",
    ]  # fmt: skip
    assert second == ["first", "'=1+1", "ends", "a b", "", "", "", "", "", "", "", "", "0", ""]


def test_the_same_catalogue_gives_the_same_bytes(example: Insight) -> None:
    again = study(link(read_definitions(REPOSITORY), today=TODAY)[0])
    assert journeys_json(example) == journeys_json(again)
