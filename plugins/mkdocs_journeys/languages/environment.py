"""The language of the person at the terminal."""

from collections.abc import Mapping

from mkdocs_journeys.languages.language import SOURCE

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGES = frozenset({"", "C", "POSIX"})


def environment_tag(environment: Mapping[str, str]) -> str:
    """The BCP 47 tag of the language that `environment` asks for; English where it asks for none.

    `LANGUAGE` is a list in the order of preference, and counts only where the locale is not C. Source:
    https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html
    """
    locale = next(filter(None, (environment.get(name, "") for name in _VARIABLES)), "")
    if _bare(locale) in _NO_LANGUAGES:
        return SOURCE
    wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    return next(tag for name in wanted if (tag := _bare(name).replace("_", "-")))


def _bare(locale: str) -> str:
    """A locale's name without its encoding and variant: `ru_RU` of `ru_RU.UTF-8@euro`."""
    return locale.partition(".")[0].partition("@")[0]
