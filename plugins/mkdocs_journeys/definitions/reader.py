"""Reading a site's folders: every definition, its data and pictures, and every finding about them."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.definitions.base import KINDS, Definition, Kind
from mkdocs_journeys.definitions.bodies import BodyReader
from mkdocs_journeys.definitions.consent import check_consent
from mkdocs_journeys.definitions.evidence import Evidence
from mkdocs_journeys.definitions.files import read_text
from mkdocs_journeys.definitions.findings import Finding, Place, short
from mkdocs_journeys.definitions.front_matter import read_front_matter
from mkdocs_journeys.definitions.hand_written import LINK, check_hand_written
from mkdocs_journeys.definitions.ids import RESERVED_PERSONAS, is_id, make_id, normalise
from mkdocs_journeys.definitions.inline import forbidden_links
from mkdocs_journeys.definitions.journey import Journey
from mkdocs_journeys.definitions.journey_rules import check_journey
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.options import SiteOptions
from mkdocs_journeys.definitions.persona import Persona
from mkdocs_journeys.definitions.personal_findings import check_personal_data
from mkdocs_journeys.definitions.pictures import fault_of_picture
from mkdocs_journeys.definitions.readings import DataFile, read_data
from mkdocs_journeys.definitions.shapes import shape_of
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.suggestions import with_nearest
from mkdocs_journeys.definitions.texts import linking_texts
from mkdocs_journeys.definitions.touchpoint import Touchpoint
from mkdocs_journeys.definitions.trouble_findings import trouble_findings
from mkdocs_journeys.definitions.validation import validate
from mkdocs_journeys.definitions.value_messages import forbidden_link

MODELS: Mapping[Kind, type[Definition]] = {
    "journey": Journey,
    "persona": Persona,
    "touchpoint": Touchpoint,
    "evidence": Evidence,
}

EVERY = "*"
"""Stands for all ids of a folder that is not read."""


def _nobody_counts(files: int) -> None:
    """What is told how many files were read where nobody wants to know."""


@dataclass
class Definitions:
    """All that was read: definitions by kind, by path; data files by evidence id; findings."""

    root: Path
    options: SiteOptions
    journeys: list[Journey] = field(default_factory=list)
    personas: list[Persona] = field(default_factory=list)
    touchpoints: list[Touchpoint] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    data: dict[str, DataFile] = field(default_factory=dict)
    introductions: dict[str, Source] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    files: int = 0
    """How many definitions there are, readable or not."""

    paths: dict[str, Kind] = field(default_factory=dict)
    """The kind of every definition's file, readable or not, by path."""

    on_file: Callable[[int], object] = field(default=_nobody_counts, repr=False)
    """Is told how many files were read, after each."""

    broken: set[tuple[Kind, str]] = field(default_factory=set)
    """Files that could not be read at all, by kind and id, so that naming them is no second finding."""

    doubles: list[Definition] = field(default_factory=list)
    """Definitions whose id another file has as well; they are checked, and nothing else."""

    def __iter__(self) -> Iterator[Definition]:
        yield from self.journeys
        yield from self.personas
        yield from self.touchpoints
        yield from self.evidence
        yield from self.doubles

    def is_broken(self, name: str, kind: Kind | None = None) -> bool:
        """Whether a file of `kind`, or of any, has the id `name` but could not be read."""
        kinds = KINDS if kind is None else (kind,)
        return any((each, name) in self.broken or (each, EVERY) in self.broken for each in kinds)

    def body_reader(self) -> BodyReader:
        """A reader of bodies with this site's Markdown extensions."""
        return BodyReader(self.options.markdown_extensions, self.options.extension_configs)


def read_definitions(
    root: Path, options: SiteOptions | None = None, on_file: Callable[[int], object] = _nobody_counts
) -> Definitions:
    """Read all definitions of the site in folder `root`; `on_file` is told their number after each.

    Nothing is raised for what a contributor wrote: every fault is in `findings`.
    """
    definitions = Definitions(root, options or SiteOptions(), on_file=on_file)
    _read_kind(definitions, "journey", definitions.options.journeys, deep=True)
    _read_kind(definitions, "persona", definitions.options.personas, deep=True)
    _read_kind(definitions, "touchpoint", definitions.options.touchpoints, deep=False)
    _read_kind(definitions, "evidence", definitions.options.evidence, deep=False)
    definitions.findings += check_hand_written(root, definitions.options, definitions.body_reader)
    return definitions


