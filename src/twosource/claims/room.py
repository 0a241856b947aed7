"""One story, or several linked ones, with all that is said in it: where claims are put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from twosource.claims.copying import place_texts
from twosource.claims.differences import find_differences
from twosource.claims.graph import Told, draw, draw_speech
from twosource.claims.lines import count_lines
from twosource.claims.matching import compare, find_pairs, group
from twosource.claims.speech import group_refusals, whole_of
from twosource.claims.stances import STANCE_OF, words_of
from twosource.claims.takeup import taken_up
from twosource.claims.ties import draw_with_ties
from twosource.claims.usage import Use, gather_alike, is_told, owner_of, read_uses
from twosource.records import (
    Article,
    Claim,
    Difference,
    Family,
    Graph,
    Member,
    Reason,
    Span,
    Stance,
    Statement,
    Story,
    identify,
)

Reply = tuple[Statement, Stance]


@dataclass(frozen=True, slots=True)
class Room:
    """The stories told together, their articles, and each article's statements and family."""

    stories: tuple[Story, ...]
    articles: tuple[Article, ...]
    spoken: Mapping[str, list[Statement]]
    family_of: Mapping[str, Family]
    ties: tuple[frozenset[str], ...]

    def claims(self) -> list[Claim]:
        """Return the claims about the world and about speech."""
        several = len({self.family_of[a.id].id for a in self.articles}) > 1
        uses = [
            use
            for a in self.articles
            for use in read_uses(a, self.family_of[a.id], self.spoken[a.id], own=several)
        ]
        alike = gather_alike(uses)
        assertions = [listed[0].assertion for listed in alike]
        verdicts = {
            (a, b): verdict
            for a, b in find_pairs(assertions, [owner_of(listed) for listed in alike])
            if (verdict := compare(assertions[a], assertions[b])) is not None
        }
        counting = {n for n, listed in enumerate(alike) if listed[0].counts}
        same = [pair for pair, v in verdicts.items() if v == "same" and counting.issuperset(pair)]
        groups = [
            members
            for members in group(assertions, same)
            if counting.issuperset(members) and is_told(u for n in members for u in alike[n])
        ]
        group_of = {n: number for number, members in enumerate(groups) for n in members}
        replies = self._find_replies(alike, verdicts, group_of)
        made = [
            self._tell_world([u for n in members for u in alike[n]], replies.get(number, []))
            for number, members in enumerate(groups)
        ]
        return [*_link_variants(made, verdicts, group_of), *self._tell_speech()]

    def _find_replies(
        self,
        alike: list[list[Use]],
        verdicts: Mapping[tuple[int, int], str],
        group_of: Mapping[int, int],
    ) -> dict[int, list[Reply]]:
        """Tie refusals and denials to the claims that they answer or take up."""
        found = _find_direct(alike, verdicts, group_of)
        direct: dict[str, set[int]] = {}
        for number, listed in found.items():
            for key in listed:
                direct.setdefault(key, set()).add(number)
        home: dict[str, set[int]] = {}
        for place, number in group_of.items():
            for use in alike[place]:
                if use.statement is not None:
                    home.setdefault(use.statement.id, set()).add(number)
        for article in self.articles:
            spoken = self.spoken[article.id]
            for at, statement in enumerate(spoken):
                if statement.act not in STANCE_OF or statement.id in direct:
                    continue
                for target in taken_up(article.text, spoken, at):
                    for number in home.get(target.id, set()) | direct.get(target.id, set()):
                        known = found.setdefault(number, {})
                        known.setdefault(statement.id, STANCE_OF[statement.act])
        by_id = {s.id: s for listed in self.spoken.values() for s in listed}
        return {
            number: [(by_id[key], stance) for key, stance in sorted(listed.items())]
            for number, listed in found.items()
        }

    def _tell_world(self, uses: list[Use], replies: list[Reply]) -> Claim:
        """Put together one claim about the world from its tellings and the answers to it."""
        uses = sorted(uses, key=lambda u: (u.assertion.span, u.statement.id if u.statement else ""))
        stated = {u.statement.id: u.statement for u in uses if u.statement is not None}
        outer = {s.through for s in stated.values() if s.through in stated}
        answers = [(s, stance) for s, stance in replies if s.id not in stated]
        texts, copied = place_texts(uses, self.articles)
        told = [
            Told(
                u.statement,
                text,
                u.assertion.span,
                relay_only=u.statement is not None and u.statement.id in outer,
                wording=u.wording,
                quoted=u.quoted,
            )
            for u, text in zip(uses, texts, strict=True)
        ]
        spans: dict[str, list[Span]] = {}
        for use in uses:
            if use.statement is not None:
                spans.setdefault(use.statement.id, []).append(use.assertion.span)
        members = [
            *(Member(None, (u.assertion.span,), "asserts") for u in uses if u.statement is None),
            *(
                Member(key, tuple(places), STANCE_OF.get(s.act, "asserts"), s.hedged)
                for key, places in spans.items()
                for s in (stated[key],)
            ),
            *(Member(s.id, words_of(s), stance, s.hedged) for s, stance in answers),
        ]
        rule = "same-assertion" if len(uses) > 1 else "single-telling"
        why = [Reason(rule, 1.0, tuple(u.assertion.span for u in uses)), *copied]
        taking = tuple(words_of(s)[0] for s, _ in answers)
        if taking:
            why.append(Reason("takes-up", 0.7, taking))
        refusals = [s for s, stance in replies if stance == "declines"]
        differences = find_differences(uses, refusals, lambda a: self.family_of[a].id)
        graph = draw_with_ties(partial(draw, told), self.ties)
        return self._make("world", self._gist(uses), members, graph, differences, why)

    def _tell_speech(self) -> list[Claim]:
        """Return one claim for each refusal: that it was given; its makers are the voices."""
        made: list[Claim] = []
        for story in self.stories:
            held = [a.id for a in self.articles if self.family_of[a.id].id in story.families]
            for listed in group_refusals([s for a in held for s in self.spoken[a]]):
                members = [Member(s.id, words_of(s), "declines", s.hedged) for s in listed]
                rendered = [(self.family_of[s.article], words_of(s)[0]) for s in listed]
                why = [Reason("same-refusal", 0.8, tuple(span for _, span in rendered))]
                gist = whole_of(listed[0])
                graph = draw_with_ties(partial(draw_speech, rendered), self.ties)
                made.append(self._make("speech", gist, members, graph, (), why))
        return made

    def _gist(self, uses: list[Use]) -> Span:
        """Return the words that show the claim best: stated, whole, with their own subject."""

        def rank(use: Use) -> tuple[bool, bool, bool, int, Span]:
            span = use.assertion.span
            hedged = use.statement is not None and use.statement.hedged
            return (
                not use.assertion.own_subject,
                use.statement is None,
                hedged,
                span.start - span.end,
                span,
            )

        return min(uses, key=rank).assertion.span

    def _make(
        self,
        about: Literal["world", "speech"],
        gist: Span,
        members: list[Member],
        graph: Graph,
        differences: tuple[Difference, ...],
        why: list[Reason],
    ) -> Claim:
        """Return a claim with its number counted from its graph."""
        lines = count_lines(graph)
        ordered = tuple(sorted(members, key=lambda m: (m.spans, m.statement or "", m.stance)))
        touched = {self.family_of[span.article].id for m in ordered for span in m.spans}
        identity = tuple((m.statement, m.stance, tuple(tuple(s) for s in m.spans)) for m in ordered)
        return Claim(
            id=identify("claim", about, identity),
            about=about,
            stories=tuple(s.id for s in self.stories if touched & set(s.families)),
            gist=gist,
            members=ordered,
            voices=tuple(
                n.origin
                for n in graph.nodes
                if n.kind == "voice" and n.family is None and n.origin is not None
            ),
            lines=lines.number,
            rests_on=lines.rests_on,
            graph=graph,
            differences=differences,
            why=tuple(why),
        )


