"""Assertions read from a sentence of our own, as the claims stage reads them."""

from twosource.claims.assertions import Assertion, is_pronoun_led, read_piece, with_subject
from twosource.claims.matching import compare
from twosource.claims.parting import part_content


def read(sentence, article="a") -> list[Assertion]:
    """Return the assertions of a content; each without a subject takes the one before."""
    found, subject = [], frozenset()
    for piece in part_content(sentence, 0, len(sentence)):
        assertion = read_piece(sentence, article, piece, subject)
        if assertion is None:
            continue
        if is_pronoun_led(sentence, piece):
            assertion = with_subject(assertion, subject)
        elif assertion.own_subject and assertion.subject:
            subject = assertion.subject
        found.append(assertion)
    return found


def pieces(sentence):
    """Return the words of the pieces that a content is parted into."""
    return [sentence[p.start : p.end] for p in part_content(sentence, 0, len(sentence))]


def match(one, other):
    """Return how two contents compare: the strongest of what their assertions say."""
    found = {compare(a, b) for a in read(one) for b in read(other, "b")}
    return next((v for v in ("same", "number", "polarity") if v in found), None)
