"""What each assertion is compared by: its words as concepts, its subject, verb, numbers, "not".

A piece without a subject of its own takes the subject of the piece before.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from twosource.claims.parting import Piece
from twosource.claims.verbs import (
    AUXILIARIES,
    DYING,
    FORMS_OF_BE,
    INTENDING,
    MODALS,
    is_finite,
    is_participle,
)
from twosource.records import Span
from twosource.text.concepts import concept_of
from twosource.text.names import known_country
from twosource.text.numbers import Number, find_numbers
from twosource.text.quantifiers import SCOPES, is_negation
from twosource.text.words import Word, words

_STOP = AUXILIARIES | frozenset(
    """a an the this that these those some any all each every no not never nor and or but if than
    then so as at by for from in into of on onto off out over up to with without within about around
    roughly approximately nearly almost some more less least most there here it its he him his she
    her hers they them their theirs we us our i me my you your who whom whose which what when where
    why how also too very just only even still now already yet again once indeed however meanwhile
    later earlier ago while during after before since until under between among against through per
    s t monday tuesday wednesday thursday friday saturday sunday today yesterday one such other
    another both said say says saying told able going having being many much several quite rather
    may""".split()
)
_PRONOUNS = frozenset("they he she it we i these those this them".split())
_BEFORE_PARTICIPLE = frozenset({"after", "by", "without"})
_BEHIND_AGENT = frozenset(
    "in on at after before during from with near when while as for since until under".split()
)
_FARTHEST_VERB_OF_PRONOUN = 2


Mood = Literal["done", "to come", ""]


_FIRST_YEAR, _LAST_YEAR = 1900, 2100


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
    undergone: bool = False
    """Its subject undergoes what is told: "was shot", "died"."""
    agents: frozenset[str] = frozenset()
    """By whom, where that is told: "was shot by …"."""
    mood: Mood = ""
    """Said to be done, or still to come: "has burst", "could burst"; empty where unclear."""
    concepts: frozenset[str] = field(init=False)
    """Everything that it is compared by."""
    telling: frozenset[str] = field(init=False)
    """What is said of the subject, names and numbers aside."""
    years: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Join subject and predicate once; they are compared many times."""
        object.__setattr__(self, "concepts", self.subject | self.predicate)
        telling = (c for c in self.predicate - self.names if not c[:1].isdigit())
        object.__setattr__(self, "telling", frozenset(telling))
        object.__setattr__(self, "years", frozenset(c for c in self.concepts if _is_year(c)))


def _is_year(concept: str) -> bool:
    if not concept.isascii() or not concept.isdigit() or len(concept) != len(str(_LAST_YEAR)):
        return False
    return _FIRST_YEAR <= int(concept) <= _LAST_YEAR


def read_piece(
    text: str, article: str, piece: Piece, inherited: frozenset[str] = frozenset()
) -> Assertion | None:
    """Return what a piece asserts; a piece without a subject of its own takes ``inherited``."""
    found = words(text, piece.start, piece.end)
    if not found:
        return None
    opening = found[0].folded
    participle = opening in _BEFORE_PARTICIPLE or (opening.endswith("ing") and len(opening) > 1)
    finite = None if participle else _find_finite(text, found)
    own = finite is not None and not _lacks_subject(found, finite)
    split = finite if own and finite is not None else 0
    concepts = _concept_words(text, found)
    predicate = frozenset(c for i, c, _ in concepts if i >= split)
    if not predicate:
        return None
    verb = _find_verb(found, split)
    has_verb = verb < len(found) and (finite is not None or participle or opening == "to")
    passive = has_verb and _is_passive(found, split, verb)
    numbers = tuple(find_numbers(text, piece.start, piece.end))
    return Assertion(
        span=Span(article, piece.start, piece.end),
        subject=frozenset(c for i, c, _ in concepts if i < split) if own else inherited,
        predicate=predicate,
        head=concept_of(found[verb].folded) if has_verb else "",
        names=frozenset(c for _, c, is_name in concepts if is_name),
        numbers=numbers,
        negated=_is_negated(found, numbers),
        scope=next(
            (SCOPES[w.folded] for w in found[: split or len(found)] if w.folded in SCOPES), ""
        ),
        own_subject=own,
        undergone=passive or (has_verb and found[verb].folded in DYING),
        agents=_agents(found, concepts, verb) if passive else frozenset(),
        mood=_mood(found, split, verb, has_finite=finite is not None),
    )


