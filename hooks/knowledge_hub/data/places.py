"""Where the data lies, and what may be done with it."""

# The page for people, and the folder of the first version; what may change in it is said on that page.
DATA_PAGE = "data/"
DATA = "data/v1/"
VERSION = "1"

INDEX = "index.json"
OPENAPI = "openapi.json"
SKOS = "vocabularies.jsonld"

LICENSE = "CC BY 4.0"
LICENSE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


def type_file(type_name: str) -> str:
    """Return the path of the files with every record of a type, without the ending."""
    return f"records/{type_name}"


def record_file(type_name: str, record_id: str) -> str:
    """Return the path of the file of one record."""
    return f"records/{type_name}/{record_id}.json"


def schema_file(kind: str, name: str = "") -> str:
    """Return the path of the schema of a kind of file; `name` is the type whose records it holds."""
    return f"schema/{kind}/{name}.json" if name else f"schema/{kind}.json"
