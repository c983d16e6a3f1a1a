"""Why two records are connected, in the words that readers see on each side."""

from knowledge_hub.records.fields import Reference

# What a pathway can lead to.
_STEPS = ("community", "case-study", "lesson", "role", "toolkit", "guide")
# Reason by the types of the record that is read and the record it leads to. A field that says more
# than this (such as `learned`) brings its own reasons with its Reference.
_REASONS: dict[tuple[str, str], str] = {
    ("community", "community"): "A connected community",
    ("community", "case-study"): "Came out of this community",
    ("community", "lesson"): "Learned in this community",
    ("community", "role"): "Belongs at this table",
    ("community", "toolkit"): "A tool of this community",
    ("community", "guide"): "Explains this kind of community",
    ("case-study", "community"): "The community it belongs to",
    ("case-study", "case-study"): "Read it together with this one",
    ("case-study", "lesson"): "What they learned",
    ("case-study", "role"): "Was at the table",
    ("case-study", "toolkit"): "Helps you to try the same",
    ("case-study", "guide"): "Explains how it is done",
    ("lesson", "community"): "Where this was seen",
    ("lesson", "case-study"): "Where this was seen",
    ("lesson", "lesson"): "A lesson that goes with it",
    ("lesson", "role"): "For people in this role",
    ("lesson", "toolkit"): "Helps you to apply it",
    ("lesson", "guide"): "Explains how it is done",
    ("toolkit", "community"): "Used in this community",
    ("toolkit", "case-study"): "An example to learn from",
    ("toolkit", "lesson"): "Keep this in mind when you use it",
    ("toolkit", "role"): "Should be at the table",
    ("toolkit", "toolkit"): "Use it together with this one",
    ("toolkit", "guide"): "Shows where it fits in",
    ("role", "community"): "A community with this role at the table",
    ("role", "case-study"): "An example with this role at the table",
    ("role", "lesson"): "A lesson for this role",
    ("role", "role"): "Works with",
    ("role", "toolkit"): "A tool for working together",
    ("role", "guide"): "Explains how to work together",
    ("guide", "community"): "A community to learn from",
    ("guide", "case-study"): "An example to learn from",
    ("guide", "lesson"): "A lesson behind this guide",
    ("guide", "role"): "Should be at the table",
    ("guide", "toolkit"): "A tool for this",
    ("guide", "guide"): "Read it next",
    **{(kind, "pathway"): "A pathway that leads here" for kind in _STEPS},
    **{("pathway", kind): "Belongs to this pathway" for kind in _STEPS},
    ("pathway", "pathway"): "Another pathway",
}


# For the types that a host has added.
_ANY_REASON = "Belongs together with this"


def relation_reasons(reference: Reference, source_type: str) -> tuple[str, str]:
    """Return the reason as read on the naming record's page, and as read on the named one's."""
    forward = reference.reason or _REASONS.get((source_type, reference.type), _ANY_REASON)
    backward = reference.reverse_reason or _REASONS.get((reference.type, source_type), _ANY_REASON)
    return forward, backward
