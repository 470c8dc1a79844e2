"""Journeys from Mermaid's `journey` diagrams, with what people write in them that Mermaid itself misreads.

What Mermaid reads: packages/mermaid/src/diagrams/user-journey/parser/journey.jison of mermaid-js/mermaid.
"""

import re
from collections.abc import Iterator

import yaml

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.draft import (
    ALL_STEPS,
    BEGINNING,
    Draft,
    DraftStage,
    DraftStep,
    Person,
)
from mkdocs_journeys.exchange.importing.mermaid_blocks import Block, Line, blocks_of
from mkdocs_journeys.exchange.importing.mermaid_task import looks_like_task, plain_text, read_task
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks

SCALE = (1.0, 5.0)
MOST_LINES = 5_000
MOST_STEPS = 1_000
MOST_DIAGRAMS = 50
_HEADER = re.compile(r"(?i)journey(?:-beta)?(?:[ \t]+(?P<rest>\S.*))?")
_OTHER = re.compile(r"[A-Za-z][\w-]*")
_WORD = re.compile(
    r"(?i)(?P<word>title|section|accTitle|accDescr)(?P<sign>[ \t]*[:：]|(?<=accDescr)[ \t]*\{|[ \t]+|$)"
)
_COMMENT = re.compile(r"%%(?!\{)")
_CUT = re.compile(r"#(?!(?:[0-9]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});)")
_HASH = re.compile(rf"(?P<sign>^{_CUT.pattern}|(?<=\s)#(?=\s|$))")
_SECOND_TASK = re.compile(r";(?=[^:;]+:[ \t]*[0-9])")


def read_mermaid(
    text: str, path: str, remarks: Remarks, scale: tuple[float, float] | None = None
) -> list[Draft]:
    """Every journey of a `.mmd` file, or of the fences of a Markdown file. Errors: NothingToRead."""
    drafts, others = [], []
    blocks = blocks_of(text, path)
    if len(blocks) > MOST_DIAGRAMS:
        place = blocks[MOST_DIAGRAMS].lines[0].place if blocks[MOST_DIAGRAMS].lines else Place(path)
        remarks.warn(
            place, say("only %(count)s diagrams are read; the rest is left out", count=MOST_DIAGRAMS)
        )
    for block in blocks[:MOST_DIAGRAMS]:
        reader = _Reader(block, path, remarks, scale or SCALE)
        drafts += reader.read()
        others += reader.others
    whole = [draft for draft in drafts if draft.stages]
    if whole:
        return whole
    place = drafts[0].place if drafts else Place(path)
    if drafts:
        raise NothingToRead(say("this journey has no steps"), place)
    if others:
        message = say("there is no journey in this file: its diagram is a %(kind)s", kind=others[0])
        raise NothingToRead(message, place)
    raise NothingToRead(say('there is no journey in this file: no line says "journey"'), place)


