"""One Mermaid diagram: its journeys, with what people write in them that Mermaid itself misreads.

What Mermaid reads: packages/mermaid/src/diagrams/user-journey/parser/journey.jison of mermaid-js/mermaid.
"""

import re
from collections.abc import Iterator

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.importing.draft import (
    ALL_STEPS,
    BEGINNING,
    Draft,
    DraftStage,
    DraftStep,
    Person,
)
from mkdocs_journeys.exchange.importing.mermaid_blocks import Block, Line
from mkdocs_journeys.exchange.importing.mermaid_scores import emotion_of
from mkdocs_journeys.exchange.importing.mermaid_settings import after_front_matter, tell_settings_lost
from mkdocs_journeys.exchange.importing.mermaid_task import looks_like_task, plain_text, read_task
from mkdocs_journeys.exchange.importing.mermaid_titles import Titles
from mkdocs_journeys.exchange.importing.remarks import Remarks
from mkdocs_journeys.exchange.importing.scores import Scale

MOST_LINES = 5_000
MOST_STEPS = 1_000
_HEADER = re.compile(r"(?i)journey(?:-beta)?(?:[ \t]+(?P<rest>\S.*))?")
_OTHER = re.compile(r"[A-Za-z][\w-]*")
_WORD = re.compile(
    r"(?i)(?P<word>title|section|accTitle|accDescr)(?P<sign>[ \t]*[:：]|(?<=accDescr)[ \t]*\{|[ \t]+|$)"
)
_COMMENT = re.compile(r"%%(?!\{)")
_CUT = re.compile(r"#(?!(?:[0-9]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});)")
_HASH = re.compile(rf"(?P<sign>^{_CUT.pattern}|(?<=\s)#(?=\s|$))")
_SCORED = re.compile(r":[ \t]*[0-9]")
_ENTITY = re.compile(r"#\w+$")
_LONGEST_ENTITY = 22
_SECOND_TASK = re.compile(r";(?=[^:;]+:[ \t]*[0-9])")


class Diagram:
    """Reads one block, which may hold several journeys; `others` are the kinds of diagrams that are none."""

    def __init__(self, block: Block, scale: Scale) -> None:
        self.block = block
        self.remarks = Remarks()
        self.scale = scale
        self.drafts: list[Draft] = []
        self.titles: list[Titles] = []
        self.others: list[str] = []
        self.title: str | None = None
        self.comments: list[Line] = []
        self.description: list[Line] | None = None
        self.directive = False

    def read(self) -> list[Draft]:
        """Every journey of the block, some perhaps without stages."""
        lines, self.title = after_front_matter(self.block.lines[:MOST_LINES], self.remarks)
        for line in lines:
            self._take(line)
        self._warn_of_more()
        self._end_description()
        for comment in self.comments:
            self.remarks.warn(comment.place, say("this comment belongs to nothing and is left out"))
        for draft, titles in zip(self.drafts, self.titles, strict=True):
            titles.give(draft, self.remarks)
            _name_first_stage(draft, self.remarks)
            _drop_empty_stages(draft, self.remarks)
        return self.drafts

    def _warn_of_more(self) -> None:
        if len(self.block.lines) > MOST_LINES:
            self.remarks.warn(
                self.block.lines[MOST_LINES].place,
                say("only %(count)s lines are read; the rest is left out", count=MOST_LINES),
            )

    def _take(self, line: Line) -> None:
        if self.directive or line.text.startswith("%%{"):
            self._directive(line)
        elif self.description is not None:
            self._describe(line)
        else:
            line = self._without_comment(line)
            header = _HEADER.fullmatch(line.text)
            if header and (not self.drafts or _begins_another(header)):
                self._begin(line, header)
            elif line.text:
                self._content(line)

    def _directive(self, line: Line) -> None:
        if not self.directive:
            tell_settings_lost(line, self.remarks)
        self.directive = "}%%" not in line.text

    def _content(self, line: Line) -> None:
        if not self.drafts:
            self._other(line)
            return
        for statement in _statements(line):
            self._statement(statement)

    def _begin(self, line: Line, match: re.Match[str]) -> None:
        self._end_description()
        self.titles.append(Titles(self.title, None if self.drafts else self.block.heading))
        self.title = None
        self.drafts.append(Draft(line.place, comments=self._taken_comments(), remarks=self.remarks))
        if match["rest"]:
            self._statement(line.part(match.start("rest")))

    def _other(self, line: Line) -> None:
        match = _OTHER.match(line.text)
        if match and not self.others:
            self.others.append(match[0])

    def _without_comment(self, line: Line) -> Line:
        """The line without its comment, which waits for the part that it belongs to."""
        for pattern in (_COMMENT, _HASH):
            if match := pattern.search(line.text):
                comment = line.part(match.end() if pattern is _COMMENT else match.end("sign"))
                if comment.text:
                    self.comments.append(comment)
                line = line.part(0, match.start())
        return line

    def _taken_comments(self) -> list[str]:
        taken, self.comments = self.comments, []
        return [comment.text for comment in taken]

    def _statement(self, line: Line) -> None:
        if not line.text:
            return
        if match := _CUT.search(line.text):
            self.remarks.warn(
                line.part(match.start()).place, say("Mermaid leaves out what follows #; it is kept here")
            )
        word = _WORD.match(line.text)
        if word is None or (looks_like_task(line.text) and word["sign"].strip() in ("", ":", "：")):
            self._task(line)
        else:
            self._word(line, word)

    def _word(self, line: Line, word: re.Match[str]) -> None:
        rest = line.part(word.end())
        match word["word"].lower():
            case "section":
                self._section(line, rest)
            case "title" if rest.text:
                self.titles[-1].choose(rest, self.remarks)
                self.drafts[-1].comments += self._taken_comments()
            case "acctitle" if rest.text:
                self.titles[-1].accessible.append(rest)
            case "accdescr":
                self._accessible_text(word["sign"].strip(), rest)

    def _accessible_text(self, sign: str, line: Line) -> None:
        self.description = []
        self._describe(line)
        if sign != "{":
            self._end_description()

    def _describe(self, line: Line) -> None:
        if self.description is None:
            return
        before, brace, after = line.text.partition("}")
        if before.strip():
            self.description.append(line.part(0, len(before)))
        if brace:
            self._end_description()
            if after.strip():
                self._take(line.part(len(before) + 1))

    def _end_description(self) -> None:
        lines, self.description = self.description, None
        if lines and self.titles:
            self.titles[-1].descriptions.append(lines)

    def _section(self, line: Line, name: Line) -> None:
        stages = self.drafts[-1].stages
        if not name.text:
            self.remarks.warn(line.place, say("this section has no name"))
        chosen = plain_text(name.text) or say("Stage %(number)s", number=len(stages) + 1)
        place = (name if name.text else line).place
        stages.append(DraftStage(chosen, place, comments=self._taken_comments()))

    def _task(self, line: Line) -> None:
        stages = self.drafts[-1].stages
        if not stages:
            stages.append(DraftStage(ALL_STEPS, line.place))
        if len(stages[-1].steps) >= MOST_STEPS:
            self.remarks.warn(
                stages[-1].place, say("only %(count)s steps are read; the rest is left out", count=MOST_STEPS)
            )
            return
        stages[-1].steps.append(self._step(line))

    def _step(self, line: Line) -> DraftStep:
        task = read_task(line)
        name = plain_text(task.name.text)
        if not name:
            self.remarks.warn(line.place, say("this step has no name"))
        step = DraftStep(name or "?", task.name.place, comments=self._taken_comments())
        step.personas += [Person(plain_text(actor.text), actor.place) for actor in task.actors]
        if task.lost is not None:
            self.remarks.warn(
                task.lost.place, say('nothing reads "%(text)s" here; it is left out', text=task.lost.text)
            )
        emotion = emotion_of(task.score, line, self.scale, self.remarks)
        if emotion is not None:
            step.fields["emotion"] = emotion
        return step


