"""The plugin's options in `mkdocs.yml`."""

import os
from pathlib import Path, PurePosixPath

from mkdocs.config import Config
from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journeys.definitions import CONSENT, EXPORTS, Duration, SiteOptions, is_named, parse_duration
from mkdocs_journeys.mkdocs_plugin.languages import is_language, site_language

A_LIST = '["team@company.com", "+49 30 1234567"]'


class Folder(c.OptionallyRequired[str]):
    """A folder below the site's own, with `/`."""

    def run_validation(self, value: object) -> str:
        """The folder as written, without a slash at its end. Error: it leads out of the site's folder."""
        path = PurePosixPath(value if isinstance(value, str) else "")
        if path.is_absolute() or not path.parts or ".." in path.parts:
            raise ValidationError(f"{value!r} is no folder within the site's; write one like journeys")
        return str(path)


class Interval(c.OptionallyRequired[Duration]):
    """A length of time."""

    def run_validation(self, value: object) -> Duration:
        """The duration. Error: it is none, or nothing."""
        duration = value if isinstance(value, Duration) else parse_duration(str(value))
        if duration is None or duration.most <= 0:
            raise ValidationError(f"{value!r} is no length of time; write a number and a unit, like 6 months")
        return duration


class Number(c.OptionallyRequired[float]):
    """A number within bounds."""

    def __init__(self, least: float, most: float, *, default: float) -> None:
        super().__init__(default=default)
        self.least, self.most = least, most

    def run_validation(self, value: object) -> float:
        """The number. Error: it is none, or out of bounds."""
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
        if number is not None and self.least <= number <= self.most:
            return float(number)
        raise ValidationError(f"{value!r} is no number from {self.least:g} to {self.most:g}")


class WholeNumber(c.OptionallyRequired[int]):
    """A whole number, `least` or more."""

    def __init__(self, least: int, *, default: int) -> None:
        super().__init__(default=default)
        self.least = least

    def run_validation(self, value: object) -> int:
        """The number. Error: it is none, or too small."""
        if isinstance(value, int) and not isinstance(value, bool) and value >= self.least:
            return value
        raise ValidationError(f"{value!r} is no whole number from {self.least}")


class Named(c.OptionallyRequired[list[str]]):
    """A list of addresses and numbers."""

    def run_validation(self, value: object) -> list[str]:
        """Each as text, without what is empty. Error: it is no list, or holds something else."""
        if isinstance(value, list) and all(each is None or is_named(each) for each in value):
            return [str(each) for each in value if each is not None]
        raise ValidationError(f"{value!r} is no list of addresses and numbers; write one like {A_LIST}")


class Language(c.OptionallyRequired[str]):
    """A language."""

    def run_validation(self, value: object) -> str:
        """The BCP 47 tag. Error: it is none."""
        if isinstance(value, str) and is_language(value):
            return value
        raise ValidationError(f"{value!r} is no language; write a tag like en, zh-Hans, zh-Hant or ru")


class JourneysConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' base class has no types
    """The options of the plugin `journeys`."""

    journeys = Folder(default="journeys")
    personas = Folder(default="personas")
    review_every = Interval(default=Duration(1, 1, "year"))
    valid_for = Interval(default=Duration(2, 2, "year"))
    language = c.Optional(Language())
    weak_score = Number(-2, 2, default=-1)
    weak_drop_off = Number(0, 1, default=0.2)
    smallest_group = WholeNumber(1, default=1)
    quote_consent = c.Choice(CONSENT, default="optional")
    allow_personal_data = Named(default=[])
    search = c.Type(bool, default=True)
    exports = c.ListOfItems(c.Choice(EXPORTS), default=list(EXPORTS))


def site_root(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`, absolute."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _docs_folder(config: MkDocsConfig) -> str:
    """The folder of hand-written pages as it is written: a symbolic link on the way to it is not followed."""
    root = Path(config.config_file_path or "mkdocs.yml").absolute().parent
    return Path(os.path.relpath(Path(config.docs_dir).absolute(), root)).as_posix()


def site_options(options: JourneysConfig, config: MkDocsConfig) -> SiteOptions:
    """All that the site decides for its definitions, in the terms of the definitions."""
    return SiteOptions(
        journeys=options.journeys,
        personas=options.personas,
        docs=_docs_folder(config),
        language=options.language or site_language(config),
        review_every=options.review_every,
        valid_for=options.valid_for,
        weak_score=options.weak_score,
        weak_drop_off=options.weak_drop_off,
        smallest_group=options.smallest_group,
        quote_consent=options.quote_consent,
        allow_personal_data=tuple(options.allow_personal_data),
        search=options.search,
        exports=tuple(options.exports),
        site_name=config.site_name,
        site_url=config.site_url,
        repo_url=config.repo_url,
        edit_uri=config.edit_uri,
        markdown_extensions=tuple(config.markdown_extensions),
        extension_configs=config.mdx_configs,
    )
