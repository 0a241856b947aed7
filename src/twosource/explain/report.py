"""The report: what an editor needs in ten seconds, for each story, before any detail.

How many texts there really are, which originals are missing, and what each claim rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from twosource.explain.account import (
    Branch,
    ClaimAccount,
    FamilyAccount,
    RefusalAccount,
    Report,
    Row,
    StoryAccount,
)
from twosource.explain.chains import voices_of
from twosource.explain.evidence import (
    Evidence,
    count_of,
    enumerate_in_words,
    name_in_prose,
    speak_published,
    speak_span_of_time,
)
from twosource.explain.number import name_node, tell_number, tell_through
from twosource.explain.reasons import tell_reasons, tell_refusal_reason
from twosource.explain.typeset import clip, visible
from twosource.explain.why import explain_claim
from twosource.explain.wording import DIFFERENCE_IN_WORDS, KIND_IN_WORDS
from twosource.pipeline.rules import PARTS_LOST, PASSED_OVER, SAVED_BESIDE_PAGE
from twosource.records import (
    Article,
    Claim,
    Family,
    LostNode,
    Origin,
    Refusal,
    Stance,
    Statement,
    Story,
)

GIST_COLUMNS = 260
DIFFERENCE_COLUMNS = 90
QUOTES_PER_DIFFERENCE = 2


NOTE = (
    "Nothing here says whether a claim is right. The number says on how many ways that share "
    "nothing it came to your pages."
)


UNFINISHED = (
    "A trace of this pile was cut short, or is still running: what is told here is not whole. Run "
    "the same trace again; what was finished is not done twice."
)
OWN_PAGE_MISSING = "its own page is not in your pages"


class Limits(NamedTuple):
    """How much of each a report tells before it says how many more there are."""

    stories: int = 12
    families: int = 12
    claims: int = 8
    speech: int = 4
    claims_of_one_text: int = 3
    refusals: int = 10


EVERYTHING = Limits(10**9, 10**9, 10**9, 10**9, 10**9, 10**9)


def tell_report(
    evidence: Evidence,
    *,
    pile: str,
    new: int | None = None,
    stories: Iterable[str] | None = None,
    limits: Limits = Limits(),  # noqa: B008 (an immutable tuple)
    explained: bool = False,
) -> Report:
    """Tell the whole pile, or the ``stories`` named; ``explained`` adds every claim's why."""
    chosen = set(stories) if stories is not None else None
    told = sorted(
        (one for one in evidence.stories if chosen is None or one.id in chosen),
        key=lambda one: _rank_story(evidence, one),
    )
    refusals, passed, aside = _part_refusals(evidence)
    accounts: list[StoryAccount] = []
    above: dict[str, str] = {}
    for one in told[: limits.stories]:
        account = tell_story(evidence, one, limits=limits, explained=explained, above=above)
        for claim in (*account.claims, *account.speech):
            above.setdefault(claim.id, account.short)
        accounts.append(account)
    return Report(
        pile=visible(pile),
        head=_tell_head(evidence, new),
        pages=len(evidence.pages),
        new=new,
        refused=len(_refused_pages(evidence)),
        stories=tuple(accounts),
        more_stories=max(0, len(told) - limits.stories),
        refusals=tuple(tell_refusal(evidence, one) for one in refusals[: limits.refusals]),
        more_refusals=max(0, len(refusals) - limits.refusals),
        notes=(NOTE,),
        set_aside=tuple(tell_refusal(evidence, one) for one in aside[: limits.refusals]),
        more_set_aside=max(0, len(aside) - limits.refusals),
        passed_over=_tell_passed_over(passed),
        notice=UNFINISHED if evidence.unfinished else "",
    )


def _part_refusals(
    evidence: Evidence,
) -> tuple[list[Refusal], list[Refusal], list[Refusal]]:
    """Part pages that gave nothing, files passed over, and words set aside on pages that did."""
    pages = _refused_pages(evidence)
    refused: list[Refusal] = []
    passed: list[Refusal] = []
    aside: list[Refusal] = []
    for one in order_refusals(evidence.refusals):
        if one.rule in PASSED_OVER:
            passed.append(one)
        else:
            lost = one.subject in pages or one.rule in PARTS_LOST
            (refused if lost else aside).append(one)
    return refused, passed, aside


def _tell_passed_over(passed: list[Refusal]) -> str:
    """Say in one line what is no page: files that a browser saved beside one, other records."""
    beside = [one for one in passed if one.rule == SAVED_BESIDE_PAGE]
    others = [one for one in passed if one.rule != SAVED_BESIDE_PAGE]
    told = []
    for those, what in (
        (beside, f"{count_of(len(beside), 'folder')} of files that a browser saved with pages"),
        (others, f"Records without a page in {count_of(len(others), 'archive')}"),
    ):
        if len(those) == 1:
            told.append(f"{visible(those[0].subject)}: {visible(those[0].detail)}")
        elif those:
            names = enumerate_in_words([visible(one.subject) for one in those])
            told.append(f"{what} were passed over: {names}.")
    return " ".join(told)


