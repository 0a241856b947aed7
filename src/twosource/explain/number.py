"""Tells the number of a claim in one breath: never alone, always with what it rests on.

"1 line · 2 voices", then why it is no more: "both only as AFP tells it; a second text that heard
either of them would make it 2."
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from twosource.explain.chains import (
    Hold,
    holds,
    is_text,
    lines_without,
    nodes_by_id,
    relays_on_every_way,
    successors,
    voices_of,
    voices_that_would_add,
)
from twosource.explain.evidence import (
    Evidence,
    count_of,
    enumerate_in_words,
    name_in_prose,
)
from twosource.explain.typeset import clip
from twosource.records import SOURCE_NOT_STATED, Claim, Family, Node, Span
from twosource.text.names.vocabulary import PLURAL_UNNAMED

PAIR = 2
MAY_BE_THE_SAME = "may-be-the-same"
WORDS_QUOTED = 50
_SMALL_WORD = re.compile(r" (?:of|in|at|for|from|with|close|familiar|who) ")
_ALL = {2: "both", 3: "all three", 4: "all four", 5: "all five"}


class Told(NamedTuple):
    """The number, why it is that number, and what would raise or lower it; all in words."""

    number: str
    because: str
    raises: tuple[str, ...]
    lowers: tuple[str, ...]


def tell_number(evidence: Evidence, claim: Claim) -> Told:
    """Say how many lines and voices a claim has, why, and what would change it."""
    if not claim.lines:
        return Told(
            "0 lines",
            "nobody in your pages asserts it",
            ("A text in which somebody asserts it would make it 1.",),
            (),
        )
    return Told(
        tell_count(claim),
        tell_because(evidence, claim),
        tell_raises(evidence, claim),
        tell_lowers(evidence, claim),
    )


def tell_count(claim: Claim) -> str:
    """Give the number with its voices: "1 line · 2 voices"."""
    if claim.about == "speech":
        return count_of(claim.lines, "line")
    if claim.voices and all(voice.id == SOURCE_NOT_STATED for voice in claim.voices):
        return f"{count_of(claim.lines, 'line')} · source not stated"
    return f"{count_of(claim.lines, 'line')} · {count_of(len(claim.voices), 'voice')}"


def name_node(evidence: Evidence, claim: Claim, node: str) -> str:
    """Name a node of a claim's graph as a sentence does; a text is named by where it stands."""
    record = nodes_by_id(claim.graph).get(node)
    if node == SOURCE_NOT_STATED:
        return _name_unknown_maker(evidence, claim) or "a source not stated"
    if record is None:
        origin = evidence.origin.get(node)
        return name_in_prose(origin) if origin else evidence.shorten(node)
    if is_text(record):
        return name_text(evidence, record)
    return name_in_prose(record.origin or evidence.origin.get(node))


def guesses(claim: Claim, node: str) -> tuple[Span, ...]:
    """Return the words that name speakers who were held, on a guess, to be the one of a node."""
    found = {
        span
        for edge in claim.graph.edges
        if edge.source == node
        for reason in edge.why
        if reason.rule == MAY_BE_THE_SAME
        for span in reason.spans[:1]
    }
    return tuple(sorted(found))


def name_as_told(evidence: Evidence, claim: Claim, node: str, told: Collection[Span]) -> str:
    """Name a node as the pages do where ``told``, their words for it, were only taken for it."""
    guessed = set(guesses(claim, node))
    if not told or not guessed.issuperset(told):
        return name_node(evidence, claim, node)
    return enumerate_in_words(_quote_each(evidence, told))


def _quote_each(evidence: Evidence, spans: Iterable[Span]) -> list[str]:
    """Quote words once each, however often the pages write them."""
    said = (f"“{clip(evidence.words(one), WORDS_QUOTED)}”" for one in sorted(spans))
    return list({words.casefold(): words for words in said}.values())


def name_text(evidence: Evidence, node: Node) -> str:
    """Name a text of a graph: the article, or the one text that several articles carry.

    Two outlets with one text must not be read as two sources.
    """
    family = evidence.family.get(node.family or node.id.removeprefix("text:"))
    if family is None:
        return "a text that is not held"
    held = name_held(evidence, family)
    if len(family.witnesses) > 1:
        return f"the one text in {held}"
    return f"an {held}" if held.startswith("unnamed ") else held


