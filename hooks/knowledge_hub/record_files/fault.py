"""What is wrong with one file, before anybody knows where it lies."""

from typing import NamedTuple


class FileFault(NamedTuple):
    """Code of the kind of problem, the sentence that says it, and the mend."""

    code: str
    message: str
    help: str


def not_what_it_says(name: str) -> FileFault:
    """Return the fault of a file whose content is of another kind than its ending."""
    message = f"“{name}” isn’t what its ending says, or it is broken."
    return FileFault("file-content", message, "Open it in its program, save it anew, and replace it.")
