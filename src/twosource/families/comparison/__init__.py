"""Two articles side by side: what both tell, where their words part, and what only one has.

A copy is hardly ever quite a copy: a desk takes out a day, rounds a number, turns "declined" into
"refused". :func:`compare` lays the paragraphs of two articles beside each other, sentence by
sentence and then word by word, and says of each change what it concerns. Swaps of house style
("adviser", "advisor") are kept apart from it.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.families.comparison.body import Body, read_body
from twosource.families.comparison.changes import (
    RANKS,
    Around,
    Change,
    ChangeKind,
    Comparison,
    Held,
    Match,
)
from twosource.families.comparison.edits import find_edits
from twosource.families.comparison.kinds import judge, tell
from twosource.families.comparison.matching import Pair, find_moved, match_sentences
from twosource.families.comparison.mentions import read_mentions
from twosource.families.comparison.passages import Passages, Read
from twosource.families.comparison.quoting import find_mark_swaps
from twosource.families.comparison.surroundings import compare_surroundings
from twosource.records import Article, Span, Statement

__all__ = [
    "RANKS",
    "Around",
    "Change",
    "ChangeKind",
    "Comparison",
    "Held",
    "Match",
    "compare",
]


def compare(one: Article, other: Article, statements: Iterable[Statement] = ()) -> Comparison:
    """Compare two articles; swapping them gives the same with its sides swapped.

    ``statements`` are those of the two, as far as they are known: they show who is a source, and
    by which verb. Without them changes of sources are told as wording.
    """
    if (one.id, one.text) > (other.id, other.text):
        return compare(other, one, statements).swapped()
    said = tuple(statements)
    left, right = read_body(one), read_body(other)
    reads = (Read(left, read_mentions(left, said)), Read(right, read_mentions(right, said)))
    pairs = match_sentences(left, right)
    moved = find_moved(pairs)
    shared = 0
    matches = []
    for pair in pairs:
        passages = _passages(left, right, pair)
        edits = find_edits(left, right, *passages)
        shared += len(edits.same)
        spans = (left.span_of_sentences(*pair.left), right.span_of_sentences(*pair.right))
        both = Passages(reads, edits, passages)
        changes, spellings = judge(both)
        printed = {(found.left, found.right) for found in spellings}
        matches.append(
            Match(
                spans,
                tuple(
                    (left.place_of(edit.left), right.place_of(edit.right))
                    for edit in edits.edits
                    if edit not in printed
                ),
                tuple(tell(found, left, right, spans) for found in changes),
                (
                    *(tell(found, left, right, spans) for found in spellings),
                    *(Change("spelling", marks, spans) for marks in find_mark_swaps(both)),
                ),
                moved=pair in moved,
            )
        )
    return Comparison(
        articles=(one.id, other.id),
        held=(Held(len(left.words), shared), Held(len(right.words), shared)),
        matches=tuple(matches),
        only=(
            _only(left, {n for pair in pairs for n in range(pair.left[0], pair.left[1] + 1)}),
            _only(right, {n for pair in pairs for n in range(pair.right[0], pair.right[1] + 1)}),
        ),
        around=compare_surroundings(one, other),
    )


def _passages(left: Body, right: Body, pair: Pair) -> tuple[range, range]:
    """Return the words of a pair of passages."""
    return (
        range(left.sentences[pair.left[0]][0], left.sentences[pair.left[1]][1]),
        range(right.sentences[pair.right[0]][0], right.sentences[pair.right[1]][1]),
    )


def _only(body: Body, told: set[int]) -> tuple[Span, ...]:
    """Return the passages of sentences that are not told in the other article."""
    spans: list[Span] = []
    last = -2
    for at in range(len(body.sentences)):
        if at in told:
            continue
        if at == last + 1 and _is_one_paragraph(body, spans[-1].end, body.bounds[at][0]):
            spans[-1] = spans[-1]._replace(end=body.bounds[at][1])
        else:
            spans.append(body.span_of_sentences(at, at))
        last = at
    return tuple(spans)


def _is_one_paragraph(body: Body, end: int, start: int) -> bool:
    return not {"\n", "\r", "\u2028", "\u2029"} & set(body.article.text[end:start])