def _read_kind(definitions: Definitions, kind: Kind, folder: str, *, deep: bool) -> None:
    found: dict[str, Definition] = {}
    seen: dict[str, str] = {}
    for path in _files(definitions, kind, folder, deep):
        if not deep and path.name == "index.md":
            _read_introduction(definitions, kind, path)
            continue
        definitions.files += 1
        definitions.on_file(definitions.files)
        definition = _read_file(definitions, kind, path)
        name = normalise(path.name.removesuffix(".md"))
        relative = _relative(definitions, path)
        definitions.paths[relative] = kind
        first = seen.setdefault(normalise(name.casefold()), relative)
        if first != relative:
            message = say(
                'two files have the id "%(id)s": %(first)s and %(second)s; give one of them another name',
                id=name, first=first, second=relative,
            )  # fmt: skip
            definitions.findings.append(Finding("J200", message, Place(relative)))
        if definition is not None and first != relative:
            definitions.doubles.append(definition)
        elif definition is not None:
            found[definition.id] = definition
    _list_of(definitions, kind).extend(found.values())


def _list_of(definitions: Definitions, kind: Kind) -> list[Definition]:
    lists = {
        "journey": "journeys",
        "persona": "personas",
        "touchpoint": "touchpoints",
        "evidence": "evidence",
    }
    result: list[Definition] = getattr(definitions, lists[kind])
    return result


def _relative(definitions: Definitions, path: Path) -> str:
    return path.relative_to(definitions.root).as_posix()


def _files(definitions: Definitions, kind: Kind, folder: str, deep: bool) -> Iterator[Path]:
    """Definition files below `folder`, by path; links are findings and not followed."""
    top = definitions.root / folder
    if _is_link_inside(definitions, kind, top) or not top.is_dir():
        return
    waiting = [top]
    while waiting:
        entries = [entry for entry in os.scandir(waiting.pop()) if not is_ignored(entry.name)]
        folders = []
        for entry in sorted(entries, key=lambda entry: entry.name):
            is_folder = deep and os.path.isdir(entry.path)  # noqa: PTH112 - as entry.is_dir(), but a loop of links is none
            if entry.is_symlink() and (is_folder or entry.name.endswith(".md")):
                _note_link(definitions, kind, Path(entry.path))
            elif is_folder:
                folders.append(Path(entry.path))
            elif entry.name.endswith(".md") and not entry.is_dir():
                yield Path(entry.path)
        waiting += reversed(folders)


def is_ignored(name: str) -> bool:
    """Whether a file or folder among definitions is none that anybody reads."""
    return name.startswith(("_", ".")) or name == "README.md"


def _is_link_inside(definitions: Definitions, kind: Kind, folder: Path) -> bool:
    for part in (folder, *folder.parents):
        if part == definitions.root:
            return False
        if part.is_symlink():
            _note_link(definitions, kind, part)
            return True
    return False


def _note_link(definitions: Definitions, kind: Kind, path: Path) -> None:
    definitions.findings.append(Finding("J140", LINK, Place(_relative(definitions, path))))
    name = normalise(path.name.removesuffix(".md")) if path.name.endswith(".md") else EVERY
    definitions.broken.add((kind, name))


def _read_source(definitions: Definitions, kind: Kind, path: Path) -> Source | None:
    relative = _relative(definitions, path)
    if not path.is_file():
        message = say("this has the name of a file, but is none")
        definitions.findings.append(Finding("J100", message, Place(relative)))
        return None
    read = read_text(path, relative)
    definitions.findings += read.findings
    if (text := read.text) is None:
        return None
    definitions.findings += check_personal_data(relative, text, definitions.options)
    front = read_front_matter(text)
    source = Source.of(relative, path, text, front, shape_of(MODELS[kind]))
    definitions.findings += trouble_findings(front.troubles, source)
    return None if front.root is None and front.troubles else source


