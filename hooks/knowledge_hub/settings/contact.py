"""How contributions reach the host: the repository on GitHub and the e-mail address, where there are any."""

import re
from typing import NamedTuple

from knowledge_hub.settings.reader import SettingReader

_EDIT_ADDRESS = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/([^/]+)/")
_REPOSITORY = re.compile(r"https://[^/\s?#]+/[^/\s?#]+/[^/\s?#]+")


class Contact(NamedTuple):
    """Where contributions go; an empty text is a way that there isn't."""

    repository: str = ""
    branch: str = "main"
    email: str = ""

    def issue_form(self, name: str) -> str:
        """Return the address of one of GitHub's forms, "" where there is no repository."""
        return f"{self.repository}/issues/new?template={name}.yml" if self.repository else ""


def read_contact(reader: SettingReader) -> Contact:
    """Return the contact in `extra: repository` (or `repo_url`) and `extra: email`.

    Where neither names a repository, the address at which pages are edited tells it, and the branch in any case.
    """
    derived = _EDIT_ADDRESS.match(reader.text("edit_uri_template") or reader.text("edit_uri"))
    return Contact(
        repository=_read_repository(reader) or (derived[1] if derived else ""),
        branch=derived[2] if derived else "main",
        email=reader.email("extra", "email"),
    )


def _read_repository(reader: SettingReader) -> str:
    for setting in (("extra", "repository"), ("repo_url",)):
        address = reader.text(*setting).rstrip("/")
        if _REPOSITORY.fullmatch(address):
            return address
        if address:
            mend = "Write it as your browser shows it, such as https://github.com/owner/hub"
            reader.refuse(setting, f"isn’t the address of a repository: “{address}”", mend)
    return ""
