"""Why a record is what it is: its reasons as sentences, each with its quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from twosource.explain.account import Explanation, Quote, Section, Sentence
from twosource.explain.chains import Chain, chains, is_text, nodes_by_id
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    count_of,
    enumerate_in_words,
    name_in_prose,
    speak_date,
    speak_published,
    speak_span_of_time,
)
from twosource.explain.number import name_as_told, name_held, name_maker, name_node, tell_number
from twosource.explain.reasons import tell_reason, tell_reasons, tell_refusal_reason
from twosource.explain.typeset import clip, visible
from twosource.explain.wording import (
    DIFFERENCE_IN_WORDS,
    KIND_IN_WORDS,
    act_in_words,
    part_in_words,
)
from twosource.records import (
    SOURCE_NOT_STATED,
    Article,
    Claim,
    Derivation,
    Edge,
    Family,
    Member,
    Origin,
    Page,
    Reason,
    Span,
    Stance,
    Statement,
    Story,
)
from twosource.text.names import is_disguised, key_of, skeleton
from twosource.text.words import stem, words

MOST_CHAINS = 12
MOST_QUOTES = 2
MOST_PASSAGES = 3
MOST_STATEMENTS = 12
PERCENT = 100
SAME_EVENT = "same-event"
TAKES_UP = "takes-up"
TELLING_LETTERS = 4
"""Words shorter than this tell nothing of what is spoken about."""
SHARED_LETTERS = 40
"""Shared words longer than this are quoted in lines of their own."""
PAIR = 2
SHARED_WORDS = 2
"""An answer with so many telling words of the claim speaks of it in words of its own."""
_ANSWERS: tuple[tuple[Stance, str, str], ...] = (
    ("confirms", "Confirms", ""),
    ("denies", "Denies", "No denial was found in your pages."),
    ("declines", "Declines to comment, which neither confirms nor denies", ""),
)


def explain(evidence: Evidence, identity: str) -> Explanation:
    """Say why the record with this full id is what it is.

    Raises ``KeyError`` when no record has the id.
    """
    tellers: tuple[tuple[dict[str, object], Callable[..., Explanation]], ...] = (
        (dict(evidence.claim), explain_claim),
        (dict(evidence.statement), explain_statement),
        (dict(evidence.family), explain_family),
        (dict(evidence.derivation), explain_derivation),
        (dict(evidence.story), explain_story),
        (dict(evidence.article), explain_article),
        (dict(evidence.page), explain_page),
        (dict(evidence.origin), explain_origin),
    )
    for records, tell in tellers:
        if identity in records:
            return tell(evidence, records[identity])
    raise KeyError(identity)


# Claims.


def explain_claim(evidence: Evidence, claim: Claim) -> Explanation:
    """Say why a claim has its number: the ways, the copies, the answers, what would change it."""
    told = tell_number(evidence, claim)
    gist = evidence.quote(claim.gist)
    sections = (
        Section("How it came to your pages", _tell_ways(evidence, claim)),
        Section("How each step is known", _tell_steps(evidence, claim)),
        Section("Copies counted once", _tell_folded(evidence, claim)),
        Section("Who answers it", _tell_answers(evidence, claim)),
        Section("Where accounts differ", _tell_differences(evidence, claim)),
        Section("What would raise the number", _plainly(told.raises)),
        Section("What would lower it", _plainly(told.lowers)),
        Section("Why these are one claim", _tell_matching(evidence, claim)),
    )
    return Explanation(
        "claim",
        claim.id,
        evidence.shorten(claim.id),
        f"“{gist.text}”",
        f"{told.number}: {told.because}.",
        _filled(sections),
    )


def _plainly(texts: Iterable[str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(text) for text in texts)


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.sentences)


def _tell_ways(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
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


def _tell_steps(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
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


def _tell_folded(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
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


def _tell_matching(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    """Say why these words are one claim; an answer that names the matter takes nothing up."""
    asserted = [
        span for member in claim.members if member.stance == "asserts" for span in member.spans
    ]
    matter = frozenset(word for span in asserted for word in _telling_words(evidence, span))
    whole = {
        member.spans[0]: span
        for member in claim.members
        if member.stance != "asserts" and member.spans and (span := evidence.member_words(member))
    }
    plain: list[Reason] = []
    answers: set[Span] = set()
    for reason in claim.why:
        if reason.rule != TAKES_UP:
            told_whole = tuple(whole.get(span, span) for span in reason.spans)
            plain.append(reason._replace(spans=told_whole))
            continue
        named = {
            span
            for span in reason.spans
            if len(_telling_words(evidence, span) & matter) >= SHARED_WORDS
        }
        answers.update(whole.get(span, span) for span in named)
        rest = tuple(whole.get(span, span) for span in reason.spans if span not in named)
        if rest:
            plain.append(reason._replace(spans=rest))
    told = tell_reasons(evidence, plain)
    if answers:
        told += (
            Sentence("These words answer it, and say so themselves.", evidence.quotes(answers)),
        )
    return told


def _telling_words(evidence: Evidence, span: Span) -> frozenset[str]:
    article = evidence.article.get(span.article)
    if article is None:
        return frozenset()
    return frozenset(
        stem(word.folded)
        for word in words(article.text, span.start, span.end)
        if len(word.folded) >= TELLING_LETTERS
    )


def _tell_answers(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    told = []
    for stance, label, otherwise in _ANSWERS:
        found: dict[str, list[Span]] = {}
        for member in claim.members:
            span = evidence.member_words(member)
            if member.stance != stance or span is None or claim.about == "speech":
                continue
            statement = evidence.statement.get(member.statement or "")
            speakers = statement.speakers if statement else ()
            names = [name_in_prose(evidence.origin.get(one.id, one)) for one in speakers]
            who = enumerate_in_words(names) or evidence.name_article(span.article)
            found.setdefault(who, []).append(span)
        for who, spans in found.items():
            told.append(Sentence(f"{label}: {who}.", evidence.quotes(spans)[:MOST_QUOTES]))
        if not found and otherwise and claim.about == "world":
            told.append(_tell_untied_denials(evidence, claim) or Sentence(otherwise))
    return tuple(told)


def _tell_untied_denials(evidence: Evidence, claim: Claim) -> Sentence | None:
    """Show the denials of a claim's stories of which nobody can say what they deny."""
    denials = [d for story in claim.stories for d in evidence.untied_denials.get(story, ())]
    if not denials:
        return None
    spans = [evidence.sentence_of(denial) for denial in denials]
    text = "No denial was tied to it; what is denied here could not be told, see for yourself:"
    return Sentence(text, evidence.quotes(spans)[:MOST_PASSAGES])


