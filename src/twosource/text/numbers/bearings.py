"""What shows whether two numbers are of one thing: who or what it befell, for each what, where.

Only words beside the number and of its own sentence are read. What is not said stays empty.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from twosource.text.concepts import concept_of
from twosource.text.numbers.heads import find_head
from twosource.text.numbers.language import Language
from twosource.text.numbers.nouns import Counted
from twosource.text.numbers.scene import Scene
from twosource.text.numbers.surroundings import Surroundings, Token
from twosource.text.words import fold

_FARTHEST_FATE = 7
_FARTHEST_CHANGE = 6
_FARTHEST_LEAD = 3
_FARTHEST_RATE = 4
"""How many words away what bears on a number can stand."""

Step = Literal["", "to", "by", "from"]
Direction = Literal["", "up", "down"]


class Bearings(NamedTuple):
    """What a number's sentence tells of the thing that it counts; words are concepts."""

    scene: Scene = Scene()
    befell: frozenset[str] = frozenset()
    """What happened to those counted: killed, hurt, arrested."""
    kind: frozenset[str] = frozenset()
    """How they are called more closely: "foreign", "@russian"; names carry a mark."""
    limits: frozenset[tuple[str, str]] = frozenset()
    """Prepositions behind them, each with a word: ("at", "harbor"), ("who", "took placebo")."""
    does: str = ""
    """Of a share: what those counted do, "approve" in "58 percent of voters approve"."""
    per: str = ""
    """For each what: "month", "share"."""
    part: bool = False
    """Said to be some of more: "12 of the 30", "another 12"."""
    lead: str = ""
    """The telling word right before it: "mother" in "a mother of 12"."""
    bearer: str = ""
    """The nearest name before it, whose it may be."""
    step: Step = ""
    """Whether something came "to" it, "from" it, or changed "by" it."""
    direction: Direction = ""
    beside: frozenset[tuple[str, str, float, float]] = frozenset()
    """The other numbers of its sentence: unit, what is counted, low and high in base units."""


def read_bearings(
    scene: Scene, around: Surroundings, counted: Counted, skip: int, language: Language
) -> Bearings:
    """Return what bears on a number; ``skip`` words before it make its qualifier."""
    return Bearings(
        scene=scene,
        befell=_fates(around, counted, language),
        kind=_kind(around, counted, language),
        limits=_limits(around, counted, language),
        does=_deed(around, counted, language),
        per=_rate(around, counted, language),
        part=_is_part(around, counted, skip, language),
        lead=_lead(around, skip, language),
        bearer=_bearer(around, skip, language),
        step=_step(around, skip, language),
        direction=_direction(around, skip, language),
    )


def _fates(around: Surroundings, counted: Counted, language: Language) -> frozenset[str]:
    """Return what befell those counted: said behind them, else the nearest such word before."""
    if counted.unit != "count":
        return frozenset()
    table = _fate_table(language)
    found: set[str] = set()
    for token in around.behind[: counted.taken]:
        if concept_of(token.word) in table:
            found.add(concept_of(token.word))
    tokens = around.behind[counted.taken : counted.taken + _FARTHEST_FATE]
    for place, token in enumerate(tokens):
        concept = concept_of(token.word) if token.is_word else ""
        if concept in table:
            if place + 1 < len(tokens) and _is_figure(tokens[place + 1], language):
                break
            found.add(concept)
        elif (
            token.word in language.auxiliaries
            or token.word.endswith("ly")
            or token.word in language.passed_fates
            or (found and (token.word in language.joiners or token.word == language.choice))
        ):
            continue
        else:
            break
    if found:
        return frozenset(found)
    for place, token in enumerate(around.before[:_FARTHEST_FATE]):
        if _is_figure(token, language) or token.word in {";", ":"}:
            break
        concept = concept_of(token.word) if token.is_word else ""
        if concept in table:
            joined = around.word_before(place + 1) in {*language.joiners, language.choice}
            other = concept_of(around.word_before(place + 2)) if joined else ""
            return frozenset((concept, other) if other in table else (concept,))
    return frozenset()


@cache
def _fate_table(language: Language) -> frozenset[str]:
    return frozenset(concept_of(word) for word in language.fates)


def _is_figure(token: Token, language: Language) -> bool:
    return token.word[:1].isdigit() or token.word in language.ones or token.word in language.vague


def _kind(around: Surroundings, counted: Counted, language: Language) -> frozenset[str]:
    """Return the words between a figure and its noun; capitals carry a mark."""
    if counted.noun is None:
        return frozenset()
    found: set[str] = set()
    titled = around.titled
    for token in around.behind:
        if token.start >= counted.noun.start:
            break
        plain = token.is_word and not language.is_small(token.word)
        if plain and token.word not in language.passed_over | language.percent:
            found.add(("@" if token.capital and not titled else "") + concept_of(fold(token.word)))
    return frozenset(found)


