"""Arbitrary valid journeys, as the fields and the body of their definitions."""

import re
from typing import Any

from hypothesis import strategies as st

from mkdocs_journeys.definitions import can_be_seen, make_id, normalise

PERSONAS = ("lena", "омар", "客人")
HOSTILE = (
    "=1+1", "'=1+1", "''-x", "'tis", "@SUM(A1)", "+", "-", "-1", "1.10", "NO", "null", "~", "2026-09-30",
    "a; b", '"', '"x"', "[x]", "{x}", "[[lena]]", "x: y", "a #b", "two\nlines", "a\rb", "x\x07", "x\x00y",
    "x\u2028", "Title page", "Journey", "section 5", "accDescr { x", "%%{init: {}}%%", "50 %", "a%%b", "#35;",
    "a:b;c#d,e", '<b title="x">', "</script>", "&amp;", "---", "旅程：开始", "е́", "1e5", "  x", "\ufeffx",
)  # fmt: skip


_CONTROL = re.compile("[\x00-\x1f\x7f]")


def _fit(text: str) -> str:
    """`text` with nothing in it that leads somewhere."""
    return text.replace("[[", "[ [").replace("](", "] (") if text != "[[lena]]" else text


def _made(name: str) -> str | None:
    """The id that is made of a name."""
    return make_id(normalise(" ".join(_CONTROL.sub(" ", name).split())))


texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(_fit),
).filter(can_be_seen)
labels = texts
names = labels.filter(lambda text: "[[" not in text and _made(text) is not None)
several = st.lists(texts, min_size=1, max_size=3)
scores = st.one_of(st.integers(-2, 2), st.floats(-2, 2))
dates = st.dates().map(str)
spans = st.tuples(
    st.floats(0, 99999),
    st.floats(0, 99999),
    st.sampled_from(["min", "hours", "days", "weeks", "months", "years"]),
).map(lambda span: f"{min(span[:2]):.9f}-{max(span[:2]):.9f} {span[2]}")
durations = st.one_of(
    spans, st.sampled_from(["2 min", "10-20 min", "1 hour", "0.5 days", ".25 weeks", "6 months"])
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
metrics = st.lists(
    st.fixed_dictionaries(
        {"name": labels, "value": numbers},
        optional={
            "unit": labels, "target": numbers, "better": st.sampled_from(["higher", "lower"]), "date": dates,
            "source": st.just("interviews"),
            "history": st.lists(st.fixed_dictionaries({"date": dates, "value": numbers}), max_size=2),
        },
    ),
    min_size=1, max_size=2,
)  # fmt: skip
evidence = st.just(["interviews"])
rated = st.one_of(
    scores, st.fixed_dictionaries({"score": scores}, optional={"evidence": evidence, "inside": scores})
)
emotions = st.one_of(rated, st.dictionaries(st.sampled_from(PERSONAS), rated, min_size=1))
noted = st.one_of(
    texts,
    st.fixed_dictionaries({"text": texts}, optional={"severity": st.integers(1, 5), "evidence": evidence}),
)
quotes = st.one_of(
    texts,
    st.fixed_dictionaries(
        {"text": texts}, optional={"by": labels, "evidence": evidence, "consent": st.just("yes")}
    ),
)
links = st.sampled_from(["https://tracker.example/1?a=b#c", "mailto:a@b.example"])


def _mapping(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


step_fields = _mapping(
    does=several, thinks=several, feeling=texts, emotion=emotions,
    touchpoints=st.lists(names, min_size=1, max_size=3, unique_by=_made),
    channel=names.map(lambda name: [name]), moment=st.sampled_from(["truth", "delight", "pain"]),
    needs=several, expects=several, pains=st.lists(noted, min_size=1, max_size=3),
    gains=st.lists(noted, min_size=1, max_size=2), quotes=st.lists(quotes, min_size=1, max_size=2),
    where=texts, when=texts, takes=durations, frontstage=several, backstage=several, support=several,
    evidence=evidence, metrics=metrics,
)  # fmt: skip
stage_fields = _mapping(
    kind=st.sampled_from(["awareness", "use"]), goal=texts, needs=several, expects=several, where=texts,
    when=texts, takes=durations, metrics=metrics,
)  # fmt: skip
journey_fields = _mapping(
    summary=texts, scenario=texts, needs=several, expects=several,
    lang=st.sampled_from(["en", "ru", "zh-Hant"]),
    status=st.sampled_from(["review", "published", "archived"]), state=st.sampled_from(["current", "future"]),
    owner=names, reviewed=dates, review_every=st.just("6 months"), evidence=evidence, metrics=metrics,
    tags=st.lists(labels, min_size=1, max_size=2),
)  # fmt: skip
plays = st.fixed_dictionaries(
    {
        "name": labels,
        "trigger": st.one_of(
            st.fixed_dictionaries({"kind": st.just("event"), "event": labels}),
            st.fixed_dictionaries({"kind": st.just("schedule"), "every": durations}),
        ),
        "do": st.lists(
            st.one_of(
                texts, st.fixed_dictionaries({"action": texts}, optional={"channel": names, "for": texts})
            ),
            min_size=1, max_size=2,
        ),
    },
    optional={
        "who": st.lists(_mapping(segment=labels, tag=labels), max_size=2), "wait": durations, "unless": texts,
    },
)  # fmt: skip
improvements = st.fixed_dictionaries(
    {"title": names},
    optional={
        "action": texts, "owner": names, "impact": st.integers(1, 5), "effort": st.integers(1, 5),
        "status": st.sampled_from(["idea", "doing", "dropped"]), "due": dates, "evidence": evidence,
        "link": links,
    },
)  # fmt: skip
bodies = st.one_of(
    st.just(""),
    st.lists(st.sampled_from([*HOSTILE, "", "# Heading", "    code", "- item", "---", "a  "]), max_size=6)
    .map("\n".join)
    .map(lambda text: "".join(c for c in text if c == "\n" or c >= " "))
    .flatmap(lambda text: st.sampled_from([text, f"{text}\n", f"{text}\n\n", f"\n{text}"])),
)


@st.composite
def journeys(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a journey of the personas above, in which all names lead somewhere."""
    counts = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    ids = [f"s{number}" for number in range(sum(counts))]
    waiting = iter(ids)
    stages = [
        {
            "name": draw(labels), "id": f"stage-{number}", **draw(stage_fields),
            "steps": [_step(draw, next(waiting), ids) for _ in range(count)],
        }
        for number, count in enumerate(counts)
    ]  # fmt: skip
    fields = {"title": draw(labels), "personas": list(PERSONAS), **draw(journey_fields), "stages": stages}
    targets = st.lists(st.sampled_from([*ids, "stage-0"]), min_size=1, max_size=2, unique=True)
    fields["improvements"] = [
        {**draw(improvements), "id": f"i{number}", "for": draw(targets)}
        for number in range(draw(st.integers(0, 2)))
    ]
    fields["plays"] = [
        {**play, "at": draw(st.sampled_from(ids))} for play in draw(st.lists(plays, max_size=2))
    ]
    if draw(st.booleans()):
        fields["starts"] = _ways(draw, ids, "at")
    return {key: value for key, value in fields.items() if value != []}


def _step(draw: st.DrawFn, id_: str, ids: list[str]) -> dict[str, Any]:
    step = {"name": draw(labels), "id": id_, **draw(step_fields)}
    emotion = step.get("emotion")
    if isinstance(emotion, dict) and "score" not in emotion and draw(st.booleans()):
        step["personas"] = list(emotion)
    if draw(st.booleans()):
        step["next"] = _ways(draw, [*ids, "end", "journey:other#there"], "to", last="exit")
    return step


def _ways(draw: st.DrawFn, targets: list[str], key: str, last: str | None = None) -> list[dict[str, Any]]:
    """Entries of `next` or `starts`; where one leads out, no loop is closed."""
    chosen = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=3, unique=True))
    chosen = [*chosen, last] if last else chosen
    shared = draw(st.booleans())
    share = {"share": 1 / len(chosen)} if shared else {}
    return [{key: target, **share, **draw(_mapping(why=texts))} for target in chosen]
