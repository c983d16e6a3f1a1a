"""What a mistyped id or name was probably meant to be."""

import difflib

_LONGEST_GUESS = 80


def nearest(word: str, choices: tuple[str, ...]) -> str | None:
    """Return the choice that `word` was probably meant to be, or None.

    A long text was never meant to be a choice, and comparing it would take long.
    """
    if len(word) > _LONGEST_GUESS:
        return None
    lowered = word.lower().replace(" ", "-").replace("_", "-")
    matches = difflib.get_close_matches(lowered, choices, n=1, cutoff=0.6)
    return matches[0] if matches else None