def _limits(
    around: Surroundings, counted: Counted, language: Language
) -> frozenset[tuple[str, str]]:
    """Return what limits those counted: the prepositions right behind them with their nouns."""
    found: set[tuple[str, str]] = set()
    tokens = around.behind
    at = counted.taken
    while at < len(tokens):
        word = tokens[at].word
        if word in language.relative:
            words_behind = [t.word for t in tokens[at + 1 : at + 4] if t.is_word]
            found.add(("who", " ".join(concept_of(fold(w)) for w in words_behind)))
            break
        if word in language.limiting:
            head = find_head(tokens, at + 1, language, singular=True)
            end = max(_name_end(tokens, at + 1), -1 if head is None else head)
            kind = "at" if word in language.place_words else word
            named = (t.word for t in tokens[at + 1 : end + 1] if t.is_word)
            found.update((kind, concept_of(fold(w))) for w in named if not language.is_small(w))
            at = max(at, end)
        elif not tokens[at].is_word:
            break
        at += 1
    return frozenset(found)


def _name_end(tokens: tuple[Token, ...], at: int) -> int:
    """Return the index of the last capital of a name that begins at a word."""
    while at < len(tokens) and tokens[at].capital:
        at += 1
    return at - 1


def _deed(around: Surroundings, counted: Counted, language: Language) -> str:
    """Return the first telling word behind what a share is of."""
    if counted.unit not in {"percent", "share"} or counted.noun is None:
        return ""
    for token in around.behind[counted.taken :]:
        if not token.is_word:
            return ""
        if not language.is_small(token.word):
            return concept_of(fold(token.word))
    return ""


def _rate(around: Surroundings, counted: Counted, language: Language) -> str:
    """Return for each what a number is told: "a month", "per share", "annually"."""
    tokens = around.behind[counted.taken : counted.taken + _FARTHEST_RATE]
    if tokens and tokens[0].word == "-" and len(tokens) > 1:
        parts = tokens[1].word.split("-")
        if parts[0] in language.rate_words and len(parts) > 1:
            return concept_of(parts[1])
    for place, token in enumerate(tokens):
        if token.word in language.rate_adverbs:
            return concept_of(language.rate_adverbs[token.word])
        if token.word in language.rate_words and place + 1 < len(tokens):
            following = tokens[place + 1]
            known = following.word in language.durations or token.word in language.sure_rates
            if following.is_word and (known or (counted.unit == "money" and place == 0)):
                head = find_head(tokens, place + 1, language, singular=True)
                return concept_of(tokens[head].word if head else following.word)
        if place or not token.is_word:
            break
    return ""


def _is_part(around: Surroundings, counted: Counted, skip: int, language: Language) -> bool:
    lead = around.word_before(skip)
    if lead and concept_of(lead) in _fate_table(language):
        # "Killed 12 and injured dozens more": those more are all of those hurt.
        return False
    if any(around.word_before(n) in language.part_marks for n in (skip, 0)):
        return True
    for token in around.behind[: counted.taken + 1]:
        if token.word in language.more:
            return True
    if not counted.of or counted.unit != "count" or around.word_behind() != "of":
        return False
    following = around.word_behind(1)
    return following in language.determiners or following[:1].isdigit()


def _lead(around: Surroundings, skip: int, language: Language) -> str:
    """Return the telling word before a number, over one or two small words at most."""
    for token in around.before[skip : skip + _FARTHEST_LEAD]:
        if not token.is_word:
            return ""
        if not language.is_small(token.word):
            return concept_of(fold(token.word))
    return ""


def _bearer(around: Surroundings, skip: int, language: Language) -> str:
    """Return the nearest name before a number, whose it may be."""
    if around.titled:
        return ""
    for token in around.before[skip:]:
        word = token.word.removesuffix("'s")
        known = token.capital and token.is_word and len(word) > 1
        if known and not language.names_nobody(word) and not language.is_small(word):
            return concept_of(fold(word))
    return ""


def _step(around: Surroundings, skip: int, language: Language) -> Step:
    """Tell "rose to 30" from "rose from 30" and from "rose by 30" and "rose 30"."""
    word = around.word_before(skip)
    if word in language.reaching:
        return "to"
    if word in language.from_words:
        return "from"
    if word in language.changing:
        return "by"
    near = {token.word for token in around.before[skip : skip + _FARTHEST_CHANGE]}
    return "by" if word == language.by and near & language.changing else ""


def _direction(around: Surroundings, skip: int, language: Language) -> Direction:
    """Tell whether the nearest word of change before a number goes up or down."""
    for token in around.before[skip : skip + _FARTHEST_CHANGE]:
        if token.word in language.rising:
            return "up"
        if token.word in language.falling:
            return "down"
    return ""
