"""The difference between two revisions of a site."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mkdocs_journeys.definitions import (
    KINDS,
    PLACEHOLDER,
    Definition,
    Evidence,
    Finding,
    Journey,
    Kind,
    Reading,
)
from mkdocs_journeys.exchange.difference.changes import (
    Change,
    Difference,
    Named,
    Renames,
    Subject,
    SubjectState,
    Unreadable,
)
from mkdocs_journeys.exchange.difference.fields import compare_fields
from mkdocs_journeys.exchange.difference.journeys import compare_journeys
from mkdocs_journeys.exchange.difference.likeness import likeness, paired, words_of
from mkdocs_journeys.exchange.difference.renaming import readings_with_new_names, with_new_names
from mkdocs_journeys.exchange.difference.side import Side
from mkdocs_journeys.exchange.difference.stages import match_places


@dataclass(frozen=True)
class Pair:
    """A definition in both revisions, or in one of them."""

    kind: Kind
    before: Definition | None
    after: Definition | None


def compare(before: Side, after: Side, moved: Mapping[str, str] | None = None) -> Difference:
    """What changed from one revision of a site to the other.

    `moved` has the files of which it is known that they were renamed: the earlier path and the later one.
    """
    pairs = [pair for kind in KINDS for pair in _pairs(kind, before, after, moved or {})]
    renames: dict[str, dict[str, str]] = {
        kind: {
            pair.before.id: pair.after.id
            for pair in pairs
            if pair.kind == kind and pair.before and pair.after and pair.before.id != pair.after.id
        }
        for kind in KINDS
    }
    subjects = [
        subject for pair in pairs if (subject := _subject(pair, (before, after), renames)) is not None
    ]
    subjects += _unread(before, after)
    return Difference(tuple(sorted(subjects, key=lambda each: (KINDS.index(each.kind), each.now.path))))


def _pairs(kind: Kind, before: Side, after: Side, moved: Mapping[str, str]) -> list[Pair]:
    """Which definitions are the same: by id, by what git knows of their files, then by what they say."""
    was, now = before.of_kind(kind), after.of_kind(kind)
    same = [(was[id_], now[id_]) for id_ in was if id_ in now]
    left = [
        each for id_, each in was.items() if id_ not in now and not after.definitions.is_broken(id_, kind)
    ]
    come = [
        each for id_, each in now.items() if id_ not in was and not before.definitions.is_broken(id_, kind)
    ]
    paths = {each.source.path: each for each in come}
    same += [(each, paths[path]) for each in left if (path := moved.get(each.source.path, "")) in paths]
    same += _alike(*([each for each in side if not _is_in(each, same)] for side in (left, come)))
    pairs = [Pair(kind, one, other) for one, other in same]
    pairs += [Pair(kind, each, None) for each in left if not _is_in(each, same)]
    return pairs + [Pair(kind, None, each) for each in come if not _is_in(each, same)]


def _is_in(definition: Definition, pairs: list[tuple[Definition, Definition]]) -> bool:
    return any(definition is one or definition is other for one, other in pairs)


def _alike(left: list[Definition], come: list[Definition]) -> list[tuple[Definition, Definition]]:
    words = {id(each): words_of(each.source.text) for each in (*left, *come)}
    return paired(left, come, lambda one, other: likeness(words[id(one)], words[id(other)]))


def title_of(definition: Definition) -> str:
    """What a definition is called; one whose name could not be read is called by its id."""
    title = str(getattr(definition, "title", None) or getattr(definition, "name", None) or definition.id)
    return definition.id if title == PLACEHOLDER else title


def _named(definition: Definition | None, other: Definition | None = None) -> Named | None:
    """A definition's names; where its title could not be read, that of the other revision."""
    if definition is None:
        return None
    title = title_of(definition)
    if title == definition.id and other is not None:
        title = title_of(other)
    return Named(definition.id, title, definition.source.path)


def _subject(pair: Pair, sides: tuple[Side, Side], renames: Renames) -> Subject | None:
    before, after = pair.before, pair.after
    unreadable = tuple(_unreadable(pair, sides))
    whole = all(each is None or each.source.is_whole for each in (before, after))
    changes = tuple(_changes(before, after, sides, renames)) if before and after and whole else ()
    if before and after and not changes and not _unreadable_anew(unreadable):
        return None
    state: SubjectState = "added" if before is None else "removed" if after is None else "changed"
    return Subject(
        kind=pair.kind,
        state=state if whole else "unreadable",
        before=_named(before, after),
        after=_named(after, before),
        changes=changes,
        unreadable=unreadable,
        curves=(_curve(before, sides[0]), _curve(after, sides[1])) if whole else (None, None),
    )


def _unreadable_anew(unreadable: tuple[Unreadable, ...]) -> bool:
    """Whether faults came or went; those that were there and still are, are no difference."""
    said = {side: [each for each in unreadable if each.side == side] for side in ("before", "after")}
    first = [(each.count, each.first.code, each.first.message) for side in said.values() for each in side]
    return len(unreadable) == 1 or len(set(first)) > 1


