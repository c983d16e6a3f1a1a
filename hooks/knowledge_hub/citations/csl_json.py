"""Works as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html and its schema csl-data.json."""

import json
from typing import Any

from knowledge_hub.citations.work import Author, Work

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def render_item(work: Work) -> str:
    """Return one work as a JSON object; what isn't known is left out."""
    texts = {
        "id": work.key,
        "type": work.kind,
        "title": work.title,
        "container-title": work.container_title,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "publisher": work.publisher,
        "language": work.language,
        "DOI": work.doi,
        "URL": work.url,
        "note": work.note,
    }
    item: dict[str, Any] = {name: text for name, text in texts.items() if text}
    if work.author:
        item["author"] = [_create_name(name) for name in work.author]
    for field, date in (("issued", work.issued), ("accessed", work.accessed)):
        if date:
            item[field] = {"date-parts": [[int(part) for part in date.split("-")]]}
    return _ENCODER.encode(item)


def _create_name(name: Author) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given}
    return {part: text for part, text in parts.items() if text}
