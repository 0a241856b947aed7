"""Words for the closed lists of the records, as a reader should meet them."""

from __future__ import annotations

from collections.abc import Mapping

KIND_IN_WORDS: Mapping[str, str] = {
    "verbatim": "word for word",
    "revision": "the same but for house style",
    "cut": "cut",
    "partial": "taken over in part",
    "merged": "merged with another text",
    "rewrite": "rewritten",
    "quotation": "quoted from",
}
DIFFERENCE_IN_WORDS: Mapping[str, str] = {
    "scope": "how much is meant",
    "polarity": "said and unsaid",
    "attribution": "who is named as the source",
    "verb": "the verb chosen",
    "quotation": "wording of the quotation",
}
CHANGE_IN_WORDS: Mapping[str, tuple[str, str, str]] = {
    "number": ("number", "number", "numbers"),
    "scope": ("how much", "word of how much is meant", "words of how much is meant"),
    "polarity": ("not, or so", "denial or opposite", "denials or opposites"),
    "attribution": ("source", "source", "sources"),
    "date": ("day", "day", "days"),
    "place": ("place", "place", "places"),
    "name": ("name", "name", "names"),
    "verb": ("verb", "verb of saying", "verbs of saying"),
    "quotation": ("quotation", "quotation", "quotations"),
    "wording": ("wording", "wording", "wordings"),
    "spelling": ("spelling", "spelling", "spellings"),
}
"""What a change between two articles concerns: as a label, as one, as several."""
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
