"""`python -m mkdocs_journeys.cli`."""

from mkdocs_journeys.cli import main

main(prog_name="journeys")