def order_refusals(refusals: Iterable[Refusal]) -> list[Refusal]:
    """Put refusals in the order of the flow's stages, then by what was refused."""
    return sorted(refusals, key=lambda one: (one.stage, one.subject, one.rule, one.detail))


def _refused_pages(evidence: Evidence) -> set[str]:
    """Pages that gave no article; a place that could not be read at all counts as one."""
    with_articles = {article.page for article in evidence.articles}
    statements_apart = {one.id for one in evidence.articles}
    return {
        one.subject
        for one in evidence.refusals
        if one.subject not in with_articles
        and one.subject not in statements_apart
        and one.rule not in PASSED_OVER | PARTS_LOST
    }


def _tell_head(evidence: Evidence, new: int | None) -> str:
    pages = count_of(len(evidence.pages), "page")
    fresh = "" if new is None else f" ({new:,} new)" if new else " (none new)"
    refused = len(_refused_pages(evidence))
    parts = [
        f"{pages}{fresh}",
        count_of(len(evidence.articles), "article"),
        count_of(len(evidence.families), "text"),
        count_of(len(evidence.stories), "story", "stories"),
        f"{count_of(refused, 'page')} refused" if refused else "no page refused",
    ]
    return " · ".join(parts)


def _articles_of(evidence: Evidence, story: Story) -> list[Article]:
    ids = [a for f in story.families if f in evidence.family for a in evidence.family[f].witnesses]
    return [evidence.article[one] for one in dict.fromkeys(ids) if one in evidence.article]


def _rank_story(evidence: Evidence, story: Story) -> tuple[int, int, int, str, str]:
    claims = evidence.claims_of.get(story.id, ())
    return (
        -len(_articles_of(evidence, story)),
        -len(story.families),
        -len(claims),
        story.began or "",
        story.id,
    )


def count_outlets(articles: Iterable[Article]) -> str:
    """Count outlets as a reader does: "2 outlets + 1 not named"."""
    articles = list(articles)
    named = {article.outlet.id for article in articles if article.outlet}
    unnamed = sum(1 for article in articles if article.outlet is None)
    if not named:
        return f"{count_of(unnamed, 'outlet')} not named"
    extra = f" + {unnamed:,} not named" if unnamed else ""
    return f"{count_of(len(named), 'outlet')}{extra}"


def tell_story(
    evidence: Evidence,
    story: Story,
    *,
    limits: Limits,
    explained: bool,
    above: Mapping[str, str],
) -> StoryAccount:
    """Tell one story: outlets, texts, lost originals, family trees, claims.

    ``above`` names the claims told already, each with its story: they are told in full once.
    """
    articles = _articles_of(evidence, story)
    families = sorted(
        (evidence.family[one] for one in story.families if one in evidence.family),
        key=lambda one: (-len(one.witnesses), evidence.name_family(one), one.id),
    )
    claims = sorted(evidence.claims_of.get(story.id, ()), key=lambda one: rank_claim(evidence, one))
    world = [one for one in claims if one.about == "world"]
    speech = [one for one in claims if one.about == "speech"]
    most = limits.claims if len(articles) > 1 else min(limits.claims, limits.claims_of_one_text)
    most_speech = limits.speech if len(articles) > 1 else min(1, limits.speech)
    lost = [evidence.name_lost(node) for family in families for node in family.lost]

    def tell_all(those: list[Claim]) -> tuple[ClaimAccount, ...]:
        return tuple(
            tell_claim(evidence, one, explained=explained, above=above.get(one.id, ""))
            for one in those
        )

    return StoryAccount(
        id=story.id,
        short=evidence.shorten(story.id),
        label=visible(story.label),
        dates=speak_span_of_time(story.began, story.ended),
        outlets=count_outlets(articles),
        texts=count_of(len(families), "text"),
        lost=tuple(dict.fromkeys(lost)),
        linked=tuple(evidence.shorten(one) for one in story.linked),
        tally=_tally(world),
        families=tuple(
            tell_family(evidence, one, explained=explained) for one in families[: limits.families]
        ),
        more_families=max(0, len(families) - limits.families),
        claims=tell_all(world[:most]),
        more_claims=max(0, len(world) - most),
        speech=tell_all(speech[:most_speech]),
        more_speech=max(0, len(speech) - most_speech),
        speech_title=_title_speech(speech),
    )


