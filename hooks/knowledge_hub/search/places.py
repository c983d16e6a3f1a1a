"""Where the files of the index lie in a site."""

FOLDER = "search"
ENTRY = f"{FOLDER}/index.json"
