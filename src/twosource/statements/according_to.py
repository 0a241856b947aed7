"""Sources that "according to" names: the content is the rest of the sentence or quotation."""

from __future__ import annotations

from twosource.statements.clauses import PREPOSITIONS
from twosource.statements.relation import Doing, Head
from twosource.statements.sentence import DASHES, Sentence
from twosource.statements.times import is_time
from twosource.statements.verbs import is_finite

_ACCORDING = Doing("asserts", "according to", "according-to", 0.9)
_SURE = 0.9
_LONGEST_LEAD = 6
_ENDS = frozenset({".", ";", ":", ")"}) | DASHES
_ENDS_LATER = frozenset({"which", "that", "while", "as", "but"})


def read_according_to(sentence: Sentence) -> None:
    """Read each "according to" of a sentence, and the one whom its source quotes in turn."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 2):
        if sentence.words(at, at + 2) != ["according", "to"]:
            continue
        first = at + 2
        behind = _source_end(sentence, first)
        mentions = sentence.mentions(first, behind - 1) if behind > first else ()
        clause = _clause_around(sentence, at, behind)
        if not mentions or clause is None:
            continue
        quoted = _find_quoted(sentence, behind)
        if quoted is not None and behind <= clause[0] <= quoted[1]:
            clause = (min(quoted[1] + 2, clause[1]), clause[1])
        head = Head(mentions, first, behind - 1)
        sentence.add_clause(head, (at, at + 1), clause, _ACCORDING)
        sentence.taken.update(range(at, behind))
        if quoted is not None:
            _add_quoted(sentence, quoted, clause)


def _source_end(sentence: Sentence, first: int) -> int:
    """Return the index behind the source that begins at ``first``."""
    tokens = sentence.tokens
    last = first
    while last < len(tokens):
        token = tokens[last]
        if token.is_quote or token.folded in _ENDS:
            break
        if token.folded == "," and not _goes_on(sentence, last):
            break
        timely = is_time(token) and token.folded != "last"
        if last > first and (timely or token.folded in _ENDS_LATER):
            break
        last += 1
    return last


def _goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma after "according to X" opens a role, in the middle of a sentence."""
    after = sentence.words(comma + 1, comma + 2)
    return bool(after) and after[0] in {"who", "a", "an"}


def _find_quoted(sentence: Sentence, comma: int) -> tuple[int, int] | None:
    """Return the source in "according to the Post, which quoted a diplomat, …"."""
    following = [*sentence.words(comma, comma + 3), "", "", ""]
    if following[0] != ",":
        return None
    if following[1] in {"which", "who"} and following[2] in {"quoted", "cited"}:
        first = comma + 3
    elif following[1] in {"citing", "quoting"}:
        first = comma + 2
    else:
        return None
    tokens = sentence.tokens
    stops = (i for i in range(first, len(tokens)) if tokens[i].folded in {",", ".", ";"})
    last = next(stops, len(tokens)) - 1
    return (first, last) if last >= first else None


def _add_quoted(sentence: Sentence, quoted: tuple[int, int], clause: tuple[int, int]) -> None:
    """Hang the one who is quoted behind the one whom "according to" names."""
    first, last = quoted
    outer = len(sentence.relations) - 1
    inner = sentence.mentions(first, last)
    if not inner or sentence.is_its_own(first):
        return
    doing = Doing("asserts", sentence.tokens[first - 1].folded, "citing", _SURE)
    relation = sentence.add_clause(Head(inner, first, last), (first - 1, first - 1), clause, doing)
    relation.outer = outer


def _clause_around(sentence: Sentence, first: int, behind: int) -> tuple[int, int] | None:
    """Return the clause that a parenthesis ``first … behind`` belongs to."""
    tokens = sentence.tokens
    end = len(tokens) - 1
    while end >= 0 and tokens[end].folded in {".", ",", "!", "?"}:
        end -= 1
    before = first - 1
    while before >= 0 and tokens[before].folded in DASHES | {",", "("}:
        before -= 1
    if before < 1:
        start = behind + 1 if behind <= end and tokens[behind].folded in {",", ":"} else behind
        return (start, end) if start < end else None
    start = 0
    for index in range(before, -1, -1):
        if tokens[index].folded in DASHES | {";"}:
            start = index + 1
            break
    if tokens[start].folded in {"but", "and", "however"}:
        start += 1
    if start < len(tokens) and tokens[start].folded == ",":
        start += 1
    led = tokens[start : before + 1]
    placed = bool(led) and led[0].folded in PREPOSITIONS and len(led) <= _LONGEST_LEAD
    says = not placed or any(t.is_quote or is_finite(t) for t in led)
    if not says and behind < end and tokens[behind].folded == ",":
        # "Over the years, according to the office, the rise was …": what stands first says nothing.
        return behind + 1, end
    return (start, before) if start <= before else None
