"""The facts at the head of a Markdown file, apart from its text."""


def split_front_matter(data: bytes) -> tuple[bytes, bytes, int] | None:
    """Return the facts between the first two `---` lines, the text after them, and the line it starts on."""
    lines = data.replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if lines[0].rstrip() != b"---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == b"---":
            return b"\n".join(lines[1:number]) + b"\n", b"\n".join(lines[number + 1 :]), number + 2
    return None