def _title_speech(speech: Iterable[Claim]) -> str:
    """Title the claims about speech by what they are."""
    stances = {member.stance for claim in speech for member in claim.members}
    return "Refusals to answer" if stances <= {"declines"} else "Who said what"


def _tally(claims: Iterable[Claim]) -> str:
    """Count in one breath how many claims rest on more than one line."""
    claims = list(claims)
    if not claims:
        return ""
    several = sum(1 for one in claims if one.lines > 1)
    told = f"{several:,} of them on more than one line" if several else "none on more than one line"
    return f"{count_of(len(claims), 'claim')}, {told}"


def rank_claim(evidence: Evidence, claim: Claim) -> tuple[int, bool, int, int, str, int, str]:
    """Most telling first: told in most texts, answered, in most places, with most voices.

    Who denies is told before how often a copy was printed.
    """
    articles = {evidence.member_article(member) for member in claim.members} - {None}
    families = {evidence.family_of[one].id for one in articles if one in evidence.family_of}
    answered = any(member.stance != "asserts" for member in claim.members)
    return (
        -len(families),
        not answered,
        -len(articles),
        -len(claim.voices),
        claim.gist.article,
        claim.gist.start,
        claim.id,
    )


def tell_family(evidence: Evidence, family: Family, *, explained: bool = False) -> FamilyAccount:
    """Tell one text: its places as a tree, the lost originals marked in words.

    ``explained`` adds why its copies are one text.
    """
    children: dict[str, list[str]] = {}
    held_below: set[str] = set()
    for parent, child in family.stemma:
        children.setdefault(parent, []).append(child)
        held_below.add(child)
    lost = {node.node: node for node in family.lost}
    nodes = [*lost, *family.witnesses]
    roots = [node for node in nodes if node not in held_below] or list(family.witnesses)
    seen: set[str] = set()

    def grow(node: str, parent: str | None) -> Branch:
        again = node in seen
        seen.add(node)
        below = () if again else tuple(
            grow(child, node) for child in _order_nodes(evidence, children.get(node, ()))
        )  # fmt: skip
        if node in lost and len(below) == 1 and _is_own_page(evidence, lost[node], below[0]):
            (only,) = below
            note = ", ".join(part for part in (only.note, OWN_PAGE_MISSING) if part)
            return only._replace(note=note)
        if node in lost:
            return Branch(
                evidence.name_lost(lost[node]), "", lost=True, article=None, branches=below
            )
        return Branch(
            evidence.name_article(node),
            _note(evidence, node, parent),
            lost=False,
            article=node,
            branches=below,
        )

    return FamilyAccount(
        id=family.id,
        short=evidence.shorten(family.id),
        title=evidence.name_family(family),
        places=len(family.witnesses),
        note=_tell_places(evidence, family),
        roots=tuple(grow(node, None) for node in _order_nodes(evidence, roots)),
        why=tell_reasons(evidence, family.why) if explained and len(family.witnesses) > 1 else (),
    )


def _is_own_page(evidence: Evidence, lost: LostNode, branch: Branch) -> bool:
    """Tell whether a lost text is only the same outlet's own page behind a copy on another's."""
    held = evidence.article.get(branch.article or "")
    return bool(
        held and held.outlet and held.via and lost.origin and held.outlet.id == lost.origin.id
    )


def _order_nodes(evidence: Evidence, nodes: Iterable[str]) -> list[str]:
    nodes = list(nodes)
    lost = sorted(node for node in nodes if node not in evidence.article)
    return [*lost, *evidence.order(node for node in nodes if node in evidence.article)]


def _note(evidence: Evidence, article: str, parent: str | None) -> str:
    record = evidence.article.get(article)
    if record is None:
        return ""
    parts = [speak_published(record.published)]
    if record.credit:
        parts.append(f"credits {visible(record.credit.name)}")
    made_from = evidence.made_from.get(article, ())
    kind = next(
        (one.kind for one in made_from if one.copy == article and one.original == parent), None
    )
    if kind:
        parts.append(KIND_IN_WORDS[kind])
    return ", ".join(parts)


def _tell_places(evidence: Evidence, family: Family) -> str:
    if len(family.witnesses) == 1:
        return "" if family.lost else "a text of its own"
    kinds = list(dict.fromkeys(KIND_IN_WORDS[one.kind] for one in evidence.between(family)))
    alike = f": {enumerate_in_words(kinds)}" if len(kinds) == 1 else ""
    return f"one text in {len(family.witnesses):,} places{alike}"


