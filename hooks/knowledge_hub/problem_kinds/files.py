"""Problems of the file as a whole: its name, its place, how it was saved."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind

FILES = ProblemGroup(
    "files",
    "The file itself",
    (
        ProblemKind(
            "no-content",
            "There is no content folder",
            bad="check.py --content contnet",
            good="check.py --content content",
        ),
        ProblemKind(
            "no-vocabulary",
            "A vocabulary is missing",
            why="Records choose from it, and nothing can be checked or shown without it.",
            bad="content/vocabularies/ without tiers.yml",
            good="content/vocabularies/tiers.yml",
        ),
        ProblemKind(
            "unknown-file",
            "A file or folder that nothing reads",
            why="It would stay out of the site without a word.",
            bad="content/case_studies/river-district.yml",
            good="content/case-studies/river-district.yml",
        ),
        ProblemKind(
            "file-ending",
            "The file name has another ending than .yml",
            why="Only files that end in .yml, in small letters, are read.",
            bad="content/roles/school-nurse.YAML",
            good="content/roles/school-nurse.yml",
        ),
        ProblemKind(
            "bad-file-name",
            "The file name can’t be a web address",
            why="The file name becomes the record’s id and its address, and has to work on every computer.",
            bad="content/roles/School Nurse.yml",
            good="content/roles/school-nurse.yml",
        ),
        ProblemKind(
            "not-a-file",
            "A link or folder where a file should be",
            why="A link can lead to something that was never meant to be published.",
            bad="content/roles/nurse.yml -> ../../private/nurse.yml",
            good="content/roles/nurse.yml",
        ),
        ProblemKind(
            "empty-file",
            "The file is empty",
            bad="# Nothing but comments, or nothing at all",
            good="title: School nurse\nsummary: Who a school nurse is.",
        ),
        ProblemKind(
            "too-large",
            "The file is too large",
            why="A page this long can’t be read on a phone, and hides what matters.",
            bad="A record of 400 KB",
            good="Two records that link to each other",
        ),
        ProblemKind(
            "too-many",
            "More problems than are shown",
            why="A long list hides the few causes; mending the first ones often mends the rest.",
            bad="A file with hundreds of problems",
            good="The same file, mended from the top and checked again",
        ),
        ProblemKind(
            "encoding",
            "The file is not saved as UTF-8",
            why="Letters such as é, ñ or ’ would turn into signs nobody can read.",
            bad="A file saved as “ANSI”, “Windows-1252” or “Unicode text”",
            good="The same file saved with the encoding UTF-8",
        ),
        ProblemKind(
            "control-character",
            "An invisible character",
            why="It can’t be seen, yet it can change what the text says or break a search for it.",
            bad="A line pasted from another program, with an invisible mark in it",
            good="The same words, typed again",
        ),
        ProblemKind(
            "no-front-matter",
            "A guide without its facts",
            why="The facts at the top are how readers find the guide.",
            bad="# First steps",
            good="---\ntitle: First steps\nsummary: How a team begins.\n---\n\nThe text starts here.",
        ),
    ),
)
