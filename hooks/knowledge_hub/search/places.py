"""Where the files of the index lie in a site."""

FOLDER = "search"
ENTRY = f"{FOLDER}/index.json"


def is_of_index(path: str) -> bool:
    """Tell whether a file of a site is one of the index; the page that asks it lies in the same folder."""
    return path.startswith(f"{FOLDER}/") and path.endswith(".json")