def _link_variants(
    made: list[Claim], verdicts: Mapping[tuple[int, int], str], group_of: Mapping[int, int]
) -> list[Claim]:
    """Link claims that differ only in a number or a "not"."""
    linked: dict[int, set[str]] = {}
    for (a, b), verdict in verdicts.items():
        one, other = group_of.get(a), group_of.get(b)
        if verdict != "same" and one is not None and other is not None and one != other:
            linked.setdefault(one, set()).add(made[other].id)
            linked.setdefault(other, set()).add(made[one].id)
    return [replace(c, variants=tuple(sorted(linked.get(n, ())))) for n, c in enumerate(made)]


def _find_direct(
    alike: list[list[Use]], verdicts: Mapping[tuple[int, int], str], group_of: Mapping[int, int]
) -> dict[int, dict[str, Stance]]:
    """Return, for each claim, the refusals and denials whose own words are those of the claim."""
    found: dict[int, dict[str, Stance]] = {}
    for pair, verdict in verdicts.items():
        for one, other in (pair, pair[::-1]):
            if verdict != "same" or one not in group_of or not alike[other][0].replies:
                continue
            for use in alike[other]:
                if use.statement is not None:
                    stance = STANCE_OF[use.statement.act]
                    found.setdefault(group_of[one], {})[use.statement.id] = stance
    return found
