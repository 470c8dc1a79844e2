"""What a site has already: files, ids and names that a new definition can use, or must not collide with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.definitions import Kind, SiteOptions, make_id, nearest, normalise


@dataclass(frozen=True)
class Known:
    """Definitions of a kind, id to name, in the order of ids."""

    names: Mapping[str, str]

    def find(self, typed: str) -> str | None:
        """The id of the one that was typed as an id or a name, in any case; None where none is meant."""
        text = normalise(" ".join(typed.split()))
        if text in self.names:
            return text
        wanted = text.casefold()
        found = [id_ for id_, name in self.names.items() if wanted in (id_.casefold(), name.casefold())]
        return found[0] if len(found) == 1 else None

    def near(self, typed: str) -> str | None:
        """The id of the one that was probably meant, or None."""
        by_text = {name: id_ for id_, name in self.names.items()} | {id_: id_ for id_ in self.names}
        found = nearest(normalise(typed.strip()), by_text)
        return by_text[found] if found is not None else None


@dataclass(frozen=True)
class Existing:
    """What a site has that can be named: personas, described touchpoints, evidence, owners, channels.

    `undescribed` are the touchpoints that journeys name and no file describes.
    """

    personas: Known
    touchpoints: Known
    evidence: Known
    undescribed: Known
    owners: tuple[str, ...]
    channels: tuple[str, ...]


def existing(catalogue: Catalogue) -> Existing:
    """What the site of `catalogue` has."""
    described = {id_: entry.name for id_, entry in catalogue.touchpoints.items() if entry.described}
    others = {id_: entry.name for id_, entry in catalogue.touchpoints.items() if not entry.described}
    return Existing(
        personas=Known({id_: persona.name for id_, persona in catalogue.personas.items()}),
        touchpoints=Known(described),
        evidence=Known({id_: evidence.title for id_, evidence in catalogue.evidence.items()}),
        undescribed=Known(others),
        owners=tuple(catalogue.owners.values()),
        channels=tuple(channel.name for channel in catalogue.channels.values()),
    )


def folder_of(kind: Kind, options: SiteOptions) -> str:
    """The folder of a kind of definition, relative to the site's."""
    folders = {
        "journey": options.journeys,
        "persona": options.personas,
        "touchpoint": options.touchpoints,
        "evidence": options.evidence,
    }
    return folders[kind]


def definition_files(root: Path, kind: Kind, options: SiteOptions) -> Iterator[Path]:
    """The files of a kind, by path, without reading them; those that are left out of the site too."""
    top = root / folder_of(kind, options)
    pattern = "**/*.md" if kind in ("journey", "persona") else "*.md"
    yield from sorted(top.glob(pattern)) if top.is_dir() else ()


def folded_id(name: str) -> str:
    """The form in which two ids of one kind must differ."""
    return normalise(normalise(name).casefold())


def is_named(text: str) -> bool:
    """Whether a touchpoint, channel or owner may be called `text`."""
    return make_id(text) is not None
