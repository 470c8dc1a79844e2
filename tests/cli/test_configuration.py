"""The command and the plugin read one mkdocs.yml alike."""

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config

from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.mkdocs_plugin.options import JourneysConfig, site_options
from tests.sites import BASE, write

CONFIGURATIONS = {
    "nothing but a name": "plugins: [journeys]\n",
    "no options": "plugins: [{journeys: null}]\n",
    "plugins as a mapping": "plugins: {journeys: {journeys: maps, personas: people/all}}\n",
    "options": """plugins:
  - search
  - journeys:
      review_every: 6 months
      valid_for: 18 months
      weak_score: -0.5
      weak_drop_off: 0.1
      smallest_group: 5
      quote_consent: required
      allow_personal_data: [team@company.com, "+49 30 1234567", 4930123, null]
      search: false
      exports: [json, png]
      language: zh-Hant
""",
    "docs elsewhere": "plugins: [journeys]\ndocs_dir: pages\n",
    "theme by name": "plugins: [journeys]\ntheme: material\n",
    "theme's language": "plugins: [journeys]\ntheme: {name: material, language: ru}\n",
    "theme's locale": "plugins: [journeys]\ntheme: {name: mkdocs, locale: zh_CN}\n",
    "extensions": """plugins: [journeys]
markdown_extensions:
  - attr_list
  - toc: {permalink: true}
  - footnotes
""",
    "environment": "plugins: [{journeys: {review_every: !ENV [NO_SUCH_VARIABLE, 2 years]}}]\n",
    "nothing": "plugins: [{journeys: {review_every: null, weak_score: null, search: null, "
    "smallest_group: null, quote_consent: null, allow_personal_data: null}}]\n",
    "inherited": "INHERIT: parent.yml\nplugins: {journeys: {weak_score: -2}}\n",
}
PARENT = (
    "plugins: {journeys: {review_every: 3 months}}\nmarkdown_extensions: [attr_list]\ntheme: "
    "{name: material}\n"
)


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_the_command_and_the_plugin_read_the_same_options(tmp_path: Path, name: str) -> None:
    files = {"mkdocs.yml": f"site_name: Shoes\n{CONFIGURATIONS[name]}", "parent.yml": PARENT}
    write(tmp_path, {**BASE, **files, "pages/index.md": "", "docs/index.md": ""})
    assert _comparable(find_configuration(None, tmp_path).options) == _comparable(_of_plugin(tmp_path))


def test_a_configuration_that_is_not_trusted_learns_nothing_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", "secret")
    options = (
        "{review_every: !ENV TOKEN, weak_score: !ENV [TOKEN, 1], exports: !ENV TOKEN, search: !ENV TOKEN}"
    )
    write(tmp_path, {"mkdocs.yml": f"site_name: !ENV TOKEN\nplugins: [{{journeys: {options}}}]\n"})
    assert find_configuration(None, tmp_path, within=tmp_path).options == SiteOptions()


def _of_plugin(root: Path) -> SiteOptions:
    config = load_config(str(root / "mkdocs.yml"))
    own = config.plugins["journeys"].config
    assert isinstance(own, JourneysConfig)
    return site_options(own, config)


def _comparable(options: SiteOptions) -> SiteOptions:
    """Without what only the plugin makes links of, and MkDocs works out by itself."""
    return replace(options, repo_url=None, edit_uri=None)
