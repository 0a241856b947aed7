"""One voice through another: "X was quoted as saying (by Y)", "Y quoted X as saying"."""

from __future__ import annotations

from itertools import pairwise

from twosource.statements.clauses import find_right
from twosource.statements.contents import find_content
from twosource.statements.preceding import find_preceding
from twosource.statements.relation import Doing, Head
from twosource.statements.sentence import Sentence
from twosource.statements.verbs import is_passive

_QUOTING = frozenset({"quoted", "cited", "quotes", "cites"})
_SAYING = frozenset({"saying", "telling", "stating"})
_FARTHEST_SAYING = 16
_SURE = 0.9


def read_quoted_as_saying(sentence: Sentence) -> None:
    """Read who is quoted as saying what, and by whom."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].folded not in _QUOTING:
            continue
        saying = _find_saying(sentence, at)
        head = sentence.find_head(at)
        if saying is None or head is None:
            continue
        clause = find_content(tokens, saying + 1, "say") or find_preceding(sentence, at)
        if clause is None:
            continue
        if is_passive(tokens, at) and saying == at + 1:
            _add_passive(sentence, head, at, clause)
        elif not _add_active(sentence, head, at, saying, clause):
            continue
        sentence.taken.update(range(at, saying + 2))


def _find_saying(sentence: Sentence, at: int) -> int | None:
    """Return the index of the "as" in "as saying"."""
    words = sentence.words(at + 1, min(len(sentence.tokens), at + _FARTHEST_SAYING + 1))
    for index, (word, following) in enumerate(pairwise(words)):
        if word == "as" and following in _SAYING:
            return at + 1 + index
    return None


def _add_passive(sentence: Sentence, head: Head, at: int, clause: tuple[int, int]) -> None:
    saying = at + 2
    behind = None
    if sentence.words(saying + 1, saying + 2) in (["by"], ["in"]):
        behind = find_right(sentence.text, sentence.tokens, saying + 1)
    told = behind.mentions if behind is not None else ()
    doing = Doing("asserts", "quoted as saying", "quoted-as-saying", _SURE)
    sentence.add_clause(head, (at, saying), clause, doing, told=told)


def _add_active(
    sentence: Sentence, head: Head, at: int, saying: int, clause: tuple[int, int]
) -> bool:
    inner = sentence.mentions(at + 1, saying - 1)
    if not inner:
        return False
    reports = Doing("reports", sentence.tokens[at].text, "source-cue-content", _SURE)
    sentence.add_clause(head, (at, at), clause, reports)
    outer = len(sentence.relations) - 1
    says = Doing("asserts", "saying", "quoted-as-saying", _SURE)
    quoted = Head(inner, at + 1, saying - 1)
    sentence.add_clause(quoted, (saying, saying + 1), clause, says).outer = outer
    return True
