"""Works as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html and its schema csl-data.json."""

from collections.abc import Mapping

from knowledge_hub.citations.work import Author, Work
from knowledge_hub.data.json_text import write_text


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
    dates = {"issued": work.issued, "accessed": work.accessed}
    values = _write_texts(texts)
    if work.author:
        values.append(f'"author": [{", ".join(map(_write_name, work.author))}]')
    values += [f'"{name}": {_write_date(date)}' for name, date in dates.items() if date]
    return f"{{{', '.join(values)}}}"


def _write_texts(texts: Mapping[str, str]) -> list[str]:
    """Return each text with its name, as they stand in an object; what is "" is left out."""
    return [f'"{name}": {write_text(text)}' for name, text in texts.items() if text]


def _write_name(name: Author) -> str:
    parts = {"literal": name.literal} if name.literal else {"family": name.family, "given": name.given}
    return f"{{{', '.join(_write_texts(parts))}}}"


def _write_date(date: str) -> str:
    """Return a year, month or day as numbers, which have no zero in front."""
    return f'{{"date-parts": [[{", ".join([str(int(part)) for part in date.split("-")])}]]}}'
