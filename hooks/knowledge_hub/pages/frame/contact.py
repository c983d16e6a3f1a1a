"""How contributions reach the host: the repository on GitHub and the e-mail address, where there are any."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_EDIT_ADDRESS = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/([^/]+)/")
_REPOSITORY = re.compile(r"https://[^/\s?#]+/[^/\s?#]+/[^/\s?#]+")
_EMAIL = re.compile(r"[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """Where contributions go; an empty text is a way that there isn't."""

    repository: str = ""
    branch: str = "main"
    email: str = ""

    def issue_form(self, name: str) -> str:
        """Return the address of one of GitHub's forms, "" where there is no repository."""
        return f"{self.repository}/issues/new?template={name}.yml" if self.repository else ""


def find_contact(settings: Mapping[str, Any], edit_url: str) -> Contact:
    """Return the contact in the host's `repository` and `email`; `edit_url` is where a page's file is edited."""
    derived = _EDIT_ADDRESS.match(edit_url)
    repository = str(settings.get("repository") or "").rstrip("/") or (derived[1] if derived else "")
    email = str(settings.get("email") or "")
    return Contact(
        repository=repository if _REPOSITORY.fullmatch(repository) else "",
        branch=derived[2] if derived else "main",
        email=email if _EMAIL.fullmatch(email) else "",
    )
