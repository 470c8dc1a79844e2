"""A site around an arbitrary journey, in which its names lead somewhere."""

from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import has_errors, read_definitions
from mkdocs_journeys.insight import Insight, study
from tests.exchange.journeys import PERSONAS
from tests.sites import BASE, TODAY, journey, write

OTHER = journey(stages="stages: {name: All, steps: {name: There, id: there}}\n")
SITE = {
    **BASE,
    **{f"personas/{id_}.md": f"---\nname: {id_} Brandt\n---\n" for id_ in PERSONAS},
    "journeys/other.md": OTHER,
}


def studied(text: str) -> Insight:
    """The figures of a site with this journey, in which there are no errors."""
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {**SITE, "journeys/buying.md": text})
        catalogue, findings = link(read_definitions(root), today=TODAY)
    assert not has_errors(findings), [finding for finding in findings if finding.level == "error"]
    return study(catalogue)
