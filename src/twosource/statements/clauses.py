"""Finding the source beside a cue, by the order of words alone.

No parser: the news attributes in few shapes (source–cue–content, content–source–cue,
content–cue–source), and where the shape is unclear nothing is found rather than something wrong.
"""

from __future__ import annotations

from twosource.statements.phrases import PRONOUNS, read_source
from twosource.statements.relation import Head
from twosource.statements.times import (
    TIME_PREPOSITIONS,
    is_time,
    skip_time,
    starts_time,
    time_phrase_ending,
)
from twosource.statements.tokens import Token
from twosource.statements.verbs import ADVERBS, AUXILIARIES, IRREGULAR, is_finite, is_verbish
from twosource.text.names.vocabulary import SPEAKING_NOUNS, TITLES

BOUNDARIES = frozenset(
    """that but while when after before because if as which who whose whom since although though
    whether until where than so unless despite""".split()
) | frozenset(";:()[]\u2014\u2013\u2026.?!")
"""Words and signs at which one part of a sentence ends and another begins."""
PREPOSITIONS = frozenset(
    """in on at of for from to with by into over under about against between among during through
    amid near around without within toward towards across along behind beyond despite via
    per""".split()
)
_WITHIN_SOURCES = frozenset({"of", "for", "in", "from", "at"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me"})
"""Pronouns that are no subject: before a verb of saying they end a clause of their own."""
_LONGEST_SOURCE = 26
_LONGEST_APPOSITION = 40
_FARTHEST_ROLE = 7
_LONGEST_JOINED = 8
_LONGEST_MODIFIER = 3


def find_left(text: str, tokens: list[Token], at: int) -> Head | None:
    """Return the source that ends just left of the cue at ``at``."""
    last = skip_left(tokens, at - 1)
    if last < 0 or tokens[last].is_quote or tokens[last].folded in {"and", "or", "but"}:
        return None
    if tokens[last].folded == ",":
        return _left_of_apposition(text, tokens, last)
    if tokens[last].folded in {"who", "which"}:
        return _left_of_relative(text, tokens, last)
    first = _boundary(tokens, last)
    if first and tokens[first - 1].folded in {"whose", "what", "how", "where"}:
        return None
    if first and tokens[first - 1].folded in {"who", "that", "which"}:
        described = _read_described(text, tokens, first - 1, last)
        if described is not None or tokens[last].folded in _OBJECTS:
            return described
    return _read_region(text, tokens, first, last)


def find_subject(text: str, tokens: list[Token], at: int) -> Head | None:
    """Return the source that begins the sentence, where its first verb stands left of ``at``.

    "X did this and said", "X left, saying".
    """
    verb = next((i for i in range(min(at, _LONGEST_SOURCE)) if is_verbish(tokens[i])), 0)
    words = [t.folded for t in tokens[:verb]]
    if not words or any(t.is_quote or t.folded in BOUNDARIES for t in tokens[:verb]):
        return None
    head = find_left(text, tokens, verb)
    if head is None or head.first > 1 or len(head.mentions) != 1:
        return None
    return head if head.mentions[0].kind in {None, "person", "organisation"} else None


def _left_of_relative(text: str, tokens: list[Token], who: int) -> Head | None:
    """Read "Ana Moe, who (said)": the source stands before "who"; it must be near and clear."""
    last = who - 1
    if last >= 0 and tokens[last].folded == ",":
        last -= 1
    if last < 0 or tokens[last].is_quote or tokens[last].folded == ",":
        return None
    first = _region_start(tokens, _boundary(tokens, last), last)
    if first > last or last - first > _LONGEST_SOURCE:
        return None
    mentions = read_source(text, tokens[first].start, tokens[last].end)
    if len(mentions) != 1 or mentions[0].pronoun or mentions[0].kind == "unnamed":
        return None
    publisher = mentions[0].kind in {None, "outlet", "agency", "document"}
    return Head(mentions, first, last) if (tokens[who].folded == "who") != publisher else None


def _read_described(text: str, tokens: list[Token], who: int, last: int) -> Head | None:
    """Read "the company that runs them (said)", "officials who were briefed (said)"."""
    before = who - 1
    if before < 0 or not any(
        is_finite(t) or t.folded.endswith("s") for t in tokens[who + 1 : last]
    ):
        return None
    if tokens[before].folded not in SPEAKING_NOUNS or last - before > _LONGEST_SOURCE:
        return None
    head = _read_region(text, tokens, _boundary(tokens, before), before)
    return head._replace(last=last) if head is not None else None


def find_right(text: str, tokens: list[Token], at: int) -> Head | None:
    """Return the source just right of the cue at ``at`` (content–cue–source), or None."""
    first = at + 1
    index = first
    while index < len(tokens) and not _ends_right(tokens, index, first):
        index += 1
    if index < len(tokens) and tokens[index].folded == "," and index > first:
        index = _name_behind(tokens, index) or index
    if index == first or index - first > _LONGEST_SOURCE or tokens[first].folded in PREPOSITIONS:
        return None
    mentions = read_source(text, tokens[first].start, tokens[index - 1].end)
    return Head(mentions, first, index - 1) if mentions and not mentions[0].pronoun else None


def skip_left(tokens: list[Token], at: int) -> int:
    """Go left over auxiliaries, adverbs and times; return the index of the source's last token."""
    index = at
    while index >= 0:
        token = tokens[index]
        if token.is_quote:
            return index
        adverb = token.folded in ADVERBS or (token.folded.endswith("ly") and not token.is_capital)
        length = 1 if adverb or token.folded in AUXILIARIES else time_phrase_ending(tokens, index)
        if not length:
            return index
        index -= length
    return index


def _left_of_apposition(text: str, tokens: list[Token], comma: int) -> Head | None:
    """Read "Jane Doe, who heads the port, (said)": the name stands before the first comma."""
    opening = comma - 1
    while opening >= 0 and tokens[opening].folded != "," and not tokens[opening].is_quote:
        opening -= 1
    if opening <= 0 or tokens[opening].folded != "," or comma - opening > _LONGEST_APPOSITION:
        return None
    head = skip_left(tokens, opening - 1) if is_time(tokens[opening - 1]) else opening - 1
    if head < 0:
        return None
    before = _read_region(text, tokens, _boundary(tokens, head), head)
    inside = tokens[opening + 1 : comma]
    aside = inside and inside[0].folded in {"citing", "quoting"}
    if aside or _is_all_time(inside) or before is None:
        return before
    whole = read_source(text, tokens[before.first].start, tokens[comma - 1].end)
    if len(whole) == 1 and not whole[0].pronoun:
        return Head(whole, before.first, comma - 1)
    return before._replace(last=comma - 1)


def _is_all_time(tokens: list[Token]) -> bool:
    return bool(tokens) and all(
        is_time(t) or t.folded in TIME_PREPOSITIONS or t.folded == "the" for t in tokens
    )


def _boundary(tokens: list[Token], last: int) -> int:
    """Return the index of the first token of the clause part that ends at ``last``."""
    for index in range(last, -1, -1):
        token = tokens[index]
        if token.is_quote or token.folded in BOUNDARIES:
            return index + 1
        if token.folded == "," and not _is_list_comma(tokens, index, last):
            return index + 1
        if token.folded in {"and", "or", "nor"} and not _joins_sources(tokens, index):
            return index + 1
    return 0


def _is_list_comma(tokens: list[Token], comma: int, last: int) -> bool:
    """Tell whether a comma parts modifiers: "Western, South Korean and Ukrainian agencies"."""
    following = tokens[comma + 1 : last]
    stop = next((i for i, t in enumerate(following) if t.folded == "and"), None)
    if stop is None or comma == 0:
        return False
    piece = comma - 1
    while piece >= 0 and tokens[piece].is_capital and not is_time(tokens[piece]):
        piece -= 1
    clean = piece < 0 or tokens[piece].folded in BOUNDARIES | {",", "the"} or tokens[piece].is_quote
    return (
        0 < comma - 1 - piece <= _LONGEST_MODIFIER
        and clean
        and all(t.is_capital or t.folded == "," for t in following[:stop])
    )


def _joins_sources(tokens: list[Token], at: int) -> bool:
    """Tell whether "and" joins two sources: what stands before it holds no verb and is short."""
    size = 0
    for index in range(at - 1, -1, -1):
        token = tokens[index]
        if token.is_quote or token.folded in BOUNDARIES or token.folded == ",":
            break
        if is_verbish(token) or size > _LONGEST_JOINED:
            return False
        if token.folded in PREPOSITIONS and token.folded not in _WITHIN_SOURCES:
            return False
        size += 1
    return size > 0


def _read_region(text: str, tokens: list[Token], first: int, last: int) -> Head | None:
    """Read the source within ``first … last``, or its clean end, or nothing."""
    if first > last:
        return None
    if tokens[last].folded in _OBJECTS:
        return None
    if tokens[last].folded in PRONOUNS:
        return Head(read_source(text, tokens[last].start, tokens[last].end), last, last)
    start = _region_start(tokens, first, last)
    if start > last or last - start > _LONGEST_SOURCE:
        return None
    if start > first and tokens[start - 1].folded in AUXILIARIES | IRREGULAR:
        return None
    behind_verb = start > first and is_verbish(tokens[start - 1])
    if behind_verb and tokens[start].folded in PREPOSITIONS:
        return _read_reduced(text, tokens, first, start - 1, last)
    if tokens[start].folded in PREPOSITIONS or behind_verb:
        start = last
    mentions = read_source(text, tokens[start].start, tokens[last].end)
    if not mentions:
        return None
    one_word = start == last and first != last
    if one_word and mentions[0].kind != "unnamed" and not tokens[last].is_capital:
        return None
    return Head(mentions, start, last)


def _read_reduced(text: str, tokens: list[Token], first: int, verb: int, last: int) -> Head | None:
    """Read "a witness interviewed by the staff (said)": it is the witness who speaks."""
    if first >= verb or tokens[verb - 1].folded not in SPEAKING_NOUNS:
        return None
    if is_verbish(tokens[verb - 1]) or tokens[first].folded in PREPOSITIONS:
        return None
    mentions = read_source(text, tokens[first].start, tokens[verb - 1].end)
    return Head(mentions, first, last) if mentions else None


def _region_start(tokens: list[Token], first: int, last: int) -> int:
    """Return where a source may begin in ``first … last``: behind the last verb, and its time."""
    verbs = [i for i in range(first, last + 1) if is_verbish(tokens[i])]
    start = verbs[-1] + 1 if verbs else first
    moved = skip_time(tokens, start)
    start = moved if moved <= last else start
    while start <= last and tokens[start].folded in ADVERBS | {"and", "but", "or", ","}:
        start += 1
    return start


def _ends_right(tokens: list[Token], index: int, first: int) -> bool:
    """Tell whether a source that begins at ``first`` has ended before ``index``."""
    token = tokens[index]
    if token.is_quote or token.folded in BOUNDARIES - {"who"}:
        return True
    if token.folded == ",":
        return not _opens_role(tokens, index)
    if index == first:
        return False
    described = any(t.folded == "who" for t in tokens[first:index])
    return (
        starts_time(tokens, index)
        or (token.folded in AUXILIARIES and not described)
        or token.folded in {"in", "at", "during", "after", "adding"}
    )


def _name_behind(tokens: list[Token], comma: int) -> int | None:
    """Return where the name ends in "its chief executive, Pavel Orlan"; None when none follows."""
    if tokens[comma - 1].is_capital:
        return None
    index = comma + 1
    while index < len(tokens) and tokens[index].is_capital and not is_time(tokens[index]):
        index += 1
    closed = index == len(tokens) or tokens[index].folded in {",", ".", ";", ":"}
    return index if index > comma + 2 and closed else None


def _opens_role(tokens: list[Token], comma: int) -> bool:
    """Tell whether a role follows a name: ", who heads the port", ", harbour master of Bergen"."""
    following = tokens[comma + 1 : comma + 1 + _FARTHEST_ROLE]
    if not following or following[0].folded in {"a", "an", "the", "who"}:
        return bool(following)
    for token in following:
        if token.is_quote or token.folded in BOUNDARIES | {",", "and"} or is_verbish(token):
            return False
        if token.folded in SPEAKING_NOUNS or token.folded in TITLES:
            return True
    return False
