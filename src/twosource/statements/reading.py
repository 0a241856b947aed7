"""From a sentence to its attributions: the patterns, in the order in which they are read."""

from __future__ import annotations

from typing import NamedTuple

from twosource.statements.according_to import read_according_to
from twosource.statements.citing import read_citing
from twosource.statements.joining import join_tagged
from twosource.statements.nesting import nest, trim_shared
from twosource.statements.publications import read_publications
from twosource.statements.quoting import read_quoted_as_saying
from twosource.statements.refusals import read_left_open, read_refusals
from twosource.statements.relation import Place, Relation, Unread
from twosource.statements.sayings import read_sayings
from twosource.statements.sentence import Sentence, holds
from twosource.statements.supposing import set_aside
from twosource.statements.tagging import Tagged
from twosource.statements.tokens import tokenise
from twosource.statements.tolls import read_tolls
from twosource.statements.trimming import trim_contents
from twosource.text.quotations import Quotation

LONGEST_SENTENCE = 400
"""Sentences of more tokens are lists or damage."""


def is_overlong(text: str, start: int, end: int, found: list[Quotation]) -> bool:
    """Tell whether a sentence is a list or damage, too long to be read."""
    return end - start > LONGEST_SENTENCE and (
        len(tokenise(text, start, end, found)) > LONGEST_SENTENCE
    )


class Read(NamedTuple):
    """The attributions of a sentence, and what was seen in it and not taken for one."""

    relations: list[Relation]
    unread: list[Unread]


def read_sentence(
    text: str, place: Place, found: list[Quotation], tagged: list[Tagged] | None = None
) -> Read:
    """Return the attributions of one sentence; ``found`` are the quotations of the text.

    ``tagged`` is what the tagger sees there, None where it was not asked. The order of the patterns
    matters only where two would take the same word.
    """
    start, end = place
    tokens = tokenise(text, start, end, found)
    if len(tokens) > LONGEST_SENTENCE:
        return Read([], [])
    sentence = Sentence(text, tokens, (start, end))
    read_according_to(sentence)
    read_quoted_as_saying(sentence)
    read_publications(sentence)
    read_tolls(sentence)
    read_left_open(sentence)
    read_sayings(sentence)
    read_refusals(sentence)
    read_citing(sentence)
    trim_shared(sentence)
    unread = [] if tagged is None else join_tagged(sentence, tagged, found)
    unread += set_aside(sentence)
    trim_contents(sentence)
    nest(sentence)
    for quotation in found:
        if start <= quotation.start and quotation.end <= end:
            _read_inside(sentence, quotation)
    return Read(sentence.relations, unread)


def _read_inside(sentence: Sentence, quotation: Quotation) -> None:
    """Look for "according to" within a quotation: the speaker's own source."""
    tokens = tokenise(sentence.text, quotation.inner_start, quotation.inner_end, [])
    inner = Sentence(sentence.text, tokens, sentence.place)
    read_according_to(inner)
    for relation in inner.relations:
        outer = next(
            (
                i
                for i, r in enumerate(sentence.relations)
                if holds(r, relation.cue[0]) and r.source != relation.source
            ),
            None,
        )
        if outer is not None and relation.mentions:
            relation.outer = outer
            relation.kind = "indirect"
            sentence.relations.append(relation)
