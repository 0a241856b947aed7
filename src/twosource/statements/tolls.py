"""Numbers put on something: "X put the death toll at 25"."""

from __future__ import annotations

from twosource.statements.relation import Doing
from twosource.statements.sentence import Sentence
from twosource.statements.verbs import is_passive

_COUNTED = frozenset(
    """number numbers toll figure figures total cost costs price count size damage loss losses bill
    value turnout""".split()
)
_FARTHEST_NUMBER = 16
_SURE = 0.85


def read_tolls(sentence: Sentence) -> None:
    """Read who puts which figure on what."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if at in sentence.taken or token.folded not in {"put", "puts"} or is_passive(tokens, at):
            continue
        words = sentence.words(at + 1, at + 1 + _FARTHEST_NUMBER)
        place = next((i for i, word in enumerate(words) if word == "at"), None)
        if place is None or not _COUNTED & set(words[:place]):
            continue
        head = sentence.find_head(at) or sentence.find_shared_head(at)
        last = sentence.last_word()
        if head is not None and last > at + 1 + place:
            doing = Doing("asserts", token.folded, "figure-put", _SURE)
            sentence.add_clause(head, (at, at), (at + 1, last), doing)
