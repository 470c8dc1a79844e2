"""Yes or no, as a definition says it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.meant_values import unquoted
from mkdocs_journeys.definitions.messages import say, wrong
from mkdocs_journeys.definitions.suggestions import one_of, proposing
from mkdocs_journeys.definitions.value_messages import no_text

Answer = Literal["yes", "no"]
ANSWERS: tuple[Answer, ...] = ("yes", "no")
_TRUTH: dict[str, Answer] = {"true": "yes", "false": "no"}
"""What programs write for them."""

_MEANT: dict[Answer, str] = {
    "yes": "y on true ja oui sí si sim да ага есть 是 有 对 對 同意 已同意",
    "no": "n off false nein non não нет 否 没有 沒有 无 無 不 不同意 未同意",
}
_ANSWERS = {word: answer for answer, words in _MEANT.items() for word in (answer, *words.split())}


def meant_answer(text: str) -> Answer | None:
    """The answer that a word of another language, or in capitals, stands for."""
    return _ANSWERS.get(unquoted(text).casefold())


def _answer(value: object) -> str:
    if not isinstance(value, str):
        raise no_text(value)
    text = value.strip()
    if (answer := _TRUTH.get(text, text)) in ANSWERS:
        return answer
    message = say('"%(text)s" is not known here', text=short(text))
    if (meant := meant_answer(text)) is not None:
        raise wrong("J111", proposing(message, meant))
    raise wrong("J111", one_of(message, unquoted(text), ANSWERS))


YesNo = Annotated[Answer, BeforeValidator(_answer)]
"""`yes` or `no`; `true` and `false` are the same."""
