"""Evidence made public: "X has published footage of what he said were Y"."""

from __future__ import annotations

from twosource.statements.relation import Doing
from twosource.statements.sentence import Sentence
from twosource.statements.verbs import is_passive, is_verbish

_PUBLISHING = frozenset(
    """publish publishes published publishing release releases released releasing post posts posted
    posting share shares shared sharing air aired broadcast circulated circulate circulates
    unveiled unveil""".split()
)
_EVIDENCE = frozenset(
    """footage video videos photo photos photograph photographs picture pictures image images
    document documents recording recordings audio data list letter letters screenshot screenshots
    transcript transcripts figures statistics evidence clip clips memo file files email emails
    dossier""".split()
)
_FARTHEST_EVIDENCE = 6
_FARTHEST_WHAT = 14
_FARTHEST_SHOWING = 10
_SURE = 0.85


def read_publications(sentence: Sentence) -> None:
    """Read who made footage, documents or data public, and what they show."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if at in sentence.taken or token.folded not in _PUBLISHING or is_passive(tokens, at):
            continue
        objects = tokens[at + 1 : at + 1 + _FARTHEST_EVIDENCE]
        evidence = next((i for i, t in enumerate(objects) if t.folded in _EVIDENCE), None)
        if evidence is None or any(is_verbish(t) for t in objects[:evidence]):
            continue
        head = sentence.find_head(at) or sentence.find_shared_head(at)
        if head is None:
            continue
        stop = sentence.last_word()
        first = _shown_start(sentence, at, at + 2 + evidence, stop)
        doing = Doing("publishes", token.folded, "evidence-published", _SURE)
        sentence.add(head, (at, at), sentence.content(first, stop), doing, "indirect")
        sentence.taken.update(range(at, first))


def _shown_start(sentence: Sentence, at: int, behind: int, stop: int) -> int:
    """Return where what the evidence shows begins: behind "what he said were", "showing", "of"."""
    tokens = sentence.tokens
    for index in range(behind, min(stop, at + _FARTHEST_WHAT)):
        is_be = tokens[index].folded in {"is", "are", "was", "were"}
        if is_be and "what" in sentence.words(at, index):
            return index + 1
    for index in range(behind, min(stop, at + _FARTHEST_SHOWING)):
        if tokens[index].folded in {"showing", "that", "of"}:
            shows = index + 1 < stop and tokens[index + 1].folded == "shows"
            return index + 2 if shows else index + 1
    return at + 1
