"""What contributors wrote, inside the text of an issue: it calls nobody, links nothing and breaks out of nothing."""

import re
from collections.abc import Iterable

# GitHub takes 65,536 characters, and nobody reads half of them.
_MOST_CHARACTERS = 40_000


def code(text: str) -> str:
    """Return a text as code: names of people, numbers of issues and addresses in it stay mere words."""
    line = " ".join(text.split()) or " "
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    space = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{space}{line}{space}{fence}"


def render_list(opening: str, groups: Iterable[tuple[str, list[str]]], command: str) -> str:
    """Return an opening, then each group's lines below its title; "" without lines.

    What is too much for an issue is left out, and the last line says how much that is and which command lists it.
    """
    parts, size, left_out, has_lines = [opening], len(opening), 0, False
    for title, lines in groups:
        block = [f"\n**{title}**\n"] if title else [""]
        for line in lines:
            has_lines = True
            if size + sum(map(len, block)) + len(line) > _MOST_CHARACTERS:
                left_out += 1
            else:
                block.append(f"- {line}")
        if len(block) > 1:
            parts += block
            size += sum(map(len, block)) + len(block)
    if left_out:
        parts.append(f"\nAnd {left_out:,} more: `{command}` lists them all.")
    return "\n".join(parts) + "\n" if has_lines else ""