def _name_unknown_maker(evidence: Evidence, claim: Claim) -> str:
    """Name whoever made the texts that rendered words and that no page names a maker of."""
    if claim.about != "speech":
        return ""
    nodes = nodes_by_id(claim.graph)
    texts = [
        name_text(evidence, nodes[one])
        for one in successors(claim.graph).get(SOURCE_NOT_STATED, ())
        if one in nodes
    ]
    if len(texts) == 1 and texts[0].startswith("an unnamed "):
        return texts[0]
    if len(texts) == 1:
        return f"the unknown maker of {texts[0]}"
    return f"unknown makers, perhaps one, of {enumerate_in_words(sorted(texts))}" if texts else ""


def name_maker(evidence: Evidence, claim: Claim, node: str) -> str:
    """Name who rendered words: an outlet or agency, or whoever made a text that names nobody."""
    record = nodes_by_id(claim.graph).get(node)
    name = name_node(evidence, claim, node)
    if is_text(record) and name.startswith("the one text "):
        return f"the unknown maker of {name}"
    return name


def name_held(evidence: Evidence, family: Family) -> str:
    """Name a text by the places where the reader holds it."""
    return evidence.name_articles(evidence.order(family.witnesses))


def tell_because(evidence: Evidence, claim: Claim) -> str:
    """Say why the number is no more than it is, one clause for each group of voices."""
    if claim.about == "speech":
        makers = [name_maker(evidence, claim, voice) for voice in voices_of(claim)]
        if len(makers) == 1:
            return f"heard and told by {makers[0]} alone"
        if len(makers) == claim.lines:
            return f"heard and told, each in its own words, by {enumerate_in_words(makers)}"
        return f"told by {enumerate_in_words(makers)}, but not each by its own way"
    held = holds(claim)
    own = [hold for hold in held if _is_own(hold)]
    clauses = [_because_of(evidence, claim, hold) for hold in held if hold not in own]
    if own:
        clauses.append(_tell_own_ways(evidence, claim, own))
    clauses.extend(tell_guesses(evidence, claim))
    text = "; ".join(clauses)
    adding = voices_that_would_add(claim)
    if adding:
        more = claim.lines + 1
        who = _either(evidence, claim, adding)
        return f"{text}; one more text that heard {who} would make it {more}"
    return f"{text}; another source, told by another maker, would make it {claim.lines + 1}"


def tell_guesses(evidence: Evidence, claim: Claim) -> list[str]:
    """Say which speakers count as one only because nothing shows that they are several."""
    told = []
    for node in claim.graph.nodes:
        words = _quote_each(evidence, guesses(claim, node.id)) if node.kind == "voice" else []
        if words:
            name = name_node(evidence, claim, node.id)
            told.append(f"{enumerate_in_words(words)} may mean {name}, so they count as one")
    return told


def _because_of(evidence: Evidence, claim: Claim, hold: Hold) -> str:
    unstated = SOURCE_NOT_STATED in hold.voices
    through = [one for one in hold.through if one not in hold.voices]
    if unstated:
        return tell_not_stated(evidence, claim)
    names = [name_node(evidence, claim, voice) for voice in hold.voices]
    if len(names) == len(claim.voices):
        who = "only" if len(names) == 1 else f"{_ALL.get(len(names), f'all {len(names)}')} only"
    else:
        who = f"{enumerate_in_words(names)} only"
    relays = [name_node(evidence, claim, one) for one in through]
    tells = _verb(claim, tuple(through), "tells", "tell")
    return f"{who} as {enumerate_in_words(relays)} {tells} it"


def _is_own(hold: Hold) -> bool:
    """Tell whether voices come to the reader through nothing that they have to share."""
    return SOURCE_NOT_STATED not in hold.voices and set(hold.through) <= set(hold.voices)


def _tell_own_ways(evidence: Evidence, claim: Claim, own: list[Hold]) -> str:
    voices = tuple(voice for hold in own for voice in hold.voices)
    names = enumerate_in_words([name_node(evidence, claim, one) for one in voices])
    if len(claim.voices) == 1:
        says = f"only {names} {_verb(claim, voices, 'says', 'say')} so"
        shared = relays_on_every_way(claim.graph)
        if not shared:
            return says
        relay = name_node(evidence, claim, shared[0])
        return f"{says}, and only as {relay} {_verb(claim, shared[:1], 'tells', 'tell')} it"
    return f"{names} by another way" if len(voices) == 1 else f"{names}, each by a separate way"


def tell_not_stated(evidence: Evidence, claim: Claim) -> str:
    """Say who passes the claim on without saying, in the reader's pages, who told it."""
    told = successors(claim.graph).get(SOURCE_NOT_STATED, ())
    names = [name_node(evidence, claim, one) for one in told]
    if len(names) == 1:
        does = _verb(claim, told, "does", "do")
        return f"{names[0]} {does} not say, in your pages, who told it"
    if not names:
        return "no page says who told it"
    nobody = "neither" if len(names) == PAIR else "none"
    joined = enumerate_in_words(names, last="nor" if len(names) == PAIR else "and")
    return f"{nobody} of {joined} says, in your pages, who told it" if len(names) > PAIR else (
        f"neither {joined} says, in your pages, who told it"
    )  # fmt: skip


