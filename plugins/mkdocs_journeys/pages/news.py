"""What happened of late: what each of the newest commits changed in which definition, in words."""

import json
import re
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import mkdocs_journeys
from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.definitions import BUILT_IN_EXTENSIONS, MODELS, Definition, Evidence, Kind
from mkdocs_journeys.exchange.difference import (
    Named,
    Side,
    Subject,
    Words,
    compare,
    plain_quote,
    read_side,
    title_of,
)
from mkdocs_journeys.history.changes import Commit, Past, main_line
from mkdocs_journeys.history.contents import write_sides
from mkdocs_journeys.history.revisions import Unreadable
from mkdocs_journeys.languages import language
from mkdocs_journeys.pages.public_words import PublicWords

MOST_NEWS = 50
MOST_SENTENCES = 20

_TELLING = ("definitions", "languages", "history", "catalogue", "insight", "exchange/difference")

_OPENING, _CLOSING = "\ue000", "\ue001"
_MARKED = re.compile(f"{_OPENING}([^{_CLOSING}]*){_CLOSING}")
_MARKS = str.maketrans("", "", _OPENING + _CLOSING)


@dataclass(frozen=True, kw_only=True)
class News:
    """What one commit changed in one definition, in sentences of the site's language; `more` are not told.

    `path` is what the definition's file was called then: together with the commit it names the news for ever.
    `name` is what the definition is called today.
    """

    commit: Commit
    path: str
    kind: Kind
    id: str
    name: str
    sentences: tuple[str, ...]
    more: int


def read_news(catalogue: Catalogue, past: Past, cache: ChartCache, root: Path) -> tuple[News, ...]:
    """The newest changes of what is published, the newest first.

    What a commit changed is read from the repository, of the files that it left alone only those that decide
    what the others say, and kept under the commit's name. Texts that are not published today are not quoted:
    who took one back, meant it. But what a published journey was once called is told.
    """
    teller = _Teller(catalogue, cache, root)
    told = list(islice((told for commit in past.newest for told in teller.of(commit)), MOST_NEWS))
    public = PublicWords(catalogue, _once_public(told, main_line(root) if told else ()))
    return tuple(each.news(public) for each in told)


def files_of(catalogue: Catalogue) -> Mapping[str, Definition]:
    """The files of what is published, by path."""
    return {path: definition for definition in _published(catalogue) for path in _files_of(definition)}


