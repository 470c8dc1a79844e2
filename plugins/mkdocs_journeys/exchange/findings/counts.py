"""How many findings there are, in words."""

from collections import Counter
from collections.abc import Iterable

from mkdocs_journeys.definitions import Finding, Level
from mkdocs_journeys.languages import Language


def counted(findings: Iterable[Finding], words: Language) -> str:
    """`1 error, 2 warnings`: each level of which there are any; nothing of none."""
    levels = Counter(finding.level for finding in findings)
    texts: dict[Level, str] = {
        "error": words.ngettext("%(num)s error", "%(num)s errors", levels["error"]),
        "warning": words.ngettext("%(num)s warning", "%(num)s warnings", levels["warning"]),
        "note": words.ngettext("%(num)s note", "%(num)s notes", levels["note"]),
    }
    return ", ".join(text % {"num": levels[level]} for level, text in texts.items() if levels[level])


def summary(findings: Iterable[Finding], files: int, words: Language) -> str:
    """`1 error, 2 warnings in 4 files`, or `nothing found in 4 files`."""
    found = counted(findings, words) or words.gettext("nothing found")
    text = words.ngettext("%(found)s in %(num)s file", "%(found)s in %(num)s files", files)
    return text % {"found": found, "num": files}
