"""A new site, small and complete: it can be checked, built and published as it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys import __version__
from mkdocs_journeys.authoring.editors import editor_files
from mkdocs_journeys.authoring.new_definitions import environment
from mkdocs_journeys.authoring.site_words import words_of
from mkdocs_journeys.catalogue import build_date
from mkdocs_journeys.definitions import SiteOptions, quoted

Ci = Literal["github", "gitlab", "none"]
CIS: tuple[Ci, ...] = ("github", "gitlab", "none")

ACTIONS: Mapping[str, str] = {
    "checkout": "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "setup_python": "actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0",
    "configure_pages": "actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0",
    "upload_pages": "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
    "deploy_pages": "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
}
"""The same commits as in this repository's own workflows; a test holds them together."""

_IN_LANGUAGE: Mapping[str, str] = {
    "README.md": "README.md",
    "docs/index.md": "index.md",
    "journeys/first-coffee.md": "journey.md",
    "personas/nadia.md": "persona.md",
    "docs/touchpoints/counter.md": "touchpoint.md",
    "docs/evidence/counter-morning.md": "evidence.md",
    "docs/evidence/counter-morning.csv": "readings.csv",
}
_SHARED: Mapping[str, str] = {
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    "wheels/.gitkeep": "gitkeep",
}
_OF_CI: Mapping[Ci, Mapping[str, str]] = {
    "github": {
        ".github/workflows/check.yml": "shared/check.yml",
        ".github/workflows/publish.yml": "shared/publish.yml",
        ".github/CODEOWNERS": "shared/CODEOWNERS",
        ".github/pull_request_template.md": "{lang}/pull_request_template.md",
    },
    "gitlab": {
        ".gitlab-ci.yml": "shared/gitlab-ci.yml",
        ".gitlab/merge_request_templates/Default.md": "{lang}/pull_request_template.md",
        "CODEOWNERS": "shared/CODEOWNERS",
    },
    "none": {},
}
_THEME_LANGUAGES = {"zh-Hans": "zh"}
"""What Material calls a language where it is not our name for it."""


@dataclass(frozen=True)
class NewSite:
    """What is to be written: the site's name, the language of its texts (a tag with templates), its CI."""

    name: str
    lang: str
    ci: Ci = "github"


def files_of(new: NewSite) -> dict[str, str]:
    """The text of each file of the site, by its path in the site's folder."""
    templates = {path: f"site/{new.lang}/{name}" for path, name in _IN_LANGUAGE.items()}
    templates |= {path: f"site/shared/{name}" for path, name in _SHARED.items()}
    templates |= {path: f"site/{name.format(lang=new.lang)}" for path, name in _OF_CI[new.ci].items()}
    texts = {path: _rendered(new, template) for path, template in templates.items()}
    return texts | editor_files(new.lang, SiteOptions())


def _rendered(new: NewSite, template: str) -> str:
    return (
        environment()
        .get_template(f"{template}.jinja")
        .render(
            name=quoted(new.name),
            name_markdown=_as_markdown(new.name),
            lang=new.lang,
            theme_language=_THEME_LANGUAGES.get(new.lang, new.lang),
            ci=new.ci,
            today=build_date().isoformat(),
            version=__version__,
            words=words_of(new.lang).site,
            actions=ACTIONS,
        )
    )


def _as_markdown(name: str) -> str:
    """A name whose every sign stands for itself in Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!<>|&~:$^=\"'" else sign for sign in name)
