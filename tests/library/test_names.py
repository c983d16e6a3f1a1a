"""What a record names."""

from pathlib import Path

from knowledge_hub.keeping import Store
from knowledge_hub.library.names import Named, Names


def test_names_are_kept_as_they_are(tmp_path: Path) -> None:
    """What a later build reads of them says the same by the same names."""
    names = Names((Named("lesson", "ask", "A lesson", "Seen here"),), (("role", "nurse"),))
    store = Store(tmp_path)
    with store.kept():
        store.table("some").put(b"key", names)
    kept = Store(tmp_path).table("some").find(b"key")
    assert kept
    assert kept == names
    assert [type(named) for named in kept.fields] == [Named]
    assert list(kept.all()) == list(names.all())
