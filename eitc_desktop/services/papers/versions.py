"""What the texts are called that entries were made on: an official tells versions apart by number, date or file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from eitc_desktop.reviewing.package import ProvisionNote
from eitc_desktop.services.papers.review_words import short_digest
from eitc_desktop.store import ProvisionSummary


def version_names(
    summaries: Iterable[ProvisionSummary], digest: str, notes: Iterable[ProvisionNote] = ()
) -> Mapping[str, str]:
    """Return what each text is called beside the one of *digest*, by its digest, and that one too where the library
    has several of its body.

    *summaries* are the library's, *notes* what a review's file or packages call the texts; the library's names count.
    """
    known = {each.sha256: each for each in summaries}
    shown = known.get(digest)
    body = "" if shown is None else shown.body
    alike = Counter(_name(each, body) for each in known.values())
    names = {note.sha256: _noted(note) for note in notes if note.title or note.body}
    for each in known.values():
        name = _name(each, body)
        names[each.sha256] = f"{name}，文本校验码 {short_digest(each.sha256)}" if alike[name] > 1 else name
    if shown is None or sum(each.body_id == shown.body_id for each in known.values()) < 2:
        names.pop(digest, None)
    return names


def _name(summary: ProvisionSummary, body: str) -> str:
    """Return title, number and date of a text, the file's name where it states neither of these; whose it is where it
    isn't *body*'s.
    """
    told = "，".join(words for words in (summary.document_number, summary.issued) if words)
    told = told or f"文件 {summary.source_name}"
    named = _title(summary.title or "", "" if summary.body == body else summary.body)
    return f"{named}，{told}" if named else told


def _noted(note: ProvisionNote) -> str:
    return f"{_title(note.title, note.body)}，文本校验码 {short_digest(note.sha256)}"


def _title(title: str, body: str) -> str:
    if title:
        return f"《{title.translate(str.maketrans('《》', '〈〉'))}》"
    return f"{body}三定规定" if body else ""
