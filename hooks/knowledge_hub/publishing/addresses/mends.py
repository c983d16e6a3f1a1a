"""How a lost page comes back: the record that took its place, found by what it is called, and what to write there."""

from collections.abc import Collection

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.library.library import Library
from knowledge_hub.publishing.addresses.ledger import LEDGER
from knowledge_hub.records import Record

GONE = f"If nobody needs the address any more, take this line out of {LEDGER}."


def find_mend(path: str, library: Library, promised: Collection[str]) -> str:
    """Return what to do about an address from the root, such as "/lessons/old-name/", in plain sentences.

    `promised` are the addresses that were published before: a renamed record isn't among them.
    """
    address = path.removeprefix("/")
    if not path.endswith("/"):
        return f"Put the file back, or tell those who have its address where the new one is. {GONE}"
    if _is_list(address, library):
        return f"This list comes back with the first record that belongs to it. {GONE}"
    if draft := next((record for record in library.records if record.address == address), None):
        return (
            f"{_where(library, draft)} is a draft, so its page isn’t published. With “status: archived” the page stays "
            f"and says that nobody looks after it any more. {GONE}"
        )
    if successor := _find_successor(address, library, promised):
        write = (
            f"add {address} to its redirect_from"
            if successor.redirect_from
            else f"write “redirect_from: [{address}]” into it"
        )
        return f"If {_where(library, successor)} took its place, {write}, and the old address leads there. {GONE}"
    return (
        f"Write “redirect_from: [{address}]” into the record that took its place; for a page of docs/, the plugin "
        f"“redirects” does the same. {GONE}"
    )


def _is_list(address: str, library: Library) -> bool:
    """Tell whether the hub makes a page of itself, as long as it has something to show."""
    folders = {f"{cls.folder}/" for cls in library.types.values()}
    return address in folders or address.startswith(("browse/", "change-packages/"))


def _find_successor(address: str, library: Library, promised: Collection[str]) -> Record | None:
    """Return the record of which it was a part; else of the same type the one that is new and called most alike."""
    if whole := next((record for record in library.records if address.startswith(record.address)), None):
        return whole
    folder, _, record_id = address.removesuffix("/").partition("/")
    same_type = [record for record in library.records if record.folder == folder and record.status != "draft"]
    new = [record for record in same_type if f"/{record.address}" not in promised]
    for records in (new, same_type):
        by_id = {record.id: record for record in records}
        found = nearest(record_id, by_id, {record.id: record.title for record in records})
        if found:
            return by_id[found]
    return new[0] if len(new) == 1 else None


def _where(library: Library, record: Record) -> str:
    return library.document(record).path
