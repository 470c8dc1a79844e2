"""Files as they lie on a disk: encodings, line ends, links, and names."""

from pathlib import Path

import pytest

from tests.sites import EVIDENCE, PERSONA, STAGES, found, journey, study_site, write

LATER_MISTAKE = journey("chanel: web\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a byte order mark", b"\xef\xbb\xbf" + LATER_MISTAKE.encode()),
        ("CRLF", LATER_MISTAKE.replace("\n", "\r\n").encode()),
        ("spaces behind the marks", LATER_MISTAKE.replace("---\n", "---  \n").encode()),
        ("no line break at the end", LATER_MISTAKE.removesuffix("\n").encode()),
        (
            "other scripts' line breaks",
            LATER_MISTAKE.replace("Buying shoes", "Buying\x85 \u2028shoes").encode(),
        ),
    ],
)
def test_a_file_is_read_whatever_its_line_ends(tmp_path: Path, name: str, content: bytes) -> None:
    assert found(tmp_path, {"journeys/buying.md": content}) == ["journeys/buying.md:6:1 J104"], name


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("UTF-16", LATER_MISTAKE.encode("utf-16"), "1:1"),
        ("Latin-1", journey(body="Caf\xe9").encode("latin-1"), "12:4"),
        ("the line breaks of old Macs", LATER_MISTAKE.replace("\n", "\r").encode(), "1:1"),
    ],
)
def test_a_file_in_another_encoding_is_one_finding(
    tmp_path: Path, name: str, content: bytes, place: str
) -> None:
    assert found(tmp_path, {"journeys/buying.md": content}) == [f"journeys/buying.md:{place} J100"], name


@pytest.mark.parametrize("character", ["\0", "\b", "\x1b", "\x7f", "\r", "\ufffe"])
def test_a_control_character_is_a_finding_and_hides_no_other_one(tmp_path: Path, character: str) -> None:
    content = LATER_MISTAKE.replace("Buying shoes", f"Buying{character}shoes").encode()
    assert found(tmp_path, {"journeys/buying.md": content}) == [
        "journeys/buying.md:2:14 J100",
        "journeys/buying.md:6:1 J104",
    ]


def test_a_file_that_is_too_large_is_a_finding(tmp_path: Path) -> None:
    content = journey(body="x" * 5_000_000)
    assert found(tmp_path, {"journeys/buying.md": content}) == ["journeys/buying.md:1:1 J119"]


def test_lines_end_at_lf_only(tmp_path: Path) -> None:
    body = "one\u2028two\x85three\x0cfour\n\n[[nobody]]\n"
    assert "journeys/buying.md:14:1 J201" in found(tmp_path, {"journeys/buying.md": journey(body=body)})


def test_a_definition_behind_a_symbolic_link_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere.md": journey(), "journeys/buying.md": journey("follows: linked\n")})
    (tmp_path / "journeys" / "linked.md").symlink_to(tmp_path / "elsewhere.md")
    assert found(tmp_path, {}) == ["journeys/linked.md:1:1 J140"]


def test_a_folder_behind_a_symbolic_link_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/linked.md": journey(), "journeys/buying.md": journey("follows: linked\n")})
    (tmp_path / "journeys" / "retail").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path, {}) == ["journeys/retail:1:1 J140"]


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_the_folder_of_journeys_is_no_symbolic_link(tmp_path: Path, target: str) -> None:
    write(tmp_path, {"elsewhere/buying.md": journey()})
    (tmp_path / "journeys").symlink_to(tmp_path / target)
    assert found(tmp_path, {}) == ["journeys:1:1 J140"]


def test_a_photo_and_a_data_file_behind_symbolic_links_are_errors(tmp_path: Path) -> None:
    write(tmp_path, {"photo.svg": "<svg/>", "data.csv": "journey,step,score\n"})
    files = {
        "personas/omar.md": PERSONA.replace("name", "photo: omar.svg\nname"),
        "docs/evidence/survey.md": EVIDENCE.replace("title", "data: survey.csv\ntitle"),
    }
    write(tmp_path, files)
    (tmp_path / "personas" / "omar.svg").symlink_to(tmp_path / "photo.svg")
    (tmp_path / "docs" / "evidence" / "survey.csv").symlink_to(tmp_path / "data.csv")
    assert found(tmp_path, {}) == [
        "docs/evidence/survey.csv:1:1 J140",
        "docs/evidence/survey.md:2:7 J140",
        "personas/omar.md:2:8 J140",
    ]


