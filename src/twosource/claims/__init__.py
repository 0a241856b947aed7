"""A story's families and statements → Claim: matching, voices, relays, lines, differences.

Independence is the greatest number of paths from voices to texts that share no node (Menger 1927;
Edmonds and Karp 1972 for the flow). Nothing here judges whether a claim is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from twosource.claims.assertions import (
    Assertion,
    is_pronoun_led,
    part_content,
    read_piece,
    with_subject,
)
from twosource.claims.graph import Told, draw, draw_speech
from twosource.claims.lines import count_lines
from twosource.claims.matching import compare, find_pairs, group
from twosource.claims.nodes import body_of
from twosource.claims.takeup import taken_up
from twosource.records import (
    Article,
    Claim,
    Difference,
    Family,
    Graph,
    Member,
    Origin,
    Reason,
    Span,
    Stance,
    Statement,
    Story,
    identify,
)
from twosource.text.names import plain_key
from twosource.text.numbers import agree
from twosource.text.sentences import sentences

_ASSERTING = frozenset(
    {
        "asserts",
        "reports",
        "claims",
        "suggests",
        "expects",
        "warns",
        "believes",
        "publishes",
        "confirms",
    }
)
_REFUSING = frozenset({"declines", "no_response", "refers_elsewhere", "evades"})
_DENYING = frozenset({"denies", "dismisses"})
_STANCE_OF: dict[str, Stance] = {
    "confirms": "confirms",
    **dict.fromkeys(sorted(_REFUSING), "declines"),
    **dict.fromkeys(sorted(_DENYING), "denies"),
}


class _Use(NamedTuple):
    """One assertion in use: who states it (None: the outlet itself), and in which family's text."""

    assertion: Assertion
    statement: Statement | None
    family: Family


def claims(
    stories: Iterable[Story],
    families: Iterable[Family],
    articles: Iterable[Article],
    statements: Iterable[Statement],
    ties: Sequence[Iterable[str]] = (),
) -> list[Claim]:
    """Return the claims of every story, ordered by id.

    ``ties`` are groups of names that the user declares to be one (same owner, same camp).
    """
    by_article = {a.id: a for a in articles}
    families = list(families)
    family_of = {w: f for f in families for w in f.witnesses}
    witnesses = {f.id: f.witnesses for f in families}
    spoken: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=_place):
        spoken.setdefault(statement.article, []).append(statement)
    tied = tuple(frozenset(plain_key(n) for n in names) for names in ties)
    made: list[Claim] = []
    for told_together in _join_linked(list(stories)):
        held = {w for s in told_together for key in s.families for w in witnesses.get(key, ())}
        room = _Room(
            stories=tuple(sorted(told_together, key=lambda s: s.id)),
            articles=[by_article[w] for w in sorted(held) if w in by_article],
            spoken={w: spoken.get(w, []) for w in sorted(held)},
            family_of=family_of,
            ties=tied,
        )
        made.extend(room.claims())
    return sorted(made, key=lambda c: c.id)


def _place(statement: Statement) -> tuple[str, int, int, str]:
    anchors = [
        s.start for s in (statement.source, statement.cue, *statement.content) if s is not None
    ]
    return (
        statement.article,
        min(anchors, default=0),
        statement.cue.start if statement.cue else 0,
        statement.id,
    )


def _join_linked(stories: list[Story]) -> list[list[Story]]:
    """Put linked stories together: one utterance may stand in both."""
    by_id = {s.id: s for s in stories}
    home = {key: key for key in by_id}

    def find(key: str) -> str:
        while home[key] != key:
            key = home[key]
        return key

    for story in sorted(stories, key=lambda s: s.id):
        for other in story.linked:
            if other in by_id:
                low, high = sorted((find(story.id), find(other)))
                home[high] = low
    groups: dict[str, list[Story]] = {}
    for key in sorted(by_id):
        groups.setdefault(find(key), []).append(by_id[key])
    return [groups[key] for key in sorted(groups)]


