"""Files that help an editor: VS Code's settings and snippets, and forms for the extension Front Matter CMS.

`python -m mkdocs_journeys.authoring.editors` renews those of this repository. Sources:
https://code.visualstudio.com/docs/editing/userdefinedsnippets and
https://frontmatter.codes/docs/content-creation/fields
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.authoring.existing import folder_of
from mkdocs_journeys.authoring.new_definitions import environment
from mkdocs_journeys.authoring.schemas import as_json, is_required, keys_of
from mkdocs_journeys.authoring.site_words import words_of
from mkdocs_journeys.authoring.value_words import allowed_words, unwrapped, without_none
from mkdocs_journeys.definitions import KINDS, METHODS, MODELS, Kind, SiteOptions, Text, fields, places
from mkdocs_journeys.languages import language

SNIPPETS = (
    "journey", "stage", "step", "emotion", "emotions", "quote", "improvement",
    "persona", "touchpoint", "evidence",
)  # fmt: skip
_IN_FRONT_MATTER = "markdown,yaml"
"""VS Code takes the front matter of a Markdown file for YAML when it looks for snippets."""

SETTINGS = {
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "[markdown]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.detectIndentation": False,
        "editor.wordWrap": "on",
        "editor.snippetSuggestions": "top",
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
    },
}
EXTENSIONS = {"recommendations": ["eliostruyf.vscode-front-matter"]}
_TYPED_AS_TEXT = (fields.Length, fields.Interval, places.PlaceText)


def editor_files(tag: str, options: SiteOptions) -> dict[str, str]:
    """The text of each file that helps an editor, by its path in the site's folder, in language `tag`."""
    return {
        ".vscode/settings.json": as_json(SETTINGS),
        ".vscode/extensions.json": as_json(EXTENSIONS),
        ".vscode/journeys.code-snippets": as_json(snippets(tag)),
        "frontmatter.json": as_json(front_matter_cms(tag, options)),
    }


def snippets(tag: str) -> dict[str, Any]:
    """VS Code's snippets: what is typed, what it is, and the lines that it becomes."""
    words = words_of(tag)
    return {
        f"journeys: {name}": {
            "prefix": name,
            "scope": _IN_FRONT_MATTER,
            "description": words.snippets[name],
            "body": _body(name, tag).splitlines(),
        }
        for name in SNIPPETS
    }


def _body(name: str, tag: str) -> str:
    template = environment().get_template(f"snippets/{name}.md.jinja")
    return template.render(samples=words_of(tag).samples, methods=",".join(METHODS))


def front_matter_cms(tag: str, options: SiteOptions) -> dict[str, Any]:
    """The configuration of Front Matter CMS: a form for each kind of definition.

    It holds what one field of a form can hold; stages and the like stay text. New files are not made by it,
    because it would write a key `type` into them.
    """
    return {
        "frontMatter.framework.id": "other",
        "frontMatter.content.publicFolder": options.docs,
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.validation.enabled": False,  # it knows fewer keys than the format
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd",
        "frontMatter.content.pageFolders": [_folder(kind, tag, options) for kind in KINDS],
        "frontMatter.taxonomy.contentTypes": [
            {"name": kind, "pageBundle": False, "clearEmpty": True, "fields": list(_fields(MODELS[kind]))}
            for kind in KINDS
        ],
    }


def _folder(kind: Kind, tag: str, options: SiteOptions) -> dict[str, Any]:
    return {
        "title": language(tag).term("kind", kind),
        "path": f"[[workspace]]/{folder_of(kind, options)}",
        "contentTypes": [kind],
        "disableCreation": True,
    }


def _fields(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """What a form can ask of a model, required ones first."""
    each = sorted(keys_of(model), key=lambda key: not is_required(key[0], key[1]))
    for key, info, hint in each:
        if (form := _form(without_none(hint))) is not None:
            required = {"required": True} if is_required(key, info) else {}
            title = key.replace("_", " ").capitalize()
            yield {"title": title, "name": key, "description": info.description, **form, **required}


def _form(hint: Any) -> dict[str, Any] | None:
    """The kind of field in which a value of type `hint` is typed; None where no single one will do."""
    if words := allowed_words(hint):
        return {"type": "choice", "choices": list(words)}
    if hint == fields.Date:
        return {"type": "datetime", "dateFormat": "yyyy-MM-dd"}
    if hint in (fields.Count, fields.OneToFive):
        return {"type": "number"}
    if hint in (fields.Ids, fields.Names, fields.Texts, fields.Tags):
        return {"type": "list"}
    bare = unwrapped(hint)[0]
    if bare is Text:
        return {"type": "string"}
    return {"type": "string", "single": True} if bare is str or hint in _TYPED_AS_TEXT else None


def _renew(folder: Path) -> None:
    for path, text in editor_files("en", SiteOptions()).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _renew(Path.cwd())