def test_every_symbolic_link_in_docs_is_an_error_wherever_it_leads(tmp_path: Path) -> None:
    write(tmp_path, {"docs/index.md": "# x\n", "docs/own/page.md": "# x\n"})
    (tmp_path / "docs/again.md").symlink_to("index.md")
    (tmp_path / "docs/files").symlink_to(tmp_path)
    (tmp_path / "docs/own/nowhere.png").symlink_to("nothing.png")
    (tmp_path / "docs/.#index.md").symlink_to("ada@desk.4711")  # of an editor
    assert found(tmp_path, {}) == [
        "docs/again.md:1:1 J140",
        "docs/files:1:1 J140",
        "docs/own/nowhere.png:1:1 J140",
    ]


def test_what_is_no_definition_is_not_read(tmp_path: Path) -> None:
    files = {
        f"journeys/{name}": "no definition"
        for name in (
            "README.md",
            "_note.md",
            ".note.md",
            "_old/note.md",
            ".git/note.md",
            "note.txt",
            "sub/README.md",
        )
    }
    write(tmp_path, files)
    (tmp_path / "journeys" / "sub" / "README.md").unlink()
    (tmp_path / "journeys" / "sub" / "README.md").symlink_to(tmp_path / "journeys" / "note.txt")
    assert found(tmp_path, {}) == []


def test_folders_group_files_and_do_not_change_ids(tmp_path: Path) -> None:
    catalogue, findings = study_site(tmp_path, {"journeys/retail/online/buying.md": journey()})
    assert (list(catalogue.journeys), findings) == (["buying"], ())


def test_ids_are_compared_in_nfc(tmp_path: Path) -> None:
    composed, decomposed = "caf\u00e9", "cafe\u0301"
    files = {f"journeys/{decomposed}.md": journey(), "journeys/other.md": journey(f"follows: {composed}\n")}
    catalogue, findings = study_site(tmp_path, files)
    assert (list(catalogue.journeys), findings) == ([composed, "other"], ())


@pytest.mark.parametrize(
    ("one", "other"), [("a", "A"), ("stra\u00dfe", "STRASSE"), ("caf\u00e9", "cafe\u0301")]
)
def test_two_files_whose_ids_are_equal_when_case_folded_are_an_error_that_names_both(
    tmp_path: Path, one: str, other: str
) -> None:
    files = {f"journeys/1/{one}.md": journey(), f"journeys/2/{other}.md": journey("chanel: x\n")}
    double, mistake = study_site(tmp_path, files)[1]
    assert (double.code, mistake.code) == ("J200", "J104")
    assert f"journeys/1/{one}.md" in double.message
    assert f"journeys/2/{other}.md" in double.message


def test_the_same_id_may_be_used_by_two_kinds(tmp_path: Path) -> None:
    assert found(tmp_path, {"journeys/lena.md": journey(), "personas/omar.md": PERSONA}) == []


def test_naming_a_file_that_cannot_be_read_is_no_second_finding(tmp_path: Path) -> None:
    files = {
        "journeys/broken.md": "no front matter",
        "journeys/buying.md": journey("follows: broken\npart_of: broken#x\n", body="[[broken#y]]\n"),
    }
    assert found(tmp_path, files) == ["journeys/broken.md:1:1 J101"]


def test_a_mistake_hides_no_other_one_and_makes_none(tmp_path: Path) -> None:
    stages = STAGES.replace(
        "- Pays", "- {name: Pays, id: pa ys, emotion: 5, next: [{to: looks-around, share: x}, exit]}"
    )
    files = {
        "journeys/buying.md": journey(
            "chanel: web\nfollows: nowhere\nsummary: [[lnea]] runs\n", stages=stages
        ),
        "journeys/other.md": journey("part_of: buying#pays\n"),
    }
    assert found(tmp_path, files) == [
        "journeys/buying.md:6:1 J104",
        "journeys/buying.md:7:10 J201",
        "journeys/buying.md:8:10 J110",
        "journeys/buying.md:8:10 J201",
        "journeys/buying.md:13:26 J120",
        "journeys/buying.md:13:42 J113",
        "journeys/buying.md:13:78 J112",
    ]
