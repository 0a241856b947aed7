"""Look for slips in a reader's labels: spans that cut words, relations that contradict the guide.

    python -m benchmarks.statements.passages.check ../shared/data [labels_b.jsonl]

prints each slip and ends with 1 when there is one. Reading the passages checks their digests.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.statements.passages.reading import (
    LABELS,
    Passage,
    Relation,
    read_labels,
    read_passages,
)


def find_slips(data: Path, labels: Path) -> Iterator[str]:
    """Yield what is wrong with a file of labels, a sentence each."""
    passages = {passage.id: passage for passage in read_passages(data)}
    labelled = read_labels(labels)
    if missing := sorted(passages.keys() ^ labelled.keys()):
        yield f"labelled or drawn, but not both: {', '.join(missing)}"
    for name in sorted(passages.keys() & labelled.keys()):
        found = labelled[name]
        for relation in found:
            for slip in _look_at(passages[name], relation, found):
                yield f"{name} {relation.cue}: {slip}"


def _look_at(passage: Passage, relation: Relation, others: tuple[Relation, ...]) -> Iterator[str]:
    spans = [*relation.content, *(span for span in (relation.source, relation.cue) if span)]
    for start, end in spans:
        text = passage.text
        if not 0 <= start < end <= len(text):
            yield f"[{start}, {end}] lies outside the passage"
            continue
        if text[start:end] != text[start:end].strip():
            yield f"{text[start:end]!r} begins or ends with a space"
        if _cuts_word(text, start) or _cuts_word(text, end):
            yield f"{text[start:end]!r} cuts a word"
    if not relation.content:
        yield "has no content"
    if not (relation.cue or relation.doubtful):
        yield "has no cue and is not marked as doubtful"
    inside = any(_holds(other, relation) for other in others if other is not relation)
    if relation.nested != inside:
        yield "is marked as nested" if relation.nested else "lies in another's content"


def _cuts_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _holds(outer: Relation, inner: Relation) -> bool:
    """Tell whether a relation's cue lies in the content of another."""
    if inner.cue is None:
        return False
    start, end = inner.cue
    return any(first <= start and end <= last for first, last in outer.content)


if __name__ == "__main__":
    words = sys.argv[1:]
    slips = list(find_slips(Path(words[0]), Path(words[1]) if words[1:] else LABELS))
    print("\n".join(slips) or "no slips")
    sys.exit(bool(slips))
