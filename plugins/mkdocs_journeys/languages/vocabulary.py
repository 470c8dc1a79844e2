"""The format's own words as people read them: one table, from the value that is typed to its English text.

The texts are translated with their group as gettext's context, because "done" is one word for an improvement
and another for the basis of evidence.
"""

from collections.abc import Mapping

TERMS: Mapping[str, Mapping[str, str]] = {
    "state": {"current": "As it is", "future": "As it is to be"},
    "status": {"draft": "Draft", "review": "In review", "published": "Published", "archived": "Archived"},
    "stage kind": {
        "awareness": "Awareness",
        "consideration": "Consideration",
        "purchase": "Purchase",
        "use": "Use",
        "loyalty": "Loyalty",
    },
    "moment": {"truth": "Moment of truth", "delight": "Moment of delight", "pain": "Moment of pain"},
    "improvement": {
        "idea": "Idea",
        "planned": "Planned",
        "doing": "Under way",
        "done": "Done",
        "dropped": "Dropped",
    },
    "method": {
        "interview": "Interviews",
        "survey": "Survey",
        "workshop": "Workshop",
        "observation": "Observation",
        "diary": "Diaries",
        "advisory-board": "Advisory board",
        "analytics": "Analytics",
        "service-records": "Service records",
        "expert": "Experts in the company",
        "desk-research": "Desk research",
        "assumption": "Assumption",
    },
    "view": {"outside": "The customer’s view", "inside": "The company’s view"},
    "basis": {"said": "What people say", "done": "What people do", "believed": "What is believed"},
    "media": {"owned": "Owned", "paid": "Paid", "earned": "Earned", "partner": "A partner’s"},
    "persona kind": {
        "customer": "Customer",
        "customers-customer": "Customer’s customer",
        "partner": "Partner",
        "employee": "Employee",
    },
    "buying role": {
        "user": "User",
        "influencer": "Influencer",
        "decider": "Decider",
        "buyer": "Buyer",
        "gatekeeper": "Gatekeeper",
    },
    "trigger": {"event": "Event", "schedule": "Schedule", "external": "Event from outside"},
    "audience": {"segment": "Segment", "tag": "Tag", "list": "List", "status": "Status"},
    "level": {"-2": "Very bad", "-1": "Bad", "0": "Neutral", "1": "Good", "2": "Very good"},
    "claim": {
        "journey": "The journey as a whole",
        "step": "Step",
        "score": "Emotion score",
        "pain": "Pain point",
        "gain": "Gain",
        "quote": "Quote",
        "improvement": "Improvement",
        "metric": "Metric",
        "readings": "Readings",
        "persona": "Persona",
    },
    "kind": {
        "journey": "Journey",
        "persona": "Persona",
        "touchpoint": "Touchpoint",
        "evidence": "Evidence",
    },
    "problem": {
        "stale": "Review overdue",
        "never_reviewed": "Never reviewed",
        "unowned": "No owner",
        "without_evidence": "Without evidence",
        "expired": "Expired",
        "unused": "Unused",
    },
}
