"""The page of a reader's own list: all of it that can be ready before anybody has one."""

from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site

MY_LIST = "my-list/"


def create_my_list_page(site: Site) -> Page:
    """Return the page; what is on a list is known in the reader's browser only."""
    return create_page(
        site,
        MY_LIST,
        title=site.text("my_list.title"),
        description=site.text("my_list.lead"),
        html=site.render(
            "my-list", root=root_from(MY_LIST), has_search=site.has_search, site_name=site.settings.site_name
        ),
        scripts=("my-list/my-list",),
        is_indexed=False,
    )
