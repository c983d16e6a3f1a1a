"""Where one text follows another, as sentences do."""

# A stop before one of these ends the sentence; one before a bracket doesn't.
_QUOTATION_MARKS = "”’\"'»"
_STOPS = ("?", "!", ".", "…")


def end_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends a sentence already ("Example Inc.", "Why?"); "" stays ""."""
    return text if not text or text.rstrip(_QUOTATION_MARKS).endswith(_STOPS) else f"{text}."