def _read_introduction(definitions: Definitions, kind: Kind, path: Path) -> None:
    relative = _relative(definitions, path)
    read = read_text(path, relative)
    definitions.findings += read.findings
    if (text := read.text) is None:
        return
    front = read_front_matter(text) if text.startswith("---") else None
    body, line = (front.body, front.body_line) if front else (text, 1)
    definitions.introductions[kind] = Source(relative, path, text, body, line)


def _read_file(definitions: Definitions, kind: Kind, path: Path) -> Definition | None:
    definition_id = normalise(path.name.removesuffix(".md"))
    _check_file_name(definitions, kind, path, definition_id)
    source = _read_source(definitions, kind, path)
    if source is None:
        definitions.broken.add((kind, definition_id))
        return None
    definition, findings = validate(MODELS[kind], source)
    definitions.findings += findings
    if definition is None:
        definitions.broken.add((kind, definition_id))
        return None
    definition.placed(definition_id, source)
    definitions.findings += _check_texts(definition)
    _check_kind(definitions, definition)
    source.forget_tree()
    return definition


def _check_file_name(definitions: Definitions, kind: Kind, path: Path, definition_id: str) -> None:
    place = Place(_relative(definitions, path))
    if not is_id(definition_id):
        message = _wrong_name(definition_id)
        definitions.findings.append(Finding("J120", message, place))
    elif kind == "persona" and definition_id in RESERVED_PERSONAS:
        message = say(
            '"%(id)s" is a word of the format and cannot be the id of a persona; give the file another name',
            id=definition_id,
        )
        definitions.findings.append(Finding("J127", message, place))


def _wrong_name(definition_id: str) -> Message:
    message = say(
        'the name of this file, "%(id)s", cannot be an id, which has only letters, digits, "-" and "_" and '
        "is not index",
        id=short(definition_id),
    )
    if (made := make_id(definition_id)) is None:
        return say("%(message)s; give it another name", message=message)
    return say("%(message)s; call it %(name)s", message=message, name=f"{made}.md")


def _check_texts(definition: Definition) -> Iterator[Finding]:
    for way, text in linking_texts(definition):
        for address in forbidden_links(text):
            yield definition.source.finding_in("J130", forbidden_link(address), address, *way)


def _check_kind(definitions: Definitions, definition: Definition) -> None:
    if isinstance(definition, Journey):
        definitions.findings += check_journey(definition)
        definitions.findings += check_consent(definition, definitions.options)
    elif isinstance(definition, Persona) and definition.photo:
        _check_photo(definitions, definition, definition.photo)
    elif isinstance(definition, Evidence) and definition.data:
        _read_readings(definitions, definition, definition.data)


def _check_photo(definitions: Definitions, persona: Persona, photo: str) -> None:
    file = _beside(definitions, persona, "photo", photo)
    if file is not None and (fault := fault_of_picture(file)) is not None:
        message = say("%(file)s: %(message)s", file=photo, message=fault[1])
        definitions.findings.append(persona.source.finding(fault[0], message, "photo"))


def _read_readings(definitions: Definitions, evidence: Evidence, name: str) -> None:
    file = _beside(definitions, evidence, "data", name)
    if file is not None:
        data = read_data(file, _relative(definitions, file), evidence.id)
        definitions.data[evidence.id] = data
        definitions.findings += data.findings
        definitions.findings += check_personal_data(data.path, data.text, definitions.options)


def _beside(definitions: Definitions, definition: Definition, key: str, name: str) -> Path | None:
    """The file called `name` beside a definition, or None and a finding."""
    folder = definition.source.file.parent
    file = folder / name
    if file.is_symlink():
        message = say(
            '"%(name)s" only points to a file elsewhere (a symbolic link); put the file itself there',
            name=name,
        )
        definitions.findings.append(definition.source.finding("J140", message, key))
        return None
    if not file.is_file():
        others = [
            entry.name for entry in os.scandir(folder) if entry.is_file() and not entry.name.endswith(".md")
        ]
        message = with_nearest(
            say('there is no file "%(name)s" beside this one', name=name), name, sorted(others)
        )
        definitions.findings.append(definition.source.finding("J142", message, key))
        return None
    return file
