"""`journeys new` in a real terminal: a person answers, and gets asked again where an answer will not do."""

from pathlib import Path

import pytest

from mkdocs_journeys.authoring.new_site import NewSite
from mkdocs_journeys.cli.new_site import write_site
from tests.conftest import BUILT_ON, REPOSITORY
from tests.sites import write
from tests.terminal import Terminal

from .test_new import SITE, check_strictly

HERE = {"SOURCE_DATE_EPOCH": BUILT_ON, "LC_ALL": "C.UTF-8"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path, SITE))
    return tmp_path


def test_a_journey_is_asked_for_question_by_question(site: Path) -> None:
    terminal = Terminal(["new", "journey"], site, HERE)
    terminal.answer("called?", "Покупка: «сейчас» #1")
    terminal.answer("or a new name [lena]", "lena, omarr")
    terminal.see('There is no persona "omarr"; did you mean "omar"?')
    terminal.answer("or a new name [lena]", "Omar Haddad, lena")
    terminal.answer("Enter for none", "web-shopp")
    terminal.answer('did you mean "web-shop"?', "Web shop, Post office")
    terminal.answer("What does it rest on?", "Interviews")
    terminal.answer("Enter for nobody yet", "web")
    terminal.answer("In which folder?", "../x")
    terminal.answer("is not read", "retail")
    terminal.answer("[покупка-сейчас-1]", "buying")
    terminal.answer("has the id buying already", "покупка")
    status, shown = terminal.end()
    assert status == 0
    assert "journeys/retail/покупка.md\n" in shown
    text = (site / "journeys/retail/покупка.md").read_text(encoding="utf-8")
    assert '\ntitle: "Покупка: «сейчас» #1"\n' in text
    assert "\npersonas: [omar, lena]  #" in text
    assert "touchpoints: [web-shop, Post office]  #" in text
    assert "\nowner: web  #" in text
    check_strictly()


def test_a_new_persona_is_written_where_somebody_says_yes(site: Path) -> None:
    terminal = Terminal(["new", "journey", "--owner", "web", "--folder", "", "--id", "new"], site, HERE)
    terminal.answer("called?", "New")
    terminal.answer("or a new name [lena]", "Nadia")
    terminal.answer('Write a new persona "Nadia"?', "y")
    terminal.answer("Their name [Nadia]", "")
    terminal.answer("Enter for none", "")
    terminal.answer("What does it rest on?", "")
    status, shown = terminal.end()
    assert (status, "personas/nadia.md\njourneys/new.md\n" in shown) == (0, True)
    check_strictly()


def test_only_paths_go_to_standard_output_even_when_questions_are_asked(site: Path, tmp_path: Path) -> None:
    output = tmp_path / "output.txt"
    terminal = Terminal(["new", "touchpoint"], site, HERE, output)
    terminal.answer("not described yet:", "")
    terminal.answer("called?", "till")
    terminal.answer("Enter for nobody yet", "")
    terminal.answer("[till]", "")
    assert terminal.end()[0] == 0
    assert output.read_text() == "docs/touchpoints/till.md\n"
    assert "\nname: Till\n" in (site / "docs/touchpoints/till.md").read_text()
    check_strictly()


def test_research_is_asked_how_it_was_done(site: Path) -> None:
    terminal = Terminal(["new", "evidence", "--owner", "web"], site, HERE)
    terminal.answer("called?", "A survey")
    terminal.answer("How was it done? [interview]", "asked")
    terminal.answer("choose one of interview, survey,", "Survey")
    terminal.answer("[a-survey]", "")
    assert terminal.end()[0] == 0
    assert "\nmethod: survey\n" in (site / "docs/evidence/a-survey.md").read_text()


def test_the_language_is_asked_where_the_terminals_is_not_the_sites(site: Path) -> None:
    terminal = Terminal(
        ["new", "persona", "--owner", "web", "--id", "lin"], site, {**HERE, "LC_ALL": "zh_CN.UTF-8"}
    )
    terminal.answer("(en, ru, zh-Hans, zh-Hant) [en]", "zh-Hans")
    terminal.answer("叫什么？", "林娜")
    terminal.answer("interviews", "")
    assert terminal.end()[0] == 0
    assert "\nname: 林娜\nlang: zh-Hans\n" in (site / "personas/lin.md").read_text(encoding="utf-8")
    check_strictly()


def test_somebody_who_gives_up_leaves_nothing_behind(site: Path) -> None:
    before = sorted(site.rglob("*"))
    terminal = Terminal(["new", "journey"], site, HERE)
    terminal.answer("called?", "New")
    terminal.answer("or a new name", "\x03")
    assert terminal.end()[0] == 1
    assert sorted(site.rglob("*")) == before


def test_a_name_that_is_given_is_enough_and_nothing_is_asked(site: Path) -> None:
    status, shown = Terminal(["new", "journey", "New"], site, HERE).end()
    assert (status, "journeys/new.md" in shown) == (0, True)


def test_the_tutorial_shows_what_is_asked_on_a_new_site(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs/guide/2-write-a-journey.md").read_text(encoding="utf-8")
    shown_there = page.partition("``` text\n")[2].partition("```")[0]
    write_site(NewSite("Journeys", "en"), tmp_path / "ours")
    terminal = Terminal(["new", "journey"], tmp_path / "ours", HERE)
    shown = ""
    for question, answer in [
        ("called? ", "Returning a cup"),
        ("or a new name [nadia] ", ""),
        ("first step? Ids or names, with commas between; Enter for none ", "Counter"),
        ("rest on? Ids or titles, with commas between; Enter for none ", ""),
        ("Enter for nobody yet ", "Café team"),
        ("the end of its address [returning-a-cup] ", ""),
    ]:
        terminal.see(question)
        shown += terminal.passed
        terminal.type(answer)
    status, rest = terminal.end()
    transcript = (shown + rest).replace("\r\n", "\n")
    assert (status, [line.rstrip() for line in transcript.splitlines()]) == (0, shown_there.splitlines())


def test_a_new_site_asks_for_its_folder(site: Path) -> None:
    terminal = Terminal(["new", "site"], site, HERE)
    terminal.answer("Into which folder?", "ours")
    assert terminal.end()[0] == 0
    assert (site / "ours/README.md").is_file()
