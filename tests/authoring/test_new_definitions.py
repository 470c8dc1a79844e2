"""New definitions: any name comes out as typed, in four languages, and every line of the notes is true."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.authoring.existing import Existing, Known, is_named
from mkdocs_journeys.authoring.new_definitions import (
    TEMPLATES,
    NewDefinition,
    folder_path,
    path_of,
    text_of,
)
from mkdocs_journeys.authoring.new_names import LONGEST_ID, checked_id, clean_name, proposed_id
from mkdocs_journeys.authoring.refusals import AlreadyThere, NotPossible
from mkdocs_journeys.authoring.site_words import words_of
from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import (
    KINDS,
    METHODS,
    Kind,
    SiteOptions,
    can_be_seen,
    is_id,
    quoted,
    quoted_list,
    read_definitions,
)
from mkdocs_journeys.definitions.front_matter import read_front_matter
from mkdocs_journeys.definitions.reader import MODELS
from mkdocs_journeys.definitions.shapes import shape_of
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.validation import validate

LANGUAGES = ["en", "ru", "zh-Hans", "zh-Hant"]
NOBODY = Existing(Known({}), Known({}), Known({}), Known({}), (), ())
RICH = Existing(
    personas=Known({"lena": "Lena: the runner", "omar": "Omar # two"}),
    touchpoints=Known({"web-shop": "Web shop"}),
    evidence=Known({"survey": "A survey"}),
    undescribed=Known({}),
    owners=("Web team",),
    channels=("web",),
)
NAMES = st.text(max_size=400) | st.text(alphabet="ab'\"#:@-[]{}&*!|>%`,? \n\t\\~", max_size=40)


def test_every_language_has_the_same_templates_and_words() -> None:
    def shape(folder: Path) -> dict[str, list[str]]:
        """The keys, tags and lists of each template, without its words."""
        lines = {
            file.name: re.findall(
                r"^\s*(?:# *)?(?:- )?[a-z_]+:(?= |$)|\{[{%] .*? [%}]\}", file.read_text(), re.MULTILINE
            )
            for file in sorted(folder.iterdir())
        }
        return {name: [re.sub(r' or ".*?"', "", line) for line in found] for name, found in lines.items()}

    for what in ("new", "site"):
        shapes = {tag: shape(TEMPLATES / what / tag) for tag in LANGUAGES}
        assert all(each == shapes["en"] for each in shapes.values())
    for group in ("site", "snippets", "samples"):
        assert {tuple(getattr(words_of(tag), group)) for tag in LANGUAGES} == {
            tuple(getattr(words_of("en"), group))
        }


def new(kind: Kind, name: str = "Name", lang: str = "en", **more: object) -> NewDefinition:
    personas = ["lena"] if kind == "journey" else []
    return NewDefinition(kind, name, "made", lang, **{"personas": personas, **more})  # type: ignore[arg-type]


def title_read(kind: Kind, text: str) -> str:
    """The name or title that a file's text has. Fails on any finding."""
    front = read_front_matter(text)
    source = Source.of("made.md", Path("made.md"), text, front, shape_of(MODELS[kind]))
    definition, findings = validate(MODELS[kind], source)
    assert not front.troubles
    assert not [*findings]
    return str(getattr(definition, "title" if kind in ("journey", "evidence") else "name"))


@given(name=NAMES, kind=st.sampled_from(KINDS), lang=st.sampled_from(LANGUAGES))
@example(name='Say "yes": a #1 @home', kind="journey", lang="en")
@example(name="@you", kind="persona", lang="ru")
@example(name="🏃‍♀️ бежит", kind="journey", lang="zh-Hant")
@example(name="x" * 300, kind="journey", lang="en")
@example(name="a\n---\nb: c", kind="touchpoint", lang="en")
@example(name="null", kind="evidence", lang="en")
@example(name="2026-11-20", kind="journey", lang="en")
@example(name="\ufeffmark", kind="journey", lang="en")
def test_a_name_comes_out_as_typed_or_is_refused(name: str, kind: Kind, lang: str) -> None:
    try:
        cleaned = clean_name(name)
    except NotPossible:
        hopeless = any(unicodedata.category(each) in ("Cc", "Cs", "Cn") for each in name)
        assert hopeless or not can_be_seen(name) or len(name) > 1000
        return
    assert cleaned == " ".join(name.split())
    owner = cleaned if is_named(cleaned) else None
    assert title_read(kind, text_of(new(kind, cleaned, lang, owner=owner), NOBODY)) == cleaned


@given(name=NAMES, kind=st.sampled_from(KINDS))
@example(name="score", kind="persona")
@example(name="README", kind="journey")
@example(name="_draft_", kind="journey")
@example(name="CON", kind="journey")
@example(name="я" * 500, kind="journey")
@example(name="कि" * 100, kind="journey")
def test_a_proposed_id_is_one_that_may_be_typed_and_fits_on_a_disk(name: str, kind: Kind) -> None:
    made = proposed_id(kind, name)
    if made is not None:
        assert is_id(made)
        assert checked_id(kind, made) == made
        assert len(made) <= LONGEST_ID
        assert len(f"{made}.md".encode()) < 255


