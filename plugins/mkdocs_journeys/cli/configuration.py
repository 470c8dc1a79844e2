"""`mkdocs.yml` as the command reads it: what definitions need, without MkDocs, to take no time."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import click
import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped] # has no types

from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.definitions import (
    BUILT_IN_EXTENSIONS,
    CONSENT,
    EXPORTS,
    Consent,
    Duration,
    Export,
    SiteOptions,
    is_language,
    is_named,
    parse_duration,
    say,
    short,
    visible,
)

NAMES = ("mkdocs.yml", "mkdocs.yaml")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Configuration:
    """A site: its folder, its configuration file (or None), where it is built, its options and address."""

    root: Path
    file: Path | None
    site_dir: Path
    options: SiteOptions
    site_url: str = ""

    def has_sources_in(self, target: Path) -> bool:
        """Whether something that the site is made from would give way to what is written into `target`."""
        folder, root = target.resolve(), self.root.resolve()
        sources = [root / each for each in (self.options.docs, self.options.journeys, self.options.personas)]
        return root.is_relative_to(folder) or any(_overlap(folder, each.resolve()) for each in sources)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


_UNREADABLE = (
    OSError, yaml.YAMLError, ValueError, RecursionError, LookupError, TypeError, AttributeError
)  # fmt: skip
"""What reading raises: yaml lets through what Python says of a date, a number or a depth that cannot be."""


class _Loader(yaml.UnsafeLoader):
    """MkDocs' own dialect: the configuration is trusted, and may name Python objects and the environment."""


class _Reader(yaml.SafeLoader):
    """The same for a configuration of another time or place: no Python objects, no environment."""


_Loader.add_constructor("!ENV", construct_env_tag)
for _loader in (_Loader, _Reader):
    _loader.add_constructor("!relative", lambda _, node: str(node.value))
_Reader.add_multi_constructor("", lambda loader, tag, node: None)  # noqa: ARG005 - what yaml calls


def find_configuration(named: Path | None, start: Path, *, within: Path | None = None) -> Configuration:
    """The site of the configuration file `named`, else of the nearest one at or above `start`.

    Without any, `start` is a site with default options when it holds a folder of journeys. A configuration
    that is read `within` a folder is not trusted: what it says of Python objects and of the environment is
    passed over, and it inherits from files in that folder only. Error: UsageError.
    """
    file = named or file_above(start)
    if file is None and not (start / SiteOptions().journeys).is_dir():
        message = say("there is no mkdocs.yml here, and no folder journeys; name the file with --config-file")
        raise click.UsageError(told(message))
    root = (start if file is None else file.parent).resolve()
    settings = {} if file is None else _settings(file, within)
    docs = _docs(settings, root, within)
    site_dir = root / str(settings.get("site_dir") or "site")
    return Configuration(root, file, site_dir, _options(settings, docs), str(settings.get("site_url") or ""))


def file_above(start: Path) -> Path | None:
    """The nearest configuration file at or above `start`."""
    return next(filter(None, map(file_in, (start, *start.resolve().parents))), None)


def file_in(folder: Path) -> Path | None:
    """The configuration file in a folder."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def _settings(file: Path, within: Path | None) -> dict[str, Any]:
    try:
        return _load(file, (), within)
    except (OSError, ValueError, RuntimeError) as error:  # circles of links or of parents, no names of files
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> click.UsageError:
    return click.UsageError(
        told(say("%(file)s cannot be read: %(reason)s", file=visible(str(file)), reason=str(error)))
    )


def _shown(value: object) -> str:
    """A value of a configuration, as it is quoted."""
    return visible(short(str(value)))


def _load(file: Path, heirs: tuple[Path, ...], within: Path | None) -> dict[str, Any]:
    if file.resolve() in heirs:
        raise click.UsageError(told(say("%(file)s inherits from itself", file=visible(str(file)))))
    settings = _read(file, _Loader if within is None else _Reader)
    parent = settings.pop("INHERIT", None)
    if not parent:
        return settings
    above = file.parent / str(parent)
    if within is not None and not _is_file_within(within, above):
        message = say(
            'INHERIT: "%(file)s" is no file within the site\'s folder or repository',
            file=visible(str(parent)),
        )
        raise click.UsageError(told(message))
    return inherited(_load(above, (*heirs, file.resolve()), within), settings, _joined)


def _read(file: Path, loader: type[_Loader | _Reader]) -> dict[str, Any]:
    try:
        loaded = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=loader)  # noqa: S506 - trusted, or read by the safe one
    except _UNREADABLE as error:
        raise _unreadable(file, error) from error
    return loaded if isinstance(loaded, dict) else {}


def _is_file_within(folder: Path, file: Path) -> bool:
    """Whether `file`, all links followed, is a file in `folder`, and none of git's own."""
    try:
        way = file.resolve(strict=True).relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a circle of links is a RuntimeError
        return False
    return ".git" not in way.parts and file.is_file()


def value_of(node: yaml.Node) -> Any:
    """What a part of a trusted configuration stands for."""
    return _Loader("").construct_object(node, deep=True)


def inherited(
    parent: Mapping[str, Value], child: Mapping[str, Value], joined: Callable[[Value, Value], Value]
) -> dict[str, Value]:
    """The settings of a configuration with those that it inherits; `joined` makes one of two of a name."""
    both = {key: joined(parent[key], child[key]) for key in parent.keys() & child.keys()}
    return {**parent, **child, **both}


