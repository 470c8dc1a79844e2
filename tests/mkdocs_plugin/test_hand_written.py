"""Hand-written pages keep what Markdown and Material make of them, and nothing that runs."""

from html.parser import HTMLParser

import markdown
import pytest

from mkdocs_journeys.mkdocs_plugin.hand_written import clean_html, escape_meta

HARMFUL = [
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" JaVaScRiPt:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<p onclick="alert(1)">x</p>',
    '<img src="a.png" onerror="alert(1)">',
    "<script>alert(1)</script>",
    "<style>p { background: url(https://evil.example/x) }</style>",
    '<iframe src="https://evil.example"></iframe>',
    '<object data="https://evil.example"></object>',
    '<embed src="https://evil.example">',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0; url=https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<form action="https://evil.example"><input type="submit"></form>',
    '<img src="https://evil.example/x.png">',
    '<img src="//evil.example/x.png">',
    '<img src="a.png" srcset="https://evil.example/x.png 2x">',
    '<video src="https://evil.example/x.mp4" poster="https://evil.example/x.png"></video>',
    '<p style="background: url(https://evil.example/x.png)">x</p>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<svg><use href="https://evil.example/x.svg#y"/></svg>',
    '<svg><rect fill="url(https://evil.example/x.svg#y)"/></svg>',
    '<svg><a href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><a href="javascript:alert(1)">x</a></mtext></math>',
    '<div id="__config">{"search": "evil.example"}</div>',
    '<div data-md-component="announce">alert(1)</div><b data-md-url="javascript:alert(1)"></b>',
]


@pytest.mark.parametrize("html", HARMFUL)
def test_what_runs_or_loads_from_another_host_is_gone(html: str) -> None:
    cleaned = clean_html(html)
    for harm in ("javascript:", "data:text", "onclick", "onerror", "onload", "<script", "<style", "__config"):
        assert harm not in cleaned.lower()
    assert "data-md-component" not in cleaned
    assert "evil.example" not in cleaned.replace('{"search": "evil.example"}', "")


MADE = {
    "tabs": '=== "One"\n\n    First.\n\n=== "Two"\n\n    Second.\n',
    "task list": "- [x] done\n- [ ] to do\n",
    "details": '??? note "More"\n    Something.\n',
    "table": "| a | b |\n|:--|--:|\n| 1 | 2 |\n",
    "attributes": '## Heading { #own .class data-lines="2" }\n',
    "code": '```python linenums="1" hl_lines="1"\nprint()\n```\n',
    "footnote": "Text.[^1]\n\n[^1]: Note.\n",
    "picture": "![Alt](picture.png){ loading=lazy width=300 }\n",
    "abbreviation": "CSV\n\n*[CSV]: comma-separated values\n",
    "diagram": "```mermaid\ngraph LR\n  A --> B\n```\n",
    "html": "<details open markdown><summary>s</summary>\n\n*x* <kbd>K</kbd> <mark>m</mark>\n</details>\n",
}


@pytest.mark.parametrize("text", MADE.values(), ids=MADE)
def test_what_markdown_extensions_make_of_a_page_stays(text: str) -> None:
    made = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=CONFIGS)
    assert tokens(clean_html(made)) == tokens(made)


EXTENSIONS = [
    "abbr", "admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
]  # fmt: skip
CONFIGS = {
    "toc": {"permalink": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.highlight": {"anchor_linenums": True},
}


class Collector(HTMLParser):
    """Notes what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[tuple[str, object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tbody":  # a browser adds it, and so does the cleaner
            return
        normal = {name: (value or "").rstrip(";").replace(": ", ":") for name, value in attrs}
        self.tokens.append((tag, normal))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.tokens.append(("text", data.strip()))


def tokens(html: str) -> list[tuple[str, object]]:
    """The elements, attributes and texts of a page, whatever way they are written."""
    collected = Collector()
    collected.feed(html)
    collected.close()
    return collected.tokens


def test_every_text_in_front_matter_is_escaped_wherever_it_stands() -> None:
    hostile = '<script>"x"'
    escaped = "&lt;script&gt;&quot;x&quot;"
    meta = {"title": hostile, "tags": [hostile, {hostile: hostile}], "search": {"exclude": True}, "level": 2}
    assert escape_meta(meta) == {
        "title": escaped,
        "tags": [escaped, {escaped: escaped}],
        "search": {"exclude": True},
        "level": 2,
    }
