"""Contents parted into the assertions that they hold, and what each is compared by.

"X had been pulled back and had not been seen for two weeks, after heavy losses" holds three; each is
a stretch of the text, and the later ones take their subject from the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from twosource import weights
from twosource.records import Span
from twosource.text.house_style import house_form
from twosource.text.names import known_country
from twosource.text.numbers import Number, find_numbers
from twosource.text.sentences import sentences
from twosource.text.words import Word, stem, words

AUXILIARIES = frozenset(
    """has have had was were is are be been being am does did do will would can could may might must
    shall should hasn't haven't hadn't wasn't weren't isn't aren't doesn't didn't don't won't wouldn't
    can't couldn't shouldn't cannot""".split()
)
_STOP = AUXILIARIES | frozenset(
    """a an the this that these those some any all each every no not never nor and or but if than then
    so as at by for from in into of on onto off out over up to with without within about around
    roughly approximately nearly almost some more less least most there here it its he him his she
    her hers they them their theirs we us our i me my you your who whom whose which what when where
    why how also too very just only even still now already yet again once indeed however meanwhile
    later earlier ago while during after before since until under between among against through per
    s t monday tuesday wednesday thursday friday saturday sunday today yesterday one such other
    another both said say says saying told able going having being many much several quite rather
    may""".split()
)
_PRONOUNS = frozenset("they he she it we i these those this them".split())
_NEGATIONS = frozenset("not never no nor neither none cannot".split())
_SCOPES = {
    "some": "some",
    "several": "some",
    "few": "some",
    "many": "some",
    "part": "some",
    "most": "most",
    "all": "all",
    "every": "all",
    "entire": "all",
    "each": "all",
}
_IRREGULAR = frozenset(
    """took went came held made got saw fell rose left hit struck shot ran gave found knew began broke
    brought built bought caught chose drew drove fought fled flew grew kept led lost met paid sent set
    spent spoke stood stole taught told thought threw won wrote said became felt put cut sank sought
    taken gone given known begun broken driven fallen flown grown seen stolen written shown drawn hurt
    burst shut withdrew withdrawn slain slew bid bore split spread swept wept hid hidden dug fed""".split()
)
_NOT_VERBS = frozenset(
    """united armed so-called alleged unnamed retired limited hundred red need seed speed indeed
    injured wounded wed kindred sacred naked wicked crowded""".split()
)
_DETERMINERS = frozenset(
    "the a an his her its their our this that these those some all two three four five six seven eight nine ten up out off down back over into in on at to from more about around at least".split()
)
_CUT_WORDS = frozenset({"while", "although", "though", "whereas"})
_RELATIVES = frozenset({"where", "which", "who", "whose"})
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019.\-][^\W_]+)*|[,;:\u2014\u2013()]")
_LEAST_WORDS = 2
_NAME_WEIGHT, _WORD_WEIGHT, _NUMBER_WEIGHT = 0.7, 1.0, 1.0


