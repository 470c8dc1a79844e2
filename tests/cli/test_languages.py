"""Whatever the command says, it says in the person's language, click's own words included."""

import gettext
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from tests.cli.test_writing import SITE
from tests.conftest import BUILT_ON
from tests.sites import journey, write

CHECK_IN_RUSSIAN = """\
Использование: journeys check [OPTIONS] [PATH...]
Справка: 'journeys check --help'.

Ошибка: """


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, {**SITE, "docs/journeys.md": "mine", "docs/old.md": "old"})


def said(site: Path, *arguments: str, **environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs_journeys.cli", *arguments],
        cwd=site,
        env={**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": BUILT_ON, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run.stderr


FORMATS = "'text', 'json', 'github', 'sarif'"
NO_FORMAT = f"Неподходящее значение для '--format': 'xml' не входит в список: {FORMATS}."
NO_REVISION = "Неподходящее значение для '--base': git не знает здесь версии v9"
NO_SIZE = "“big”不是尺寸；请写宽和高的像素数，各为 200 到 8000，例如 1600x900"
NO_ENDING = "a.gif 的扩展名不是以下之一：.svg, .png, .pdf"
NO_SCALE = "“1”不是评分尺度；请写最差和最好的评分，例如 1..5"
NO_DURATION = "review_every: «soon» — не срок; напишите число и единицу, например 6 months"
NO_FOLDER = "journeys: «../x» — не папка внутри папки сайта; напишите, например, journeys"
ONLY_PICTURES = "рядом с описаниями публикуются только картинки и PDF"
NO_EXTENSION = "расширение Markdown, которое нужно сайту, не установлено: No module named 'gone'"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nosuch"], "Параметра '--nosuch' нет."),
        (["--format", "xml"], NO_FORMAT),
        (["gone"], "Неподходящее значение для '[PATH...]': 'gone': такого файла или папки нет."),
        (["--base", "main"], "--base применяется только вместе с --format github"),
        (["--yes"], "--yes применяется только вместе с --fix"),
        (["--format", "github", "--base", "v9"], NO_REVISION),
    ],
)  # fmt: skip
def test_a_wrong_use_of_check_is_told_in_russian(site: Path, arguments: list[str], message: str) -> None:
    by_option = said(site, "check", *arguments, "--lang", "ru")
    assert by_option == f"{CHECK_IN_RUSSIAN}{message}\n"
    assert said(site, "check", *arguments, LC_ALL="ru_RU.UTF-8") == by_option


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--format"], "Ошибка: Параметру '--format' нужно значение."),
        (["check", "--fix=1"], "Ошибка: Параметр '--fix' не принимает значения."),
        (["new", "touchpoint", "A", "B", "C"], "Ошибка: Лишние аргументы (B C)"),
        (["improt"], "Ошибка: Команды 'improt' нет. Возможно, имелось в виду 'import'?"),
    ],
)
def test_what_click_finds_is_told_in_russian(site: Path, arguments: list[str], message: str) -> None:
    assert said(site, *arguments, LC_ALL="ru_RU.UTF-8").splitlines()[-1] == message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", "chart", "buying"], "缺少选项 '-o' / '--output'."),
        (["export", "csv"], "缺少参数 'JOURNEY'."),
        (["export", "chart", "buying", "-o", "a.svg", "--size", "big"], f"'--size' 的值无效：{NO_SIZE}"),
        (["export", "chart", "buying", "-o", "a.gif"], f"--output 的值无效：{NO_ENDING}"),
        (["import", "mermaid", "a.mmd", "--scale", "1"], f"'--scale' 的值无效：{NO_SCALE}"),
        (["import", "mermaid", "a.mmd", "-o", "a.mmd"], "a.mmd 已经存在，没有改动"),
        (["schema", "--editor", "--force"], "--editor 不能与 WHAT、--output 和 --force 一起使用"),
        (["build", "--site-dir", "docs"], "docs 中是站点自己的文件；请指定另一个文件夹"),
    ],
)
def test_a_wrong_use_is_told_in_chinese(site: Path, arguments: list[str], message: str) -> None:
    usage, _, _, error = said(site, *arguments, LC_ALL="zh_CN.UTF-8").replace(f"{site}/", "").splitlines()
    assert usage.startswith("用法： journeys ")
    assert error == f"错误：{message}"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("plugins: 5\n", "plugins: «5» — не список"),
        ("plugins: [{journeys: {weak_score: low}}]\n", "weak_score: «low» — не число"),
        ("plugins: [{journeys: {review_every: soon}}]\n", NO_DURATION),
        ("plugins: [{journeys: {journeys: ../x}}]\n", NO_FOLDER),
        ("plugins: [{journeys: {exports: [xlsx]}}]\n", "exports: «['xlsx']» — не список из слов "),
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml наследует сам себе"),
        ("markdown_extensions: [gone]\n", NO_EXTENSION),
    ],
)
def test_what_is_wrong_with_the_settings_is_told_in_russian(site: Path, settings: str, message: str) -> None:
    (site / "mkdocs.yml").write_text(settings)
    write(site, {"journeys/buying.md": journey(body="A *story*.\n")})
    assert message in said(site, "check", "--lang", "ru")


def test_what_an_export_lacks_is_told_in_russian(site: Path) -> None:
    write(site, {"docs/journeys/index.md": "mine", "docs/touchpoints/x.txt": "x"})
    assert said(site, "export", "markdown", "--output", "out", "--lang", "ru").splitlines()[:-1] == [
        "предупреждение: не выгружено: 'journeys.md': этот адрес занят страницей о путях",
        "предупреждение: не выгружено: 'journeys/index.md': этот адрес занят страницей о путях",
        f"предупреждение: не выгружено: 'touchpoints/x.txt': {ONLY_PICTURES}",
    ]


def test_click_has_its_own_words_again_when_the_command_is_done() -> None:
    CliRunner().invoke(main, ["check", "--lang", "ru", "--nosuch"])
    assert (vars(click.core)["_"], vars(click.exceptions)["ngettext"]) == (gettext.gettext, gettext.ngettext)
    assert click.BadParameter("x").format_message() == "Invalid value: x"