class _Room:
    """One story (or several linked ones) with all that is said in it."""

    def __init__(
        self,
        *,
        stories: tuple[Story, ...],
        articles: list[Article],
        spoken: dict[str, list[Statement]],
        family_of: dict[str, Family],
        ties: tuple[frozenset[str], ...],
    ) -> None:
        self.stories = stories
        self.articles = articles
        self.texts = {a.id: a.text for a in articles}
        self.spoken = spoken
        self.family_of = family_of
        self.texts_told = len({family_of[a.id].id for a in articles})
        self.ties = ties
        self.statements = {s.id: s for listed in spoken.values() for s in listed}
        self.pieces: dict[str, list[Assertion]] = {}

    def claims(self) -> list[Claim]:
        """Return the claims about the world and about speech."""
        uses = [u for u in self._read_uses() if _counts(u) or _replies(u)]
        assertions = [u.assertion for u in uses]
        owners = [u.family.id if u.statement is None else None for u in uses]
        verdicts = {
            (a, b): verdict
            for a, b in find_pairs(assertions, owners)
            if (verdict := compare(assertions[a], assertions[b])) is not None
        }
        counting = {n for n, u in enumerate(uses) if _counts(u)}
        alike = [pair for pair, v in verdicts.items() if v == "same" and counting.issuperset(pair)]
        groups = [
            members
            for members in group(assertions, alike)
            if counting.issuperset(members) and _is_told(uses[n] for n in members)
        ]
        room_of = {n: number for number, members in enumerate(groups) for n in members}
        replies = self._replies(uses, verdicts, room_of)
        made = [
            self._world([uses[n] for n in members], replies.get(number, []))
            for number, members in enumerate(groups)
        ]
        return _link_variants(made, verdicts, room_of) + self._speech()

    # -- reading ------------------------------------------------------------------------------

    def _read_uses(self) -> list[_Use]:
        uses: list[_Use] = []
        for article in self.articles:
            family = self.family_of[article.id]
            listed = self.spoken[article.id]
            subject: frozenset[str] = frozenset()
            for statement, spans in self._contents(article, listed):
                for start, end in spans:
                    read, subject = self._read_span(article, statement, start, end, subject)
                    uses.extend(_Use(a, statement, family) for a in read)
                    if statement is not None:
                        self.pieces.setdefault(statement.id, []).extend(read)
        return uses

    def _contents(
        self, article: Article, listed: list[Statement]
    ) -> list[tuple[Statement | None, list[tuple[int, int]]]]:
        """Return contents and the outlet's own sentences in the order of the text."""
        found: list[tuple[int, Statement | None, list[tuple[int, int]]]] = []
        covered: list[tuple[int, int]] = []
        for statement in listed:
            spans = [(s.start, s.end) for s in statement.content]
            anchors = [s for s in (statement.source, statement.cue) if s is not None]
            covered.extend(spans)
            covered.extend((s.start, s.end) for s in anchors)
            if spans:
                found.append((spans[0][0], statement, spans))
        for part in article.parts if self.texts_told > 1 else ():
            if part.kind != "body":
                continue
            for start, end in sentences(article.text, part.start, part.end):
                if not any(a < end and start < b for a, b in covered):
                    found.append((start, None, [(start, end)]))
        found.sort(key=lambda f: (f[0], f[1].id if f[1] else ""))
        return [(s, spans) for _, s, spans in found]

    def _read_span(
        self,
        article: Article,
        statement: Statement | None,
        start: int,
        end: int,
        subject: frozenset[str],
    ) -> tuple[list[Assertion], frozenset[str]]:
        """Read the assertions of one span; each without a subject takes the one before."""
        holes = tuple(
            (min(s.start for s in anchors), max(s.end for s in anchors))
            for inner in self.spoken[article.id]
            if statement is not None and inner.through == statement.id
            if (anchors := [s for s in (inner.source, inner.cue) if s is not None])
        )
        read: list[Assertion] = []
        for piece in part_content(article.text, start, end, holes):
            assertion = read_piece(article.text, article.id, piece, subject)
            if assertion is None:
                continue
            if is_pronoun_led(article.text, piece):
                assertion = with_subject(assertion, subject)
            elif assertion.own_subject and assertion.subject:
                subject = assertion.subject
            read.append(assertion)
        return read, subject

    # -- claims about the world ------------------------------------------------------------------

    def _replies(
        self, uses: list[_Use], verdicts: Mapping[tuple[int, int], str], room_of: dict[int, int]
    ) -> dict[int, list[tuple[Statement, Stance]]]:
        """Tie refusals, denials and confirmations without words of their own to the claims."""
        found: dict[int, dict[str, Stance]] = {}
        for pair, verdict in verdicts.items():
            for one, other in (pair, pair[::-1]):
                statement = uses[other].statement
                if (
                    verdict == "same"
                    and one in room_of
                    and statement is not None
                    and _replies(uses[other])
                ):
                    found.setdefault(room_of[one], {})[statement.id] = _STANCE_OF[statement.act]
        direct = {
            key: {n for n, r in found.items() if key in r} for r in found.values() for key in r
        }
        home: dict[str, set[int]] = {}
        for number, room in room_of.items():
            stated = uses[number].statement
            if stated is not None:
                home.setdefault(stated.id, set()).add(room)
        for article in self.articles:
            listed = self.spoken[article.id]
            for at, statement in enumerate(listed):
                if statement.act not in _STANCE_OF or statement.id in direct:
                    continue
                for target in taken_up(self.texts[article.id], listed, at):
                    for room in home.get(target.id, set()) | direct.get(target.id, set()):
                        found.setdefault(room, {}).setdefault(
                            statement.id, _STANCE_OF[statement.act]
                        )
        return {
            room: [(self.statements[key], stance) for key, stance in sorted(listed.items())]
            for room, listed in found.items()
        }

    def _world(self, uses: list[_Use], replies: list[tuple[Statement, Stance]]) -> Claim:
        uses = sorted(uses, key=lambda u: (u.assertion.span, u.statement.id if u.statement else ""))
        present = {u.statement.id for u in uses if u.statement is not None}
        outer = {s.through for key in present if (s := self.statements[key]).through in present}
        told = [
            Told(
                u.statement,
                u.family,
                u.assertion.span,
                u.statement is not None and u.statement.id in outer,
            )
            for u in uses
        ]
        spans: dict[str | None, list[Span]] = {}
        for use in uses:
            spans.setdefault(use.statement.id if use.statement else None, []).append(
                use.assertion.span
            )
        members: list[Member] = []
        for key, places in spans.items():
            if key is None:
                members.extend(Member(None, (place,), "asserts") for place in places)
                continue
            statement = self.statements[key]
            members.append(
                Member(
                    key, tuple(places), _STANCE_OF.get(statement.act, "asserts"), statement.hedged
                )
            )
        for statement, stance in replies:
            if statement.id in present:
                continue
            members.append(Member(statement.id, _words_of(statement), stance, statement.hedged))
        graph = draw(told, self.ties)
        first = self._gist(uses)
        rule = "same-assertion" if len(uses) > 1 else "single-telling"
        why: tuple[Reason, ...] = (Reason(rule, 1.0, tuple(u.assertion.span for u in uses)),)
        if any(s.id not in present for s, _ in replies):
            why = (
                *why,
                Reason(
                    "takes-up",
                    0.7,
                    tuple(_words_of(s)[0] for s, _ in replies if s.id not in present),
                ),
            )
        return self._claim("world", first, members, graph, self._differences(uses, replies), why)

    def _gist(self, uses: list[_Use]) -> Span:
        """Return the words that show the claim best: stated, whole, with their own subject."""

        def rank(use: _Use) -> tuple[bool, bool, bool, int, Span]:
            text = self.texts[use.assertion.span.article][
                use.assertion.span.start : use.assertion.span.end
            ]
            hedged = use.statement is not None and use.statement.hedged
            return (
                not use.assertion.own_subject,
                use.statement is None,
                hedged,
                -len(text),
                use.assertion.span,
            )

        return min(uses, key=rank).assertion.span

    def _claim(
        self,
        about: str,
        gist: Span,
        members: list[Member],
        graph: Graph,
        differences: tuple[Difference, ...],
        why: tuple[Reason, ...],
    ) -> Claim:
        lines = count_lines(graph)
        voices = tuple(
            n.origin
            for n in graph.nodes
            if n.kind == "voice" and n.origin is not None and n.family is None
        )
        ordered = tuple(sorted(members, key=lambda m: (m.spans, m.statement or "", m.stance)))
        touched = {self._story_of(s.article) for m in ordered for s in m.spans}
        identity = tuple((m.statement, m.stance, tuple(tuple(s) for s in m.spans)) for m in ordered)
        return Claim(
            id=identify("claim", about, identity),
            about=about,  # type: ignore[arg-type]
            stories=tuple(sorted(touched - {""})),
            gist=gist,
            members=ordered,
            voices=voices,
            lines=lines.number,
            rests_on=lines.rests_on,
            graph=graph,
            differences=differences,
            why=why,
        )

    def _story_of(self, article: str) -> str:
        family = self.family_of[article].id
        return next((s.id for s in self.stories if family in s.families), "")

    def _differences(
        self, uses: list[_Use], replies: list[tuple[Statement, Stance]]
    ) -> tuple[Difference, ...]:
        """Return where the accounts of one claim differ: numbers, scope, the verb of a refusal."""
        found: set[Difference] = set()
        for one, other in combinations(uses, 2):
            if one.family.id == other.family.id:
                continue
            pair = tuple(sorted((one.assertion.span, other.assertion.span)))
            numbers = [(a, b) for a in one.assertion.numbers for b in other.assertion.numbers]
            if any(
                agree(a, b) is not None
                and (a.value != b.value or _bounds(a.qualifier) != _bounds(b.qualifier))
                for a, b in numbers
            ):
                found.add(Difference("number", pair))
            if one.assertion.scope != other.assertion.scope and "some" in {
                one.assertion.scope,
                other.assertion.scope,
            }:
                found.add(Difference("scope", pair))
        refusals = [s for s, stance in replies if stance == "declines" and s.cue is not None]
        for a, b in combinations(refusals, 2):
            if (
                a.cue
                and b.cue
                and a.verb[:5] != b.verb[:5]
                and {x.id for x in a.speakers} & {x.id for x in b.speakers}
                and (self.family_of[a.article].id != self.family_of[b.article].id)
            ):
                found.add(Difference("verb", tuple(sorted((a.cue, b.cue)))))
        return tuple(sorted(found))

    # -- claims about speech -----------------------------------------------------------------------

    def _speech(self) -> list[Claim]:
        """Return one claim for each refusal: that it was given; its makers are the voices."""
        groups: dict[tuple[str, str, str], list[Statement]] = {}
        for article in self.articles:
            for statement in self.spoken[article.id]:
                if statement.act in _REFUSING and statement.speakers:
                    key = (self._story_of(article.id), self._speaker_key(statement.speakers[0]), "")
                    groups.setdefault(key, []).append(statement)
        made: list[Claim] = []
        for key in sorted(groups):
            for listed in _by_time(groups[key]):
                members = [Member(s.id, _words_of(s), "declines", s.hedged) for s in listed]
                graph = draw_speech([(self.family_of[s.article], _words_of(s)[0]) for s in listed])
                spans = tuple(_words_of(s)[0] for s in listed)
                why = (Reason("same-refusal", 0.8, spans),)
                made.append(self._claim("speech", _whole(listed[0]), members, graph, (), why))
        return made

    def _speaker_key(self, speaker: Origin) -> str:
        return body_of(speaker) or plain_key(speaker.name)


