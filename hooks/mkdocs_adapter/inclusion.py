"""MkDocs' words for what is published and what its navigation may hold."""

from mkdocs.structure.files import File, InclusionLevel


def is_published(file: File) -> bool:
    """Tell whether a file is part of the site."""
    return file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def belongs_to_menu(file: File) -> bool:
    """Tell whether a page should stand in a menu: `not_in_nav:` and plugins can say that it shouldn't."""
    return is_published(file) and file.inclusion is not InclusionLevel.NOT_IN_NAV