def _either(evidence: Evidence, claim: Claim, voices: tuple[str, ...]) -> str:
    """Name the voices that one more text would have to hear."""
    if len(voices) == len(claim.voices) == 1:
        return f"{name_node(evidence, claim, voices[0])} directly"
    if len(voices) == len(claim.voices):
        return "either of them itself" if len(voices) == PAIR else "any of them itself"
    names = [name_node(evidence, claim, voice) for voice in voices]
    return f"{enumerate_in_words(names, last='or')} itself"


def _verb(claim: Claim, ids: tuple[str, ...], one: str, many: str) -> str:
    """Choose the number of a verb: many for several, and for a group named in the plural."""
    if len(ids) != 1:
        return many
    node = nodes_by_id(claim.graph).get(ids[0])
    origin = node.origin if node else None
    if origin is not None and origin.name.casefold() in PLURAL_UNNAMED:
        return many
    if origin is None or origin.kind != "unnamed":
        return one
    # "officials of the board" are many: the head of a name stands before its first small word.
    head = _SMALL_WORD.split(origin.name, maxsplit=1)[0]
    return many if head.endswith("s") or " and " in origin.name else one


def tell_raises(evidence: Evidence, claim: Claim) -> tuple[str, ...]:
    """Say what would raise the number."""
    more = claim.lines + 1
    told = []
    if claim.about == "speech":
        told.append(
            f"One more text that heard it said, in its own rendering, would make it {more}."
        )
        return tuple(told)
    adding = voices_that_would_add(claim)
    for_names = [name_node(evidence, claim, voice) for voice in adding]
    bottleneck = [one for one in claim.rests_on if one not in {v.id for v in claim.voices}]
    if for_names:
        without = enumerate_in_words(
            [name_node(evidence, claim, one) for one in bottleneck], last="or"
        )
        aside = f", without going through {without}," if without else ""
        told.append(
            f"One more text that heard {enumerate_in_words(for_names, last='or')} itself{aside} "
            f"would make it {more}."
        )
    if SOURCE_NOT_STATED in {voice.id for voice in claim.voices}:
        told.append(
            "A page that names the source would say whose word this is; until then all who name "
            "nobody count as one, because it may be one and the same source."
        )
    told.append(
        f"Another source with knowledge of its own, told by another maker, would make it {more}."
    )
    return tuple(told)


def tell_lowers(evidence: Evidence, claim: Claim) -> tuple[str, ...]:
    """Say what would lower the number, and how much hangs on each node it rests on."""
    names = [name_node(evidence, claim, one) for one in claim.rests_on]
    told = []
    if len(names) == 1:
        told.append(
            f"It rests on {names[0]}: if {names[0]} were wrong, "
            "nothing in your pages would be left of it."
        )
    elif names:
        both = "both" if len(names) == PAIR else "all of them"
        told.append(
            f"It rests on {enumerate_in_words(names)}: only if {both} were wrong would nothing in "
            "your pages be left of it."
        )
        told.extend(
            f"Without {name}, {count_of(lines_without(claim, node), 'line')} would be left."
            for name, node in zip(names, claim.rests_on, strict=True)
        )
        told.append(
            f"It would fall if a page showed that one of them took it from another, or that "
            f"{'both' if len(names) == PAIR else 'several'} took it from one source."
        )
    return tuple(told)


def tell_through(evidence: Evidence, claim: Claim) -> str:
    """Name the voices of a claim, each with those it passed through before any text was made."""
    nodes, told = nodes_by_id(claim.graph), successors(claim.graph)

    def makes(node: str) -> bool:
        return any(is_text(nodes[step]) for step in told.get(node, ()) if step in nodes)

    grouped: dict[tuple[str, ...], list[str]] = {}
    for voice in claim.voices:
        passed = tuple(
            step for step in told.get(voice.id, ())
            if step in nodes and nodes[step].kind == "relay" and not makes(step)
        )  # fmt: skip
        name = (
            "source not stated"
            if voice.id == SOURCE_NOT_STATED
            else name_node(evidence, claim, voice.id)
        )
        grouped.setdefault(passed, []).append(name)
    parts = []
    for passed, names in grouped.items():
        said = enumerate_in_words(names)
        relays = enumerate_in_words([name_node(evidence, claim, one) for one in passed], last="and")
        parts.append(f"{said}, through {relays}" if relays else said)
    return "; ".join(parts)