def _bounds(qualifier: str) -> str:
    return "" if qualifier == "about" else qualifier


def _words_of(statement: Statement) -> tuple[Span, ...]:
    """Return the words of a statement that stand for it: its content, else its cue."""
    if statement.content:
        return statement.content
    return tuple(s for s in (statement.cue, statement.source) if s is not None)[:1]


def _whole(statement: Statement) -> Span:
    """Return the stretch from source to content of a statement."""
    spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
    return Span(statement.article, min(s.start for s in spans), max(s.end for s in spans))


def _by_time(listed: list[Statement]) -> list[list[Statement]]:
    """Part refusals by the month that they are said to be of; undated ones go with the last."""
    dated: dict[str, list[Statement]] = {}
    undated: list[Statement] = []
    for statement in listed:
        if statement.said.value is None:
            undated.append(statement)
        else:
            dated.setdefault(statement.said.value[:7], []).append(statement)
    groups = [dated[key] for key in sorted(dated)]
    if not groups:
        return [undated] if undated else []
    groups[-1] = groups[-1] + undated
    return groups


def _with_variants(claim: Claim, variants: tuple[str, ...]) -> Claim:
    return replace(claim, variants=variants) if variants else claim


def _counts(use: _Use) -> bool:
    """Tell whether a use asserts something, and is no refusal or denial."""
    return use.statement is None or use.statement.act in _ASSERTING


def _replies(use: _Use) -> bool:
    """Tell whether a use answers what others assert: a refusal or a denial."""
    return use.statement is not None and use.statement.act in _REFUSING | _DENYING


def _is_told(uses: Iterable[_Use]) -> bool:
    """Tell whether somebody is said to assert it, or two texts do so on their own."""
    listed = list(uses)
    return any(u.statement is not None for u in listed) or len({u.family.id for u in listed}) > 1


def _link_variants(
    made: list[Claim], verdicts: Mapping[tuple[int, int], str], room_of: dict[int, int]
) -> list[Claim]:
    """Link claims that differ only in a number or a "not"."""
    linked: dict[int, set[str]] = {}
    for (a, b), verdict in verdicts.items():
        one, other = room_of.get(a), room_of.get(b)
        if verdict != "same" and one is not None and other is not None and one != other:
            linked.setdefault(one, set()).add(made[other].id)
            linked.setdefault(other, set()).add(made[one].id)
    return [_with_variants(c, tuple(sorted(linked.get(n, ())))) for n, c in enumerate(made)]
