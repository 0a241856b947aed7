"""Finding the source and the content around a cue, by the order of words alone.

No parser: the news attributes in few shapes (source–cue–content, content–source–cue,
content–cue–source), and where the shape is unclear nothing is found rather than something wrong.
"""

from __future__ import annotations

from twosource.statements.sources import PRONOUNS, Mention, read_source
from twosource.statements.tokens import Token

AUXILIARIES = frozenset(
    """has have had was were is are be been being do does did will would can could may might must
    shall should 's 'd 've 'll""".split()
)
_BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "get", "got", "gets"})
_ADVERBS = frozenset(
    """also again once then now still further previously already even later earlier soon just only
    thus meanwhile however often always never not instead though too separately together jointly
    first flatly both""".split()
)
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_TIME_WORDS = (
    _WEEKDAYS
    | (_MONTHS - {"may", "march"})
    | frozenset(
        """today yesterday tonight tomorrow overnight last this next week month year night morning
    afternoon evening early late earlier later day days weeks months years ago recently weekend
    midnight noon hours minutes""".split()
    )
)
_TIME_PREPOSITIONS = frozenset({"on", "in", "at", "during", "since", "by", "over"})
_BOUNDARIES = frozenset(
    """that but while when after before because if as which who whose whom since although though
    whether until where than so unless despite""".split()
) | frozenset(";:()[]\u2014\u2013\u2026.?!")
_PREPOSITIONS = frozenset(
    """in on at of for from to with by into over under about against between among during through
    amid near around without within toward towards across along behind beyond despite via per""".split()
)
_IRREGULAR = frozenset(
    """took went came held made got saw fell rose left hit struck shot ran gave found knew began
    broke brought built bought caught chose drew drove fought fled flew grew kept led lost met paid
    sent set spent spoke stood stole taught told thought threw won wrote said became felt put cut
    sank fled sought slammed""".split()
)
_NOT_VERBS = frozenset(
    """united armed so-called displaced alleged unnamed unidentified retired elected appointed
    limited red hundred kindred sacred shed bed wed speed breed feed seed need indeed
    building morning evening king ring spring string thing nothing something anything everything
    wing housing leading ruling governing meeting hearing briefing ceiling being beijing
    intelligence nursing banking shipping mining fishing planning advanced unmanned
    opposing counselling counseling visiting sitting acting detained injured wounded
    briefed involved based authorised authorized concerned tasked
    engineering manufacturing broadcasting training policing building""".split()
)
_LONGEST_SOURCE = 26
_FAR_THAT = 18


def is_verbish(token: Token) -> bool:
    """Tell whether a token is probably a verb form."""
    word = token.folded
    if word in AUXILIARIES or word in _IRREGULAR or word.endswith("n't"):
        return True
    if token.is_capital or word in _NOT_VERBS or len(word) < 4:
        return False
    return word.endswith(("ed", "ing"))


def is_finite(tokens: list[Token], at: int) -> bool:
    """Tell whether a token is a finite verb: not a bare "-ing", which needs an auxiliary."""
    token = tokens[at]
    if token.folded in _FINITE:
        return True
    return is_verbish(token) and not token.folded.endswith("ing")


def is_time(token: Token) -> bool:
    """Tell whether a token is a word of time or a number within one."""
    return token.folded in _TIME_WORDS or (token.is_capital and token.folded in _MONTHS)


def _is_date_number(tokens: list[Token], at: int) -> bool:
    """Tell whether a number is a day beside a month, or a year."""
    word = tokens[at].folded
    if not word.isdigit():
        return False
    beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    if len(word) <= 2:
        return any(t.is_capital and t.folded in _MONTHS for t in beside)
    return (
        len(word) == 4
        and word[:2] in {"19", "20"}
        and any(
            t.folded in {"in", ",", "since"} or (t.is_capital and t.folded in _MONTHS)
            for t in beside
        )
    )


def is_passive(tokens: list[Token], at: int) -> bool:
    """Tell whether the verb at ``at`` is passive: "was told", "were also asked"."""
    index = at - 1
    while index >= 0 and (tokens[index].folded in _ADVERBS or tokens[index].folded.endswith("ly")):
        index -= 1
    return index >= 0 and tokens[index].folded in _BE


def is_negated(tokens: list[Token], at: int) -> bool:
    """Tell whether "not", "never" or "n't" stands between source and verb."""
    for index in range(at - 1, max(-1, at - 5), -1):
        word = tokens[index].folded
        if word in {"not", "never"} or word.endswith("n't"):
            return True
        if word not in AUXILIARIES and word not in _ADVERBS and not word.endswith("ly"):
            return False
    return False


