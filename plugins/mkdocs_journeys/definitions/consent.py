"""Consent to quotes: what somebody said is published only as far as they agreed to it."""

from collections.abc import Iterator

from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.journey import Journey
from mkdocs_journeys.definitions.journey_ways import steps_with_ways
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.options import SiteOptions

_REFUSED = say(
    "whoever said this did not agree that it is shown; delete the quote, or say in does, thinks or pains, "
    "without their words, what it taught"
)
_MISSING = say(
    'this site shows no quote without consent; ask who said it and add "consent: yes", or delete the quote'
)


def check_consent(journey: Journey, options: SiteOptions) -> Iterator[Finding]:
    """Quotes that were refused (J161) and, where the site requires it, quotes without consent (J162).

    A refused quote is an error in a draft too; consent that is still to be asked for is none there.
    """
    is_required = options.quote_consent == "required" and journey.status != "draft"
    for way, step in steps_with_ways(journey):
        for number, quote in enumerate(step.quotes):
            at = (*way, "quotes", number)
            if quote.consent == "no":
                yield journey.source.finding("J161", _REFUSED, *at, "consent")
            elif is_required and quote.consent is None and not journey.source.lost_whole(*at, "consent"):
                yield journey.source.finding("J162", _MISSING, *at)