class Piece(NamedTuple):
    """A stretch of a content that asserts one thing."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Assertion:
    """One assertion: its words, and what it is compared by (concepts are folded and stemmed)."""

    span: Span
    subject: frozenset[str]
    predicate: frozenset[str]
    head: str
    names: frozenset[str]
    numbers: tuple[Number, ...]
    negated: bool
    scope: str
    own_subject: bool
    loose: bool = False
    """Its subject is a pronoun: taken from before, and perhaps another."""
    concepts: frozenset[str] = field(init=False)
    """Everything that it is compared by."""
    telling: frozenset[str] = field(init=False)
    """What is said of the subject, names and numbers aside."""

    def __post_init__(self) -> None:
        """Join subject and predicate once; they are compared many times."""
        object.__setattr__(self, "concepts", self.subject | self.predicate)
        telling = (c for c in self.predicate - self.names if not c[:1].isdigit())
        object.__setattr__(self, "telling", frozenset(telling))


@cache
def _concepts() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in weights.load_json("synonyms.json"):
        for word in row:
            table.setdefault(stem(word), "=" + stem(row[0]))
    return table


def concept_of(folded: str) -> str:
    """Return what a word compares by: its stem, or the set of synonyms it stands in."""
    stemmed = stem(house_form(folded))
    return _concepts().get(stemmed, stemmed)


def part_content(
    text: str, start: int, end: int, holes: tuple[tuple[int, int], ...] = ()
) -> list[Piece]:
    """Part a content into pieces; ``holes`` are words of inner attributions, left out."""
    pieces: list[Piece] = []
    for first, last in _outside(start, end, holes):
        for a, b in sentences(text, first, last):
            if text[a:b].rstrip("\"'\u201d\u2019 ").endswith("?"):
                continue
            pieces.extend(_part_sentence(text, a, b))
    return pieces


def _outside(start: int, end: int, holes: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    at = start
    for first, last in sorted(holes):
        if first >= end or last <= at:
            continue
        if first > at:
            kept.append((at, first))
        at = max(at, last)
    if at < end:
        kept.append((at, end))
    return kept


def _is_finite(word: str, *, capital: bool) -> bool:
    if word in AUXILIARIES or word in _IRREGULAR or word.endswith("n't"):
        return True
    return len(word) > 3 and word.endswith("ed") and not capital and word not in _NOT_VERBS  # noqa: PLR2004


def _part_sentence(text: str, start: int, end: int) -> list[Piece]:
    """Cut one sentence where a new verb begins: "and had not …", ", after suffering …"."""
    tokens = [
        (m.group().casefold().replace("\u2019", "'"), m.start(), m.end(), m.group()[:1].isupper())
        for m in _TOKEN.finditer(text, start, end)
    ]
    cuts: list[tuple[int, int]] = []
    skipped: list[tuple[int, int]] = []
    seen_verb = False
    for at, (word, left, _, capital) in enumerate(tokens):
        nxt = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        third = tokens[at + 2][0] if at + 2 < len(tokens) else ""
        before = tokens[at - 1][0] if at else ""
        gerund = (
            nxt.endswith("ing")
            and len(nxt) > 4
            and not (at + 1 < len(tokens) and tokens[at + 1][3])
        )
        if word == ";" and seen_verb:
            cuts.append((left, tokens[at][2]))
        elif word == "," and nxt in _RELATIVES and seen_verb:
            close = next((i for i in range(at + 2, len(tokens)) if tokens[i][0] == ","), None)
            skipped.append((left, tokens[close][2] if close is not None else end))
        elif word in _CUT_WORDS and seen_verb:
            cuts.append((left, tokens[at][2]))
        elif word in {"and", "but"} and seen_verb:
            following = (
                third if nxt in {"then", "later", "also", "now", "even", "never", "still"} else nxt
            )
            if nxt == "that" or following in AUXILIARIES:
                cuts.append((left, tokens[at + 1][2] if nxt == "that" else tokens[at][2]))
            elif (
                (
                    _is_finite(following, capital=False)
                    and third
                    and (before == "," or third in _DETERMINERS or third[:1].isdigit())
                )
                or (gerund and (third in _DETERMINERS or third[:1].isdigit()) and before != "both")
                or (before == "," and _has_subject_and_verb(tokens, at + 1))
            ):
                cuts.append((left, tokens[at][2]))
        elif (
            word == ","
            and seen_verb
            and (
                gerund
                or (
                    _is_finite(nxt, capital=False)
                    and nxt not in AUXILIARIES
                    and third in _DETERMINERS
                )
            )
        ):
            cuts.append((left, tokens[at][2]))
        elif word == "after" and gerund and seen_verb:
            cuts.append((left, left))
        seen_verb = seen_verb or _is_finite(word, capital=capital) or word == "to"
    pieces: list[Piece] = []
    at_place = start
    for left, right in [*sorted(cuts), (end, end)]:
        if left < at_place:
            continue
        for a, b in _outside(at_place, left, tuple(skipped)):
            trimmed = _trim(text, a, b)
            if trimmed is not None:
                pieces.append(trimmed)
        at_place = right
    return pieces


def _has_subject_and_verb(tokens: list[tuple[str, int, int, bool]], at: int) -> bool:
    """Tell whether a clause with its own subject begins here: "and the dam has burst"."""
    window = tokens[at : at + 8]
    verb = next(
        (i for i, t in enumerate(window) if t[0] in AUXILIARIES or t[0] in _IRREGULAR), None
    )
    return verb is not None and verb >= 1 and not any(t[0] == "," for t in window[:verb])


def _trim(text: str, start: int, end: int) -> Piece | None:
    """Trim spaces, commas and joining words from a piece; None when too little is left."""
    lead = re.compile(r"[\s,;:\u2014\u2013\"'\u201c\u2018(]+|(?:and|but|that|so)\b(?=\s)")
    moved = True
    while moved:
        found = lead.match(text, start, end)
        moved = bool(found and found.end() > start)
        start = found.end() if found and moved else start
    while end > start and text[end - 1] in " \t\n\u00a0,;:.\u2014\u2013\"'\u201d\u2019(!":
        end -= 1
    return Piece(start, end) if len(words(text, start, end)) >= _LEAST_WORDS else None


def read_piece(
    text: str, article: str, piece: Piece, inherited: frozenset[str] = frozenset()
) -> Assertion | None:
    """Return what a piece asserts; a piece without a subject of its own takes ``inherited``."""
    found = words(text, piece.start, piece.end)
    finite = next(
        (
            i
            for i, w in enumerate(found)
            if _is_finite(w.folded, capital=text[w.start].isupper() and i > 0)
            and not (i and found[i - 1].folded in {"a", "an", "the"})
        ),
        None,
    )
    begins_bare = finite == 0 or (
        finite is not None and finite == 1 and found[0].folded in {"not", "never", "also"}
    )
    infinitive = bool(found) and found[0].folded == "to"
    participle = (
        bool(found)
        and (found[0].folded.endswith("ing") or found[0].folded in {"after", "by"})
        and len(found[0].folded) > 1
    )
    pronoun = bool(found) and found[0].folded in _PRONOUNS and (finite is None or finite <= 2)  # noqa: PLR2004
    own = (
        finite is not None and not begins_bare and not infinitive and not participle and not pronoun
    )
    if participle:
        finite = None
    split = finite if own and finite is not None else 0
    concepts = _concept_words(text, found)
    subject = frozenset(c for i, c, _ in concepts if i < split)
    predicate = frozenset(c for i, c, _ in concepts if i >= split)
    names = frozenset(c for _, c, is_name in concepts if is_name)
    if not own:
        subject = inherited
    if not predicate:
        return None
    head = ""
    begin = split
    while begin < len(found) and (
        found[begin].folded in _STOP or found[begin].folded.endswith(("ly", "n't"))
    ):
        begin += 1
    if begin < len(found) and (finite is not None or participle or infinitive):
        head = concept_of(found[begin].folded)
    scope = next(
        (_SCOPES[w.folded] for w in found[: split or len(found)] if w.folded in _SCOPES), ""
    )
    negated = any(w.folded in _NEGATIONS or w.folded.endswith("n't") for w in found)
    return Assertion(
        span=Span(article, piece.start, piece.end),
        subject=subject,
        predicate=predicate,
        head=head,
        names=names,
        numbers=tuple(find_numbers(text, piece.start, piece.end)),
        negated=negated,
        scope=scope,
        own_subject=own,
    )


def with_subject(assertion: Assertion, subject: frozenset[str]) -> Assertion:
    """Return an assertion whose pronoun takes its subject from elsewhere."""
    return replace(assertion, subject=subject, loose=True)


def is_pronoun_led(text: str, piece: Piece) -> bool:
    """Tell whether a piece begins with a pronoun: its subject stands in a sentence before."""
    found = words(text, piece.start, piece.end)
    return bool(found) and found[0].folded in _PRONOUNS


def _concept_words(text: str, found: list[Word]) -> list[tuple[int, str, bool]]:
    """Return (index, concept, is a name) of the telling words; countries by whatever name are one."""
    result: list[tuple[int, str, bool]] = []
    at = 0
    while at < len(found):
        word = found[at]
        capital = text[word.start].isupper()
        if capital:
            country = None
            for size in (3, 2, 1):
                group = found[at : at + size]
                if len(group) == size:
                    country = known_country(text[group[0].start : group[-1].end])
                if country is not None:
                    result.append((at, "@" + country.name, True))
                    at += size
                    break
            if country is not None:
                continue
        if word.folded in _STOP or word.folded.removesuffix("'s") in _STOP:
            at += 1
            continue
        is_name = capital and at > 0
        result.append((at, concept_of(word.folded), is_name))
        at += 1
    return result


def weight_of(concept: str, names: frozenset[str]) -> float:
    """Return how much a shared concept counts: names less than what is said of them."""
    if concept in names:
        return _NAME_WEIGHT
    return _NUMBER_WEIGHT if concept[:1].isdigit() else _WORD_WEIGHT
