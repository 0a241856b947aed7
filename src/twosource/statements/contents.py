"""What is said: where the clause or quotation behind a verb of saying begins and ends."""

from __future__ import annotations

from twosource.statements.clauses import BOUNDARIES, PREPOSITIONS
from twosource.statements.times import is_time, skip_time
from twosource.statements.tokens import Token
from twosource.statements.verbs import is_finite, is_verbish

_FAR_THAT = 18
"""Tokens between a verb and its "that" or its quotation, at most."""
ONLY_THAT = frozenset(
    """show find hear agree rule establish determine indicate signal observe recall repeat maintain
    read urge demand recommend ask wonder""".split()
)
"""Verbs that attribute only with "that" before their clause: "has shown no signs" tells nothing."""
_AUDIENCE = frozenset(
    """reporters journalists media press lawmakers parliament conference briefing statement
    interview news television tv radio viewers supporters investors court councillors members
    state telegram twitter facebook x post him her them us me jurors""".split()
)
"""Who is told, and where: "told reporters", "at a news conference", "on Telegram"."""
_ASKING = frozenset({"ask", "wonder"})
_WEAK = frozenset({"add", "note", "report", "comment", "state", "charge", "project", "remark"})
"""Verbs that mean other things too: without "that", a verb must follow before the first comma."""
_SUBJECTS = frozenset("he she it they we i there you".split())
_TELLING = frozenset({"tell", "inform", "remind"})
_PLACING = frozenset("in at on during via to by through".split())
_SETTING_WORDS = (
    frozenset(
        """a an the his her its their social new written brief joint app messaging meeting
        hearing""".split()
    )
    | _AUDIENCE
)
_LONGEST_SETTING = 6
_LONGEST_LISTENER = 4
_NO_BEGINNINGS = (BOUNDARIES - {"if", "whether", "when"}) | {"and", "in", "by"}
_CLOSING = frozenset({".", "!", "?", "\u2026", ",", ";", ":", ")"})


def find_content(tokens: list[Token], cue: int, lemma: str) -> tuple[int, int] | None:
    """Return first and last index of what follows a cue at ``cue``, or None when nothing does."""
    first = cue + 1
    stop = _content_end(tokens, first)
    if first > stop:
        return None
    marked, found = _find_marked(tokens, first, stop, lemma)
    if marked:
        return found
    if lemma in ONLY_THAT:
        return None
    return _find_bare(tokens, first, stop, lemma)


def _find_marked(
    tokens: list[Token], first: int, stop: int, lemma: str
) -> tuple[bool, tuple[int, int] | None]:
    """Look for "that", a colon or a quotation; tell first whether the search is at its end."""
    scan = min(stop + 1, first + _FAR_THAT)
    position = first - 1
    while position + 1 < scan:
        position += 1
        token = tokens[position]
        following = tokens[position + 1].folded if position < stop else ""
        if token.folded == "," and position < stop and tokens[position + 1].is_quote:
            continue
        if token.folded == "," and following in {"citing", "quoting"}:
            commas = (i for i in range(position + 2, stop) if tokens[i].folded == ",")
            position = next(commas, stop)
            scan = min(stop + 1, position + 3)
            continue
        if (
            token.folded in ({"that", "whether", "if"} if lemma in _ASKING else {"that"})
            and following
        ):
            return True, (position + 1, stop)
        if token.folded == ":":
            return True, ((position + 1, stop) if following else None)
        if token.is_quote and _leads_to_quotation(tokens, first, position, lemma):
            return True, (position, position)
        if token.is_quote or is_verbish(token) or token.folded in {",", ";", "but"}:
            break
    return False, None


def _leads_to_quotation(tokens: list[Token], first: int, quotation: int, lemma: str) -> bool:
    """Tell whether only listeners, times and places stand between a verb and a quotation."""
    plain = tokens[first:quotation]
    if any(is_verbish(t) for t in plain):
        return False
    return _listeners_end(tokens, first, lemma) >= quotation or all(
        t.folded in PREPOSITIONS
        or t.folded in {",", "the", "a", "an"}
        or t.folded in _AUDIENCE
        or t.is_capital
        or is_time(t)
        for t in plain
    )


def _find_bare(tokens: list[Token], first: int, stop: int, lemma: str) -> tuple[int, int] | None:
    """Return a clause that follows without "that", behind who was told and where."""
    index = skip_time(tokens, _listeners_end(tokens, first, lemma))
    if index < len(tokens) and tokens[index].folded == ",":
        return None
    index = skip_time(tokens, _setting_end(tokens, index))
    if index > stop or tokens[index].folded in {",", ";", "."}:
        return None
    if tokens[index].folded in _NO_BEGINNINGS:
        return None
    return (index, stop) if _is_clause(tokens, index, stop, lemma) else None


def _is_clause(tokens: list[Token], first: int, stop: int, lemma: str) -> bool:
    """Tell whether a clause of its own begins at ``first``: a verb follows its subject."""
    subject, apostrophe, _ = tokens[first].folded.partition("'")
    if subject in _SUBJECTS and (apostrophe or first < stop):
        return True
    commas = (i for i in range(first, stop + 1) if tokens[i].folded == ",")
    last = next(commas, stop) if lemma in _WEAK else stop
    return any(is_finite(t) for t in tokens[first : last + 1])


def _listeners_end(tokens: list[Token], at: int, lemma: str) -> int:
    """Go over the one who is told: "told reporters in Bergen", "told AFP"."""
    if lemma not in _TELLING:
        return at
    index = at
    if index < len(tokens) and tokens[index].folded in {"a", "the", "his", "her", "its", "their"}:
        index += 1
    moved = index
    while moved < len(tokens) and (
        tokens[moved].folded in _AUDIENCE
        or (tokens[moved].is_capital and moved < index + _LONGEST_LISTENER)
    ):
        moved += 1
    if moved == index:
        return at
    return _setting_end(tokens, skip_time(tokens, moved))


def _setting_end(tokens: list[Token], at: int) -> int:
    """Go over where it was said: "in a statement", "at a news conference", "on Telegram"."""
    if at >= len(tokens) or tokens[at].folded not in _PLACING:
        return at
    index = at + 1
    while index < min(len(tokens), at + _LONGEST_SETTING) and (
        tokens[index].folded in _SETTING_WORDS or tokens[index].is_capital
    ):
        index += 1
    last = tokens[index - 1]
    named = last.folded in _AUDIENCE or last.is_capital
    return index if index > at + 1 and named else at


def _content_end(tokens: list[Token], first: int) -> int:
    """Return the index of the last token before a semicolon or the sentence's end."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].folded in _CLOSING:
        last -= 1
    semicolon = next((i for i in range(first, last) if tokens[i].folded == ";"), None)
    return last if semicolon is None else semicolon - 1
