"""What a generated site says, whichever way it is written: the same seed gives the same texts."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

WORDS = (
    "asks", "compares", "orders", "waits", "opens", "returns", "reads", "chooses", "pays", "calls",
    "visits", "searches", "reviews", "tries", "keeps", "finds", "sees", "price", "size", "delivery",
    "photo", "shop", "screen", "letter", "answer", "parcel", "colour", "queue", "refund", "card", "offer",
    "reminder", "voucher", "slowly", "early", "twice", "again", "late", "quickly", "alone", "together",
    "online", "outside", "inside", "almost", "never", "always", "hardly",
)  # fmt: skip
STAGES = {
    "awareness": "Notice",
    "consideration": "Choose",
    "purchase": "Buy",
    "use": "Use",
    "loyalty": "Return",
}
STEPS_A_STAGE = 3
METHODS = ("interview", "survey", "observation", "diary", "analytics")
EMOTIONS = (-2, -1.5, -1, 0, 0.5, 1, 2)
READINGS = 200


@dataclass(frozen=True)
class Reading:
    """A row of measured emotion: a score (-2..2) of `n` people on a day."""

    journey: str
    step: str
    persona: str
    score: float
    n: int
    date: date


@dataclass(frozen=True)
class Evidence:
    """A piece of research; only the first of a site has readings."""

    id: str
    title: str
    method: str
    notes: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Persona:
    id: str
    name: str
    role: str
    goals: tuple[str, ...]
    evidence: Evidence
    notes: str


@dataclass(frozen=True)
class Touchpoint:
    id: str
    name: str


@dataclass(frozen=True)
class Step:
    """A step with an emotion (-2..2); most rest on evidence, some quote somebody."""

    id: str
    name: str
    does: str
    thinks: str
    feeling: str
    emotion: float
    touchpoint: Touchpoint
    pain: str
    gain: str
    backstage: str
    evidence: Evidence | None
    quote: str | None


@dataclass(frozen=True)
class Stage:
    kind: str
    name: str
    goal: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Improvement:
    title: str
    step: str
    action: str


@dataclass(frozen=True)
class Journey:
    """A journey of five stages with three steps each, and the paragraphs of its body."""

    id: str
    title: str
    summary: str
    personas: tuple[Persona, ...]
    stages: tuple[Stage, ...]
    improvement: Improvement
    story: tuple[str, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for stage in self.stages for step in stage.steps)


@dataclass(frozen=True)
class Site:
    """All that a site says; a touchpoint, piece of evidence or persona has as many mentions at any size."""

    evidence: tuple[Evidence, ...]
    touchpoints: tuple[Touchpoint, ...]
    personas: tuple[Persona, ...]
    journeys: tuple[Journey, ...]


def generate(count: int) -> Site:
    """A site of `count` journeys; the other kinds grow with them."""
    chance = random.Random(count)
    people = max(3, count // 20)
    evidence = tuple(_evidence(chance, number, count, people) for number in range(max(5, count // 20)))
    touchpoints = tuple(
        Touchpoint(f"t{number}", f"Touchpoint {number}") for number in range(max(8, count // 10))
    )
    personas = tuple(_persona(chance, number, evidence) for number in range(people))
    write = _Writer(chance, evidence, touchpoints, personas)
    return Site(evidence, touchpoints, personas, tuple(write.journey(number) for number in range(count)))


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def _evidence(chance: random.Random, number: int, journeys: int, people: int) -> Evidence:
    rows = 0 if number else READINGS
    readings = tuple(_reading(chance, row % min(journeys, 10), people) for row in range(rows))
    method = METHODS[number % len(METHODS)]
    return Evidence(f"e{number}", f"Study {number}", method, _sentence(chance, 30), readings)


def _reading(chance: random.Random, journey: int, people: int) -> Reading:
    return Reading(
        journey=f"j{journey}",
        step=f"{chance.choice(list(STAGES))}{chance.randrange(STEPS_A_STAGE)}",
        persona=f"p{chance.choice(_travellers(journey, people))}",
        score=round(chance.uniform(-2, 2), 1),
        n=chance.randint(1, 9),
        date=date(2026, 3, 1) + timedelta(days=chance.randrange(90)),
    )


def _travellers(journey: int, people: int) -> tuple[int, int]:
    """The numbers of a journey's two personas."""
    return journey % people, (journey + 1) % people


def _persona(chance: random.Random, number: int, evidence: tuple[Evidence, ...]) -> Persona:
    return Persona(
        id=f"p{number}",
        name=f"Person {number}",
        role=_sentence(chance, 4),
        goals=(_sentence(chance, 5), _sentence(chance, 5)),
        evidence=evidence[number % len(evidence)],
        notes=_sentence(chance, 40),
    )


@dataclass(frozen=True)
class _Writer:
    """Journeys among what they may name."""

    chance: random.Random
    evidence: tuple[Evidence, ...]
    touchpoints: tuple[Touchpoint, ...]
    personas: tuple[Persona, ...]

    def journey(self, number: int) -> Journey:
        return Journey(
            id=f"j{number}",
            title=f"Journey {number} {self._words(3)}",
            summary=self._words(14),
            personas=tuple(self.personas[who] for who in _travellers(number, len(self.personas))),
            stages=tuple(self._stage(kind) for kind in STAGES),
            improvement=Improvement(self._words(4), "purchase1", self._words(8)),
            story=(self._words(60), self._words(40)),
        )

    def _stage(self, kind: str) -> Stage:
        steps = tuple(self._step(f"{kind}{number}") for number in range(STEPS_A_STAGE))
        return Stage(kind, STAGES[kind], self._words(6), steps)

    def _step(self, step: str) -> Step:
        return Step(
            id=step,
            name=f"{self._words(3)} {step}",
            does=self._words(10),
            thinks=self._words(8),
            feeling=self.chance.choice(WORDS),
            emotion=self.chance.choice(EMOTIONS),
            touchpoint=self.chance.choice(self.touchpoints),
            pain=self._words(8),
            gain=self._words(6),
            backstage=self._words(5),
            evidence=self.chance.choice(self.evidence) if self.chance.random() < 0.6 else None,
            quote=self._words(9) if self.chance.random() < 0.2 else None,
        )

    def _words(self, count: int) -> str:
        return _sentence(self.chance, count)
