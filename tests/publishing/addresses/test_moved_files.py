"""Files at the old addresses of their record."""

from pathlib import Path

from knowledge_hub.publishing.addresses.moved_files import find_moved_files
from support.small_library import create_small_catalogue


def test_files_are_at_old_addresses_too(tmp_path: Path) -> None:
    """Under the name that they had there; files of other records, and of one that never moved, are where they are."""
    records = {"communities/net": {"redirect_from": ["communities/old-net/", "group/"]}, "communities/network": {}}
    files = {
        "communities/net/sessions.ics": b"1",
        "communities/net/net.pdf": b"2",
        "communities/net/net-pack.zip": b"3",
        "communities/net/netting.pdf": b"4",
        "communities/network/sessions.ics": b"5",
    }
    assert dict(find_moved_files(create_small_catalogue(tmp_path, records).records, files)) == {
        "communities/old-net/sessions.ics": b"1",
        "communities/old-net/old-net.pdf": b"2",
        "communities/old-net/old-net-pack.zip": b"3",
        "communities/old-net/netting.pdf": b"4",
        "group/sessions.ics": b"1",
        "group/group.pdf": b"2",
        "group/group-pack.zip": b"3",
        "group/netting.pdf": b"4",
    }
