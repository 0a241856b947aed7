"""The least that a program should beat: quotation marks, a list of verbs, and the name beside one.

Reads each paragraph by itself. A quotation goes with the nearest verb of speech outside of it; a
verb of speech without a quotation takes what follows "that", or the words before its comma.
"""

from __future__ import annotations

import re

from benchmarks.statements.measuring import Told
from training.attribution.reader import Relation

VERBS = (
    "said says say told tells added adds asked asks argued argues claimed claims noted notes wrote "
    "writes tweeted explained insisted warned announced declared acknowledged admitted replied "
    "responded suggested stated believed believes thinks thought called"
).split()
_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTATION = re.compile(r"“[^”\n]{2,2000}”|\"[^\"\n]{2,2000}\"")
_VERB = re.compile(rf"\b(?:{'|'.join(VERBS)})\b")
_NAME = r"(?:[A-Z][\w.’'-]{0,30}(?: (?:of |the )?[A-Z][\w.’'-]{0,30}){0,4}|he|she|they|He|She|They)"
_BEFORE = re.compile(rf"\b{_NAME} $")
_AFTER = re.compile(rf" {_NAME}\b")
_THAT = re.compile(r" (?:that )?(?=[\w“\"])")
_END = re.compile(r"[.?!](?:\s|$)|$")
_FARTHEST_VERB = 60
"""Letters between a quotation and a verb that is taken for its own."""
_LONGEST_NAME = 160


def read_with_verbs(text: str) -> list[Told]:
    """Return the relations that quotation marks and a list of verbs give."""
    told = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        quotations = [found.span() for found in _QUOTATION.finditer(text, start, end)]
        verbs = [
            found.span()
            for found in _VERB.finditer(text, start, end)
            if not any(a <= found.start() < b for a, b in quotations)
        ]
        used: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for quotation in quotations:
            near = min(verbs, key=lambda verb: _distance(verb, quotation), default=None)
            if near is not None and _distance(near, quotation) <= _FARTHEST_VERB:
                used.setdefault(near, []).append(quotation)
        for verb in verbs:
            source = _find_source(text, verb, start, end)
            content = used.get(verb) or (_find_rest(text, verb, end) if source else [])
            if content:
                relation: Relation = {"Source": source, "Cue": [verb], "Content": content}
                told.append(Told(relation))
    return told


def _distance(verb: tuple[int, int], quotation: tuple[int, int]) -> int:
    return max(quotation[0] - verb[1], verb[0] - quotation[1])


def _find_source(text: str, verb: tuple[int, int], start: int, end: int) -> list[tuple[int, int]]:
    """Return the name or pronoun right before a verb, else right behind it."""
    from_here = max(start, verb[0] - _LONGEST_NAME)
    before = _BEFORE.search(text[from_here : verb[0]])
    if before is not None:
        return [(from_here + before.start(), from_here + before.end() - 1)]
    after = _AFTER.match(text, verb[1], min(end, verb[1] + _LONGEST_NAME))
    return [(after.start() + 1, after.end())] if after is not None else []


def _find_rest(text: str, verb: tuple[int, int], end: int) -> list[tuple[int, int]]:
    """Return what follows a verb up to the end of its sentence."""
    begins = _THAT.match(text, verb[1], end)
    ends = _END.search(text, verb[1], end)
    if begins is None or ends is None or begins.end() >= ends.start():
        return []
    return [(begins.end(), ends.start())]
