"""The adapter to MkDocs: the only room that knows the generator."""

from mkdocs_journeys.mkdocs_plugin.plugin import JourneysPlugin

__all__ = ["JourneysPlugin"]