def skip_left(tokens: list[Token], at: int) -> int:
    """Go left over auxiliaries, adverbs and times; return the index of the source's last token."""
    index = at
    while index >= 0:
        token = tokens[index]
        if token.is_quote:
            return index
        if (
            token.folded in AUXILIARIES
            or token.folded in _ADVERBS
            or (token.folded.endswith("ly") and not token.is_capital)
        ):
            index -= 1
            continue
        length = _time_phrase_ending(tokens, index)
        if length:
            index -= length
            continue
        return index
    return index


def _time_phrase_ending(tokens: list[Token], at: int) -> int:
    """Return how many tokens before and at ``at`` make a phrase of time: "on Thursday"."""
    count = 0
    seen = False
    while at - count >= 0:
        token = tokens[at - count]
        if is_time(token) or _is_date_number(tokens, at - count):
            seen = True
            count += 1
            continue
        if seen and token.folded in _TIME_PREPOSITIONS:
            return count + 1
        if seen and token.folded == "," and at - count - 1 >= 0 and is_time(tokens[at - count - 1]):
            count += 1
            continue
        if (
            seen
            and token.folded == "the"
            and at - count - 1 >= 0
            and tokens[at - count - 1].folded in _TIME_PREPOSITIONS
        ):
            return count + 2
        break
    return count if seen else 0


def skip_time(tokens: list[Token], at: int) -> int:
    """Go right over a phrase of time; return the first index behind it."""
    index = at
    while index < len(tokens):
        if is_time(tokens[index]) or _is_date_number(tokens, index):
            index += 1
        elif (
            tokens[index].folded in _TIME_PREPOSITIONS
            and index + 1 < len(tokens)
            and (
                is_time(tokens[index + 1])
                or _is_date_number(tokens, index + 1)
                or (
                    tokens[index + 1].folded == "the"
                    and index + 2 < len(tokens)
                    and is_time(tokens[index + 2])
                )
            )
        ):
            index += 2
        else:
            return index
    return index


def find_left(
    text: str, tokens: list[Token], at: int
) -> tuple[tuple[Mention, ...], int, int] | None:
    """Return the source that ends just left of the cue at ``at``: mentions, first and last index."""
    last = skip_left(tokens, at - 1)
    if last < 0 or tokens[last].is_quote:
        return None
    if tokens[last].folded == ",":
        return _left_of_apposition(text, tokens, last)
    first = _boundary(tokens, last)
    return _read_region(text, tokens, first, last)


def _left_of_apposition(
    text: str, tokens: list[Token], comma: int
) -> tuple[tuple[Mention, ...], int, int] | None:
    """Read "Jane Doe, who heads the port, (said)": the name stands before the first comma."""
    opening = comma - 1
    while opening >= 0 and tokens[opening].folded != "," and not tokens[opening].is_quote:
        opening -= 1
    if opening <= 0 or tokens[opening].folded != "," or comma - opening > _LONGEST_SOURCE:
        return None
    head = skip_left(tokens, opening - 1) if is_time(tokens[opening - 1]) else opening - 1
    if head < 0:
        return None
    first = _boundary(tokens, head)
    inside = tokens[opening + 1 : comma]
    if inside and inside[0].folded in {"citing", "quoting"}:
        return _read_region(text, tokens, first, head)
    if inside and all(
        is_time(t) or t.folded in _TIME_PREPOSITIONS or t.folded == "the" for t in inside
    ):
        return _read_region(text, tokens, first, head)
    before = _read_region(text, tokens, first, head)
    if before is None:
        return None
    mentions, start, _ = before
    whole = read_source(text, tokens[start].start, tokens[comma - 1].end)
    if len(whole) == 1 and not whole[0].pronoun:
        return whole, start, comma - 1
    return mentions, start, comma - 1


def _boundary(tokens: list[Token], last: int) -> int:
    """Return the index of the first token of the clause part that ends at ``last``."""
    index = last
    while index >= 0:
        token = tokens[index]
        if token.is_quote or token.folded in _BOUNDARIES:
            return index + 1
        if token.folded == "," and not _is_list_comma(tokens, index, last):
            return index + 1
        if token.folded in {"and", "or", "nor"} and not _joins_sources(tokens, index):
            return index + 1
        index -= 1
    return 0


