"""What a site decides for all of its definitions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mkdocs_journeys.definitions.durations import Duration

Export = Literal["json", "csv", "svg", "png"]
EXPORTS: tuple[Export, ...] = ("json", "csv", "svg", "png")
Consent = Literal["optional", "required"]
CONSENT: tuple[Consent, ...] = ("optional", "required")
BUILT_IN_EXTENSIONS = ("toc", "tables", "fenced_code")
"""Markdown extensions that MkDocs always uses."""

ONE_YEAR = Duration(1, 1, "year")
TWO_YEARS = Duration(2, 2, "year")


def is_named(value: object) -> bool:
    """Whether a value in a list of addresses and numbers is one; YAML reads a bare number as a number."""
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass(frozen=True)
class SiteOptions:
    """The options of a site, as its `mkdocs.yml` gives them.

    Folders are relative to the site's folder. `weak_score` is on the scale -2..2, `weak_drop_off` a share
    0..1. Figures of fewer than `smallest_group` people are kept back. `allow_personal_data` names addresses
    and numbers that everybody may read.
    """

    journeys: str = "journeys"
    personas: str = "personas"
    docs: str = "docs"
    language: str = "en"
    review_every: Duration = ONE_YEAR
    valid_for: Duration = TWO_YEARS
    weak_score: float = -1.0
    weak_drop_off: float = 0.2
    smallest_group: int = 1
    quote_consent: Consent = "optional"
    allow_personal_data: tuple[str, ...] = ()
    search: bool = True
    exports: tuple[Export, ...] = EXPORTS
    site_name: str = ""
    site_url: str | None = None
    repo_url: str | None = None
    edit_uri: str | None = None
    markdown_extensions: tuple[str, ...] = BUILT_IN_EXTENSIONS
    extension_configs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def touchpoints(self) -> str:
        """The folder of described touchpoints."""
        return f"{self.docs}/touchpoints"

    @property
    def evidence(self) -> str:
        """The folder of evidence and its data."""
        return f"{self.docs}/evidence"
