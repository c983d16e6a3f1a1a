"""The words of a text, as fast as they can be had: runs of plain letters and digits, in small letters.

Bytes are several times as fast as patterns. What a rule looks for has some of these words, so most texts need no closer
look.
"""

from collections.abc import Iterator

_ALL_BUT_WORDS = bytes(code if code < 0x80 and chr(code).isalnum() else ord(" ") for code in range(256))
# Patterns that ignore case take these for plain letters.
_LIKE_PLAIN_LETTERS = {"ſ": "s", "ı": "i", "i\u0307": "i"}
_SHAPES = bytes(ord("0") if chr(code).isdigit() else code if code == ord(" ") else ord("x") for code in range(128))
_SHAPES += b"x" * 128

_NEAR = 64


def spell(lowered: str) -> bytes:
    """Return a text in small letters with spaces for all but plain letters and digits, and one at either end."""
    if not lowered.isascii():
        for letter, plain in _LIKE_PLAIN_LETTERS.items():
            lowered = lowered.replace(letter, plain)
    return b" %b " % lowered.encode("ascii", "replace").translate(_ALL_BUT_WORDS)


def find_words(text: str) -> set[bytes]:
    """Return the words of a text."""
    return set(spell(text.lower()).split())


def find_preceding(spelled: bytes, words: bytes, most: int) -> Iterator[bytes]:
    """Yield the last words of a spelled text, at most so many, before each place at which it has `words`."""
    for at in find_places(spelled, words):
        preceding = spelled[max(0, at - _NEAR) : at].rsplit(maxsplit=most)
        if len(preceding) <= most:
            # The first one may be cut off, or the next one far away.
            preceding = spelled[:at].rsplit(maxsplit=most)
        yield from preceding[-most:]


def find_places(spelled: bytes, words: bytes) -> Iterator[int]:
    """Yield each place at which a spelled text has `words`."""
    at = spelled.find(words)
    while at >= 0:
        yield at
        at = spelled.find(words, at + 1)


def show_digits(spelled: bytes) -> bytes:
    """Return a spelled text with 0 for each digit and x for each letter."""
    return spelled.translate(_SHAPES)
