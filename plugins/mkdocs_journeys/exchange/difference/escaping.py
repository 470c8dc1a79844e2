"""Text of strangers in Markdown: it stays text, on GitHub and GitLab too."""

import re

from mkdocs_journeys.exchange.difference.quoting import plain_quote

_JOINER = "\N{WORD JOINER}"
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>&#|~!$@^])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LIVELY = re.compile(
    r"(?<=[@#!$%&~^])(?=[\w+\-\"\[])"  # @somebody, #1, !2, ~label
    r"|(?<=:)(?=[A-Za-z_+\-/])"  # :emoji:, https://, mailto:
    r"|(?i:(?<=\bwww)(?=\.))"
    r"|(?<=[A-Z]-)(?=\d)"  # GH-1, JIRA-2
    r"|(?<=\b[0-9a-f]{4})(?=[0-9a-f]{3,}\b)"  # a commit
)
"""Where an invisible, unbreakable joint keeps a merge request from making a link, mention or picture.

Both GitHub and GitLab look for these in the text of the page, after Markdown's own escapes are gone.
"""


def markdown_text(text: str) -> str:
    """`text` on one line of Markdown as the characters it consists of: no HTML, link, mention or emphasis."""
    jointed = _LIVELY.sub(_JOINER, plain_quote(text))
    return _PUNCTUATION.sub(lambda match: _ENTITIES.get(match[1], f"\\{match[1]}"), jointed)
