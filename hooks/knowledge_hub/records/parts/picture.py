"""What has to be known of a picture before it is published: who is on it, and who agreed."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_hub.records.fields import Label, Line, Part, ValueFormat

FileName = Annotated[
    str,
    Field(min_length=1, max_length=80),
    ValueFormat(
        "the name of a file, in small letters, digits and hyphens, such as team-meeting.jpg",
        r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+",
    ),
]


class Picture(Part):
    """One picture of the record, which its text shows as ![what can be seen](name.jpg)."""

    file: FileName = Field(
        description="Name of the file, in the folder with the record's name.", examples=["team-meeting.jpg"]
    )
    shows_people: Literal["no", "yes"] = Field(
        description="Whether a person can be seen on it, from behind or far away too."
    )
    consent: Line | None = Field(
        None,
        description="Who agreed that it is published, and how; roles, never names. Required when it shows people.",
        examples=["All five adults agreed in writing in May 2026; no child can be recognized."],
    )
    credit: Label | None = Field(
        None,
        description="Who made it and under which license; readers see it below the picture.",
        examples=["Photo: River district, CC BY 4.0"],
    )
