"""Problems of pictures and documents beside a record, and of the text that shows them."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind

_FACTS = "pictures:\n  - file: meeting.jpg\n    shows_people: "

RECORD_FILES = ProblemGroup(
    "record-files",
    "Pictures and files",
    (
        ProblemKind(
            "alt-text",
            "A picture without words",
            why="People who can’t see the picture hear the words between the square brackets instead.",
            bad="challenge: The room was full. ![](meeting.jpg)",
            good="challenge: The room was full. ![Twelve adults around one long table](meeting.jpg)",
        ),
        ProblemKind(
            "missing-file",
            "A link to a file that isn’t there",
            why="A link without https:// leads to a file beside the record, in the folder with the record’s name.",
            bad="approach: We used [this form](Form.pdf).",
            good="approach: We used [this form](form.pdf).",
        ),
        ProblemKind(
            "not-a-picture",
            "A document shown as a picture",
            bad="approach: ![The form](form.pdf)",
            good="approach: [The form](form.pdf)",
        ),
        ProblemKind(
            "outside-picture",
            "A picture that lies on another site",
            why="The other site would learn who reads this page, and could change or remove the picture.",
            bad="approach: ![A map](https://example.org/map.png)",
            good="approach: ![A map](map.png)",
        ),
        ProblemKind(
            "uploaded-file",
            "A file that was uploaded to GitHub",
            why="Such a file can go away, and nobody has looked at what it shows. No program fetches it.",
            bad="approach: ![A map](https://github.com/user-attachments/assets/0a1b)",
            good="approach: ![A map](map.png)",
        ),
        ProblemKind(
            "unchecked-picture",
            "Nobody has said whether a picture shows people",
            why="A picture of a person is published only if that person agreed; no program can see that.",
            bad="challenge: ![A full room](meeting.jpg)",
            good=f"challenge: ![A full room](meeting.jpg)\n{_FACTS}no",
        ),
        ProblemKind(
            "picture-consent",
            "People on a picture, and no word that they agreed",
            why="A child’s face can’t be taken back from the web. For a child, the family has to agree, too.",
            bad=f"{_FACTS}yes",
            good=f"{_FACTS}yes\n    consent: All five adults agreed in writing in May 2026.",
        ),
        ProblemKind(
            "picture-place",
            "A picture that holds its place",
            why="Phones write into a photo where it was taken. The files of the library are public.",
            bad="A photo straight from a phone",
            good="The same photo, added with the form on the site, which takes the place out",
            severity="warning",
        ),
        ProblemKind(
            "unused-file",
            "A file that nothing shows",
            why="Anyone can read it in the library’s files, and no reader of the site ever sees it.",
            bad="content/case-studies/river-district/draft.pdf, and no link to it",
            good="approach: We used [this form](draft.pdf).",
        ),
        ProblemKind(
            "folder-without-record",
            "A folder that belongs to no record",
            bad="content/case-studies/river/meeting.jpg",
            good="content/case-studies/river-district/meeting.jpg beside river-district.yml",
        ),
        ProblemKind(
            "attached-name",
            "A file name that can’t be a web address",
            why="Spaces, capitals and accents break links on some computers.",
            bad="IMG 0042.JPG",
            good="team-meeting.jpg",
        ),
        ProblemKind(
            "file-kind",
            "A kind of file that can’t be published here",
            why="Some kinds can hold programs, and some open on few computers.",
            bad="form.docm",
            good="form.docx",
        ),
        ProblemKind(
            "file-content",
            "A file that isn’t what it says, or that can act",
            why="Readers open what they find here on their own computers, so it has to be harmless.",
            bad="meeting.png, which is a web page under another name",
            good="meeting.png, saved anew as a picture",
        ),
        ProblemKind(
            "large-file",
            "A file that is too large",
            why="Many readers have only a phone and a weak connection.",
            bad="A picture of 20,000 by 20,000 points",
            good="The same picture, 2,000 points wide",
        ),
        ProblemKind(
            "unchecked-document",
            "A document that only a person can check",
            why="No program of the hub reads what a document says; names, numbers and comments may be in it.",
            bad="A form that still has the answers of one family in it",
            good="The same form, empty, opened and read to its end by an editor",
            severity="hint",
        ),
    ),
)
