"""Bodies: the free Markdown under a front matter, as clean HTML whose references and links are still open.

Rendered with the site's own Markdown extensions, so that a body looks like every other page of the site. Raw
HTML is cleaned to harmless elements where it enters, and the whole once more where it leaves.
"""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from mkdocs_journeys.definitions.body_cleaning import clean_block, clean_tag, clean_whole
from mkdocs_journeys.definitions.body_content import BodyContent
from mkdocs_journeys.definitions.body_limits import beyond_limits
from mkdocs_journeys.definitions.body_marks import Marks
from mkdocs_journeys.definitions.body_tree import finish
from mkdocs_journeys.definitions.inline import REFERENCE, read_reference


class BodyReader:
    """Reads bodies with one set of Markdown extensions. Not for several threads at once."""

    def __init__(self, extensions: tuple[str, ...] = (), configs: Mapping[str, Any] | None = None) -> None:
        self._extension = _BodyExtension()
        self._markdown = markdown.Markdown(
            extensions=[*extensions, self._extension], extension_configs=_without_toc_marks(configs or {})
        )

    def read(self, text: str) -> BodyContent:
        """`text` as clean HTML with its references and links, and what was removed."""
        content = self._extension.content = BodyContent(Marks.of(text))
        content.beyond_limits = beyond_limits(text)
        if not text.strip() or content.beyond_limits is not None:
            return content
        self._markdown.reset()
        content.html, removed = clean_whole(self._markdown.convert(text))
        content.removed += removed
        return content


def _without_toc_marks(configs: Mapping[str, Any]) -> dict[str, Any]:
    """Permalinks are the page's own business: a body gets its anchors here."""
    quiet = {key: value for key, value in configs.items() if key != "toc"}
    return {**quiet, "toc": {"permalink": False, "marker": ""}}


class _BodyExtension(Extension):
    content: BodyContent

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        if "html_block" in md.preprocessors:
            inner = md.preprocessors["html_block"]
            md.preprocessors.register(_HtmlBlocks(md, inner, self), "html_block", 20)
        md.inlinePatterns.register(
            _ReferencePattern(r"(?<!\\)" + REFERENCE.pattern, md, self), "journeys_reference", 185
        )
        md.inlinePatterns.register(_HtmlPattern(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>", md, self), "html", 90)
        md.treeprocessors.register(_Finish(md, self), "journeys_finish", -100)


class _HtmlBlocks(Preprocessor):
    """The library's own reading of HTML blocks, each cleaned before it is stashed."""

    def __init__(self, md: markdown.Markdown, inner: Preprocessor, extension: _BodyExtension) -> None:
        super().__init__(md)
        self.inner = inner
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        stash = self.md.htmlStash
        original = stash.store
        stash.store = lambda html: original(self._cleaned(html))  # type: ignore[method-assign] # for this run only
        try:
            return self.inner.run(lines)
        finally:
            stash.store = original  # type: ignore[method-assign]

    def _cleaned(self, raw: Any) -> Any:
        if not isinstance(raw, str) or "<" not in raw:
            return raw
        clean, removed = clean_block(raw)
        self.extension.content.removed += removed
        return clean


class _HtmlPattern(HtmlInlineProcessor):
    """A raw tag inside a text: kept when it is harmless, dropped when it is not."""

    def __init__(self, pattern: str, md: markdown.Markdown, extension: _BodyExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name, and wider result
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[str, int, int]:
        content = self.extension.content
        raw = content.as_typed(self.backslash_unescape(_without_stash(self.md, m[0])))
        if raw.startswith("<!--"):
            return "", m.start(0), m.end(0)
        kept, removed = clean_tag(raw)
        content.removed += removed
        return (self.md.htmlStash.store(kept) if kept else ""), m.start(0), m.end(0)


class _ReferencePattern(InlineProcessor):
    """`[[...]]` as a link whose address and text are filled in later."""

    def __init__(self, pattern: str, md: markdown.Markdown, extension: _BodyExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name, and wider result
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[ET.Element, int, int]:
        content = self.extension.content
        number = len(content.references)
        content.references.append((read_reference(m), m[0]))
        link = ET.Element("a", href=content.marks.mark("reference", number))
        link.text = AtomicString(content.marks.mark("title", number))
        return link, m.start(0), m.end(0)


class _Finish(Treeprocessor):
    """The last look at the tree, once every other extension is done."""

    def __init__(self, md: markdown.Markdown, extension: _BodyExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            for name, value in element.attrib.items():
                # `{: title=}` leaves an attribute without a value, which the library cannot write
                element.set(name, _without_stash(self.md, value or ""))
        finish(root, self.extension.content)


def _without_stash(md: markdown.Markdown, text: str) -> str:
    """`text` of a tag or attribute with the texts of what the library has put aside in it."""
    stashed = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined] # untyped there

    def text_of(match: re.Match[str]) -> str:
        value = stashed.get(match[1], "")
        return _without_stash(md, value if isinstance(value, str) else "".join(value.itertext()))

    return INLINE_PLACEHOLDER_RE.sub(text_of, text)
