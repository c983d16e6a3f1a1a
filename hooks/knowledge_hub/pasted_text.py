"""What text carries along when it is pasted from Word, a web page or a message, and nobody sees: cleaned, or named."""

import re

# Spaces that don't break or have a width of their own read as a space.
SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
# Without width, and without a meaning that a reader would miss.
_NOTHING = "\xad\u200b\u200e\u200f\u2060\ufeff"
_PASTED = re.compile(f"(?P<space>[{SPACES}])|(?P<end>[{_LINE_ENDS}])|[{_NOTHING}]")
# Word's bullets, among them two of its Symbol font, and the letter o that it puts before a list in a list.
BULLETS = "•‣⁃◦▪▫●○■□·\uf0b7\uf0a7"
_BULLET = re.compile(rf"^([ \t]*)(?:[{BULLETS}][ \t]*|o\t)", re.MULTILINE)
_NAMES = {
    0xAD: "a hyphen that shows only at the end of a line",
    0x200B: "a space without width",
    0x200E: "a mark for the direction of writing",
    0x200F: "a mark for the direction of writing",
    0x2028: "a line end that only some programs know",
    0x2029: "a line end that only some programs know",
    0x2060: "a sign without width that joins words",
    0xFEFF: "a sign without width",
}
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))


def clean_pasted(text: str) -> str:
    """Return the text with plain spaces, line ends and hyphens for bullets, and without what has no width."""
    if text.isascii() and not any(sign in text for sign in "\x0b\x0c\t"):
        return text
    cleaned = _PASTED.sub(lambda found: " " if found["space"] else "\n" if found["end"] else "", text)
    return hyphenate_bullets(cleaned)


def hyphenate_bullets(text: str) -> str:
    """Return the text with “- ” for each bullet at the start of a line, as Markdown writes lists."""
    if text.isascii() and "o\t" not in text:
        return text
    return _BULLET.sub(r"\1- ", text)


def describe_cleaning() -> list[tuple[re.Pattern[str], str]]:
    """Return what clean_pasted does, as patterns with what takes their place, for the browser."""
    pairs = ((f"[{_LINE_ENDS}]", "\n"), (f"[{SPACES}]", " "), (f"[{_NOTHING}]", ""))
    return [*((re.compile(pattern), by) for pattern, by in pairs), (_BULLET, "$1- ")]


def name_invisible(character: str) -> str:
    """Return in words what an invisible character is."""
    code = ord(character)
    if code in _DIRECTIONS:
        return "a mark that turns the direction of writing"
    return _NAMES.get(code, "a control character")


def words_before(text: str, at: int) -> str:
    """Return the last few words before a spot, of one line, by which it can be found."""
    words = text[max(0, at - 60) : at].strip().rpartition("\n")[2].split()
    return " ".join(words[-5:])
