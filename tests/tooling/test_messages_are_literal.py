"""Every text that is translated stands where it is said, so that translators get it and nothing else."""

import ast
from collections.abc import Iterator

from tests.conftest import REPOSITORY
from tests.languages.texts import KEYWORDS, interface_texts

ROOMS = REPOSITORY / "plugins"
TEXTS = {name: 2 if name == "ngettext" else 1 for name in KEYWORDS}
"""How many of a call's first arguments are texts."""

PASSING_ON = {
    ("cli/commands.py", "tell"): "the help of commands and options, extracted from these",
    ("cli/speaking.py", "gettext"): "click's own words",
    ("cli/speaking.py", "ngettext"): "click's own words",
    ("definitions/messages.py", "gettext"): "the template of a message, extracted where it was said",
    ("languages/language.py", "gettext"): "the catalogue's own method, asked by another one",
    ("languages/language.py", "ngettext"): "the catalogue's own method, asked by another one",
    ("pages/environment.py", "ngettext"): "texts of templates, extracted from these",
}
"""Calls, by file and name, that hand a text on which was said elsewhere."""


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a function whose texts are extracted: file, call and the function's name."""
    for file in sorted(ROOMS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if name in TEXTS:
                    yield str(file.relative_to(ROOMS / "mkdocs_journeys")), node, name


def is_literal(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def test_every_text_is_written_where_it_is_said() -> None:
    made = [
        f"{file}:{call.lineno} {name}"
        for file, call, name in calls()
        if (file, name) not in PASSING_ON
        and not (len(call.args) >= TEXTS[name] and all(map(is_literal, call.args[: TEXTS[name]])))
    ]
    assert made == []


def test_what_hands_texts_on_is_still_there() -> None:
    assert PASSING_ON.keys() - {(file, name) for file, _, name in calls()} == set()


def test_no_text_is_blank() -> None:
    assert [text for text in interface_texts() if not text.one.strip()] == []