def _is_list_comma(tokens: list[Token], comma: int, last: int) -> bool:
    """Tell whether a comma parts modifiers: "Western, South Korean and Ukrainian agencies"."""
    joined = any(t.folded == "and" for t in tokens[comma + 1 : last])
    if not joined or comma == 0:
        return False
    piece = comma - 1
    while piece >= 0 and tokens[piece].is_capital and not is_time(tokens[piece]):
        piece -= 1
    size = comma - 1 - piece
    clean = (
        piece < 0 or tokens[piece].folded in _BOUNDARIES | {",", "the"} or tokens[piece].is_quote
    )
    following = tokens[comma + 1 : last]
    stop = next(i for i, t in enumerate(following) if t.folded == "and")
    return (
        0 < size <= 3 and clean and all(t.is_capital or t.folded == "," for t in following[:stop])
    )


def _joins_sources(tokens: list[Token], at: int) -> bool:
    """Tell whether "and" joins two sources: what stands before it holds no verb and is short."""
    index = at - 1
    size = 0
    while index >= 0 and not (
        tokens[index].is_quote or tokens[index].folded in _BOUNDARIES | {","}
    ):
        token = tokens[index]
        if is_verbish(token) or size > 8:
            return False
        if token.folded in _PREPOSITIONS and token.folded not in {"of", "for", "in", "from", "at"}:
            return False
        size += 1
        index -= 1
    return size > 0


def _read_region(
    text: str, tokens: list[Token], first: int, last: int
) -> tuple[tuple[Mention, ...], int, int] | None:
    """Read the source within ``first … last``, or its clean end, or nothing."""
    if first > last:
        return None
    if tokens[last].folded in PRONOUNS:
        return read_source(text, tokens[last].start, tokens[last].end), last, last
    start = first
    for index in range(first, last + 1):
        if is_verbish(tokens[index]):
            start = index + 1
    moved = skip_time(tokens, start)
    start = moved if moved <= last else start
    while start <= last and tokens[start].folded in _ADVERBS | {"and", "but", "or", ","}:
        start += 1
    if start > last or last - start > _LONGEST_SOURCE:
        return None
    if start > first and tokens[start - 1].folded in AUXILIARIES | _IRREGULAR:
        return None
    if tokens[start].folded in _PREPOSITIONS or start > first and is_verbish(tokens[start - 1]):
        start = last
    mentions = read_source(text, tokens[start].start, tokens[last].end)
    if not mentions:
        return None
    if (
        start == last
        and first != last
        and mentions[0].kind not in {"unnamed"}
        and not tokens[last].is_capital
    ):
        return None
    return mentions, start, last


def find_right(
    text: str, tokens: list[Token], at: int
) -> tuple[tuple[Mention, ...], int, int] | None:
    """Return the source just right of the cue at ``at`` (content–cue–source), or None."""
    first = at + 1
    index = first
    while index < len(tokens):
        token = tokens[index]
        if token.is_quote or token.folded in _BOUNDARIES - {"who"}:
            break
        if index > first and (_starts_time(tokens, index) or token.folded in AUXILIARIES):
            break
        if token.folded == "," and not _opens_role(tokens, index):
            name_end = _name_behind(tokens, index)
            index = name_end if name_end is not None else index
            break
        if token.folded in {"in", "at", "during", "after", "adding"} and index > first:
            break
        index += 1
    if index == first or index - first > _LONGEST_SOURCE:
        return None
    mentions = read_source(text, tokens[first].start, tokens[index - 1].end)
    return (mentions, first, index - 1) if mentions and not mentions[0].pronoun else None


def _name_behind(tokens: list[Token], comma: int) -> int | None:
    """Return where the name ends in "its chief executive, Pavel Orlan"; None when none follows."""
    if tokens[comma - 1].is_capital:
        return None
    index = comma + 1
    while index < len(tokens) and tokens[index].is_capital and not is_time(tokens[index]):
        index += 1
    closed = index == len(tokens) or tokens[index].folded in {",", ".", ";", ":"}
    return index if index - comma > 2 and closed else None  # noqa: PLR2004


def _starts_time(tokens: list[Token], at: int) -> bool:
    return skip_time(tokens, at) > at and tokens[at].folded not in {"early", "late"}


def _opens_role(tokens: list[Token], comma: int) -> bool:
    after = tokens[comma + 1] if comma + 1 < len(tokens) else None
    return after is not None and (
        after.folded in {"a", "an", "the", "who", "head", "chief", "director", "president"}
    )