def _begins_another(header: re.Match[str]) -> bool:
    """Whether a line begins another journey, and no task such as `Journey home: 3`."""
    rest = header["rest"]
    return rest is None or (bool(_WORD.match(rest)) and not looks_like_task(rest))


def _statements(line: Line) -> Iterator[Line]:
    """What stands on a line: one statement, or several tasks with semicolons between them."""
    ends = list(_ends_of_tasks(line.text))
    for start, end in zip([0, *(end + 1 for end in ends)], [*ends, None], strict=True):
        part = line.part(start, end)
        text = part.text.rstrip(";；")
        entity = len(text) < len(part.text) and _ENTITY.search(text)
        yield part if entity else part.part(0, len(text))


def _ends_of_tasks(text: str) -> Iterator[int]:
    """Where the semicolons behind tasks are; others belong to a name or to an entity (`#35;`)."""
    start = 0
    for match in _SECOND_TASK.finditer(text):
        end = match.start()
        if _SCORED.search(text, start, end) and not _ENTITY.search(
            text, max(start, end - _LONGEST_ENTITY), end
        ):
            yield end
            start = match.end()


def _drop_empty_stages(draft: Draft, remarks: Remarks) -> None:
    for stage in draft.stages:
        if not stage.steps:
            remarks.warn(
                stage.place, say('the section "%(name)s" has no steps and is left out', name=stage.name)
            )
    draft.stages = [stage for stage in draft.stages if stage.steps]


def _name_first_stage(draft: Draft, remarks: Remarks) -> None:
    """The steps before the first section have a stage of their own."""
    first = draft.stages[0] if draft.stages else None
    if first is None or first.name is not ALL_STEPS:
        return
    if len(draft.stages) > 1:
        first.name = BEGINNING
        message = say(
            'this step stands before the first section; it gets a stage of its own, "%(name)s"',
            name=first.name,
        )
    else:
        message = say('there are no sections; the steps stand in one stage, "%(name)s"', name=first.name)
    remarks.warn(first.place, message)
