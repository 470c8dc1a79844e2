"""A journey as Mermaid: what is carried over, what is said of the rest, and the way back."""

from typing import Any

import pytest
from hypothesis import given, settings

from mkdocs_journeys.exchange import definition_text, mermaid
from mkdocs_journeys.exchange.importing import Remarks, Wishes, import_mermaid
from mkdocs_journeys.exchange.mermaid import JOINER, LOOK_ALIKES, escaped
from mkdocs_journeys.insight import Insight
from tests.exchange.journeys import journeys
from tests.exchange.sites import studied

BACK = {ord(alike): chr(plain) for plain, alike in LOOK_ALIKES.items()}
BACK |= str.maketrans({"\uff05": "%", "\u201a": ",", JOINER: "", "\ufeff": " "})
JOURNEY = {
    "title": "Buying: shoes #1",
    "personas": ["lena", "омар"],
    "stages": [
        {
            "name": "Find out",
            "steps": [{"name": "Title page; 50 %%", "emotion": -1.4}, "Looks <b>around</b>"],
        },
        {
            "name": "Section 2",
            "steps": [
                {
                    "name": "Pays",
                    "emotion": {"lena": -2, "омар": 1},
                    "pains": ["slow"],
                    "evidence": "interviews",
                },
                {"name": "100 % done", "emotion": 2, "personas": ["омар"], "next": "exit"},
            ],
        },
    ],
}
DIAGRAM = """journey
    title Buying∶ shoes ＃1
    %% not scored, which Mermaid cannot show; drawn as 3 (neutral): Looks <b>around</b>
    %% the scores of single personas are not carried over: Pays
    %% Mermaid has no place for: pains, evidence, next, body
    section Find out
      ⁠Title page； 50 ％％: 1.6: lena Brandt, омар Brandt
      Looks ‹b›around‹/b›: 3: lena Brandt, омар Brandt
    section ⁠Section 2
      Pays: 2.5: lena Brandt, омар Brandt
      100 % done: 5: омар Brandt
"""


def meant(text: str) -> str:
    """A name as it was before look-alikes took the place of some characters; those it had itself too."""
    return " ".join(text.translate(BACK).split())


def test_what_a_diagram_cannot_say_stands_in_comments_and_is_given_back() -> None:
    diagram = mermaid(studied(definition_text(JOURNEY, "The *story*.\n")), "buying")
    assert diagram.text == DIAGRAM
    assert [f"    %% {message}" for message in diagram.lost] == DIAGRAM.splitlines()[2:5]


def test_comments_are_in_the_language_of_who_exports() -> None:
    told = mermaid(studied(definition_text(JOURNEY)), "buying", lambda text: f"- {text}").text
    assert "%% - Mermaid has no place for: pains, evidence, next" in told


@pytest.mark.parametrize(
    "name", ["Title", "title page", "SECTION 5", "Journey一", "accTitle : x", "accDescr {x}"]
)
def test_a_name_that_starts_like_a_line_of_another_kind_gets_an_invisible_start(name: str) -> None:
    assert escaped(name).startswith(JOINER)


@pytest.mark.parametrize("name", ["Titles", "sectional", "Journeys", "A title", "5 %"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert escaped(name) == name


@settings(max_examples=40)
@given(fields=journeys())
def test_an_exported_diagram_comes_back_with_its_stages_steps_and_scores(fields: dict[str, Any]) -> None:
    insight = studied(definition_text(fields))
    text = mermaid(insight, "buying").text
    (draft,) = import_mermaid(text.encode(), "buying.mmd", Wishes(), Remarks())
    journey = insight.journeys["buying"].journey
    assert kept(draft.title or "") == kept(journey.title)
    assert [kept(stage.name) for stage in draft.stages] == [kept(stage.name) for stage in journey.stages]
    assert [kept(step.name) for step in draft.steps] == [kept(step.name) for step in journey.steps]
    assert [step.fields["emotion"] for step in draft.steps] == pytest.approx(scores(insight), abs=0.006)


def kept(name: str) -> str:
    """A name without semicolons at its end, which the import takes for the end of a line."""
    return meant(name).rstrip("; ")


def scores(insight: Insight) -> list[float]:
    """The score of each step, 0 for none."""
    return [step.feeling.score if step.feeling else 0.0 for step in insight.journeys["buying"].steps]
