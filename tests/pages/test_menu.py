"""The host's own menu on each page."""

from knowledge_hub.pages.menus.own_menu import Menu, MenuEntry

MENU = Menu(
    (
        MenuEntry("Join", "join/"),
        MenuEntry("Rules", entries=(MenuEntry("Consent", "rules/consent/"), MenuEntry("Blog", "blog/"))),
        MenuEntry("Out", "https://out.example/", is_outside=True),
        MenuEntry("Form", "form.pdf"),
    )
)


def test_the_page_itself_is_marked() -> None:
    """In a section, too."""
    assert MENU.marks("join/") == {"join/": "page"}
    assert MENU.marks("rules/consent/") == {"rules/consent/": "page"}


def test_what_a_page_belongs_to_is_marked_otherwise() -> None:
    """A post is no entry, and the blog is."""
    assert MENU.marks("blog/2026/a/") == {"blog/": "true"}


def test_other_pages_are_alike() -> None:
    """So that they can share a shell."""
    assert MENU.marks("lessons/a/") == MENU.marks("404.html") == MENU.marks("form.pdf/x/") == {}