def _unreadable(pair: Pair, sides: tuple[Side, Side]) -> Iterator[Unreadable]:
    if pair.before is not None and (errors := sides[0].errors.get(pair.before.source.path)):
        yield Unreadable("before", len(errors), errors[0])
    if pair.after is not None and (errors := sides[1].errors.get(pair.after.source.path)):
        yield Unreadable("after", len(errors), errors[0])


def _changes(
    before: Definition, after: Definition, sides: tuple[Side, Side], renames: Renames
) -> Iterator[Change]:
    if before.id != after.id:
        yield Change(kind="changed", what="id", before=before.id, after=after.id)
    elif before.source.path != after.source.path:
        yield Change(kind="changed", what="file", before=before.source.path, after=after.source.path)
    if isinstance(before, Journey) and isinstance(after, Journey):
        yield from compare_journeys(before, after, sides, renames)
    else:
        yield from compare_fields(with_new_names(before, after, renames), after, ())
    if isinstance(after, Evidence):
        yield from _readings(before.id, after.id, sides, renames)
    yield from _notes(before, after)


def _readings(before: str, after: str, sides: tuple[Side, Side], renames: Renames) -> Iterator[Change]:
    """Rows of data that came or went."""
    was, now = sides[0].rows(before), sides[1].rows(after)
    old, new = _counted(was), _counted(now)
    if old != new:
        anchors = _anchors({row.journey for row in was}, sides, renames)
        old = _counted(readings_with_new_names(was, now, renames, anchors))
    if gone := (old - new).total():
        yield Change(kind="removed", what="readings", before=gone, form="rows")
    if come := (new - old).total():
        yield Change(kind="added", what="readings", after=come, form="rows")


def _counted(rows: Iterable[Reading]) -> Counter[tuple[object, ...]]:
    """What rows of data say, without their order."""
    return Counter((row.journey, row.step, row.score, row.persona, row.n, row.date) for row in rows)


def _anchors(journeys: AbstractSet[str], sides: tuple[Side, Side], renames: Renames) -> Renames:
    """The new names of the steps of `journeys`, each by its earlier id."""
    was, now = (side.of_kind("journey") for side in sides)
    found: dict[str, Mapping[str, str]] = {}
    for id_ in journeys:
        old, new = was.get(id_), now.get(renames["journey"].get(id_, id_))
        if isinstance(old, Journey) and isinstance(new, Journey):
            found[id_] = match_places(old, new).renamed
    return found


def _notes(before: Definition, after: Definition) -> Iterator[Change]:
    """The Markdown under the front matter: how many lines came and went."""
    old, new = (Counter(each.source.body_markdown.strip().splitlines()) for each in (before, after))
    texts = [each.source.body_markdown.strip() for each in (before, after)]
    if texts[0].splitlines() != texts[1].splitlines():
        gone, come = (old - new).total(), (new - old).total()
        yield Change(kind="changed", what="notes", before=gone, after=come, form="rows")


def _curve(definition: Definition | None, side: Side) -> tuple[float | None, ...] | None:
    if not isinstance(definition, Journey):
        return None
    scores = tuple(step.score for step in side.insight.journeys[definition.id].steps)
    return scores if any(score is not None for score in scores) else None


def _unread(before: Side, after: Side) -> Iterator[Subject]:
    """Files of which nothing at all could be read, in one revision or both."""
    for kind in KINDS:
        was, now = before.of_kind(kind), after.of_kind(kind)
        paths = [*_broken_paths(kind, before), *_broken_paths(kind, after)]
        for name, path in sorted(dict(paths).items()):
            subject = Subject(
                kind=kind,
                state="unreadable",
                before=_named(was.get(name)) or _unnamed(name, path, before, now.get(name)),
                after=_named(now.get(name)) or _unnamed(name, path, after, was.get(name)),
                unreadable=tuple(_errors_at(path, before, after)),
            )
            if _unreadable_anew(subject.unreadable):
                yield subject


def _broken_paths(kind: Kind, side: Side) -> Iterator[tuple[str, str]]:
    names = {name for broken, name in side.definitions.broken if broken == kind}
    for path in side.errors:
        name = path.rpartition("/")[2].removesuffix(".md")
        if name in names and path.endswith(".md"):
            yield name, path


def _unnamed(name: str, path: str, side: Side, other: Definition | None) -> Named | None:
    """A file of which nothing can be read: it is called what it is called in the other revision."""
    title = name if other is None else title_of(other)
    return Named(name, title, path) if path in side.errors else None


def _errors_at(path: str, before: Side, after: Side) -> Iterator[Unreadable]:
    sides: list[tuple[str, Side]] = [("before", before), ("after", after)]
    for name, side in sides:
        if errors := side.errors.get(path):
            first: Finding = errors[0]
            yield Unreadable("before" if name == "before" else "after", len(errors), first)
