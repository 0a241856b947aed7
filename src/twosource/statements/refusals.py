"""Refusals to comment and silence: neither confirms nor denies anything."""

from __future__ import annotations

import re

from twosource.records import Act
from twosource.statements.cues import cue_of
from twosource.statements.relation import Doing, Place
from twosource.statements.sentence import Sentence
from twosource.statements.verbs import AUXILIARIES, is_passive

_REFUSING = frozenset("decline declined declines declining refuse refused refuses refusing".split())
_REFUSED_THINGS = frozenset(
    """comment answer say discuss confirm elaborate respond speak disclose reveal give provide be
    identify name explain specify""".split()
)
_WITHHELD = frozenset({"comment", "say", "discuss", "elaborate"})
_REFERRING = frozenset("referred refers directed referring redirected".split())
_QUESTIONS = frozenset(
    "questions queries inquiries enquiries reporters journalists requests comment".split()
)
_WILL_NOT = re.compile(
    r"^(?:would|will|could|can) ?(?:not|n't)$|^(?:won't|wouldn't|can't|cannot|couldn't)$"
)
_NO_RESPONSE = frozenset(
    "respond responded reply replied return returned answer answered react reacted".split()
)
_CONFIRMING = frozenset("confirm confirmed confirms confirming".split())
_DENYING = frozenset("deny denied denies denying".split())
_OPEN = "neither confirmed nor denied"
_LONGEST_OPEN = 6
_LOOKED_AT = 7
_FARTHEST_RESPONSE = 4
_FARTHEST_AVAILABLE = 3
_FARTHEST_COMMENT = 5
_FARTHEST_QUESTION = 3
_SURE = 0.95


def read_refusals(sentence: Sentence) -> None:
    """Read who declined, did not answer, or referred the question elsewhere."""
    for at in range(len(sentence.tokens)):
        found = (
            _find_declining(sentence, at)
            or _find_silence(sentence, at)
            or _find_referring(sentence, at)
        )
        if found is not None:
            last, act, verb = found
            _add_refusal(sentence, at, last, Doing(act, verb, "refusal", _SURE))


def read_left_open(sentence: Sentence) -> None:
    """Read who neither confirmed nor denied, before either verb is taken for what was done."""
    for at, token in enumerate(sentence.tokens):
        ahead = sentence.words(at + 1, at + 1 + _LONGEST_OPEN)
        parted = token.folded in AUXILIARIES and ahead[:1] in (["not"], ["neither"])
        if not (parted or token.folded == "neither" or token.folded.endswith("n't")):
            continue
        denying = next((n for n, word in enumerate(ahead) if word in _DENYING), None)
        if denying is None or not _CONFIRMING & set(ahead[:denying]):
            continue
        if {"or", "nor"} & set(ahead[:denying]):
            last = at + 1 + denying
            _add_refusal(sentence, at, last, Doing("declines", _OPEN, "refusal", _SURE))


def _find_declining(sentence: Sentence, at: int) -> tuple[int, Act, str] | None:
    """Find "declined to comment", "would not say", "had no comment"."""
    word = sentence.tokens[at].folded
    following = [*sentence.words(at + 1, at + 1 + _LOOKED_AT), "", ""]
    if word in _REFUSING and following[0] == "to" and following[1] in _REFUSED_THINGS:
        return at + 2, "declines", word
    if word in {"had", "offered", "gave", "has"} and following[:2] == ["no", "comment"]:
        return at + 2, "declines", "no comment"
    parted = word in {"would", "will", "could"} and following[0] == "not"
    if not parted and not _WILL_NOT.match(word):
        return None
    verb = at + 1 + parted
    if sentence.words(verb, verb + 2) == ["be", "drawn"]:
        return verb + 1, "declines", "would not be drawn"
    if sentence.words(verb, verb + 1) and sentence.tokens[verb].folded in _WITHHELD:
        return verb, "declines", sentence.tokens[verb].folded
    return None


def _find_silence(sentence: Sentence, at: int) -> tuple[int, Act, str] | None:
    """Find "did not respond", "could not be reached", "was not available for comment"."""
    word = sentence.tokens[at].folded
    following = [*sentence.words(at + 1, at + 1 + _LOOKED_AT), ""]
    if word.startswith("could") and "reached" in following[:_FARTHEST_RESPONSE]:
        if word == "couldn't" or following[0] == "not":
            return at + 1 + following.index("reached"), "no_response", "could not be reached"
        return None
    parted = word in {"did", "has", "have", "had", "does"} and following[0] == "not"
    if parted or word in {"didn't", "hasn't", "haven't"}:
        verbs = (i for i, f in enumerate(following[:_FARTHEST_RESPONSE]) if f in _NO_RESPONSE)
        verb = next(verbs, None)
        return None if verb is None else (at + 1 + verb, "no_response", "did not respond")
    if (
        word in {"was", "were"}
        and following[0] == "not"
        and "available" in following[:_FARTHEST_AVAILABLE]
        and "comment" in following[:_FARTHEST_COMMENT]
    ):
        return at + 1 + following.index("available"), "no_response", "was not available"
    return None


def _find_referring(sentence: Sentence, at: int) -> tuple[int, Act, str] | None:
    """Find "referred questions to the ministry"."""
    word = sentence.tokens[at].folded
    following = sentence.words(at + 1, at + 1 + _FARTHEST_QUESTION)
    if word in _REFERRING and set(following) & _QUESTIONS and not is_passive(sentence.tokens, at):
        return at, "refers_elsewhere", word
    return None


def _add_refusal(sentence: Sentence, first: int, last: int, doing: Doing) -> None:
    head = sentence.find_head(first)
    shared = head is None
    head = head or sentence.find_shared_head(first)
    if head is None or first in sentence.taken:
        return
    content = _find_matter(sentence, last)
    if doing.verb == _OPEN and not content and last < sentence.last_word():
        content = sentence.content(last + 1, sentence.last_word())
    sentence.add(head, (first, last), content, doing, "indirect", shared=shared)


def _find_matter(sentence: Sentence, last: int) -> list[Place]:
    """Return what was not answered: behind "whether" or "that", else behind "on" or "about"."""
    tokens = sentence.tokens
    stop = sentence.last_word()
    for index in range(last + 1, stop):
        cues = any(cue_of(word) for word in sentence.words(index + 1, index + 3))
        if tokens[index].folded == "," and cues:
            stop = index - 1
            break
    for openers in ({"that", "whether"}, {"on", "about", "regarding", "over"}):
        for index in range(last + 1, stop):
            if tokens[index].folded in openers:
                return sentence.content(index + 1, stop)
    return []
