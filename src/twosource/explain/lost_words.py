"""What a lost original said: its paragraphs as far as the copies give them, for every surface."""

from __future__ import annotations

from typing import Any

from twosource.explain.account import Section, Sentence
from twosource.explain.evidence import Evidence, count_of, enumerate_in_words
from twosource.explain.typeset import visible
from twosource.families.lost_text import LostText, Piece, Reading, read_lost_text
from twosource.families.witness import read_witnesses
from twosource.records import Family

MOST_READINGS = 3
"""So many readings of an open place are shown in the running text."""
MOST_OPEN = 12
"""So many open places are told one by one, with who has which reading."""
_CLOSING = " ,.;:!?)]”’»"
_ENDING = ".,;:”’\"'"
_OPENING = " (“‘«"


def tell_lost_text(evidence: Evidence, family: Family) -> tuple[Section, ...]:
    """Tell what a family's lost original said; nothing where it is held or one branch tells it."""
    lost = _read(evidence, family)
    if lost is None:
        return ()
    paragraphs = [Sentence(_introduce(lost))]
    if lost.datelines:
        paragraphs.append(Sentence(f"[{' | '.join(visible(one) for one in lost.datelines)}?]"))
    paragraphs.extend(Sentence(text) for text in _set_paragraphs(evidence, lost))
    sections = [Section("What the lost original said", tuple(paragraphs), listed=False)]
    open_places = [piece for piece in lost.pieces if piece.sure == "open"]
    told = [Sentence(_compare(evidence, piece)) for piece in open_places[:MOST_OPEN]]
    more = len(open_places) - MOST_OPEN
    if more > 0:
        told.append(Sentence(f"… and {count_of(more, 'more')}."))
    if told:
        sections.append(Section("Where its wording is open", tuple(told)))
    return tuple(sections)


def lost_text_as_plain(evidence: Evidence, family: Family) -> dict[str, Any] | None:
    """Give what a family's lost original said as plain data, with every reading's place."""
    lost = _read(evidence, family)
    if lost is None:
        return None

    def place(reading: Reading) -> dict[str, Any]:
        span = {**reading.span._asdict(), "text": _words(evidence, reading)}
        return {"span": span, "branches": reading.branches}

    pieces = [
        {"sure": one.sure, "opens": one.opens, "readings": [place(r) for r in one.readings]}
        for one in lost.pieces
    ]
    return {**lost._asdict(), "datelines": list(lost.datelines), "pieces": pieces}


def _read(evidence: Evidence, family: Family) -> LostText | None:
    return read_lost_text(family, read_witnesses(evidence.article[one] for one in family.witnesses))


def _introduce(lost: LostText) -> str:
    """Say on how many branches the text rests, and how to read its marks."""
    marks = {piece.sure for piece in lost.pieces}
    said = [
        f"Read from {count_of(lost.branches, 'branch', 'branches')} of its tree, "
        "one vote for each however many copies it holds"
        + (f" ({lost.retold:,} more tell it in other words)." if lost.retold else "."),
        "Words without a mark stand in all branches that go so far: it had them.",
    ]
    if "likely" in marks or lost.datelines:
        said.append("[Words like these?] it likely had: most have them, or the others are silent.")
    if "open" in marks:
        said.append("Of {one | other} it had one: nothing tells which.")
    return " ".join(said)


def _set_paragraphs(evidence: Evidence, lost: LostText) -> list[str]:
    """Return the text with its marks, one string a paragraph."""
    paragraphs: list[str] = []
    for piece in lost.pieces:
        readings = [_words(evidence, reading) for reading in piece.readings[:MOST_READINGS]]
        words = readings[0]
        if piece.sure == "open":
            words = f"{{{' | '.join(readings)}}}"
        elif piece.sure == "likely":
            bare = words.rstrip(_ENDING)
            words = f"[{bare}?]{words[len(bare) :]}"
        if not words:
            continue
        if piece.opens or not paragraphs:
            paragraphs.append(words)
        else:
            before = paragraphs[-1]
            joined = words[0] in _CLOSING or before[-1] in _OPENING
            paragraphs[-1] = f"{before}{words}" if joined else f"{before} {words}"
    return paragraphs


def _words(evidence: Evidence, reading: Reading) -> str:
    """Return a reading's words; what stands between two paragraphs of its page is left out."""
    span, article = reading.span, evidence.article[reading.span.article]
    parts = [
        article.text[max(part.start, span.start) : min(part.end, span.end)]
        for part in article.parts
        if part.kind == "body" and part.start < span.end and span.start < part.end
    ]
    return visible(" ".join(parts))


def _compare(evidence: Evidence, piece: Piece) -> str:
    """Say who has which reading of an open place."""
    told = []
    for reading in piece.readings:
        name = evidence.name_article(reading.span.article)
        others = count_of(reading.branches - 1, "other branch", "other branches")
        also = f" and {others}" if reading.branches > 1 else ""
        told.append(f"“{_words(evidence, reading)}” in {name}{also}")
    return f"{enumerate_in_words(told)}."
