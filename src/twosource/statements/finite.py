"""Which word that looks like a cue is one: a finite verb, not a noun, not an infinitive."""

from __future__ import annotations

from twosource.statements.contents import find_content
from twosource.statements.cues import Cue, cue_of
from twosource.statements.mentions import is_plural
from twosource.statements.sentence import Sentence
from twosource.statements.verbs import AUXILIARIES, is_negated, is_passive

_BEFORE_NOUNS = frozenset(
    """the one another some several many news media press a an these those such no any its his her
    their of on in to for about by with from and or""".split()
)
_POSSESSIVE = ("'", "\u2019")
_NOUN_LEADS = ("al", "ic", "ive", "ous", "ful", "ed", "ing")
_BEHIND_NOUNS = frozenset("of about on from by in were are was is have had . ,".split())
_SAID_OF = frozenset({"say", "report", "believe", "think"})
_REDUCED = (["to", "have"], ["to", "be"])
"""Behind a past form they make it passive: "the man said to have seen it"."""


def find_cue(sentence: Sentence, at: int, *, finite: bool = False) -> Cue | None:
    """Return the cue that the word at ``at`` is, as a finite verb or a gerund; None else.

    ``finite`` tells that its bare form is known to be finite.
    """
    tokens = sentence.tokens
    token = tokens[at]
    cue = None if token.is_quote else cue_of(token.folded)
    if cue is None or (token.is_capital and at > 0) or is_negated(tokens, at):
        return None
    if cue.form == "base" and not finite and not _base_is_finite(sentence, at):
        return None
    if cue.form == "past" and is_passive(tokens, at):
        return None
    if cue.lemma in _SAID_OF and sentence.words(at + 1, at + 3) in _REDUCED:
        return None
    if cue.form != "ing" and cue.also_noun and not _noun_is_verb(sentence, at, cue):
        return None
    return cue


def _base_is_finite(sentence: Sentence, at: int) -> bool:
    """Tell "officials say" from "to say", "did not say" and "could say"."""
    tokens = sentence.tokens
    index = at - 1
    while index >= 0 and tokens[index].folded.endswith("ly"):
        index -= 1
    if index < 0:
        return False
    before = tokens[index]
    if before.folded in AUXILIARIES | {"to", "not"}:
        return before.folded == "do"
    if before.folded in {"they", "we", "i", "police"} or before.is_capital:
        return True
    head = sentence.find_head(at)
    return head is not None and (len(head.mentions) > 1 or is_plural(head.mentions[0]))


def _stands_behind_quotation(sentence: Sentence, at: int) -> bool:
    """Tell whether a quotation and its source stand before a word: '"…," Ana Moe notes.'."""
    head = sentence.find_head(at)
    if head is None or not head.first or not sentence.tokens[head.first - 1].is_quote:
        return False
    return head.last == at - 1 and head.mentions[-1].kind != "unnamed"


def _noun_is_verb(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Tell "officials report that" from "the officials' report"; in doubt it is a noun."""
    tokens = sentence.tokens
    if at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if after.folded in {".", ","} and _stands_behind_quotation(sentence, at):
        return True
    if before.folded in _BEFORE_NOUNS or after.folded in _BEHIND_NOUNS:
        return False
    if before.folded.endswith(("'s", "s'")) or before.text.endswith(_POSSESSIVE):
        return False
    if before.folded.endswith(_NOUN_LEADS) and not before.is_capital:
        return False
    if cue_of(after.folded) is not None:
        return False
    head = sentence.find_head(at)
    if head is None or find_content(tokens, at, "say") is None:
        return False
    if after.is_quote or after.folded == "that":
        return True
    # Without "that", number must agree: "officials report …", "Ana Moe notes …".
    last = head.mentions[-1]
    several = len(head.mentions) > 1 or is_plural(last) or last.name in {"i", "we"}
    return several if cue.form == "base" else cue.form == "past" or last.kind != "unnamed"
