"""A journey: the way of a persona through stages and steps, as the customer lives it."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, model_validator

from mkdocs_journeys.definitions.answers import YesNo
from mkdocs_journeys.definitions.base import Definition, Metrics
from mkdocs_journeys.definitions.fields import (
    Date,
    Id,
    Ids,
    InlineText,
    Length,
    Link,
    Model,
    Name,
    Names,
    OneToFive,
    PlainText,
    Score,
    Share,
    Texts,
    as_list,
    choice,
    described,
    shorthand,
)
from mkdocs_journeys.definitions.ids import make_id
from mkdocs_journeys.definitions.messages import say, wrong
from mkdocs_journeys.definitions.places import Destination, PlaceText

State = Literal["current", "future"]
Status = Literal["draft", "review", "published", "archived"]
StageKind = Literal["awareness", "consideration", "purchase", "use", "loyalty"]
STAGE_KINDS: tuple[StageKind, ...] = ("awareness", "consideration", "purchase", "use", "loyalty")
Moment = Literal["truth", "delight", "pain"]
ImprovementStatus = Literal["idea", "planned", "doing", "done", "dropped"]


def _with_made_id(key: str, value: Any) -> Any:
    """`value` with an id made from its name or title where it has none, and one can be made."""
    if not isinstance(value, dict) or "id" in value or not isinstance(value.get(key), str):
        return value
    made = make_id(value[key])
    return value if made is None else {**value, "id": made}


class Rated(Model):
    """How a step feels to somebody: a typed score, what stands behind it, and what the company believes."""

    score: Score = described("-2 very bad, -1 bad, 0 neutral, 1 good, 2 very good; decimals allowed.", -1.4)
    evidence: Ids = described("Evidence behind this score.", ["survey-2026"], default=())
    inside: Score | None = described("What the company believes, where it differs.", 1, default=None)


RatedField = Annotated[Rated, BeforeValidator(shorthand("score"))]


def _read_emotion(value: Any) -> Any:
    if isinstance(value, str):
        return {"overall": value}
    if isinstance(value, dict) and not value.keys() & Rated.model_fields.keys():
        return {"by_persona": value}
    return {"overall": value}


class Emotion(Model):
    """The typed emotion of a step: one rating for every persona of the step, or one each."""

    typed_as: ClassVar[type[Model]] = Rated

    overall: RatedField | None = None
    by_persona: Mapping[Id, RatedField] = {}


class Noted(Model):
    """A pain or a gain."""

    text: InlineText = described(
        "The pain or gain, in a sentence.", "Review scores differ from shop to shop."
    )
    severity: OneToFive | None = described("How much it matters, 1 to 5.", 3, default=None)
    evidence: Ids = described("Evidence behind it.", ["interviews-2026-03"], default=())


class Quote(Model):
    """What somebody said, in their words."""

    text: InlineText = described("The words.", "I never trust five stars.")
    by: PlainText | None = described("A persona's id, or any text.", "lena", default=None)
    evidence: Ids = described("Where it was said.", ["interviews-2026-03"], default=())
    consent: YesNo | None = described("Whether who said it agreed that it is shown.", "yes", default=None)


NotedList = Annotated[
    tuple[Annotated[Noted, BeforeValidator(shorthand("text"))], ...], BeforeValidator(as_list)
]
QuoteList = Annotated[
    tuple[Annotated[Quote, BeforeValidator(shorthand("text"))], ...], BeforeValidator(as_list)
]


class Start(Model):
    """A step at which people enter the journey."""

    at: Id = described("The step.", "sees-photo")
    share: Share | None = described("The share of customers who enter here, 0 to 1.", 0.7, default=None)
    why: InlineText | None = described("Why here.", "no internet", default=None)


class Next(Model):
    """Where the customer goes from a step."""

    to: Destination = described(
        "A step's id, exit, end, or another journey (journey:id or journey:id#step).", "compares"
    )
    share: Share | None = described(
        "The share of those at the step who go there, 0 to 1.", 0.25, default=None
    )
    why: InlineText | None = described("Why.", "not convinced", default=None)


NextList = Annotated[tuple[Annotated[Next, BeforeValidator(shorthand("to"))], ...], BeforeValidator(as_list)]


class Step(Model):
    """One thing that the customer does, at its own address."""

    name: PlainText = described("The step's name.", "Compares three shops")
    id: Id = described("Its id; default: made from the name.", "compares")
    does: Texts = described(
        "What the customer does.", "Opens three tabs and looks for real photos.", default=()
    )
    thinks: Texts = described("What the customer thinks.", "Are these reviews real?", default=())
    feeling: InlineText | None = described("A word for the feeling, in any language.", "unsure", default=None)
    emotion: Annotated[Emotion, BeforeValidator(_read_emotion)] | None = described(
        "The emotion score: one for every persona of the step, or one each.", -1, default=None
    )
    touchpoints: Names = described("What the customer meets: ids or names.", ["web-shop"], default=())
    personas: Ids = described("Who takes this step; default: all of the journey's.", ["lena"], default=())
    channel: Names = described("The medium; default: the channels of its touchpoints.", "web", default=())
    moment: Annotated[Moment, choice("truth", "delight", "pain")] | None = described(
        "truth (make or break), delight or pain.", "truth", default=None
    )
    needs: Texts = described("What the customer needs here.", default=())
    expects: Texts = described("What the customer expects here.", default=())
    pains: NotedList = described("What hurts.", ["Review scores differ from shop to shop."], default=())
    gains: NotedList = described("What is good.", ["Photos from customers."], default=())
    quotes: QuoteList = described("What customers said.", default=())
    where: InlineText | None = described("The place.", "at home", default=None)
    when: InlineText | None = described("The time.", "evenings", default=None)
    takes: Length | None = described("How long it takes.", "20 min", default=None)
    frontstage: Texts = described(
        "What staff do in sight of the customer.", ["Chat agent answers"], default=()
    )
    backstage: Texts = described("What staff do out of sight.", ["Stock is checked"], default=())
    support: Texts = described("Systems and processes behind.", ["Recommendation service"], default=())
    evidence: Ids = described("Stands behind all that the step says, its score too.", default=())
    metrics: Metrics = described("What is measured at this step.", default=())
    next: NextList = described(
        "Where the customer goes from here; default: to the following step.", default=()
    )
    opens: Id | None = described("A journey that shows this step in detail.", "returning-shoes", default=None)

    @model_validator(mode="before")
    @classmethod
    def _made_id(cls, value: Any) -> Any:
        return _with_made_id("name", value)


class Stage(Model):
    """A phase of a journey, holding its steps."""

    name: PlainText = described("The stage's name.", "Find out")
    id: Id = described("Its id; default: made from the name.", "find-out")
    kind: Annotated[StageKind, choice(*STAGE_KINDS)] | None = described(
        "Lets journeys be compared: awareness, consideration, purchase, use or loyalty.", "use", default=None
    )
    goal: InlineText | None = described("What the customer wants to reach.", default=None)
    needs: Texts = described("What the customer needs in this stage.", default=())
    expects: Texts = described("What the customer expects in this stage.", default=())
    where: InlineText | None = described("The place.", "at home, on the sofa", default=None)
    when: InlineText | None = described("The time.", "evenings", default=None)
    takes: Length | None = described("How long it takes.", "3 days", default=None)
    metrics: Metrics = described("What is measured in this stage.", default=())
    steps: Annotated[
        tuple[Annotated[Step, BeforeValidator(shorthand("name"))], ...], BeforeValidator(as_list)
    ] = described("The steps, at least one; a step is a mapping, or just its name.", min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _made_id(cls, value: Any) -> Any:
        return _with_made_id("name", value)


class Improvement(Model):
    """A concrete action for a step or stage, with its value, its cost and where it stands."""

    title: PlainText = described("What will be better.", "Show the size that past buyers kept")
    id: Id = described("Its id; default: made from the title.", "size-hint")
    for_: Ids = described("The steps or stages that it helps.", ["chooses-size"], alias="for", min_length=1)
    action: InlineText | None = described("What is done.", "Ask at return time.", default=None)
    owner: Name | None = described("Who does it.", "web-team", default=None)
    impact: OneToFive | None = described("Value to the customer, 1 to 5.", 4, default=None)
    effort: OneToFive | None = described("Effort, 1 to 5.", 2, default=None)
    status: Annotated[ImprovementStatus, choice("idea", "planned", "doing", "done", "dropped")] = described(
        "idea, planned, doing, done or dropped.", "planned", default="idea"
    )
    due: Date | None = described("When it is to be done.", "2027-02-01", default=None)
    evidence: Ids = described("Why it is thought to help.", ["interviews-2026-03"], default=())
    link: Link | None = described("Where the work is tracked.", "https://tracker.example/123", default=None)

    @model_validator(mode="before")
    @classmethod
    def _made_id(cls, value: Any) -> Any:
        return _with_made_id("title", value)


class Trigger(Model):
    """What sets a play off."""

    kind: Annotated[Literal["event", "schedule", "external"], choice("event", "schedule", "external")] = (
        described("event, schedule or external.", "event")
    )
    event: PlainText | None = described(
        "The event, for kinds event and external.", "cart_added", default=None
    )
    every: Length | None = described("The interval, for kind schedule.", "1 week", default=None)

    @model_validator(mode="after")
    def _complete(self) -> "Trigger":
        wanted, other = ("every", "event") if self.kind == "schedule" else ("event", "every")
        if getattr(self, wanted) is None:
            example = "every: 1 week" if wanted == "every" else "event: cart_added"
            message = say(
                'a trigger of kind %(kind)s has no "%(key)s" here; add it, like %(example)s',
                kind=self.kind, key=wanted, example=example,
            )  # fmt: skip
            raise wrong("J103", message)
        if getattr(self, other) is not None:
            message = say(
                'a trigger of kind %(kind)s takes "%(key)s", not "%(other)s"',
                kind=self.kind, key=wanted, other=other,
            )  # fmt: skip
            raise wrong("J117", message)
        return self


class Audience(Model):
    """Who a play is for: one filter or several that all must hold."""

    segment: PlainText | None = described("Customers of this segment.", "first-time buyers", default=None)
    tag: PlainText | None = described("Customers with this tag.", default=None)
    list: PlainText | None = described("Customers on this list.", default=None)
    status: PlainText | None = described("Customers with this status.", default=None)


class PlayAction(Model):
    """One thing that a play does."""

    channel: Name | None = described("The channel that it uses.", "email", default=None)
    action: InlineText = described("What happens.", "Free-shipping coupon")
    for_: InlineText | None = described("For whom.", "first-time buyers", alias="for", default=None)


class Play(Model):
    """What marketing automation does around the journey: a trigger, who it is for, and what happens."""

    name: PlainText = described("The play's name.", "Cart left for three days")
    at: Id = described("The step at which it is triggered.", "orders")
    trigger: Trigger = described("What sets it off.")
    who: Annotated[tuple[Audience, ...], BeforeValidator(as_list)] = described("Filters.", default=())
    wait: Length | None = described("How long it waits before it acts.", "3 days", default=None)
    unless: InlineText | None = described("What stops it.", "paid", default=None)
    do: Annotated[
        tuple[Annotated[PlayAction, BeforeValidator(shorthand("action"))], ...], BeforeValidator(as_list)
    ] = described("What happens, at least one action.", min_length=1)


class Journey(Definition):
    """A journey, whole."""

    title: PlainText = described("The journey's title.", "Buying running shoes online")
    summary: InlineText | None = described("The journey in a sentence.", default=None)
    personas: Ids = described("Who travels it: persona ids, at least one.", ["lena", "omar"], min_length=1)
    scenario: InlineText | None = described("The situation.", default=None)
    needs: Texts = described("What the customer needs.", default=())
    expects: Texts = described("What the customer expects.", default=())
    state: Annotated[State, choice("current", "future")] = described(
        "current (as-is) or future (to-be).", "current", default="current"
    )
    future_of: Id | None = described("On a future journey: the current one that it redesigns.", default=None)
    part_of: PlaceText | None = described("The larger journey, or a stage or step of it.", default=None)
    follows: Ids = described("Journeys that usually come before this one.", default=())
    starts: Annotated[
        tuple[Annotated[Start, BeforeValidator(shorthand("at"))], ...], BeforeValidator(as_list)
    ] = described("Where people enter; default: all at the first step.", default=())
    status: Annotated[Status, choice("draft", "review", "published", "archived")] = described(
        "draft, review, published or archived.", "published", default="published"
    )
    evidence: Ids = described("Research behind the journey as a whole; backs no single score.", default=())
    metrics: Metrics = described("What is measured on the journey as a whole.", default=())
    stages: Annotated[tuple[Stage, ...], BeforeValidator(as_list)] = described(
        "The stages, at least one.", min_length=1
    )
    improvements: Annotated[tuple[Improvement, ...], BeforeValidator(as_list)] = described(
        "What to do about it.", default=()
    )
    plays: Annotated[tuple[Play, ...], BeforeValidator(as_list)] = described(
        "What marketing automation does around it.", default=()
    )

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of every stage, in order."""
        return tuple(step for stage in self.stages for step in stage.steps)
