"""What the hub makes, among the files of MkDocs."""

from collections.abc import Callable, Collection

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from knowledge_hub.publishing.address_clashes import explain_clash, leave_to_host
from knowledge_hub.publishing.publication import Publication
from mkdocs_adapter.generated.page import HubPage, create_file
from mkdocs_adapter.last_site import may_keep


class SiteFiles(Files):
    """All files of a site, of which MkDocs reads and builds only the pages that were written by hand."""

    # Generated pages are outside the navigation, for which MkDocs would sort them all.
    has_navigation = False

    def documentation_pages(self, *, inclusion: Callable[[InclusionLevel], bool] | None = None) -> list[File]:
        """Return all pages, once there is a navigation.

        For it, and of those of some kind, as which MkDocs reads and builds them, the hand-written ones.
        """
        wanted = inclusion or InclusionLevel.is_included
        if inclusion is None and self.has_navigation:
            return [file for file in self if isinstance(file.page, HubPage) or _is_read(file, wanted)]
        return [file for file in self if not isinstance(file.page, HubPage) and _is_read(file, wanted)]


def _is_read(file: File, is_wanted: Callable[[InclusionLevel], bool]) -> bool:
    return file.is_documentation_page() and is_wanted(file.inclusion)


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """Return all files of the site; one that clashes with a hand-written one is an error."""
    publication: Publication = config.extra["hub_publication"]
    hand_written = {file.dest_uri: file.src_uri for file in files if file.inclusion.value > InclusionLevel.DRAFT.value}
    made = _create_files(publication, hand_written, config)
    others = (*publication.program_files, *publication.made_on_request)
    if clash := explain_clash((*(file.dest_uri for file in made), *others), hand_written):
        raise PluginError(clash)
    for file in made:
        files.append(file)
    # Plugins and hooks of a host may want to see the generated pages at their events.
    return SiteFiles(files) if may_keep(config) else files


def _create_files(publication: Publication, hand_written: Collection[str], config: MkDocsConfig) -> list[File]:
    """Return everything that the hub makes as MkDocs' files; `hand_written` are the paths in the site of all others."""
    pages = [create_file(page, config.extra["hub_pages"], config) for page in publication.pages]
    others = leave_to_host(publication.files, hand_written)
    return pages + [File.generated(config, path, content=content) for path, content in others.items()]