def content_right(
    text: str, tokens: list[Token], cue_last: int, lemma: str
) -> tuple[int, int] | None:
    """Return first and last index of the clause that follows a cue, or None when none does."""
    index = cue_last + 1
    if index >= len(tokens):
        return None
    stop = _content_end(tokens)
    semicolon = next((i for i in range(index, stop) if tokens[i].folded == ";"), None)
    stop = stop if semicolon is None else semicolon - 1
    if index > stop:
        return None
    scan = min(stop + 1, index + _FAR_THAT)
    position = index - 1
    while position + 1 < scan:
        position += 1
        token = tokens[position]
        if (
            token.folded == ","
            and position < stop
            and tokens[position + 1].folded in {"citing", "quoting"}
        ):
            position = next((i for i in range(position + 2, stop) if tokens[i].folded == ","), stop)
            scan = min(stop + 1, position + 3)
            continue
        if token.folded == "that" and position < stop:
            return position + 1, stop
        if token.folded == ":":
            return (position + 1, stop) if position < stop else None
        if token.is_quote:
            plain = tokens[index:position]
            if not any(is_verbish(t) for t in plain):
                lead = _object_end(tokens, index, lemma)
                if lead >= position or all(
                    t.folded in _PREPOSITIONS
                    or is_time(t)
                    or t.folded in {",", "the", "a", "an"}
                    or t.is_capital
                    or t.folded in _AUDIENCE
                    for t in plain
                ):
                    return position, position
            break
        if token.folded == "," or is_verbish(token) or token.folded in {";", "but"}:
            break
    if lemma in _ONLY_THAT:
        return None
    index = _object_end(tokens, index, lemma)
    index = skip_time(tokens, index)
    if index < len(tokens) and tokens[index].folded == ",":
        return None
    index = _setting_end(tokens, index)
    index = skip_time(tokens, index)
    if index > stop or tokens[index].folded in {",", ";", "."}:
        return None
    if not any(is_finite(tokens, i) for i in range(index, stop + 1)):
        return None
    if tokens[index].folded in _BOUNDARIES - {"if", "whether", "when"} or tokens[index].folded in {
        "and",
        "in",
        "by",
    }:
        return None
    return index, stop


_FINITE = frozenset(
    "wants want needs need faces face remains remain plans plan continues shows stands lies knows has".split()
)
_ONLY_THAT = frozenset(
    """show find hear agree rule establish determine indicate signal observe recall repeat maintain
    read urge demand recommend ask wonder""".split()
)
"""Verbs that attribute only with "that" before their clause: "has shown no signs" tells nothing."""
_AUDIENCE = frozenset(
    """reporters journalists media press lawmakers parliament conference briefing statement interview
    news television tv radio viewers supporters investors court councillors members state telegram
    twitter facebook x post him her them us me jurors""".split()
)
_TELLING = frozenset({"tell", "inform", "remind"})


def _object_end(tokens: list[Token], at: int, lemma: str) -> int:
    """Go over the one who is told: "told reporters in Bergen", "told AFP"."""
    if lemma not in _TELLING:
        return at
    index = at
    if index < len(tokens) and tokens[index].folded in {"a", "the", "his", "her", "its", "their"}:
        index += 1
    moved = index
    while moved < len(tokens) and (
        tokens[moved].folded in _AUDIENCE or (tokens[moved].is_capital and moved < index + 4)
    ):
        moved += 1
    if moved == index:
        return at
    return _setting_end(tokens, skip_time(tokens, moved))


def _setting_end(tokens: list[Token], at: int) -> int:
    """Go over where it was said: "in a statement", "at a news conference", "on Telegram"."""
    if at >= len(tokens) or tokens[at].folded not in {
        "in",
        "at",
        "on",
        "during",
        "via",
        "to",
        "by",
        "through",
    }:
        return at
    index = at + 1
    while index < len(tokens) and index < at + 6:
        token = tokens[index]
        if (
            token.folded
            in {
                "a",
                "an",
                "the",
                "his",
                "her",
                "its",
                "their",
                "social",
                "new",
                "written",
                "brief",
                "joint",
            }
            or token.is_capital
        ):
            index += 1
            continue
        if token.folded in _AUDIENCE or token.folded in {"app", "messaging", "meeting", "hearing"}:
            index += 1
            continue
        break
    return (
        index
        if index > at + 1
        and (tokens[index - 1].folded in _AUDIENCE or tokens[index - 1].is_capital)
        else at
    )


def _content_end(tokens: list[Token]) -> int:
    """Return the index of the last token of the sentence that is not its full stop."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].folded in {".", "!", "?", "\u2026", ",", ";", ":", ")"}:
        last -= 1
    return last