class _Reader:
    """Reads one block, which may hold several journeys."""

    def __init__(self, block: Block, path: str, remarks: Remarks, scale: tuple[float, float]) -> None:
        self.block = block
        self.path = path
        self.remarks = remarks
        self.scale = scale
        self.drafts: list[Draft] = []
        self.others: list[str] = []
        self.title: str | None = None
        self.comments: list[Line] = []
        self.description: list[Line] | None = None
        self.directive = False

    def read(self) -> list[Draft]:
        lines = iter(self._after_front_matter(self.block.lines[:MOST_LINES]))
        for line in lines:
            self._take(line)
        if len(self.block.lines) > MOST_LINES:
            place = self.block.lines[MOST_LINES].place
            self.remarks.warn(
                place, say("only %(count)s lines are read; the rest is left out", count=MOST_LINES)
            )
        self._end_description()
        for comment in self.comments:
            self.remarks.warn(comment.place, say("this comment belongs to nothing and is left out"))
        for draft in self.drafts:
            self._close(draft)
        return self.drafts

    def _after_front_matter(self, lines: list[Line]) -> list[Line]:
        """The lines behind Mermaid's own front matter, whose title is kept."""
        filled = next((n for n, line in enumerate(lines) if line.text), 0)
        if not lines or lines[filled].text != "---":
            return lines
        end = next((n for n in range(filled + 1, len(lines)) if lines[n].text == "---"), None)
        if end is None:
            return lines[filled + 1 :]
        front = lines[filled + 1 : end]
        settings = _settings("\n".join(line.whole for line in front))
        self.title = str(settings.pop("title", "") or "") or None
        if settings and front:
            self._settings_lost(next((line for line in front if not line.text.startswith("title")), front[0]))
        return lines[end + 1 :]

    def _settings_lost(self, line: Line) -> None:
        self.remarks.warn(line.place, say("settings for Mermaid's drawing are left out"))

    def _take(self, line: Line) -> None:
        if self.directive or line.text.startswith("%%{"):
            self._directive(line)
        elif self.description is not None:
            self._describe(line)
        else:
            line = self._without_comment(line)
            header = _HEADER.fullmatch(line.text)
            if header and not (self.drafts and looks_like_task(line.text)):
                self._begin(line, header)
            elif line.text:
                self._content(line)

    def _directive(self, line: Line) -> None:
        if not self.directive:
            self._settings_lost(line)
        self.directive = "}%%" not in line.text

    def _content(self, line: Line) -> None:
        if not self.drafts:
            self._other(line)
            return
        for statement in self._statements(line):
            self._statement(statement)

    def _begin(self, line: Line, match: re.Match[str]) -> None:
        self._end_description()
        draft = Draft(line.place, title=self.title or (self.block.heading if not self.drafts else None))
        self.title = None
        draft.comments += [comment.text for comment in self._taken_comments()]
        self.drafts.append(draft)
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

    def _taken_comments(self) -> list[Line]:
        taken, self.comments = self.comments, []
        return taken

    def _statements(self, line: Line) -> Iterator[Line]:
        """What stands on a line: one statement, or several tasks with semicolons between them."""
        ends = [match.start() for match in _SECOND_TASK.finditer(line.text)]
        for start, end in zip([0, *(end + 1 for end in ends)], [*ends, None], strict=True):
            part = line.part(start, end)
            text = part.text.rstrip(";；")
            entity = len(text) < len(part.text) and re.search(r"#\w+;$", part.text)
            yield part if entity else part.part(0, len(text))

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
            return
        rest = line.part(word.end())
        match word["word"].lower():
            case "title":
                self._set_title(rest)
            case "section":
                self._section(line, rest)
            case "acctitle":
                self._alternative_title(rest)
            case _:
                self._accessible_text(word["sign"].strip(), rest)

    @property
    def draft(self) -> Draft:
        return self.drafts[-1]

    def _set_title(self, line: Line) -> None:
        if not line.text:
            return
        if self.draft.title and self.draft.title not in (plain_text(line.text), self.block.heading):
            self.remarks.warn(
                line.place, say('there is a title already; "%(title)s" is left out', title=self.draft.title)
            )
        self.draft.title = plain_text(line.text)
        self.draft.comments += [comment.text for comment in self._taken_comments()]

    def _alternative_title(self, line: Line) -> None:
        text = plain_text(line.text)
        if not self.draft.title or self.draft.title == self.block.heading:
            self.draft.title = text
        elif text and text != self.draft.title:
            self.draft.fields.setdefault("summary", text)
            if self.draft.fields["summary"] != text:
                self.remarks.warn(
                    line.place, say('the title for screen readers is left out: "%(text)s"', text=text)
                )

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
        if lines and self.drafts:
            self.draft.fields["summary"] = plain_text(" ".join(line.text for line in lines))

    def _section(self, line: Line, name: Line) -> None:
        number = len(self.draft.stages) + 1
        if not name.text:
            self.remarks.warn(line.place, say("this section has no name"))
        chosen = plain_text(name.text) or say("Stage %(number)s", number=number)
        comments = [comment.text for comment in self._taken_comments()]
        self.draft.stages.append(DraftStage(chosen, (name if name.text else line).place, comments=comments))

    def _task(self, line: Line) -> None:
        if not self.draft.stages:
            self.draft.stages.append(DraftStage(ALL_STEPS, line.place))
        if len(self.draft.stages[-1].steps) >= MOST_STEPS:
            self.remarks.warn(
                self.draft.stages[-1].place,
                say("only %(count)s steps are read; the rest is left out", count=MOST_STEPS),
            )
            return
        task = read_task(line)
        name = plain_text(task.name.text)
        if not name:
            self.remarks.warn(line.place, say("this step has no name"))
            name = "?"
        step = DraftStep(name, task.name.place)
        step.comments += [comment.text for comment in self._taken_comments()]
        step.personas += [Person(plain_text(actor.text), actor.place) for actor in task.actors]
        if task.lost is not None:
            self.remarks.warn(
                task.lost.place, say('nothing reads "%(text)s" here; it is left out', text=task.lost.text)
            )
        self._score(step, task.score, line)
        self.draft.stages[-1].steps.append(step)

    def _score(self, step: DraftStep, score: Line | None, line: Line) -> None:
        low, high = self.scale
        if score is None or not score.text:
            self.remarks.warn(line.place, say("this step has no score; its curve has a gap here"))
            return
        try:
            typed = float(score.text.replace(",", "."))
        except ValueError:
            self.remarks.warn(
                score.place, say('"%(text)s" is no score; the curve has a gap here', text=score.text)
            )
            return
        within = min(max(typed, low), high)
        if within != typed:
            values = {"low": f"{low:g}", "high": f"{high:g}", "score": score.text, "within": f"{within:g}"}
            self.remarks.warn(
                score.place,
                say(
                    "Mermaid's scores go from %(low)s to %(high)s; %(score)s counts as %(within)s here",
                    **values,
                ),
            )
        step.fields["emotion"] = round(-2 + 4 * (within - low) / (high - low), 2) + 0.0

    def _close(self, draft: Draft) -> None:
        self._name_first_stage(draft)
        for stage in draft.stages:
            if not stage.steps:
                self.remarks.warn(
                    stage.place, say('the section "%(name)s" has no steps and is left out', name=stage.name)
                )
        draft.stages = [stage for stage in draft.stages if stage.steps]

    def _name_first_stage(self, draft: Draft) -> None:
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
        self.remarks.warn(first.place, message)


def _settings(text: str) -> dict[str, object]:
    """Mermaid's front matter; nothing where it cannot be read."""
    if len(text) > 4_000 or any(sign in text for sign in "&*"):
        text = next((line for line in text.split("\n") if line.startswith("title:")), "")[:1000]
    try:
        loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts, lists and mappings
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
