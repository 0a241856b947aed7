"""Words for the closed lists of the records, as a reader should meet them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

KIND_IN_WORDS: Mapping[str, str] = {
    "verbatim": "word for word",
    "revision": "the same but for house style",
    "cut": "cut",
    "partial": "taken over in part",
    "merged": "merged with another text",
    "rewrite": "rewritten",
    "quotation": "quoted from",
}


class Counted(NamedTuple):
    """A sort of difference as a label, as one, as several."""

    label: str
    one: str
    several: str


DIFFERENCE_IN_WORDS: Mapping[str, Counted] = {
    "number": Counted("number", "number", "numbers"),
    "scope": Counted("how much", "word of how much is meant", "words of how much is meant"),
    "polarity": Counted("not, or so", "denial or opposite", "denials or opposites"),
    "attribution": Counted("source", "source", "sources"),
    "date": Counted("day", "day", "days"),
    "place": Counted("place", "place", "places"),
    "name": Counted("name", "name", "names"),
    "verb": Counted("verb", "verb of saying", "verbs of saying"),
    "quotation": Counted("quotation", "quotation", "quotations"),
    "wording": Counted("wording", "wording", "wordings"),
    "spelling": Counted("spelling", "spelling", "spellings"),
}
"""In what two articles, or two accounts of one claim, differ."""
ACT_IN_WORDS: Mapping[str, str] = {
    "asserts": "says",
    "denies_knowledge": "denies knowledge",
    "no_response": "did not respond",
    "refers_elsewhere": "refers elsewhere",
    "characterises": "characterises",
}
REFUSAL_IN_WORDS: Mapping[str, str] = {
    "overlong-sentence": "the sentence is too long to be read; it may be a list.",
    "one-word-content": "what is said is one word or none, too little to count.",
    "only-supposed": "it stands under “if” or “unless”: nothing shows that it was said.",
    "taken-back": "the article takes this back: an earlier version of it said so.",
    "tagged-in-part": "the tagger saw an attribution here, but not whose, or nothing that is said.",
    "tagged-cue-unknown": "the tagger saw an attribution here; its words do not show that anything "
    "was said.",
    "tagged-source-unread": "the tagger saw an attribution here; whom its source names is unclear.",
    "tagger-doubts": "the rules saw an attribution here, the tagger none.",
    "not-tagged": "the article is longer than the tagger reads; from here on only rules read it.",
}
"""Why words were set aside, for reasons that no stage lists among its rules."""
PART_IN_WORDS: Mapping[str, str] = {
    "photo_credit": "photo credit",
    "reference": "encyclopaedia block",
    "form": "form",
    "related": "related link",
}


def act_in_words(act: str) -> str:
    """Say what kind of act a statement is.

    >>> act_in_words("refers_elsewhere")
    'refers elsewhere'
    """
    return ACT_IN_WORDS.get(act, act)


def part_in_words(kind: str) -> str:
    """Say what a part of a page is."""
    return PART_IN_WORDS.get(kind, kind)
