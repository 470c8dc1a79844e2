"""The way into the site: the lists. Single journeys stay out, so that a page weighs the same at any size."""

from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.page import NavItem
from mkdocs_journeys.pages.view import Site


def navigation(site: Site) -> tuple[NavItem, ...]:
    """One entry for each list, in the site's language."""
    tell = site.view("", site.catalogue.options.language).words.gettext
    return (
        NavItem(tell("Journeys"), address_of("journey")),
        NavItem(tell("Personas"), address_of("persona")),
        NavItem(tell("Touchpoints"), address_of("touchpoint")),
        NavItem(tell("Channels"), address_of("channel")),
        NavItem(tell("Evidence"), address_of("evidence")),
        NavItem(tell("Improvements"), "improvements/"),
        NavItem(tell("Health"), "health/"),
    )
