"""Who was told directly: "told AFP", "said in an interview with the Post", "seen by Reuters"."""

from __future__ import annotations

from twosource.statements.cues import Cue
from twosource.statements.mentions import Mention
from twosource.statements.sentence import Sentence

_SEEN = frozenset({"seen", "obtained", "reviewed"})
_FARTHEST_SEEN = 6
_FARTHEST_INTERVIEW = 6
_LONGEST_OUTLET = 6


def find_told(sentence: Sentence, at: int, cue: Cue) -> tuple[Mention, ...]:
    """Return the outlet that heard or saw for itself what the cue at ``at`` attributes."""
    tokens = sentence.tokens
    for seen in range(max(0, at - _FARTHEST_SEEN), at - 1):
        if tokens[seen].folded in _SEEN and tokens[seen + 1].folded == "by":
            mentions = sentence.mentions(seen + 2, at - 1) if seen + 2 < at else ()
            return mentions if len(mentions) == 1 else ()
    first = at + 1
    if cue.lemma != "tell":
        window = sentence.words(first, first + _FARTHEST_INTERVIEW)
        if "interview" not in window or "with" not in window:
            return ()
        first += window.index("with") + 1
    last = _name_end(sentence, first)
    mentions = sentence.mentions(first, last) if last >= first else ()
    outlet = len(mentions) == 1 and mentions[0].kind in {None, "outlet", "agency"}
    return mentions if outlet else ()


def _name_end(sentence: Sentence, first: int) -> int:
    """Return the index of the last word of a name that begins at ``first``; before it if none."""
    tokens = sentence.tokens
    last = first
    if sentence.words(first, first + 1) == ["the"]:
        last += 1
    begin = last
    while last < min(len(tokens), first + _LONGEST_OUTLET) and tokens[last].is_capital:
        last += 1
    return last - 1 if last > begin else first - 1