def _joined(parent: Any, child: Any) -> Any:
    both = isinstance(parent, dict) and isinstance(child, dict)
    return inherited(parent, child, _joined) if both else child


def _docs(settings: Mapping[str, Any], root: Path, within: Path | None) -> str:
    if within is not None:
        return _folder(settings, "docs_dir", "docs")
    return Path(os.path.relpath(root / str(settings.get("docs_dir") or "docs"), root)).as_posix()


def _options(settings: Mapping[str, Any], docs: str) -> SiteOptions:
    own = _named(settings, "plugins").get("journeys")
    own = {key: value for key, value in own.items() if value is not None} if isinstance(own, dict) else {}
    default = SiteOptions()
    extensions = _named(settings, "markdown_extensions")
    return SiteOptions(
        journeys=_folder(own, "journeys", default.journeys),
        personas=_folder(own, "personas", default.personas),
        docs=docs,
        language=str(own.get("language") or _theme_language(settings.get("theme"))),
        review_every=_duration(own, "review_every", default.review_every),
        valid_for=_duration(own, "valid_for", default.valid_for),
        weak_score=_number(own, "weak_score", default.weak_score),
        weak_drop_off=_number(own, "weak_drop_off", default.weak_drop_off),
        smallest_group=_whole(own, "smallest_group", default.smallest_group),
        quote_consent=_consent(own),
        allow_personal_data=_named_data(own),
        search=bool(own.get("search", True)),
        exports=_exports(own),
        site_name=str(settings.get("site_name") or ""),
        site_url=settings.get("site_url"),
        repo_url=settings.get("repo_url"),
        edit_uri=settings.get("edit_uri"),
        markdown_extensions=tuple(dict.fromkeys([*BUILT_IN_EXTENSIONS, *extensions])),
        extension_configs={
            name: configuration for name, configuration in extensions.items() if configuration
        },
    )


def _folder(own: Mapping[str, Any], key: str, default: str) -> str:
    path = PurePosixPath(str(own.get(key) or default))
    if path.is_absolute() or not path.parts or ".." in path.parts:
        message = say(
            '%(key)s: "%(folder)s" is no folder within the site\'s; write one like %(example)s',
            key=key, folder=visible(str(path)), example=default,
        )  # fmt: skip
        raise click.UsageError(told(message))
    return str(path)


def _number(own: Mapping[str, Any], key: str, default: float) -> float:
    value = own.get(key, default)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise click.UsageError(told(say('%(key)s: "%(value)s" is no number', key=key, value=_shown(value))))


def _whole(own: Mapping[str, Any], key: str, default: int) -> int:
    value = own.get(key, default)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise click.UsageError(f"{key}: {value!r} is no whole number from 1")


def _consent(own: Mapping[str, Any]) -> Consent:
    value = own.get("quote_consent", SiteOptions().quote_consent)
    found = next((each for each in CONSENT if each == value), None)
    if found is None:
        raise click.UsageError(f"quote_consent: {value!r} is none of {', '.join(CONSENT)}")
    return found


def _named_data(own: Mapping[str, Any]) -> tuple[str, ...]:
    value = own.get("allow_personal_data", ())
    if isinstance(value, list | tuple) and all(each is None or is_named(each) for each in value):
        return tuple(str(each) for each in value if each is not None)
    raise click.UsageError(f"allow_personal_data: {value!r} is no list of addresses and numbers")


def _named(settings: Mapping[str, Any], key: str) -> dict[str, Any]:
    """MkDocs' lists of names, some with settings: `[a, {b: {...}}]` or `{a: {}, b: {...}}`."""
    entries = settings.get(key)
    if isinstance(entries, dict):
        return entries
    if entries and not isinstance(entries, list | tuple):
        raise click.UsageError(told(say('%(key)s: "%(value)s" is no list', key=key, value=_shown(entries))))
    found: dict[str, Any] = {}
    for entry in entries or ():
        found.update(entry if isinstance(entry, dict) else {str(entry): {}})
    return found


def _theme_language(theme: Any) -> str:
    """The language of the theme's words: Material's `language`, else the `locale`'s, as in the plugin."""
    settings = theme if isinstance(theme, dict) else {}
    language = settings.get("language")
    if isinstance(language, str) and is_language(language):
        return language
    return re.split(r"[-_]", str(settings.get("locale") or SiteOptions().language))[0]


def _duration(own: Mapping[str, Any], key: str, default: Duration) -> Duration:
    if key not in own:
        return default
    duration = parse_duration(str(own[key]))
    if duration is None or duration.most <= 0:
        message = say(
            '%(key)s: "%(value)s" is no length of time; write a number and a unit, like 6 months',
            key=key, value=_shown(own[key]),
        )  # fmt: skip
        raise click.UsageError(told(message))
    return duration


def _exports(own: Mapping[str, Any]) -> tuple[Export, ...]:
    wanted = own.get("exports", EXPORTS)
    if not isinstance(wanted, list | tuple) or any(each not in EXPORTS for each in wanted):
        message = say(
            'exports: "%(value)s" is no list of %(words)s', value=_shown(wanted), words=", ".join(EXPORTS)
        )
        raise click.UsageError(told(message))
    return tuple(export for export in EXPORTS if export in wanted)
