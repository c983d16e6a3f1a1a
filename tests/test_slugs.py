"""Slugs: what an id may be, and what a title becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from knowledge_hub.slugs import LONGEST_SLUG, check_slug, create_slug, is_device_name, is_slug
from support.slug_titles import SLUG_TITLES


@pytest.mark.parametrize(("title", "slug"), SLUG_TITLES, ids=[ascii(title[:20]) for title, _ in SLUG_TITLES])
def test_a_title_becomes_a_slug(title: str, slug: str) -> None:
    """The letters and digits of a title make its slug, whatever language and signs it is written with."""
    assert create_slug(title) == (slug or None)


@given(st.text(max_size=200))
def test_whatever_a_title_holds_its_slug_is_one(title: str) -> None:
    """No text at all gives something that can't be a file name; a slug gives itself."""
    slug = create_slug(title)
    assert slug is None or (is_slug(slug) and not is_device_name(slug) and create_slug(slug) == slug)


@pytest.mark.parametrize("value", ["a", "school-nurse", "12", "a" * LONGEST_SLUG])
def test_what_an_id_may_be(value: str) -> None:
    """Small letters, digits and single hyphens are taken as they are."""
    assert check_slug(value) == value


@pytest.mark.parametrize("value", ["", "Two Words", "../up", "a/b", "a--b", "-a", "a-", "ä", "a\n", "a" * 61])
def test_what_an_id_may_not_be(value: str) -> None:
    """Anything that could lead out of its folder, or needs another spelling in an address, is refused."""
    with pytest.raises(PydanticCustomError):
        check_slug(value)
