"""Pages: the plan of the site, which pages and files there are, with no word of the generator."""

from mkdocs_journeys.pages.page import Heading, NavItem, Page, SitePlan, StaticFile
from mkdocs_journeys.pages.plan import plan_site

__all__ = ["Heading", "NavItem", "Page", "SitePlan", "StaticFile", "plan_site"]