def tell_claim(
    evidence: Evidence, claim: Claim, *, explained: bool = False, above: str = ""
) -> ClaimAccount:
    """Tell one claim: the number with its reason, who speaks for and against, what differs.

    ``above`` is the short id of the story where the same report has told it in full.
    """
    told = tell_number(evidence, claim)
    gist = evidence.quote(claim.gist)
    sayers, resting = _tell_sayers(evidence, claim), _tell_resting(evidence, claim)
    rows = [
        Row("speaker" if claim.about == "speech" else "says", sayers if sayers != resting else ""),
        Row("rests on", resting),
        Row("confirms", _tell_stance(evidence, claim, "confirms")),
        Row("denies", _tell_stance(evidence, claim, "denies")),
        Row("declines", _tell_stance(evidence, claim, "declines")),
        Row("told in", _tell_places_of(evidence, claim)),
        *_tell_differences(evidence, claim),
        *_tell_variants(evidence, claim),
    ]
    return ClaimAccount(
        id=claim.id,
        short=evidence.shorten(claim.id),
        about=claim.about,
        gist=gist._replace(text=clip(gist.text, GIST_COLUMNS)),
        lines=claim.lines,
        voices=len(voices_of(claim)),
        number=told.number,
        because=told.because,
        rows=tuple(row for row in rows if row.text),
        explanation=explain_claim(evidence, claim) if explained and not above else None,
        above=above,
    )


def _tell_sayers(evidence: Evidence, claim: Claim) -> str:
    if claim.about != "speech":
        return tell_through(evidence, claim)
    speakers = [
        name_in_prose(one)
        for member in claim.members
        if member.statement in evidence.statement
        for one in evidence.statement[member.statement or ""].speakers
    ]
    return enumerate_in_words(list(dict.fromkeys(speakers)))


def _tell_resting(evidence: Evidence, claim: Claim) -> str:
    return " · ".join(name_node(evidence, claim, one) for one in claim.rests_on)


def speakers_of(evidence: Evidence, statement: Statement) -> list[Origin]:
    """Give who speaks in a statement, under the names that the whole pile knows."""
    return [evidence.origin.get(one.id, one) for one in statement.speakers]


def _tell_stance(evidence: Evidence, claim: Claim, stance: Stance) -> str:
    if claim.about == "speech":
        return ""
    names: list[str] = []
    for member in claim.members:
        if member.stance != stance:
            continue
        statement = evidence.statement.get(member.statement or "")
        article = evidence.member_article(member)
        if statement and statement.speakers:
            names.extend(name_in_prose(one) for one in speakers_of(evidence, statement))
        elif statement and article:
            # Nobody knows who: the outlet is not to be read as having said it.
            who = f"“{evidence.words(statement.source)}”" if statement.source else "somebody"
            names.append(f"{who} in {evidence.name_article(article)}")
        else:
            names.append(evidence.name_article(article) if article else "source not stated")
    return enumerate_in_words(list(dict.fromkeys(names)))


def _tell_places_of(evidence: Evidence, claim: Claim) -> str:
    articles = {evidence.member_article(m) for m in claim.members if m.stance != "declines"}
    held = evidence.order(one for one in articles if one)
    families = {evidence.family_of[one].id for one in held if one in evidence.family_of}
    names = evidence.name_articles(held)
    if len(held) > len(families) > 0:
        return f"{names} ({count_of(len(families), 'text')})"
    return names


def _tell_differences(evidence: Evidence, claim: Claim) -> list[Row]:
    rows: dict[tuple[str, frozenset[str]], Row] = {}
    for one in claim.differences:
        quotes = evidence.quotes(one.spans)
        words = [f"“{clip(quote.text, DIFFERENCE_COLUMNS)}”" for quote in quotes]
        kind = DIFFERENCE_IN_WORDS[one.kind].label
        shown = " / ".join(words[:QUOTES_PER_DIFFERENCE])
        more = len(words) - QUOTES_PER_DIFFERENCE
        row = Row("differs", f"{kind}: {shown}{f' and {more} more' if more > 0 else ''}")
        rows.setdefault((kind, frozenset(quote.text.casefold() for quote in quotes)), row)
    return list(rows.values())


def _tell_variants(evidence: Evidence, claim: Claim) -> list[Row]:
    rows = []
    for identity in claim.variants:
        other = evidence.claim.get(identity)
        if other is not None:
            gist = clip(evidence.words(other.gist), DIFFERENCE_COLUMNS)
            counted = count_of(other.lines, "line")
            rows.append(Row("beside it", f"“{gist}” ({counted}, {evidence.shorten(identity)})"))
    return rows


def tell_refusal(evidence: Evidence, refusal: Refusal) -> RefusalAccount:
    """Tell what was declined, and why, by the name that the reader gave it."""
    if refusal.subject in evidence.page:
        subject = evidence.name_page(refusal.subject)
    elif refusal.subject in evidence.article:
        subject = evidence.name_article(refusal.subject)
    else:
        subject = visible(refusal.subject)
    return RefusalAccount(subject, tell_refusal_reason(refusal), refusal.stage, refusal.rule)
