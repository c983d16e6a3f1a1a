"""Where one text follows another or stands within it, as in sentences."""

# A stop before one of these ends the sentence; one before a bracket doesn't.
_QUOTATION_MARKS = "”’\"'»"
_STOPS = ("?", "!", ".", "…")


def end_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends a sentence already ("Example Inc.", "Why?"); "" stays ""."""
    return text if not text or text.rstrip(_QUOTATION_MARKS).endswith(_STOPS) else f"{text}."


def upper_first(text: str) -> str:
    """Return a text as it begins a sentence: "points" becomes "Points", "PHQ-9 points" and "mL" stay."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first == first.lower() else text


def lower_first(text: str) -> str:
    """Return a name as it stands within a sentence: "Child welfare" becomes "child welfare", "PHQ-9" stays."""
    rest = text.partition(" ")[0][1:]
    is_plain_word = not rest or (rest[0].islower() and rest == rest.lower())
    return text[:1].lower() + text[1:] if is_plain_word else text
