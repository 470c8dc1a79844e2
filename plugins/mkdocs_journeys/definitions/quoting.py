"""Text as it has to be typed into front matter so that it is read as that text, and all of it is seen."""

import io
import re
from collections.abc import Iterable

import yaml
from yaml.emitter import Emitter
from yaml.resolver import Resolver

from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.unseen import ODD_SPACES, UNSEEN, escape

_OTHER_YAML = re.compile(r"y|n|[-+]?(0o?[0-7]+|[0-9._]+(e[-+]?[0-9]+)?|0x[0-9a-f]+)", re.IGNORECASE)
"""What YAML 1.2, or an older reader of 1.1, takes for something else than text, beside what PyYAML does."""

_UNSEEN = re.compile(f"[{UNSEEN}]")
_ESCAPED = re.compile(rf'["\\]|{_UNSEEN.pattern}')
_LIKE_A_KEY = re.compile(f"(?P<key>[A-Za-z_]+)(?::|[{ODD_SPACES}]+$)")
_LONGEST_KEY = 150
"""Characters of a key; with escapes, YAML takes 1,024."""

_RESOLVER = Resolver()


def in_quotes(text: str) -> str:
    """`text` in quotation marks, so that YAML reads it as typed."""
    return f"'{text}'" if _marks(text) == "'" else f'"{_with_escapes(text)}"'


def quoted(text: str) -> str:
    """`text` as the value of a key, in quotation marks where it needs them. Shape: one line."""
    start, end = yaml.MappingStartEvent(None, None, True, flow_style=False), yaml.MappingEndEvent()
    return _written([start, text_event("k"), text_event(text), end]).removeprefix("k: ")


def quoted_list(texts: Iterable[str]) -> str:
    """Several texts as the value of a key: `[one, "two, three"]`."""
    start, end = yaml.SequenceStartEvent(None, None, True, flow_style=True), yaml.SequenceEndEvent()
    return _written([start, *map(text_event, texts), end])


def _written(events: Iterable[yaml.Event]) -> str:
    stream = io.StringIO()
    writer = Writer(stream, allow_unicode=True, width=1 << 30)
    for event in (yaml.StreamStartEvent(), yaml.DocumentStartEvent(), *events, yaml.DocumentEndEvent()):
        writer.emit(event)
    return stream.getvalue().rstrip("\n")


def text_event(text: str) -> yaml.ScalarEvent:
    """Text as it stands where every reader takes it for that text, else in quotation marks."""
    resolved = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # the stubs' gap
    stands = resolved == Resolver.DEFAULT_SCALAR_TAG and not (
        _UNSEEN.search(text) or _OTHER_YAML.fullmatch(text) or _is_like_a_key(text)
    )
    return yaml.ScalarEvent(None, None, (stands, True), text)


def _is_like_a_key(text: str) -> bool:
    """Whether a text begins as if it were a key and its value, with a space forgotten."""
    key = _LIKE_A_KEY.match(text)
    return key is not None and key["key"] in KEYS


class Writer(Emitter):
    """PyYAML's emitter, but lists are indented below their key, and every script is readable in quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - what the emitter calls
        """Begin a level; a list's too."""
        super().increase_indent(flow, indentless=False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002 - what the emitter calls
        """Write all of a text on one line."""
        self.write_indicator(f'"{_with_escapes(text)}"', True)

    def check_simple_key(self) -> bool:
        """Whether a key stands before its colon; nobody writes a question mark before one instead."""
        is_short = isinstance(self.event, yaml.ScalarEvent) and 0 < len(self.event.value) < _LONGEST_KEY
        return is_short or bool(super().check_simple_key())

    def choose_scalar_style(self) -> str:
        """None for a text that stands alone, else its quotation marks."""
        style: str = super().choose_scalar_style()
        return style and _marks(getattr(self.event, "value", ""))


def _marks(text: str) -> str:
    """Double quotation marks, unless single ones save escapes."""
    return "'" if ('"' in text or "\\" in text) and "'" not in text and not _UNSEEN.search(text) else '"'


def _with_escapes(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\{match[0]}" if match[0] in '"\\' else escape(match), text)
