"""New definitions: a file with notes for somebody who has never written one, in their language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_journeys.authoring.existing import Existing, definition_files, folded_id, folder_of
from mkdocs_journeys.authoring.refusals import AlreadyThere, NotPossible
from mkdocs_journeys.catalogue import build_date
from mkdocs_journeys.definitions import Kind, Method, SiteOptions, quoted, quoted_list, say, visible
from mkdocs_journeys.languages import language

TEMPLATES = Path(__file__).parent / "templates"
_MOST_OTHERS = 12
"""Personas that a note in a new journey names; a list of hundreds helps nobody."""


@dataclass(frozen=True)
class NewDefinition:
    """What is to be written: a kind, its name and id, and what is known about it already.

    `lang` is the language of notes and samples; it stands in the file only where `says_lang`. `folder` is
    below the folder of the kind.
    """

    kind: Kind
    name: str
    id: str
    lang: str
    says_lang: bool = False
    folder: str = ""
    owner: str | None = None
    personas: Sequence[str] = ()
    touchpoints: Sequence[str] = ()
    evidence: Sequence[str] = ()
    method: Method = "assumption"
    also: "NewDefinition | None" = field(default=None)
    """A definition that has to be written with it: the first persona of a journey."""


def text_of(new: NewDefinition, site: Existing) -> str:
    """The file's text."""
    template = environment().get_template(f"new/{language(new.lang).tag}/{new.kind}.md.jinja")
    return template.render(
        name=quoted(new.name),
        id=new.id,
        lang=new.lang if new.says_lang else None,
        owner=quoted(new.owner) if new.owner else None,
        today=build_date().isoformat(),
        personas=quoted_list(new.personas),
        other_personas=_others(site.personas.names, new.personas),
        touchpoints=quoted_list(new.touchpoints) if new.touchpoints else None,
        evidence=quoted_list(new.evidence) if new.evidence else None,
        method=new.method,
        known_touchpoint=next(iter(site.touchpoints.names), None),
        known_evidence=next(iter(site.evidence.names), None),
        known_channel=quoted(site.channels[0]) if site.channels else None,
    )


def path_of(new: NewDefinition, root: Path, options: SiteOptions) -> Path:
    """Where the file is to be. Errors: AlreadyThere (the id is taken), NotPossible (a folder not read)."""
    for file in definition_files(root, new.kind, options):
        if folded_id(file.stem) == folded_id(new.id):
            shown = visible(file.relative_to(root).as_posix())
            raise AlreadyThere(
                say(
                    "%(file)s has the id %(id)s already; give another one with --id, or edit that file",
                    file=shown,
                    id=new.id,
                )
            )
    return folder_path(new.kind, new.folder, root, options) / f"{new.id}.md"


def folder_path(kind: Kind, folder: str, root: Path, options: SiteOptions) -> Path:
    """A folder below that of a kind, in which files are read. Error: NotPossible."""
    path = root / folder_of(kind, options)
    for part in (".", *PurePosixPath(folder.replace("\\", "/")).parts):
        if part in ("/", "..") or (part != "." and part.startswith((".", "_"))) or ":" in part:
            raise NotPossible(
                say(
                    'the folder "%(folder)s" is not read; name one like retail or retail/online',
                    folder=visible(folder),
                )
            )
        path /= part
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise NotPossible(
                say('"%(folder)s" is no folder in which definitions may be', folder=visible(str(path)))
            )
    return path


@cache
def environment() -> Environment:
    """The templates of all new files."""
    return Environment(  # noqa: S701 - Markdown, YAML and JSON; what is filled in is quoted for YAML
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _others(names: Mapping[str, str], taken: Sequence[str]) -> str:
    others = [f"{id_} ({visible(name)})" for id_, name in names.items() if id_ not in taken]
    return ", ".join([*others[:_MOST_OTHERS], *["..."] * (len(others) > _MOST_OTHERS)])
