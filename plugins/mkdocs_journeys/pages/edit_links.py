"""Where a definition is edited, and where a problem is reported."""

from urllib.parse import quote, urljoin

from mkdocs_journeys.definitions import Definition
from mkdocs_journeys.pages.view import View


def edit_url(definition: Definition, view: View) -> str | None:
    """The address at which a definition's file is edited; None where the site does not say where files lie.

    `edit_uri` leads to the folder of the site's written pages, as in MkDocs; definitions lie beside it.
    """
    options = view.catalogue.options
    if options.edit_uri is None:
        return None
    base = urljoin((options.repo_url or "").rstrip("/") + "/", options.edit_uri)
    docs = base.rstrip("/").removesuffix(options.docs)
    path = definition.source.path
    address = urljoin(docs, quote(path)) if docs != base.rstrip("/") else None
    return address if address is not None and address.startswith(("http:", "https:")) else None


def report_url(view: View) -> str | None:
    """The address at which a problem is reported: the repository's issues."""
    repository = view.catalogue.options.repo_url
    return None if repository is None else repository.rstrip("/") + "/issues"
