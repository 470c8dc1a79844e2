"""The hooks that MkDocs calls: each hands over to functions that can be read on their own."""
# ruff: noqa: ARG002 - MkDocs hands out more than each hook needs, by name

from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.mkdocs_plugin import front_page, hand_written, languages, reporting, search, site_files
from mkdocs_journeys.mkdocs_plugin.feed_link import with_feed
from mkdocs_journeys.mkdocs_plugin.navigation import navigation, place_below_folders, place_below_lists
from mkdocs_journeys.mkdocs_plugin.options import JourneysConfig, site_options, site_root
from mkdocs_journeys.mkdocs_plugin.planned_page import PlannedPage
from mkdocs_journeys.mkdocs_plugin.search_body import search_body
from mkdocs_journeys.mkdocs_plugin.unpublished import Unpublished
from mkdocs_journeys.pages.page import SitePlan
from mkdocs_journeys.pages.prepared import prepare, watched


class JourneysPlugin(BasePlugin[JourneysConfig]):  # type: ignore[no-untyped-call] # MkDocs' base class has no types
    """Publishes journeys, personas, touchpoints and evidence beside the hand-written pages of a site."""

    serving = False
    plan: SitePlan | None = None
    findings_page = ""
    searching: search.Pagefind | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody previews: drafts are shown then, and findings in the browser.

        That this hook is there keeps the plugin alive between the builds of a preview.
        """
        self.serving = command == "serve"

    @event_priority(-50)  # other plugins may still change the configuration
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check everything, before MkDocs cleans the folder in which the site was published earlier."""
        root, options = site_root(config), site_options(self.config, config)
        config.watch.extend(watched(root, options))
        prepared = prepare(root, options, drafts=self.serving, directory_urls=config.use_directory_urls)
        self.plan = prepared.plan
        self.findings_page = reporting.report(prepared.findings, strict=config.strict, serving=self.serving)
        self.searching = search.offer(config) if options.search else None
        reporting.note_fonts(config)
        if self.plan is not None:
            reporting.note_troubles(self.plan.files)
            site_files.add_assets(config, self.plan)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the plan's pages and files among the hand-written ones, and into the navigation."""
        if self.plan is None:
            config.nav = None
            return front_page.alone(config)
        front_page.ensure(files, config)
        unpublished = Unpublished(config, site_options(self.config, config))
        found = site_files.site_files(files, self.plan, config, site_root(config), unpublished)
        if self.searching is not None:
            site_files.add(found, self.searching.files, config)
        config.nav = navigation(config.nav, self.plan.nav, found)
        return found

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Show, on a page that is not in the navigation, where in it the page belongs."""
        place_below_lists(file.page for file in files)
        place_below_folders(files)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Prepare the interface's languages, when no plugin changes the configuration any more."""
        self.interfaces = languages.Interfaces(config, self.config.language)
        hand_written.keep_known_templates(files.documentation_pages(), frozenset(env.list_templates()))

    @event_priority(100)  # before plugins that copy front matter into pages
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make the front matter of hand-written pages harmless."""
        if not isinstance(page, PlannedPage):
            page.meta = hand_written.escape_meta(page.meta)
        return markdown

    @event_priority(100)  # what plugins add to a page is trusted
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make hand-written pages harmless and searchable; the front page shows the state of the journeys."""
        if isinstance(page, PlannedPage) or self.plan is None:
            return html
        hand_written.escape_title(page)
        own = search_body(hand_written.clean_html(html), page.meta)
        return own + self.plan.start_html if page.url == "" else own

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme the page's language."""
        return self._speaking(context, self.interfaces.of(page))

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give pages that belong to no file, such as 404, the site's language."""
        return self._speaking(context, self.interfaces.default)

    def _speaking(self, context: TemplateContext, tag: str) -> TemplateContext:
        context["config"] = self.interfaces.config_for(tag)
        return context if self.searching is None else self.searching.in_context(context, tag)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name the page's language and offer the feed; where nothing can be shown, show why."""
        return self.findings_page or with_feed(
            languages.with_language(output, self.interfaces.of(page)), page, self.plan
        )

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Every address that is not there shows the findings, while there are errors."""
        if template_name != "404.html":
            return output
        return self.findings_page or languages.with_language(output, self.interfaces.default)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index of the built pages."""
        if self.searching is not None and self.plan is not None:
            self.searching.make_index(Path(config.site_dir))
