"""A story's families and statements → Claim: matching, voices, relays, lines, differences.

Independence is the greatest number of paths from voices to texts that share no node (Menger 1927;
Edmonds and Karp 1972 for the flow). Nothing here judges whether a claim is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from networkx.utils import UnionFind

from twosource.claims.room import Room
from twosource.records import Article, Claim, Family, Statement, Story
from twosource.text.names import plain_key


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
        held = sorted(
            {w for s in told_together for key in s.families for w in witnesses.get(key, ())}
        )
        room = Room(
            stories=tuple(told_together),
            articles=tuple(by_article[w] for w in held if w in by_article),
            spoken={w: spoken.get(w, []) for w in held},
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
    by_id = {s.id: s for s in sorted(stories, key=lambda s: s.id)}
    joined = UnionFind(by_id)
    for story in by_id.values():
        joined.union(story.id, *(other for other in story.linked if other in by_id))
    return sorted(
        ([by_id[key] for key in sorted(group)] for group in joined.to_sets()),
        key=lambda listed: listed[0].id,
    )
