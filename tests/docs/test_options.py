"""The plugin's options and the commands: those that are documented are those that there are."""

import re
from pathlib import Path

from mkdocs_journeys.cli import main
from mkdocs_journeys.definitions import EXPORTS
from mkdocs_journeys.mkdocs_plugin.options import JourneysConfig

_ROW = re.compile(r"\| `(\w+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \|")
_COMMAND = re.compile(r"^\| `journeys (\w+)`", re.MULTILINE)
IN_WORDS = {"language": "the theme's language", "exports": "all of them"}


def section(repository: Path, heading: str) -> str:
    page = (repository / "docs/guide/project/index.md").read_text(encoding="utf-8")
    return page.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def test_every_option_is_documented_with_its_default(repository: Path) -> None:
    rows = _ROW.findall(section(repository, "Options"))
    assert {name: default.strip().strip("`") for name, _, default in rows} == {
        name: IN_WORDS.get(name, _typed(option.default)) for name, option in JourneysConfig._schema
    }


def test_the_words_for_defaults_are_true() -> None:
    defaults = {name: option.default for name, option in JourneysConfig._schema}
    assert defaults["language"] is None
    assert defaults["exports"] == list(EXPORTS)


def test_every_command_is_documented(repository: Path) -> None:
    assert set(_COMMAND.findall(section(repository, "The command"))) == set(main.commands)


def _typed(default: object) -> str:
    return str(default).lower() if isinstance(default, bool) else str(default)
