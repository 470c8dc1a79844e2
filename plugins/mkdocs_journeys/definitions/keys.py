"""Every key of the format, for those who read lines before there is a definition. A test holds it in step."""

KEYS = frozenset({
    "about", "action", "at", "backstage", "basis", "better", "buying_role", "by", "channel", "channels",
    "colour", "company", "consent", "customer", "data", "date", "do", "does", "due", "effort",
    "emotion", "event", "every", "evidence", "expects", "feeling", "follows", "for", "frontstage",
    "frustrations", "future_of", "gains", "goal", "goals", "habits", "history", "id", "impact",
    "importance", "improvements", "inside", "kind", "lang", "link", "list", "media", "method",
    "metrics", "moment", "motivations", "name", "needs", "next", "opens", "owner", "pains", "part_of",
    "participants", "personas", "photo", "plays", "quote", "quotes", "review_every", "reviewed", "role",
    "scenario", "score", "segment", "segments", "serves", "severity", "share", "source", "stages",
    "starts", "state", "status", "steps", "summary", "support", "tag", "tags", "takes", "target",
    "text", "thinks", "title", "to", "touchpoints", "traits", "trigger", "unit", "unless", "valid_for",
    "value", "view", "wait", "when", "where", "who", "why",
})  # fmt: skip

LISTS = frozenset({
    "do", "gains", "history", "improvements", "metrics", "next", "pains", "plays", "quotes", "stages",
    "starts", "steps", "who",
})  # fmt: skip
"""The keys of lists whose items have keys of their own. A test holds it in step."""

SHORT_FORMS = {
    "steps": "name", "pains": "text", "gains": "text", "quotes": "text", "do": "action",
    "next": "to", "starts": "at",
}  # fmt: skip
"""Where plain text stands for a part with keys, and the key that it stands for."""

FIRST_KEYS = {**SHORT_FORMS, "stages": "name", "improvements": "title", "plays": "name", "metrics": "name"}
"""Where each item of a list begins with a name or a text, and the key of it."""
