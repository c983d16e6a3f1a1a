"""What is told of each file: where it lies, what it holds, how large it is, and which schema it follows."""

from dataclasses import dataclass

JSON = "application/json"
JSON_LD = "application/ld+json"
CSV = "text/csv"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file by its path below /data/v1/, with its size in bytes; `schema` is a path, too, "" where there is none."""

    path: str
    media_type: str
    size: int
    schema: str = ""


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """The files of single records of a type: their path with {id} in it, their number, and their bytes together."""

    path: str
    count: int
    size: int
    schema: str


@dataclass(frozen=True, slots=True)
class DataGroup:
    """Files with the same things in them.

    `name` is a record type or one of the groups in words.yml; `label` is what readers call it, `count` how many things
    there are. `records` are the files of single ones, None where there are none.
    """

    name: str
    label: str
    count: int
    files: tuple[DataFile, ...]
    records: RecordFiles | None = None


@dataclass(frozen=True, slots=True)
class LibraryData:
    """What is told of everything under /data/v1/.

    Of workbooks, too, which are made elsewhere. `reviewed_on` is the day of the newest review as an ISO date, ""
    where nothing was reviewed. `sizes` are the bytes of each file.
    """

    groups: tuple[DataGroup, ...]
    reviewed_on: str
    sizes: tuple[int, ...]
