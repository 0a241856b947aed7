"""One sentence under reading: its tokens, and the relations found in it so far."""

from __future__ import annotations

from twosource.records import StatementKind
from twosource.statements.clauses import find_left
from twosource.statements.mentions import Mention
from twosource.statements.phrases import read_source
from twosource.statements.relation import Doing, Head, Place, Relation
from twosource.statements.times import is_time
from twosource.statements.tokens import Token
from twosource.statements.verbs import AUXILIARIES
from twosource.text.quotations import Quotation

DASHES = frozenset({"\u2014", "\u2013"})
_OPENING_SIGNS = frozenset({",", ":"}) | DASHES
_CLOSING_SIGNS = frozenset({",", ";", ":", "."}) | DASHES
_SIGNS = frozenset({",", ":", ".", ";"})
_STOPS = frozenset({".", ",", "!", "?"})
_JOINED_BY = frozenset({"later", "also", "then", "again", "once"})


class Sentence:
    """The tokens of one sentence and what has been read of them; ``taken`` are used-up tokens."""

    def __init__(self, text: str, tokens: list[Token], place: Place) -> None:
        self.text = text
        self.tokens = tokens
        self.place = place
        self.relations: list[Relation] = []
        self.heads: list[Head] = []
        self.taken: set[int] = set()

    def span(self, first: int, last: int) -> Place:
        """Return the place in the text of tokens ``first`` to ``last``."""
        return self.tokens[first].start, self.tokens[last].end

    def words(self, first: int, last: int) -> list[str]:
        """Return the folded words of tokens ``first`` to before ``last``."""
        return [t.folded for t in self.tokens[max(first, 0) : max(last, 0)]]

    def last_word(self) -> int:
        """Return the index of the last token before the marks that close the sentence."""
        last = len(self.tokens) - 1
        while last > 0 and self.tokens[last].folded in _STOPS:
            last -= 1
        return last

    def mentions(self, first: int, last: int) -> tuple[Mention, ...]:
        """Return whom tokens ``first`` to ``last`` name as a source."""
        return read_source(self.text, self.tokens[first].start, self.tokens[last].end)

    def find_head(self, at: int) -> Head | None:
        """Return the source that ends just left of a cue."""
        return find_left(self.text, self.tokens, at)

    def content(self, first: int, last: int) -> list[Place]:
        """Return the places of a content; a lone quotation is given without its marks."""
        while first < last and self.tokens[first].folded in _OPENING_SIGNS:
            first += 1
        while last > first and self.tokens[last].folded in _CLOSING_SIGNS:
            last -= 1
        token = self.tokens[first]
        if first == last and token.quotation is not None:
            return [find_inner(self.text, token.quotation)]
        start, end = self.span(first, last)
        return [(start, _with_closing_mark(self.text, start, end))]

    def kind_of(self, first: int, last: int) -> StatementKind:
        """Tell direct, mixed or indirect content."""
        quoted = [t.is_quote for t in self.tokens[first : last + 1] if t.folded not in _SIGNS]
        if quoted and all(quoted):
            return "direct"
        start, end = self.span(first, last)
        if any(quoted) or any(mark in self.text[start:end] for mark in '"\u201c\u00ab'):
            return "mixed"
        return "indirect"

    def add(
        self,
        head: Head,
        cue: tuple[int, int],
        content: list[Place],
        doing: Doing,
        kind: StatementKind,
        *,
        shared: bool = False,
        told: tuple[Mention, ...] = (),
    ) -> Relation:
        """Keep a relation whose cue are tokens ``cue[0]`` to ``cue[1]``, and return it."""
        source = self.span(head.first, head.last)
        if not shared and len(head.mentions) == 1 and head.mentions[0].pronoun:
            source = (head.mentions[0].start, source[1])
        relation = Relation(
            mentions=head.mentions,
            source=source,
            cue=self.span(*cue),
            content=content,
            doing=doing,
            kind=kind,
            sentence=self.place,
            shared=shared,
            told=told,
        )
        self.heads.append(head)
        self.relations.append(relation)
        self.taken.update(range(cue[0], cue[1] + 1))
        return relation

    def add_clause(
        self,
        head: Head,
        cue: tuple[int, int],
        clause: tuple[int, int],
        doing: Doing,
        *,
        shared: bool = False,
        told: tuple[Mention, ...] = (),
    ) -> Relation:
        """Keep a relation whose content are tokens ``clause[0]`` to ``clause[1]``."""
        content, kind = self.content(*clause), self.kind_of(*clause)
        return self.add(head, cue, content, doing, kind, shared=shared, told=told)

    def drop(self, doubted: list[Relation]) -> None:
        """Take relations out; what stood behind one of them stands alone."""
        if not doubted:
            return
        kept = [n for n, r in enumerate(self.relations) if all(r is not d for d in doubted)]
        new = {old: at for at, old in enumerate(kept)}
        for number in kept:
            outer = self.relations[number].outer
            self.relations[number].outer = None if outer is None else new.get(outer)
        self.relations = [self.relations[n] for n in kept]

    def find_shared_head(self, at: int) -> Head | None:
        """Return the source of the verb before, where "and", "but" or a comma joins this one."""
        if not self.relations:
            return None
        index = at - 1
        while index >= 0 and (
            self.tokens[index].folded in AUXILIARIES | _JOINED_BY
            or self.tokens[index].folded.endswith("ly")
            or is_time(self.tokens[index])
        ):
            index -= 1
        if index < 0 or self.tokens[index].folded not in {"and", "but", ",", "or"}:
            return None
        return self.find_head_before(at)

    def find_head_before(self, at: int) -> Head | None:
        """Return the source of the nearest relation before that does not stand inside another."""
        for number in range(len(self.relations) - 1, -1, -1):
            relation = self.relations[number]
            aside = relation.doing.rule in {"according-to", "citing"}
            if relation.cue[1] > self.tokens[at].start or aside:
                continue
            nested = relation.outer is not None or any(
                other.cue[1] <= relation.cue[0] and holds(other, relation.cue[0])
                for other in self.relations
            )
            if not nested:
                return self.heads[number]
        return None

    def closes_relation(self, at: int) -> bool:
        """Tell whether a token ends a relation whose content stands before it."""
        end = self.tokens[at].end
        return any(
            end in {r.cue[1], r.source[1] if r.source else -1}
            for r in self.relations
            if r.doing.rule.startswith(("content-", "according"))
        )

    def clause_start(self, last: int) -> int:
        """Return where the clause that ends at ``last`` begins: after the relation before it."""
        start = 0
        for index in range(last, -1, -1):
            if self.closes_relation(index) or self.tokens[index].folded == ";":
                start = index + 1
                break
        while start < last and self.tokens[start].folded in DASHES | {",", "and", "but"}:
            start += 1
        return start

    def is_its_own(self, at: int) -> bool:
        """Tell whether one cites only oneself: "citing its own laboratory"."""
        return self.words(at + 1, at + 2) == ["own"]


def holds(relation: Relation, place: int) -> bool:
    """Tell whether a place of the text stands within a relation's content."""
    return any(start <= place < end for start, end in relation.content)


def strip_end(text: str, start: int, end: int) -> int:
    """Return ``end`` moved left over spaces and commas."""
    while end > start and text[end - 1] in " ,;\u00a0":
        end -= 1
    return end


def find_inner(text: str, quotation: Quotation) -> Place:
    """Return a quotation's words without the comma that the house puts before the closing mark."""
    start, end = quotation.inner_start, quotation.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end


def _with_closing_mark(text: str, start: int, end: int) -> int:
    """Return ``end`` moved over the mark that closes a quotation opened within the content."""
    words = text[start:end]
    closing = text[end : end + 1]
    opened = (
        words.count('"') % 2 if closing == '"' else words.count("\u201c") - words.count("\u201d")
    )
    return end + 1 if closing in {'"', "\u201d"} and opened > 0 else end
