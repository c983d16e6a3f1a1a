"""What somebody wrote, inside a sentence about it: short enough to read, quoted as YAML takes it."""


def shorten(value: str, most: int = 60) -> str:
    """Return a value short enough for a message."""
    return value if len(value) <= most else f"{value[: most - 1]}…"


def quote(value: str) -> str:
    """Return a value as it can be written in quotation marks on one line of YAML."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'{}'".format(value.replace("'", "''"))


def quoted_example(value: str) -> str:
    """Return the mend of a value that has to be quoted."""
    return f"Put the whole value in quotation marks: {quote(shorten(value))}"
