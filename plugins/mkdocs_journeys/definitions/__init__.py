"""Definitions: from files that people write to checked, immutable objects, and a finding for each fault."""

from mkdocs_journeys.definitions.answers import ANSWERS
from mkdocs_journeys.definitions.base import KINDS, Definition, Earlier, Kind, Metric
from mkdocs_journeys.definitions.bodies import BodyReader
from mkdocs_journeys.definitions.body_content import BodyContent
from mkdocs_journeys.definitions.body_limits import beyond_limits, is_too_much
from mkdocs_journeys.definitions.durations import Duration, parse_date, parse_duration
from mkdocs_journeys.definitions.edits import Edit, Fix, fix_at
from mkdocs_journeys.definitions.evidence import METHODS, Basis, Evidence, Method, View
from mkdocs_journeys.definitions.fault_findings import named_twice
from mkdocs_journeys.definitions.fields import Text, allowed_link, can_be_seen, is_language
from mkdocs_journeys.definitions.findings import (
    CODES,
    MOST_FINDINGS,
    Finding,
    Level,
    Place,
    has_errors,
    quoted_line,
    render_findings,
    short,
    sorted_findings,
    told,
    visible,
)
from mkdocs_journeys.definitions.hand_written import Finder, check_body
from mkdocs_journeys.definitions.ids import (
    RESERVED_ANCHORS,
    RESERVED_PERSONAS,
    is_id,
    make_id,
    named_id,
    normalise,
)
from mkdocs_journeys.definitions.inline import (
    REFERENCE,
    Link,
    Reference,
    has_markup,
    inline_tokens,
    links_in,
    read_reference,
)
from mkdocs_journeys.definitions.journey import (
    STAGE_KINDS,
    Audience,
    Emotion,
    Improvement,
    Journey,
    Next,
    Noted,
    Play,
    PlayAction,
    Quote,
    Rated,
    Stage,
    StageKind,
    Start,
    Step,
    Trigger,
)
from mkdocs_journeys.definitions.journey_rules import anchors_known, anchors_of, personas_known
from mkdocs_journeys.definitions.journey_ways import by_id, called_so, goal_in, steps_with_ways
from mkdocs_journeys.definitions.messages import Gettext, Message, in_words, say
from mkdocs_journeys.definitions.options import (
    BUILT_IN_EXTENSIONS,
    CONSENT,
    EXPORTS,
    Consent,
    Export,
    SiteOptions,
    is_named,
)
from mkdocs_journeys.definitions.persona import COLOURS, Colour, Persona
from mkdocs_journeys.definitions.personal_hiding import hidden, without_personal_data
from mkdocs_journeys.definitions.places import Goal
from mkdocs_journeys.definitions.places import Place as JourneyPlace
from mkdocs_journeys.definitions.quoting import Writer, quoted, quoted_list, text_event
from mkdocs_journeys.definitions.reader import MODELS, Definitions, is_ignored, read_definitions
from mkdocs_journeys.definitions.readings import DataFile, Reading, RowNames
from mkdocs_journeys.definitions.salvage import PLACEHOLDER
from mkdocs_journeys.definitions.single_file import findings_in, is_readable, lines_of_long_texts, values_in
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.suggestions import did_you_mean, nearest, one_of, proposing, with_nearest
from mkdocs_journeys.definitions.texts import linking_texts, texts_of
from mkdocs_journeys.definitions.touchpoint import Importance, Touchpoint
from mkdocs_journeys.definitions.unseen import CONTROLS, SURROGATES, UNSEEN_BEYOND_ASCII
from mkdocs_journeys.definitions.value_messages import several
from mkdocs_journeys.definitions.ways import Way

__all__ = [
    "ANSWERS",
    "BUILT_IN_EXTENSIONS",
    "CODES",
    "COLOURS",
    "CONSENT",
    "CONTROLS",
    "EXPORTS",
    "KINDS",
    "METHODS",
    "MODELS",
    "MOST_FINDINGS",
    "PLACEHOLDER",
    "REFERENCE",
    "RESERVED_ANCHORS",
    "RESERVED_PERSONAS",
    "STAGE_KINDS",
    "SURROGATES",
    "UNSEEN_BEYOND_ASCII",
    "Audience",
    "Basis",
    "BodyContent",
    "BodyReader",
    "Colour",
    "Consent",
    "DataFile",
    "Definition",
    "Definitions",
    "Duration",
    "Earlier",
    "Edit",
    "Emotion",
    "Evidence",
    "Export",
    "Finder",
    "Finding",
    "Fix",
    "Gettext",
    "Goal",
    "Importance",
    "Improvement",
    "Journey",
    "JourneyPlace",
    "Kind",
    "Level",
    "Link",
    "Message",
    "Method",
    "Metric",
    "Next",
    "Noted",
    "Persona",
    "Place",
    "Play",
    "PlayAction",
    "Quote",
    "Rated",
    "Reading",
    "Reference",
    "RowNames",
    "SiteOptions",
    "Source",
    "Stage",
    "StageKind",
    "Start",
    "Step",
    "Text",
    "Touchpoint",
    "Trigger",
    "View",
    "Way",
    "Writer",
    "allowed_link",
    "anchors_known",
    "anchors_of",
    "beyond_limits",
    "by_id",
    "called_so",
    "can_be_seen",
    "check_body",
    "did_you_mean",
    "findings_in",
    "fix_at",
    "goal_in",
    "has_errors",
    "has_markup",
    "hidden",
    "in_words",
    "inline_tokens",
    "is_id",
    "is_ignored",
    "is_language",
    "is_named",
    "is_readable",
    "is_too_much",
    "lines_of_long_texts",
    "linking_texts",
    "links_in",
    "make_id",
    "named_id",
    "named_twice",
    "nearest",
    "normalise",
    "one_of",
    "parse_date",
    "parse_duration",
    "personas_known",
    "proposing",
    "quoted",
    "quoted_line",
    "quoted_list",
    "read_definitions",
    "read_reference",
    "render_findings",
    "say",
    "several",
    "short",
    "sorted_findings",
    "steps_with_ways",
    "text_event",
    "texts_of",
    "told",
    "values_in",
    "visible",
    "with_nearest",
    "without_personal_data",
]