def _is_negated(found: list[Word], numbers: tuple[Number, ...]) -> bool:
    """Tell whether a "not" denies what is told; that of "no more than 12" only bounds a number."""
    return found[0].folded == "without" or any(
        is_negation(w.folded) and not any(n.whole[0] <= w.start < n.end for n in numbers)
        for w in found
    )


def _find_finite(text: str, found: list[Word]) -> int | None:
    """Return the index of the first finite verb; what stands behind an article is none."""
    for at, word in enumerate(found):
        behind_article = at > 0 and found[at - 1].folded in {"a", "an", "the"}
        capital = at > 0 and text[word.start].isupper()
        if not behind_article and is_finite(word.folded, capital=capital):
            return at
    return None


def _lacks_subject(found: list[Word], finite: int) -> bool:
    """Tell whether a piece begins with its verb, with "to", or with a pronoun."""
    opening = found[0].folded
    bare = finite == 0 or (finite == 1 and opening in {"not", "never", "also"})
    pronoun = opening in _PRONOUNS and finite <= _FARTHEST_VERB_OF_PRONOUN
    return bare or pronoun or opening == "to"


def _find_verb(found: list[Word], split: int) -> int:
    """Return the index of the telling verb: behind auxiliaries and adverbs."""
    at = split
    while at < len(found) and (
        found[at].folded in _STOP or found[at].folded.endswith(("ly", "n't"))
    ):
        at += 1
    return at


def _is_passive(found: list[Word], split: int, verb: int) -> bool:
    be = any(w.folded in FORMS_OF_BE for w in found[split:verb])
    return be and is_participle(found[verb].folded)


def _agents(found: list[Word], concepts: list[tuple[int, str, bool]], verb: int) -> frozenset[str]:
    """Return by whom it was done: the telling words behind "by", up to the next preposition."""
    by = next((i for i in range(verb, len(found)) if found[i].folded == "by"), None)
    if by is None:
        return frozenset()
    end = next(
        (i for i in range(by + 1, len(found)) if found[i].folded in _BEHIND_AGENT), len(found)
    )
    return frozenset(c for i, c, _ in concepts if by < i < end and not c[:1].isdigit())


def _mood(found: list[Word], split: int, verb: int, *, has_finite: bool) -> Mood:
    """Tell whether it is said to have happened or to be still to come, as far as words show."""
    last = min(verb + 1, len(found)) if has_finite else len(found)
    for at in range(split, last):
        following = found[at + 1].folded if at + 1 < len(found) else ""
        after_not = found[at + 2].folded if at + 2 < len(found) else ""
        if found[at].folded in MODALS:
            # "may have left" doubts what is past; "may leave" looks ahead.
            return "" if "have" in {following, after_not} else "to come"
        if found[at].folded in INTENDING and following == "to":
            return "to come"
    return "done" if has_finite else ""


def with_subject(assertion: Assertion, subject: frozenset[str]) -> Assertion:
    """Return an assertion whose pronoun takes its subject from elsewhere."""
    return replace(assertion, subject=subject, loose=True)


def is_pronoun_led(text: str, piece: Piece) -> bool:
    """Tell whether a piece begins with a pronoun: its subject stands in a sentence before."""
    found = words(text, piece.start, piece.end)
    return bool(found) and found[0].folded in _PRONOUNS


def _concept_words(text: str, found: list[Word]) -> list[tuple[int, str, bool]]:
    """Return (index, concept, is a name) of the telling words; a country has one name."""
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
