"""Why a claim has its number: every way on which it came to the pages, step by step."""

from __future__ import annotations

from itertools import pairwise

from twosource.explain.account import Quote, Sentence
from twosource.explain.chains import Chain, chains, is_text, nodes_by_id
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    count_of,
    enumerate_in_words,
)
from twosource.explain.number import name_as_told, name_held, name_maker, name_node
from twosource.explain.reasons import tell_reason
from twosource.explain.why.sections import MOST_QUOTES
from twosource.records import SOURCE_NOT_STATED, Claim, Edge, Member, Reason, Span

MOST_CHAINS = 12


def tell_ways(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    """Tell every way on which a claim came to the pages, from who said it to where it stands."""
    ways = chains(claim.graph)
    quoted: set[str] = set()
    told = []
    for chain in ways[:MOST_CHAINS]:
        text = _tell_chain(evidence, claim, chain)
        quotes = _quotes_of(evidence, claim, chain)
        # The same words are quoted below the first way that needs them, not below each.
        fresh = tuple(quote for quote in quotes if quote.text not in quoted)
        quoted.update(quote.text for quote in quotes)
        told.append(Sentence(text, fresh))
    if len(ways) > MOST_CHAINS:
        told.append(Sentence(f"… and {count_of(len(ways) - MOST_CHAINS, 'more way')}."))
    return tuple(told)


def _tell_chain(evidence: Evidence, claim: Claim, chain: Chain) -> str:
    if chain.voices == (chain.text,):
        return begin_sentence(name_maker(evidence, claim, chain.text))
    voices = [_name_on_way(evidence, claim, chain, one) for one in chain.voices]
    steps = [enumerate_in_words(voices)]
    steps.extend(name_node(evidence, claim, one) for one in chain.relays)
    text = nodes_by_id(claim.graph).get(chain.text)
    family = evidence.family.get(
        (text.family if text else None) or chain.text.removeprefix("text:")
    )
    if family is not None:
        makers = {lost.origin.id for lost in family.lost if lost.origin}
        if chain.relays and chain.relays[-1] in makers:
            steps[-1] += " (its own text is not in your pages)"
        held = name_held(evidence, family)
        if not _are_one_name(steps[-1], held):
            steps.append(held)
    sure = {(edge.source, edge.target) for edge in claim.graph.edges if not edge.inferred}
    walk = (chain.voices[0], *chain.relays, chain.text)
    guessed = any(pair not in sure for pair in pairwise(walk))
    return begin_sentence(" → ".join(steps)) + (" (a step of this is inferred)" if guessed else "")


def _name_on_way(evidence: Evidence, claim: Claim, chain: Chain, voice: str) -> str:
    """Name a voice as the text at the end of a way does, and whom that was taken to mean."""
    onward = chain.relays[0] if chain.relays else chain.text
    text = nodes_by_id(claim.graph).get(chain.text)
    family = evidence.family.get((text.family if text else None) or "")
    told = {
        reason.spans[0]
        for edge in claim.graph.edges
        if (edge.source, edge.target) == (voice, onward)
        for reason in edge.why
        if reason.rule == "attributed-to"
        and reason.spans
        and family is not None
        and reason.spans[0].article in family.witnesses
    }
    shown = name_node(evidence, claim, voice)
    said = name_as_told(evidence, claim, voice, told)
    return said if said == shown else f"{said} (perhaps {shown})"


def _are_one_name(maker: str, text: str) -> bool:
    """Tell whether a maker and its own text are called alike, so that the step says nothing."""
    one, other = (name.removeprefix("the ").removeprefix("an ") for name in (maker, text))
    return one.removeprefix("unknown maker of the ") == other


def _quotes_of(evidence: Evidence, claim: Claim, chain: Chain) -> tuple[Quote, ...]:
    """Quote what the text at the end of a way says, once, naming the other places that say it."""
    family = nodes_by_id(claim.graph)[chain.text].family or chain.text.removeprefix("text:")
    on_way = {*chain.voices, *chain.relays}
    ranked: list[tuple[int, str, Member]] = []
    for member in claim.members:
        article = evidence.member_article(member)
        inside = article and evidence.family_of.get(article)
        if (
            (member.stance == "declines" and claim.about == "world")
            or not inside
            or inside.id != family
        ):
            continue
        statement = evidence.statement.get(member.statement or "")
        named = {one.id for one in (*statement.speakers, *statement.relays)} if statement else set()
        ranked.append((-len(on_way & named), article or "", member))
    if not ranked:
        return ()
    best = min(rank for rank, _, _ in ranked)
    by_article: dict[str, list[Member]] = {}
    for rank, article, member in ranked:
        if rank == best:
            by_article.setdefault(article, []).append(member)
    order = evidence.order(by_article)
    found = {span for member in by_article[order[0]] if (span := evidence.member_words(member))}
    quotes = [*evidence.quotes(found)[:MOST_QUOTES]]
    if len(order) > 1 and quotes:
        others = evidence.name_articles(order[1:])
        quotes[-1] = quotes[-1]._replace(place=f"{quotes[-1].place}; likewise in {others}")
    return tuple(quotes)


def tell_steps(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    """Say how each step is known: steps with the same reasons together, equal words once."""
    # Why copies are one text is told under its own heading.
    folded = {
        reason
        for node in claim.graph.nodes
        if (family := evidence.family.get(node.family or ""))
        for reason in family.why
    }
    alike: dict[tuple[str, bool, str | None, tuple[Span, ...]], list[str]] = {}
    for edge in _edges_along_ways(claim):
        by_rule: dict[str | None, set[Span]] = {}
        for reason in edge.why:
            if reason not in folded:
                by_rule.setdefault(reason.rule, set()).update(reason.spans[:1])
        if not by_rule and edge.inferred:
            by_rule[None] = set()
        for rule, shown in sorted(by_rule.items(), key=lambda one: one[0] or ""):
            key = (edge.target, edge.inferred, rule, tuple(sorted(shown)))
            alike.setdefault(key, []).append(edge.source)
    told = []
    for (target, inferred, rule, spans), sources in alike.items():
        names = [name_as_told(evidence, claim, one, spans) for one in sources]
        reached = name_node(evidence, claim, target)
        if len(names) == 1 and _are_one_name(names[0], reached):
            if not inferred:
                continue
            reached = "its text"
        mark = ", inferred" if inferred else ""
        step = f"{enumerate_in_words(names)} → {reached}{mark}"
        if sources == [SOURCE_NOT_STATED] and claim.about == "speech":
            because = "No page says who made this text."
        else:
            because = (
                tell_reason(evidence, Reason(rule, 1.0)).text.replace(": …", "") if rule else ""
            )
        text = f"{begin_sentence(step)}. {because}".rstrip()
        told.append(Sentence(text, evidence.quotes(spans), rule))
    return tuple(told)


def _edges_along_ways(claim: Claim) -> list[Edge]:
    """Give the edges of a claim in the order in which its ways pass them."""
    place: dict[tuple[str, str], int] = {}
    for chain in chains(claim.graph):
        for voice in chain.voices:
            for step in pairwise((voice, *chain.relays, chain.text)):
                place.setdefault(step, len(place))
    last = len(place)
    return sorted(
        claim.graph.edges,
        key=lambda one: (place.get((one.source, one.target), last), one.source, one.target),
    )


def tell_folded(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    """Tell which copies are counted as one text."""
    told = []
    for node in claim.graph.nodes:
        family = evidence.family.get(node.family or "") if is_text(node) else None
        if family is None or len(family.witnesses) == 1:
            continue
        of = f": {evidence.name_family(family)}" if family.archetype is None and family.lost else ""
        places = name_held(evidence, family)
        # All its reasons are told once, of the text itself, and not again below each of its claims.
        why = f"Why they are one text: [{evidence.shorten(family.id)}]."
        text = f"{begin_sentence(places)} carry one text{of}. It counts once. {why}"
        told.append(Sentence(text))
    return tuple(told)
