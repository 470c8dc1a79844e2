"""Questions to somebody at a terminal. They go to standard error, because standard output is for data."""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

import click

from mkdocs_journeys.authoring.refusals import Refusal
from mkdocs_journeys.definitions import visible
from mkdocs_journeys.languages import Language

_MOST_SHOWN = 20
_BETWEEN = re.compile("[,;\u3001\uff0c\uff1b]")


def at_terminal() -> bool:
    """Whether somebody is there who sees a question and can answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


class Asking:
    """Asks in the person's language until an answer can be used."""

    def __init__(self, words: Language) -> None:
        self.words = words

    def text(self, question: str, *, default: str = "", check: Callable[[str], str] = str) -> str:
        """An answer in a line; `check` gives what is used, or refuses. Nothing typed is `default`."""
        while True:
            answer = _prompt(question, default)
            try:
                return check(answer)
            except Refusal as refusal:
                self.show(refusal.message.in_words(self.words.gettext))

    def yes(self, question: str) -> bool:
        """Whether the answer is yes; nothing typed is no."""
        with _questions_on_stderr():
            return click.confirm(question, err=True)

    def one_of(self, question: str, choices: Sequence[str], default: str) -> str:
        """One of a few words."""
        with _questions_on_stderr():
            answer: str = click.prompt(question, type=click.Choice(choices), default=default, err=True)
        return answer

    def offer(self, title: str, known: Mapping[str, str]) -> None:
        """Show what there is to choose from: ids and names."""
        if not known:
            return
        self.show(title)
        shown = list(known.items())[:_MOST_SHOWN]
        width = max(len(id_) for id_, _ in shown)
        for id_, name in shown:
            self.show(f"  {visible(id_):{width}}  {visible(name)}" if id_ != name else f"  {visible(id_)}")
        if len(known) > len(shown):
            more = len(known) - len(shown)
            self.show(
                "  " + self.words.ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more}
            )

    def show(self, text: str) -> None:
        """Tell something."""
        click.echo(text, err=True)


def split(answer: str) -> list[str]:
    """The answers in a line that are no blanks, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, _BETWEEN.split(answer)))))


def _prompt(question: str, default: str) -> str:
    with _questions_on_stderr():
        answer: str = click.prompt(
            question, default=default, show_default=bool(default), prompt_suffix=" ", err=True
        )
    return answer.strip()


@contextlib.contextmanager
def _questions_on_stderr() -> Iterator[None]:
    """Where standard output goes elsewhere, keep it clean: older click writes a blank to it."""
    if sys.stdout.isatty():
        yield
    else:
        with contextlib.redirect_stdout(sys.stderr):
            yield