def test_an_id_is_made_from_a_title_in_any_script_and_cut_behind_a_word() -> None:
    assert proposed_id("journey", "Покупка кроссовок: «сейчас»") == "покупка-кроссовок-сейчас"
    assert proposed_id("journey", "未結帳的購物車") == "未結帳的購物車"
    assert proposed_id("journey", "word " * 30) == "-".join(["word"] * 12)
    assert proposed_id("journey", "???") is None


@pytest.mark.parametrize("typed", ["", "a b", "index", "_x", ".x", "README", "nul", "x" * 300, "a/b", "../a"])
def test_an_id_that_no_file_can_have_is_refused(typed: str) -> None:
    with pytest.raises(NotPossible):
        checked_id("journey", typed)


def test_an_id_may_be_typed_as_the_files_name() -> None:
    assert checked_id("journey", " кафе\u0301.md ") == "каф\u0435\u0301"


@given(text=NAMES.map(lambda text: " ".join(text.split())).filter(bool))
def test_quoted_text_is_one_line_and_reads_back(text: str) -> None:
    try:
        clean_name(text)
    except NotPossible:
        return
    assert "\n" not in quoted(text)
    front = read_front_matter(f"---\nk: {quoted(text)}\nl: {quoted_list([text, 'b'])}\n---\n")
    assert not front.troubles


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("known", [True, False])
def test_a_new_file_passes_the_check_also_with_every_waiting_line_put_to_use(
    kind: Kind, lang: str, known: bool, tmp_path: Path
) -> None:
    site = RICH if known else NOBODY
    files = {
        "personas/lena.md": "---\nname: Lena\n---\n",
        "docs/touchpoints/web-shop.md": "---\nname: Web shop\n---\n",
        "docs/evidence/survey.md": "---\ntitle: A survey\nmethod: survey\n---\n",
    }
    folder = {"journey": "journeys", "persona": "personas", "touchpoint": "docs/touchpoints"}
    place = f"{folder.get(kind, 'docs/evidence')}/made.md"
    for text in (as_new := text_of(new(kind, lang=lang), site), put_to_use(as_new)):
        write_all(tmp_path, {**files, place: text})
        definitions = read_definitions(tmp_path, SiteOptions())
        found = [each for each in link(definitions)[1] if each.level != "note"]
        assert [str(each) for each in found] == []
    assert put_to_use(as_new).count("\n# ") < as_new.count("\n# ")


def put_to_use(text: str) -> str:
    """A new file after somebody deleted the # and the blank before each line that waits to be used."""
    return re.sub(r"^(\s*)# (?=[ -]*[a-z_]+:(?: |$))", r"\1", text, flags=re.MULTILINE)


def write_all(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("method", METHODS)
def test_evidence_says_its_method_and_the_notes_name_every_method(method: str) -> None:
    for lang in LANGUAGES:
        text = text_of(new("evidence", lang=lang, method=method), NOBODY)
        assert f"\nmethod: {method}\n" in text
        assert all(re.search(rf"\b{each}\b", text.partition("\nmethod:")[0]) for each in METHODS)


@pytest.mark.parametrize(
    "there", ["journeys/made.md", "journeys/retail/made.md", "journeys/MADE.md", "journeys/_old/Made.md"]
)
def test_an_id_that_is_taken_in_any_folder_or_case_is_refused(there: str, tmp_path: Path) -> None:
    write_all(tmp_path, {there: "anything"})
    with pytest.raises(AlreadyThere, match=there):
        path_of(new("journey"), tmp_path, SiteOptions())


def test_an_id_that_is_taken_in_another_normal_form_is_refused(tmp_path: Path) -> None:
    write_all(tmp_path, {"personas/rene\u0301.md": "anything"})
    with pytest.raises(AlreadyThere):
        path_of(NewDefinition("persona", "René", "ren\u00e9", "en"), tmp_path, SiteOptions())


@pytest.mark.parametrize("folder", ["..", "../x", "/etc", "_x", "a/.b", "C:\\x", "a/../b"])
def test_a_folder_that_is_not_read_is_refused(folder: str, tmp_path: Path) -> None:
    with pytest.raises(NotPossible):
        folder_path("journey", folder, tmp_path, SiteOptions())


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "journeys").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotPossible):
        folder_path("journey", "", tmp_path, SiteOptions())


def test_folders_may_be_typed_as_on_windows(tmp_path: Path) -> None:
    assert (
        folder_path("journey", "retail\\online", tmp_path, SiteOptions())
        == tmp_path / "journeys/retail/online"
    )