def files_behind(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """The files behind what a journey says, by its path: its personas, its evidence and their data."""
    evidence: dict[str, set[str]] = {}
    for id_, claims in catalogue.claims.items():
        for claim in claims:
            evidence.setdefault(claim.journey or "", set()).add(id_)
    found: dict[str, frozenset[str]] = {}
    for journey in catalogue.journeys.values():
        behind: list[Definition] = [
            *(catalogue.personas[id_] for id_ in journey.personas if id_ in catalogue.personas),
            *(catalogue.evidence[id_] for id_ in evidence.get(journey.id, ())),
        ]
        found[journey.source.path] = frozenset(path for each in behind for path in _files_of(each))
    return found


def _files_of(definition: Definition) -> Iterator[str]:
    """The file of a definition; a piece of evidence has its data too."""
    yield definition.source.path
    if isinstance(definition, Evidence) and definition.data:
        yield f"{definition.source.path.rpartition('/')[0]}/{definition.data}"


def _published(catalogue: Catalogue) -> Iterator[Definition]:
    yield from (journey for journey in catalogue.journeys.values() if journey.status != "draft")
    yield from catalogue.personas.values()
    yield from (entry.described for entry in catalogue.touchpoints.values() if entry.described)
    yield from catalogue.evidence.values()


def kind_of(definition: Definition) -> Kind:
    """What kind of definition it is."""
    return next(kind for kind, model in MODELS.items() if isinstance(definition, model))


class _Teller:
    """Tells commits in the site's language."""

    def __init__(self, catalogue: Catalogue, cache: ChartCache, root: Path) -> None:
        # What a commit says does not hang on how it is shown.
        self.options = replace(
            catalogue.options, markdown_extensions=BUILT_IN_EXTENSIONS, extension_configs={}
        )
        self.cache, self.root = cache, root
        self.language = language(catalogue.options.language)
        self.files = files_of(catalogue)
        self.behind = files_behind(catalogue)

    def of(self, commit: Commit) -> Iterator["_Told"]:
        """What a commit changed in each definition, in the order of their paths."""
        touched = sorted(each.now for each in commit.files if each.now in self.files)[:MOST_NEWS]
        beside = sorted({path for each in touched for path in self.behind.get(each, ())})
        inputs = (commit.name, self.language.tag, telling_version(), repr(self.options), touched, beside)
        try:
            kept = self.cache.cached(
                "news", inputs, lambda: json.dumps(dict(self._tell(commit, touched, beside))).encode()
            )
        except (Unreadable, OSError):  # not kept: it may be readable the next time
            return
        for path, told in sorted(json.loads(kept).items()):
            if definition := self.files.get(path):
                yield _Told(commit, definition, told)

    def _tell(
        self, commit: Commit, touched: Sequence[str], beside: Sequence[str]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """What is told of each definition, by the path of its file today; what strangers wrote is marked."""
        words = Words(self.language, _marked)
        with tempfile.TemporaryDirectory(prefix="journeys-") as folder:
            pages = {path: self.files[path].source.path for path in touched}
            now = write_sides(self.root, commit, pages, Path(folder), beside)
            before, after = (read_side(Path(folder) / side, self.options) for side in ("before", "after"))
            moved = {each.before[0]: each.after[0] for each in commit.files if each.before and each.after}
            for subject in compare(before, after, moved).subjects:
                if subject.after is not None and (told := _told(subject, before, after, words)):
                    yield now.get(subject.after.path, ""), {"path": subject.after.path, **told}


@dataclass(frozen=True)
class _Told:
    """What one commit changed in one definition, as it is kept."""

    commit: Commit
    definition: Definition
    told: Mapping[str, Any]

    def news(self, public: PublicWords) -> News:
        """The same with those words of strangers that may be quoted."""
        return News(
            commit=self.commit,
            path=self.told["path"],
            kind=kind_of(self.definition),
            id=self.definition.id,
            name=title_of(self.definition),
            sentences=tuple(self._quoted(each, public) for each in self.told["sentences"]),
            more=self.told["more"],
        )

    def _quoted(self, sentence: str, public: PublicWords) -> str:
        """The sentence with those words of strangers that can be read in the site, or could once."""
        return _MARKED.sub(
            lambda match: plain_quote(match[1]) if public.holds(match[1], self.definition) else "…", sentence
        )


def _once_public(told: Iterable[_Told], published: Container[str]) -> frozenset[str]:
    """What journeys were called in `published` commits, and not only in a branch before its merge."""
    return frozenset(
        name
        for each in told
        for commit, names in ((each.commit.parent, "was"), (each.commit.name, "is"))
        if commit in published
        for name in each.told[names]
    )


def _marked(text: str) -> str:
    return f"{_OPENING}{text.translate(_MARKS)}{_CLOSING}"


def _told(subject: Subject, before: Side, after: Side, words: Words) -> dict[str, Any] | None:
    """The sentences about a definition; None where it was not published then, or cannot be read."""
    if subject.state == "unreadable" or _is_draft(subject.kind, subject.after, after):
        return None
    if subject.state == "added" or _is_draft(subject.kind, subject.before, before):
        sentences, was = [words.language.gettext("new")], None
    else:
        sentences = [words.sentence(change) for change in (*subject.made, *subject.following)]
        was = subject.before
    if not sentences:
        return None
    told = {"sentences": sentences[:MOST_SENTENCES], "more": max(0, len(sentences) - MOST_SENTENCES)}
    return {**told, "was": _names(subject.kind, was), "is": _names(subject.kind, subject.after)}


def _names(kind: Kind, named: Named | None) -> list[str]:
    """What a journey is called, in the words of a sentence; what people are called may be a person's name."""
    if named is None or kind != "journey":
        return []
    return [name.translate(_MARKS) for name in (named.title, named.id, named.path)]


def _is_draft(kind: Kind, named: Any, side: Side) -> bool:
    definition = None if named is None else side.of_kind(kind).get(named.id)
    return getattr(definition, "status", None) == "draft"


@cache
def telling_version() -> str:
    """A digest of what the sentences are made by, from git to words."""
    package = Path(str(mkdocs_journeys.__file__)).parent
    sources = sorted(path for room in _TELLING for path in (package / room).glob("*.p[yo]"))
    return sha256(b"\0".join(path.read_bytes() for path in (*sources, Path(__file__)))).hexdigest()
