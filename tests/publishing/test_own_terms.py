"""A hub whose vocabularies are its host's own: no code knows the id of a term."""

from pathlib import Path

import pytest
import yaml

from knowledge_hub.library.loading import load_library
from knowledge_hub.vocabulary import Vocabularies
from support.builds import TINY
from support.made_fields import plain_text
from support.small_library import dump
from support.whole_library import publish, write_whole_library

# The types themselves name these.
_FIXED = {"evidence-status"}


def _write_own_terms(folder: Path) -> Vocabularies:
    """Give the first term of each vocabulary, which made-up records choose, another id and nothing but a label."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((TINY / "content" / "vocabularies").glob("*.yml")):
        # Every scalar stays text, as in records.
        vocabulary = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- texts only
        if terms := {} if path.stem in _FIXED else vocabulary.get("terms"):
            code = {"code": terms[0]["code"]} if path.stem == "timezones" else {}
            terms[0] = {"id": "of-our-own", "label": {"en": "Of our own"}, **code}
        (folder / path.name).write_text(dump(vocabulary), encoding="utf-8")
    return load_library(folder.parent)[0].vocabularies


def test_a_host_may_call_every_term_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, files and data are made of records that choose terms which the hub has never heard of."""
    own = _write_own_terms(tmp_path / "own" / "vocabularies")
    monkeypatch.setattr("support.made_fields.tiny_vocabularies", lambda: own)
    content = write_whole_library(tmp_path, plain_text)
    _write_own_terms(content / "vocabularies")
    publication = publish(content)
    assert {"communities/one/", "case-studies/one/"} <= {page.address for page in publication.pages}
    community = next(page for page in publication.pages if page.address == "communities/one/")
    assert "Of our own" in community.html
    assert "communities/one/one.pdf" in publication.files