def _tell_differences(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    told: list[Sentence] = []
    for one in claim.differences:
        kind = begin_sentence(DIFFERENCE_IN_WORDS.get(one.kind, one.kind))
        sentence = Sentence(f"{kind}:", evidence.quotes(one.spans))
        words = {quote.text for quote in sentence.quotes}
        if not any(words <= {q.text for q in s.quotes} for s in told if s.text == sentence.text):
            told.append(sentence)
    for identity in claim.variants:
        other = evidence.claim.get(identity)
        if other is not None:
            told.append(
                Sentence(
                    f"Beside it stands another claim ({evidence.shorten(identity)}, "
                    f"{count_of(other.lines, 'line')}); the two cannot be counted together:",
                    (evidence.quote(other.gist),),
                )
            )
    return tuple(told)


# The other nouns.


def explain_statement(evidence: Evidence, statement: Statement) -> Explanation:
    """Say why these words are taken for somebody's, and for whose."""
    names = [name_in_prose(evidence.origin.get(one.id, one)) for one in statement.speakers]
    who = enumerate_in_words(names) or "a source not stated"
    verb = visible(statement.verb)
    act = act_in_words(statement.act)
    hedge = ", kept at a distance by the text" if statement.hedged else ""
    answer = f"{begin_sentence(who)}: {act}" + (f" (“{verb}”)" if verb else "") + hedge
    when = speak_date(statement.said.value)
    told = [Sentence("The words:", (evidence.quote(evidence.sentence_of(statement)),))]
    if statement.relays:
        through = [name_in_prose(evidence.origin.get(one.id, one)) for one in statement.relays]
        told.append(Sentence(f"Passed on through {enumerate_in_words(through)}."))
    if when:
        told.append(Sentence(f"Said {when} ({statement.said.how.replace('_', ' ')})."))
    around = evidence.statement.get(statement.through or "")
    if around is not None:
        outer = evidence.quote(evidence.sentence_of(around))
        told.append(Sentence("It stands inside another statement:", (outer,)))
    claims = evidence.claims_with.get(statement.id, ())
    return Explanation(
        "statement",
        statement.id,
        evidence.shorten(statement.id),
        answer,
        f"{statement.kind}, in {evidence.name_article(statement.article)}",
        _filled(
            (
                Section("What is said", tuple(told)),
                Section("Why it is read so", tell_reasons(evidence, statement.why)),
                Section(
                    "Claims it speaks to", tuple(_tell_claim_line(evidence, c) for c in claims)
                ),
            )
        ),
    )


def _tell_claim_line(evidence: Evidence, claim: Claim) -> Sentence:
    told = tell_number(evidence, claim)
    gist = clip(evidence.words(claim.gist), 160)
    return Sentence(f"{evidence.shorten(claim.id)} · {told.number} · “{gist}”")


def explain_family(evidence: Evidence, family: Family) -> Explanation:
    """Say why these articles are one text, and where it comes from."""
    between = evidence.between(family)
    names = name_held(evidence, family)
    if len(family.witnesses) == 1:
        answer = f"{names}: no other text in your pages shares its passages"
    else:
        answer = f"{names} carry one text"
    lost = _plainly(f"{begin_sentence(evidence.name_lost(one))}." for one in family.lost)
    return Explanation(
        "family",
        family.id,
        evidence.shorten(family.id),
        begin_sentence(evidence.name_family(family)),
        f"{begin_sentence(answer)}.",
        _filled(
            (
                Section("Why", tell_reasons(evidence, family.why)),
                Section("Originals that are missing", lost),
                Section("Who was made from whom", tuple(
                    sentence for one in between for sentence in _tell_derivation(evidence, one)
                )),
            )
        ),
    )  # fmt: skip


def _tell_derivation(evidence: Evidence, one: Derivation) -> list[Sentence]:
    share = round(one.containment * PERCENT)
    copy, original = evidence.name_article(one.copy), evidence.name_article(one.original)
    kind = KIND_IN_WORDS[one.kind]
    if one.directed:
        text = f"{copy} is made from {original} ({kind})"
    else:
        text = f"{copy} and {original} share a text ({kind}); which was first is not known"
    told = Sentence(
        f"{begin_sentence(text)}: {share} of 100 words outside quotations stand in shared passages."
    )
    return [told, *tell_reasons(evidence, one.why)]


def explain_derivation(evidence: Evidence, one: Derivation) -> Explanation:
    """Say why one article's text is taken to be made from another's, with shared passages."""
    longest = sorted(one.passages, key=lambda p: (p.copy_start - p.copy_end, p))[:MOST_PASSAGES]
    pairs = []
    for passage in sorted(longest):
        copy = Span(one.copy, passage.copy_start, passage.copy_end)
        original = Span(one.original, passage.original_start, passage.original_end)
        same = evidence.words(copy) == evidence.words(original)
        quotes = (evidence.quote(copy), evidence.quote(original))
        pairs.append(Sentence("Word for word:" if same else "Side by side:", quotes))
    head, *reasons = _tell_derivation(evidence, one)
    return Explanation(
        "derivation",
        one.id,
        evidence.shorten(one.id),
        f"{evidence.name_article(one.copy)} and {evidence.name_article(one.original)}",
        head.text,
        _filled((Section("Why", tuple(reasons)), Section("Longest shared passages", tuple(pairs)))),
    )


def explain_story(evidence: Evidence, story: Story) -> Explanation:
    """Say why these texts are taken to be about one event."""
    families = [evidence.family[one] for one in story.families if one in evidence.family]
    texts = [
        Sentence(f"{begin_sentence(evidence.name_family(one))} ({evidence.shorten(one.id)})",
                 tuple(_headlines(evidence, one)))
        for one in families
    ]  # fmt: skip
    linked = [evidence.story[one] for one in story.linked if one in evidence.story]
    weighty = sorted(story.why, key=lambda one: (-one.weight, one.rule, one.spans))
    reasons = (
        *dict.fromkeys(_tell_likeness(evidence, one) for one in weighty),
        *_tell_unnamed(evidence, story, families),
    )
    return Explanation(
        "story",
        story.id,
        evidence.shorten(story.id),
        visible(story.label),
        f"{count_of(len(families), 'text')}, {speak_span_of_time(story.began, story.ended)}.",
        _filled(
            (
                Section("Why these texts are one story", reasons),
                Section("Its texts", tuple(texts)),
                Section("Stories that share more than chance", _plainly(
                    f"{visible(one.label)} ({evidence.shorten(one.id)})" for one in linked
                )),
            )
        ),
    )  # fmt: skip


def _tell_likeness(evidence: Evidence, reason: Reason) -> Sentence:
    """Say in one sentence which words two texts of a story share, each word once."""
    order = list(dict.fromkeys(span.article for span in reason.spans))
    short = all(span.end - span.start <= SHARED_LETTERS for span in reason.spans)
    if reason.rule != SAME_EVENT or len(order) != PAIR or not short:
        return tell_reason(evidence, reason)
    first, second = order
    words_of_first = [evidence.words(one) for one in sorted(reason.spans) if one.article == first]
    shared = {one.casefold(): f"“{one}”" for one in words_of_first}
    said = enumerate_in_words(list(shared.values()), most=len(shared))
    places = enumerate_in_words([_place_shared(evidence, reason, one) for one in (first, second)])
    return Sentence(f"{begin_sentence(places)} share rare words: {said}.", rule=reason.rule)


def _place_shared(evidence: Evidence, reason: Reason, article: str) -> str:
    """Name an article with the paragraphs in which it holds the words that it shares."""
    numbers = sorted(
        {n for one in reason.spans if one.article == article and (n := evidence.paragraph(one))}
    )
    name = evidence.name_article(article)
    if not numbers:
        return name
    many = "s" if len(numbers) > 1 else ""
    listed = enumerate_in_words([str(n) for n in numbers], most=len(numbers))
    return f"{name} (paragraph{many} {listed})"


def _tell_unnamed(
    evidence: Evidence, story: Story, families: Iterable[Family]
) -> tuple[Sentence, ...]:
    """Name the texts that none of a story's reasons quotes: only the closest pairs are kept."""
    quoted = {
        span.article for reason in story.why if reason.rule == SAME_EVENT for span in reason.spans
    }
    left = [one for one in families if not quoted.intersection(one.witnesses)]
    if not quoted or not left:
        return ()
    names = enumerate_in_words([evidence.name_family(one) for one in left], most=len(left))
    text = f"Joined by less close likeness, whose words the pile does not keep: {names}."
    return (Sentence(text),)


def _headlines(evidence: Evidence, family: Family) -> list[Quote]:
    found: dict[str, Quote] = {}
    for article in evidence.order(family.witnesses):
        headline = evidence.article[article].headline if article in evidence.article else None
        if headline:
            words = visible(headline)
            found.setdefault(words, Quote(words, evidence.name_article(article), article))
    return list(found.values())


def explain_article(evidence: Evidence, article: Article) -> Explanation:
    """Say what an article says of itself, and where that stands on its page."""
    said: list[Sentence] = []
    if article.outlet:
        said.append(Sentence(f"The outlet is {name_in_prose(article.outlet)}."))
    else:
        said.append(Sentence("Nothing on the page names the outlet."))
    if article.via:
        said.append(Sentence(f"It was met on a page of {name_in_prose(article.via)}."))
    note = f" ({visible(article.published.note)})" if article.published.note else ""
    said.append(Sentence(f"Published: {speak_published(article.published)}{note}."))
    if article.credit:
        said.append(Sentence(f"It credits {name_in_prose(article.credit)}."))
    labelled = [
        Sentence(
            f"{begin_sentence(part_in_words(part.kind))}:",
            (evidence.quote(Span(article.id, part.start, part.end)),),
        )
        for part in article.parts
        if part.kind != "body"
    ]
    family = evidence.family_of.get(article.id)
    copies = _tell_family_of(evidence, family) if family else ()
    return Explanation(
        "article",
        article.id,
        evidence.shorten(article.id),
        visible(article.headline or "no headline"),
        f"{evidence.name_article(article.id)}, on the page {evidence.name_page(article.page)}.",
        _filled(
            (
                Section("What it says of itself", tuple(said)),
                Section("What stands outside its paragraphs", tuple(labelled)),
                Section("Its text", copies),
            )
        ),
    )


def _tell_family_of(evidence: Evidence, family: Family) -> tuple[Sentence, ...]:
    if len(family.witnesses) == 1:
        return (Sentence("No other text in your pages shares its passages."),)
    held = name_held(evidence, family)
    return (
        Sentence(f"{begin_sentence(held)} carry one text ({evidence.shorten(family.id)})."),
        *tell_reasons(evidence, family.why),
    )


def explain_page(evidence: Evidence, page: Page) -> Explanation:
    """Say what was found on a page, and what stands outside every article."""
    articles = evidence.articles_on.get(page.id, ())
    found = [
        Sentence(f"{evidence.shorten(one.id)} · {evidence.name_article(one.id)} · "
                 f"{visible(one.headline or 'no headline')}")
        for one in articles
    ]  # fmt: skip
    flags = [
        Sentence(f"{begin_sentence(flag.replace('-', ' ').replace('_', ' '))}.")
        for flag in page.flags
    ]
    outside = [
        Sentence(f"{begin_sentence(part_in_words(part.kind))}: “{clip(visible(part.text), 160)}”")
        for part in page.parts
    ]
    here = {page.id, *(one.id for one in articles)}
    refused = [
        Sentence(tell_refusal_reason(one), rule=one.rule)
        for one in evidence.refusals
        if one.subject in here
    ]
    return Explanation(
        "page",
        page.id,
        evidence.shorten(page.id),
        evidence.name_page(page.id),
        f"{count_of(len(articles), 'article')}, {page.media_type}, {count_of(page.size, 'byte')}.",
        _filled(
            (
                Section("Where it was met", _plainly(evidence.places_of(page))),
                Section("Articles on it", tuple(found)),
                Section("What was declined", tuple(refused)),
                Section("What was not whole", tuple(flags)),
                Section("What stands outside every article", tuple(outside)),
            )
        ),
    )


def explain_origin(evidence: Evidence, origin: Origin) -> Explanation:
    """Say who an origin is in these pages: names, roles, and what it says in them."""
    said = [
        one
        for one in evidence.statements
        if origin.id in {who.id for who in (*one.speakers, *one.relays)}
    ]
    said.sort(key=lambda one: (one.article, one.id))
    quotes = tuple(
        Sentence(
            f"{begin_sentence(act_in_words(one.act))} ({evidence.shorten(one.id)}):",
            (evidence.quote(evidence.sentence_of(one)),),
        )
        for one in said[:MOST_STATEMENTS]
    )
    more = len(said) - MOST_STATEMENTS
    tail = (Sentence(f"… and {count_of(more, 'more statement')}."),) if more > 0 else ()
    published = [one.id for one in evidence.articles if one.outlet and one.outlet.id == origin.id]
    names = _plainly(visible(alias) for alias in origin.aliases if alias != origin.name)
    return Explanation(
        "origin",
        origin.id,
        evidence.shorten(origin.id),
        visible(origin.name),
        f"{begin_sentence(origin.kind)}; {count_of(len(said), 'statement')}, "
        f"{count_of(len(published), 'article')} in your pages.",
        _filled(
            (
                Section("Also called", names),
                Section("Beware", _plainly(_tell_disguise(evidence, origin))),
                Section("Roles", _plainly(visible(role) for role in origin.roles)),
                Section("What it says, or passes on", (*quotes, *tail)),
            )
        ),
    )


def _tell_disguise(evidence: Evidence, origin: Origin) -> Iterator[str]:
    """Tell of a name that is written to be taken for another, and whose it looks like."""
    if is_disguised(origin.name):
        yield "This name holds signs that cannot be seen, or letters of several scripts."
    for other in sorted(evidence.origin.values(), key=lambda one: one.id):
        is_other = key_of(other.name) != key_of(origin.name) or is_disguised(other.name)
        if other.id != origin.id and is_other and skeleton(other.name) == skeleton(origin.name):
            yield f"It looks like {visible(other.name)}, and is not taken for it."
