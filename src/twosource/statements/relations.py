"""From a sentence to its attributions: source, cue and content, before anyone is identified."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from twosource.records import Act, StatementKind
from twosource.statements.clauses import (
    AUXILIARIES,
    content_right,
    find_left,
    find_right,
    is_negated,
    is_passive,
    is_time,
    is_verbish,
    skip_time,
)
from twosource.statements.cues import Cue, cue_of, is_evidence, publishes
from twosource.statements.sources import Mention, is_plural, read_source
from twosource.statements.tokens import Token, tokenise
from twosource.text.quotations import Quotation

_LONGEST_SENTENCE = 400
"""Sentences of more tokens are lists or damage; they are passed over and refused."""
_REFUSING = frozenset("decline declined declines declining refuse refused refuses refusing".split())
_REFUSED_THINGS = frozenset(
    "comment answer say discuss confirm elaborate respond speak disclose reveal give provide be identify name explain specify".split()
)
_REFERRING = frozenset("referred refers directed referring redirected".split())
_QUESTIONS = frozenset(
    "questions queries inquiries enquiries reporters journalists requests comment".split()
)
_WILL_NOT = re.compile(
    r"^(?:would|will|could|can) ?(?:not|n't)$|^(?:won't|wouldn't|can't|cannot|couldn't)$"
)
_NO_RESPONSE_VERBS = frozenset("respond reply return answer react".split())
_PUBLISHERS_CITE = frozenset("citing quoting".split())
_SAID_OF = frozenset({"say", "report", "believe", "think"})
_REDUCED = (["to", "have"], ["to", "be"])
"""Behind a past form they make it passive: "the man said to have seen it"."""
_GERUNDS_SHARED = frozenset("by while".split())
_SETTING_THE_SCENE = frozenset(
    "asked when speaking responding addressing replying commenting appearing pressed questioned after while".split()
)
"""A clause that begins so tells how it came to be said, not what was said."""


@dataclass(slots=True)
class Relation:
    """One attribution as words: spans are (start, end) in the text; ``outer`` indexes its list."""

    mentions: tuple[Mention, ...]
    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: list[tuple[int, int]]
    act: Act
    verb: str
    kind: StatementKind
    rule: str
    confidence: float
    sentence: tuple[int, int]
    outer: int | None = None
    shared: bool = False
    told: tuple[Mention, ...] = ()
    notes: list[str] = field(default_factory=list)


def read_sentence(text: str, start: int, end: int, found: list[Quotation]) -> list[Relation]:
    """Return the attributions of one sentence, in the order of their cues."""
    tokens = tokenise(text, start, end, found)
    if len(tokens) > _LONGEST_SENTENCE:
        return []
    reader = _Reader(text, tokens, (start, end))
    reader.read()
    for quotation in found:
        if start <= quotation.start and quotation.end <= end:
            _read_inside(text, quotation, reader)
    return reader.relations


def _read_inside(text: str, quotation: Quotation, reader: _Reader) -> None:
    """Look for "according to" within a quotation: the speaker's own source."""
    inner = tokenise(text, quotation.inner_start, quotation.inner_end, [])
    nested = _Reader(text, inner, reader.sentence)
    nested.read_according_to()
    for relation in nested.relations:
        outer = next(
            (
                i
                for i, r in enumerate(reader.relations)
                if any(a <= relation.cue[0] < b for a, b in r.content)
                and r.source != relation.source
            ),
            None,
        )
        if outer is not None and relation.mentions:
            relation.outer = outer
            relation.kind = "indirect"
            reader.relations.append(relation)


class _Reader:
    """Goes over one sentence's tokens and collects its relations."""

    def __init__(self, text: str, tokens: list[Token], sentence: tuple[int, int]) -> None:
        self.text = text
        self.tokens = tokens
        self.sentence = sentence
        self.relations: list[Relation] = []
        self.heads: list[tuple[int, int]] = []
        self.taken: set[int] = set()

    def read(self) -> None:
        """Read every pattern; the order matters only where two would take the same word."""
        self.read_according_to()
        self.read_quoted_as_saying()
        self.read_publications()
        for at in range(len(self.tokens)):
            if at not in self.taken:
                self.read_cue(at)
        self.read_refusals()
        self.read_citing()
        self._trim_shared()
        self._nest()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the place in the text of tokens ``first`` to ``last``."""
        return self.tokens[first].start, self.tokens[last].end

    def content_spans(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the places of a content; a lone quotation is given without its marks."""
        while first < last and self.tokens[first].folded in {",", ":", "\u2014", "\u2013"}:
            first += 1
        while last > first and self.tokens[last].folded in {",", ";", ":", "\u2014", "\u2013", "."}:
            last -= 1
        token = self.tokens[first]
        if first == last and token.quotation is not None:
            return [_inner(self.text, token.quotation)]
        start, end = self.span(first, last)
        return [(start, _with_closing_mark(self.text, start, end))]

    def kind_of(self, first: int, last: int) -> StatementKind:
        """Tell direct, mixed or indirect content."""
        quoted = [
            t.is_quote
            for t in self.tokens[first : last + 1]
            if t.folded not in {",", ":", ".", ";"}
        ]
        if quoted and all(quoted):
            return "direct"
        start, end = self.span(first, last)
        if any(quoted) or any(mark in self.text[start:end] for mark in '"\u201c\u00ab'):
            return "mixed"
        return "indirect"

    def add(
        self,
        head: tuple[tuple[Mention, ...], int, int] | None,
        cue: tuple[int, int],
        content: list[tuple[int, int]],
        act: Act,
        verb: str,
        kind: StatementKind,
        rule: str,
        confidence: float,
        *,
        shared: bool = False,
        told: tuple[Mention, ...] = (),
    ) -> None:
        """Keep a relation."""
        source = self.span(head[1], head[2]) if head else None
        mentions = head[0] if head else ()
        if head and not shared:
            source = (
                (min(m.start for m in mentions), source[1])
                if source and len(mentions) == 1 and mentions[0].pronoun
                else source
            )
        self.heads.append((head[1], head[2]) if head else (cue[0], cue[1]))
        self.relations.append(
            Relation(
                mentions,
                source,
                self.span(*cue),
                content,
                act,
                verb,
                kind,
                rule,
                confidence,
                self.sentence,
                shared=shared,
                told=told,
            )
        )
        self.taken.update(range(cue[0], cue[1] + 1))

    # -- patterns ---------------------------------------------------------------------------

    def read_according_to(self) -> None:
        """Read "according to X": the content is the rest of the sentence or quotation."""
        tokens = self.tokens
        for at in range(len(tokens) - 2):
            if tokens[at].folded != "according" or tokens[at + 1].folded != "to":
                continue
            last = at + 2
            while last < len(tokens) and not (
                tokens[last].folded in {".", ";", ":", "\u2014", "\u2013", ")"}
                or tokens[last].is_quote
                or (tokens[last].folded == "," and not self._goes_on(last, at + 2))
                or (last > at + 2 and is_time(tokens[last]) and tokens[last].folded not in {"last"})
                or (
                    last > at + 2 and tokens[last].folded in {"which", "that", "while", "as", "but"}
                )
            ):
                last += 1
            if last == at + 2:
                continue
            mentions = read_source(self.text, tokens[at + 2].start, tokens[last - 1].end)
            if not mentions:
                continue
            content = self._around(at, last)
            if content is None:
                continue
            quoted = self._quoted_by(last)
            if quoted is not None and last <= content[0] <= quoted[1]:
                content = (min(quoted[1] + 2, content[1]), content[1])
            self.add(
                (mentions, at + 2, last - 1),
                (at, at + 1),
                self.content_spans(*content),
                "asserts",
                "according to",
                self.kind_of(*content),
                "according-to",
                0.9,
            )
            self.taken.update(range(at, last))
            if quoted is not None:
                inner = read_source(self.text, tokens[quoted[0]].start, tokens[quoted[1]].end)
                outer = len(self.relations) - 1
                if inner and not _is_its_own(tokens, quoted[0]):
                    self.add(
                        (inner, *quoted),
                        (quoted[0] - 1, quoted[0] - 1),
                        self.content_spans(*content),
                        "asserts",
                        tokens[quoted[0] - 1].folded,
                        self.kind_of(*content),
                        "citing",
                        0.9,
                    )
                    self.relations[-1].outer = outer

    def _quoted_by(self, comma: int) -> tuple[int, int] | None:
        """Return the source in "according to the Post, which quoted a diplomat, …"."""
        tokens = self.tokens
        following = [t.folded for t in tokens[comma : comma + 3]]
        if (
            following[:1] == [","]
            and following[1:2]
            and following[1] in {"which", "who", "citing", "quoting"}
        ):
            first = (
                comma + 3
                if following[1] in {"which", "who"}
                and following[2:3]
                and following[2] in {"quoted", "cited"}
                else comma + 2
            )
            if following[1] in {"which", "who"} and first != comma + 3:
                return None
            last = (
                next(
                    (i for i in range(first, len(tokens)) if tokens[i].folded in {",", ".", ";"}),
                    len(tokens),
                )
                - 1
            )
            return (first, last) if last >= first else None
        return None

    def _goes_on(self, comma: int, first: int) -> bool:
        """Tell whether a comma after "according to" opens a role or a list."""
        tokens = self.tokens
        after = tokens[comma + 1] if comma + 1 < len(tokens) else None
        if after is None or first > 2:
            return after is not None and after.folded in {"who", "a", "an"} and first > 2
        return False

    def _around(self, first: int, behind: int) -> tuple[int, int] | None:
        """Return the clause that a parenthesis ``first … behind`` belongs to."""
        tokens = self.tokens
        end = len(tokens) - 1
        while end >= 0 and tokens[end].folded in {".", ",", "!", "?"}:
            end -= 1
        before = first - 1
        while before >= 0 and tokens[before].folded in {",", "\u2014", "\u2013", "("}:
            before -= 1
        if before < 1:
            start = behind + 1 if behind <= end and tokens[behind].folded in {",", ":"} else behind
            return (start, end) if start < end else None
        start = 0
        for index in range(before, -1, -1):
            if tokens[index].folded in {";", "\u2014", "\u2013"}:
                start = index + 1
                break
        if tokens[start].folded in {"but", "and", "however"}:
            start += 1
        if start < len(tokens) and tokens[start].folded == ",":
            start += 1
        return (start, before) if start <= before else None

    def read_refusals(self) -> None:
        """Read refusals to comment and silence: neither confirms nor denies."""
        tokens = self.tokens
        for at, token in enumerate(tokens):
            word = token.folded
            following = [t.folded for t in tokens[at + 1 : at + 8]]
            if (
                word in _REFUSING
                and following[:1] == ["to"]
                and following[1:2]
                and following[1] in _REFUSED_THINGS
            ):
                self._refuse(at, at + 2, "declines", word)
            elif _WILL_NOT.match(word) or (
                word in {"would", "will", "could"} and following[:1] == ["not"]
            ):
                verb = at + 1 + (following[:1] == ["not"])
                drawn = [t.folded for t in tokens[verb : verb + 2]] == ["be", "drawn"]
                if drawn:
                    self._refuse(at, verb + 1, "declines", "would not be drawn")
                elif verb < len(tokens) and tokens[verb].folded in {
                    "comment",
                    "say",
                    "discuss",
                    "elaborate",
                }:
                    self._refuse(at, verb, "declines", tokens[verb].folded)
                elif word.startswith("could") and "reached" in following[:4]:
                    self._refuse(
                        at,
                        at + 1 + following.index("reached"),
                        "no_response",
                        "could not be reached",
                    )
            elif word in {"did", "has", "have", "had", "does"} and "not" in following[:1]:
                verb_at = next(
                    (
                        i
                        for i, f in enumerate(following[:4])
                        if f.rstrip("ed") in _NO_RESPONSE_VERBS
                        or f in _NO_RESPONSE_VERBS
                        or f in {"responded", "replied", "returned", "answered"}
                    ),
                    None,
                )
                if verb_at is not None:
                    self._refuse(at, at + 1 + verb_at, "no_response", "did not respond")
            elif word == "didn't" and following[:1] and (set(following[:2]) & _NO_RESPONSE_VERBS):
                self._refuse(at, at + 1, "no_response", "did not respond")
            elif (
                word in {"was", "were"}
                and following[:1] == ["not"]
                and "available" in following[:3]
                and "comment" in following[:5]
            ):
                self._refuse(
                    at, at + 1 + following.index("available"), "no_response", "was not available"
                )
            elif word in {"had", "offered", "gave", "has"} and following[:2] == ["no", "comment"]:
                self._refuse(at, at + 2, "declines", "no comment")
            elif (
                word in _REFERRING
                and set(following[:3]) & _QUESTIONS
                and not is_passive(tokens, at)
            ):
                self._refuse(at, at, "refers_elsewhere", word)

    def _refuse(self, first: int, last: int, act: Act, verb: str) -> None:
        head = find_left(self.text, self.tokens, first)
        shared = head is None
        head = head or self._shared_head(first)
        if head is None or first in self.taken:
            return
        stop = len(self.tokens) - 1
        while stop > 0 and self.tokens[stop].folded in {".", ",", "!", "?"}:
            stop -= 1
        content: list[tuple[int, int]] = []
        for index in range(last + 1, stop):
            if self.tokens[index].folded == "," and any(
                cue_of(t.folded) for t in self.tokens[index + 1 : index + 3]
            ):
                stop = index - 1
                break
        for index in range(last + 1, stop):
            if self.tokens[index].folded in {"that", "whether"}:
                content = self.content_spans(index + 1, stop)
                break
        else:
            for index in range(last + 1, stop):
                if self.tokens[index].folded in {"on", "about", "regarding", "over"}:
                    content = self.content_spans(index + 1, stop)
                    break
        self.add(
            head,
            (first, last),
            content,
            act,
            verb,
            "indirect",
            "refusal",
            0.95,
            shared=shared,
        )

    def read_quoted_as_saying(self) -> None:
        """Read "X was quoted as saying (by Y)" and "Y quoted X as saying"."""
        tokens = self.tokens
        for at in range(len(tokens) - 2):
            if tokens[at].folded not in {"quoted", "cited", "quotes", "cites"}:
                continue
            saying = next(
                (
                    i
                    for i in range(at + 1, min(len(tokens) - 1, at + 16))
                    if tokens[i].folded == "as"
                    and tokens[i + 1].folded in {"saying", "telling", "stating"}
                ),
                None,
            )
            if saying is None:
                continue
            content = content_right(self.text, tokens, saying + 1, "say")
            if content is None:
                content = self._content_left(at, None)
            if content is None:
                continue
            spans, kind = self.content_spans(*content), self.kind_of(*content)
            if is_passive(tokens, at) and saying == at + 1:
                head = find_left(self.text, tokens, at)
                if head is None:
                    continue
                told: tuple[Mention, ...] = ()
                if saying + 2 < len(tokens) and tokens[saying + 2].folded in {"by", "in"}:
                    behind = find_right(self.text, tokens, saying + 2)
                    told = behind[0] if behind else ()
                self.add(
                    head,
                    (at, saying + 1),
                    spans,
                    "asserts",
                    "quoted as saying",
                    kind,
                    "quoted-as-saying",
                    0.9,
                    told=told,
                )
            else:
                head = find_left(self.text, tokens, at)
                inner = read_source(self.text, tokens[at + 1].start, tokens[saying - 1].end)
                if head is None or not inner:
                    continue
                self.add(
                    head,
                    (at, at),
                    spans,
                    "reports",
                    tokens[at].text,
                    kind,
                    "source-cue-content",
                    0.9,
                )
                outer = len(self.relations) - 1
                self.add(
                    (inner, at + 1, saying - 1),
                    (saying, saying + 1),
                    spans,
                    "asserts",
                    "saying",
                    kind,
                    "quoted-as-saying",
                    0.9,
                )
                self.relations[-1].outer = outer
            self.taken.update(range(at, saying + 2))

    def read_publications(self) -> None:
        """Read "X has published footage of what he said were Y": evidence made public."""
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if at in self.taken or not publishes(token.folded) or is_passive(tokens, at):
                continue
            objects = tokens[at + 1 : at + 7]
            evidence = next((i for i, t in enumerate(objects) if is_evidence(t.folded)), None)
            if evidence is None or any(is_verbish(t) for t in objects[:evidence]):
                continue
            head = find_left(self.text, tokens, at) or self._shared_head(at)
            if head is None:
                continue
            stop = len(tokens) - 1
            while stop > 0 and tokens[stop].folded in {".", ","}:
                stop -= 1
            first = at + 1
            for index in range(at + 2 + evidence, min(stop, at + 14)):
                if tokens[index].folded in {"is", "are", "was", "were"} and any(
                    t.folded == "what" for t in tokens[at:index]
                ):
                    first = index + 1
                    break
            else:
                for index in range(at + 2 + evidence, min(stop, at + 10)):
                    if tokens[index].folded in {"showing", "that", "of"}:
                        first = (
                            index
                            + 1
                            + (tokens[index + 1].folded == "shows" if index + 1 < stop else 0)
                        )
                        break
            self.add(
                head,
                (at, at),
                self.content_spans(first, stop),
                "publishes",
                token.folded,
                "indirect",
                "evidence-published",
                0.85,
            )
            self.taken.update(range(at, first))

    def read_cue(self, at: int) -> None:
        """Read one cue verb in whatever shape stands around it."""
        tokens = self.tokens
        token = tokens[at]
        cue = cue_of(token.folded) if not token.is_quote else None
        if cue is None or (token.is_capital and at > 0) or is_negated(tokens, at):
            return
        if cue.form == "base" and not self._base_is_finite(at):
            return
        if cue.form == "past" and is_passive(tokens, at):
            return
        if cue.lemma in _SAID_OF and [t.folded for t in tokens[at + 1 : at + 3]] in _REDUCED:
            return
        if cue.form == "ing":
            self._read_gerund(at, cue)
            return
        if cue.also_noun and not self._noun_is_verb(at):
            return
        head = find_left(self.text, tokens, at)
        shared = False
        if head is None:
            previous = tokens[at - 1] if at else None
            if previous is not None and (previous.is_quote or previous.folded == ","):
                head = find_right(self.text, tokens, at)
                if head is not None and self._read_inverted(at, cue, head):
                    return
                head = None
            head = self._shared_head(at)
            shared = head is not None
        if head is None:
            return
        if any(i in self.taken for i in range(head[1], head[2] + 1)) and not shared:
            return
        self._read_after(at, cue, head, shared=shared)

    def _base_is_finite(self, at: int) -> bool:
        """Tell "officials say" from "to say", "did not say" and "could say"."""
        index = at - 1
        while index >= 0 and self.tokens[index].folded.endswith("ly"):
            index -= 1
        if index < 0 or self.tokens[index].folded in AUXILIARIES | {"to", "not"}:
            return self.tokens[index].folded in {"do"} if index >= 0 else False
        before = self.tokens[index]
        if before.folded in {"they", "we", "i", "police"} or before.is_capital:
            return True
        head = find_left(self.text, self.tokens, at)
        return head is not None and (len(head[0]) > 1 or is_plural(head[0][0]))

    def _noun_is_verb(self, at: int) -> bool:
        """Tell "officials report that" from "the officials' report"; in doubt it is a noun."""
        tokens = self.tokens
        before = tokens[at - 1] if at else None
        if before is None or before.folded in {
            "the",
            "one",
            "another",
            "some",
            "several",
            "many",
            "news",
            "media",
            "press",
            "a",
            "an",
            "these",
            "those",
            "such",
            "no",
            "any",
            "its",
            "his",
            "her",
            "their",
            "of",
            "on",
            "in",
            "to",
            "for",
            "about",
            "by",
            "with",
            "from",
            "and",
            "or",
        }:
            return False
        if (
            before.folded.endswith(("'s", "al", "ic", "ive", "ous", "ful", "ed", "ing"))
            and not before.is_capital
        ):
            return False
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and cue_of(after.folded) is not None:
            return False
        if after is None or after.folded in {
            "of",
            "about",
            "on",
            "from",
            "by",
            "in",
            "were",
            "are",
            "was",
            "is",
            "have",
            "had",
            ".",
            ",",
        }:
            return False
        return (
            content_right(self.text, tokens, at, "say") is not None
            and find_left(self.text, tokens, at) is not None
        )

    def _shared_head(self, at: int) -> tuple[tuple[Mention, ...], int, int] | None:
        """Return the source of the verb before, where "and", "but" or a comma joins this one to it."""
        if not self.relations:
            return None
        index = at - 1
        while index >= 0 and (
            self.tokens[index].folded in AUXILIARIES
            or self.tokens[index].folded in {"later", "also", "then", "again", "once"}
            or self.tokens[index].folded.endswith("ly")
            or is_time(self.tokens[index])
        ):
            index -= 1
        if index < 0 or self.tokens[index].folded not in {"and", "but", ",", "or"}:
            return None
        return self._head_before(at)

    def _head_before(self, at: int) -> tuple[tuple[Mention, ...], int, int] | None:
        """Return the source of the nearest relation before that does not stand inside another."""
        for number in range(len(self.relations) - 1, -1, -1):
            relation = self.relations[number]
            if relation.cue[1] > self.tokens[at].start or relation.rule in {
                "according-to",
                "citing",
            }:
                continue
            nested = relation.outer is not None or any(
                other.cue[1] <= relation.cue[0]
                and any(a <= relation.cue[0] < b for a, b in other.content)
                for other in self.relations
            )
            if not nested:
                return relation.mentions, *self.heads[number]
        return None

    def _read_gerund(self, at: int, cue: Cue) -> None:
        """Read ", adding that …": the source is that of the clause before."""
        tokens = self.tokens
        before = tokens[at - 1].folded if at else ""
        if before not in {",", "and"} | _GERUNDS_SHARED or not (
            {"that", "quote", "np"} & cue.frames
        ):
            return
        head = self._head_before(at)
        if head is None:
            return
        self._read_after(at, cue, head, shared=True)

    def _read_inverted(self, at: int, cue: Cue, head: tuple[tuple[Mention, ...], int, int]) -> bool:
        """Read content–cue–source: '"…," said X'."""
        content = self._content_left(at, None)
        if content is None:
            return False
        spans = self.content_spans(*content)
        kind = self.kind_of(*content)
        spans, kind = self._more_quotation(head[2] + 1, spans, kind)
        self.add(
            head, (at, at), spans, cue.act, self.tokens[at].folded, kind, "content-cue-source", 0.9
        )
        return True

    def _content_left(self, first: int, source_first: int | None) -> tuple[int, int] | None:
        """Return the clause or quotation that ends before a source–cue pair at ``first``."""
        tokens = self.tokens
        last = first - 1
        if last < 0:
            return None
        if tokens[last].is_quote:
            start = last
            lead = [t for t in tokens[:last] if not t.is_quote]
            if (
                lead
                and tokens[last - 1].folded not in {",", ":", "."}
                and not self._closes_relation(last - 1)
            ):
                start = self._clause_start(last - 1)
            return start, last
        if tokens[last].folded != ",":
            return None
        last -= 1
        while last >= 0 and tokens[last].folded == ",":
            last -= 1
        if last < 0:
            return None
        start = self._clause_start(last)
        if start > last or tokens[start].folded in _SETTING_THE_SCENE:
            return None
        if tokens[last].is_quote and start == last:
            return start, last
        if last - start < 1 and not tokens[last].is_quote:
            return None
        if (
            not any(is_verbish(t) or t.is_quote for t in tokens[start : last + 1])
            and last - start < 3
        ):
            return None
        return start, last

    def _closes_relation(self, at: int) -> bool:
        """Tell whether a token ends a relation whose content stands before it."""
        end = self.tokens[at].end
        return any(
            end in {r.cue[1], r.source[1] if r.source else -1}
            for r in self.relations
            if r.rule.startswith(("content-", "according"))
        )

    def _clause_start(self, last: int) -> int:
        """Return where the clause that ends at ``last`` begins: after the relation before it."""
        start = 0
        for index in range(last, -1, -1):
            if self._closes_relation(index) or self.tokens[index].folded == ";":
                start = index + 1
                break
        while start < last and self.tokens[start].folded in {",", "and", "but", "\u2014", "\u2013"}:
            start += 1
        return start

    def _more_quotation(
        self, index: int, spans: list[tuple[int, int]], kind: StatementKind
    ) -> tuple[list[tuple[int, int]], StatementKind]:
        """Add a quotation that goes on behind the source: '"A," he said, "B."'."""
        index = skip_time(self.tokens, index)
        while index < len(self.tokens) and self.tokens[index].folded in {",", ".", ":"}:
            index += 1
        if kind != "indirect" and index < len(self.tokens):
            quotation = self.tokens[index].quotation
            if quotation is not None:
                return [*spans, _inner(self.text, quotation)], kind
        return spans, kind

    def _read_after(
        self, at: int, cue: Cue, head: tuple[tuple[Mention, ...], int, int], *, shared: bool
    ) -> None:
        """Read source–cue–content, or content–source–cue where nothing follows the cue."""
        tokens = self.tokens
        verb = tokens[at].folded
        told = self._told(at, cue)
        from_paper = head[0][0].document or head[0][0].kind == "document"
        lemma = "say" if from_paper else cue.lemma
        after = (
            content_right(self.text, tokens, at, lemma) if {"that", "quote"} & cue.frames else None
        )
        if after is not None and "that" not in cue.frames and not tokens[after[0]].is_quote:
            after = None
        quoted_before = (
            not shared
            and head[1] > 0
            and (
                tokens[head[1] - 1].is_quote or (tokens[head[1] - 1].folded == "," and head[1] > 1)
            )
        )
        if quoted_before and (after is None or tokens[head[1] - 1].is_quote):
            before = self._content_left(head[1], head[1])
            allowed = before is not None and (
                "that" in cue.frames or self.kind_of(*before) != "indirect"
            )
            if (
                before is not None
                and allowed
                and (after is None or self.kind_of(*before) != "indirect")
            ):
                spans, kind = self.content_spans(*before), self.kind_of(*before)
                spans, kind = self._more_quotation(self._behind(at, cue), spans, kind)
                self.add(
                    head, (at, at), spans, cue.act, verb, kind, "content-source-cue", 0.9, told=told
                )
                return
        if after is not None:
            self.add(
                head,
                (at, at),
                self.content_spans(*after),
                cue.act,
                verb,
                self.kind_of(*after),
                "source-cue-content",
                0.9 if not shared else 0.8,
                shared=shared,
                told=told,
            )
            return
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None:
            return
        stop = len(tokens) - 1
        while stop > at and tokens[stop].folded in {".", "!", "?", ","}:
            stop -= 1
        if "to" in cue.frames and following.folded == "to" and stop > at + 2:
            self.add(
                head,
                (at, at),
                self.content_spans(at + 2, stop),
                cue.act,
                verb,
                self.kind_of(at + 2, stop),
                "source-cue-infinitive",
                0.8,
                shared=shared,
            )
            return
        if (
            ("np" in cue.frames or self._asks_to(at, cue))
            and stop > at
            and following.folded not in {",", ".", "to", "by", "in", "on", "at", "for", "with"}
        ):
            first = skip_time(tokens, at + 1)
            end = self._object_stop(first, stop)
            if first <= end:
                self.add(
                    head,
                    (at, at),
                    self.content_spans(first, end),
                    cue.act,
                    verb,
                    self.kind_of(first, end),
                    "source-cue-object",
                    0.75,
                    shared=shared,
                )
            return
        if (
            not shared
            and head[1] > 0
            and tokens[head[1] - 1].folded not in {",", "and", "but", "as", "that", "which", "who"}
        ):
            # "… nighttime attacks authorities said": a bare source run on to its content.
            start = self._clause_start(head[1] - 1)
            mention = head[0][0]
            if mention.kind == "unnamed" and head[1] == head[2] and head[1] - start >= 4:
                self.add(
                    head,
                    (at, at),
                    self.content_spans(start, head[1] - 1),
                    cue.act,
                    verb,
                    self.kind_of(start, head[1] - 1),
                    "content-source-cue",
                    0.7,
                )

    def _asks_to(self, at: int, cue: Cue) -> bool:
        """Tell whether someone is asked to do something: "asked people to stay away"."""
        return cue.lemma == "ask" and "to" in [t.folded for t in self.tokens[at + 2 : at + 8]]

    def _behind(self, at: int, cue: Cue) -> int:
        """Return the index behind a cue and the one who is told."""
        index = at + 1
        while (
            index < len(self.tokens)
            and index < at + 10
            and self.tokens[index].folded not in {",", ".", ":"}
            and not self.tokens[index].is_quote
        ):
            index += 1
        return index

    def _told(self, at: int, cue: Cue) -> tuple[Mention, ...]:
        """Return the outlet that was told: "told AFP", "said in an interview with the Post"."""
        tokens = self.tokens
        index = at + 1
        seen = [
            i
            for i in range(max(0, at - 6), at - 1)
            if tokens[i].folded in {"seen", "obtained", "reviewed"} and tokens[i + 1].folded == "by"
        ]
        if seen:
            mentions = read_source(self.text, tokens[seen[0] + 2].start, tokens[at - 1].end)
            return mentions if len(mentions) == 1 else ()
        if cue.lemma != "tell":
            window = [t.folded for t in tokens[index : index + 6]]
            if "interview" not in window or "with" not in window:
                return ()
            index += window.index("with") + 1
        last = index
        if last < len(tokens) and tokens[last].folded == "the":
            last += 1
        while last < len(tokens) and tokens[last].is_capital and last < index + 6:
            last += 1
        if last == index or last > len(tokens) or tokens[last - 1].folded == "the":
            return ()
        mentions = read_source(self.text, tokens[index].start, tokens[last - 1].end)
        return (
            mentions
            if len(mentions) == 1 and (mentions[0].kind in {None, "outlet", "agency"})
            else ()
        )

    def _object_stop(self, first: int, stop: int) -> int:
        """End an object before the next verb that shares its source."""
        tokens = self.tokens
        for index in range(first + 1, stop + 1):
            word = tokens[index].folded
            after = tokens[index + 1] if index + 1 <= stop else None
            if (
                word == ","
                and after is not None
                and (
                    cue_of(after.folded) is not None
                    or after.folded in {"saying", "citing", "who", "which", "as", "but", "while"}
                )
            ):
                return index - 1
            if word in {"and", "but"} and after is not None:
                cue = cue_of(after.folded)
                if (
                    cue is not None
                    and cue.form in {"past", "s"}
                    and not (cue.also_noun and cue.form != "past")
                ):
                    return index - 1
        return stop

    def read_citing(self) -> None:
        """Read "Citing US officials, the Post reported": the cited stand behind the one who cites."""
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if token.folded not in _PUBLISHERS_CITE or token.is_quote or at in self.taken:
                continue
            last = at + 1
            while last < len(tokens) and not (
                tokens[last].folded in {".", ";", ":", "that", "who", "which", "as"}
                or tokens[last].is_quote
                or (tokens[last].folded == "," and not self._list_goes_on(last))
            ):
                last += 1
            if last == at + 1:
                continue
            mentions = read_source(self.text, tokens[at + 1].start, tokens[last - 1].end)
            if not mentions or mentions[0].pronoun or _is_its_own(tokens, at + 1):
                continue
            outer = self._cited_by(at)
            if outer is None:
                continue
            relation = self.relations[outer]
            self.heads.append((at + 1, last - 1))
            self.relations.append(
                replace(
                    relation,
                    mentions=mentions,
                    source=self.span(at + 1, last - 1),
                    cue=self.span(at, at),
                    content=self._without(relation.content, self.span(at, last - 1)),
                    act="asserts",
                    verb=token.folded,
                    rule="citing",
                    confidence=0.9,
                    outer=outer,
                    shared=False,
                    told=(),
                    notes=[],
                )
            )
            relation.content[:] = self._without(relation.content, self.span(at, last - 1))
            self.taken.update(range(at, last))

    def _list_goes_on(self, comma: int) -> bool:
        """Tell whether a comma stands within "Western, Korean and other officials"."""
        tokens = self.tokens
        index = comma + 1
        while index < len(tokens) and (tokens[index].is_capital or tokens[index].folded == ","):
            index += 1
        return comma + 1 < index < len(tokens) and tokens[index].folded == "and"

    def _cited_by(self, at: int) -> int | None:
        """Return the relation whose speaker does the citing: the next one, or the one before."""
        place = self.tokens[at].start
        ordered = sorted(range(len(self.relations)), key=lambda i: self.relations[i].cue)
        candidates = [
            i
            for i in ordered
            if self.relations[i].outer is None and self.relations[i].rule != "according-to"
        ]
        if at <= 1 or (self.tokens[at - 1].folded not in {",", "by"}):
            later = [i for i in candidates if self.relations[i].cue[0] > place]
            if later:
                return later[0]
        earlier = [i for i in candidates if self.relations[i].cue[0] < place]
        if earlier:
            return earlier[-1]
        later = [i for i in candidates if self.relations[i].cue[0] > place]
        return later[0] if later else None

    def _without(
        self, content: list[tuple[int, int]], hole: tuple[int, int]
    ) -> list[tuple[int, int]]:
        """Cut the words of a "citing …" phrase out of a content."""
        kept: list[tuple[int, int]] = []
        for start, end in content:
            if hole[1] <= start or end <= hole[0]:
                kept.append((start, end))
                continue
            if hole[0] - start > 2:
                kept.append((start, _strip_end(self.text, start, hole[0])))
            if end - hole[1] > 2:
                kept.append((hole[1], end))
        return kept or content

    # -- putting relations together ------------------------------------------------------------

    def _trim_shared(self) -> None:
        """End a content where the next verb of the same source begins, or another's clause."""
        for number, relation in enumerate(self.relations):
            for other, later in enumerate(self.relations):
                if other == number or later.outer is not None:
                    continue
                first = self._first_token(other, later)
                if later.cue[0] <= relation.cue[0]:
                    continue
                joint = self._joint_before(first)
                if joint is None:
                    continue
                relation.content[:] = [
                    (a, _strip_end(self.text, a, min(b, joint)))
                    if a < joint < b and relation.cue[0] < a
                    else (a, b)
                    for a, b in relation.content
                ]

    def _first_token(self, number: int, relation: Relation) -> int:
        place = (
            relation.cue[0]
            if relation.shared or relation.source is None
            else min(relation.source[0], relation.cue[0])
        )
        return next(i for i, t in enumerate(self.tokens) if t.end > place)

    def _joint_before(self, first: int) -> int | None:
        """Return the place of the ", and", ", as" or "and" that parts a clause from the one before."""
        index = first - 1
        while index >= 0 and (
            self.tokens[index].folded in {"later", "also", "then", "again"} | AUXILIARIES
            or is_time(self.tokens[index])
            or self.tokens[index].folded.endswith("ly")
        ):
            index -= 1
        if index < 0:
            return None
        word = self.tokens[index].folded
        if word in {"and", "but", "while", "as", "by"}:
            comma = index > 0 and self.tokens[index - 1].folded == ","
            return self.tokens[index - 1].start if comma else self.tokens[index].start
        return self.tokens[index].start if word == "," else None

    def _nest(self) -> None:
        """Hang a relation that stands within another's content under it."""
        for number, inner in enumerate(self.relations):
            if inner.outer is not None or inner.rule == "citing":
                continue
            best: int | None = None
            for other, outer in enumerate(self.relations):
                if other == number or outer.outer == number or inner.source is None:
                    continue
                holds = any(a <= inner.source[0] and inner.cue[1] <= b for a, b in outer.content)
                if holds and (best is None or outer.cue[0] > self.relations[best].cue[0]):
                    best = other
            if best is not None and not inner.shared:
                inner.outer = best
        dropped = {
            number
            for number, relation in enumerate(self.relations)
            if relation.outer is not None
            and (_is_own_mind(relation) or relation.act in {"expects", "believes", "urges", "asks"})
        }
        if dropped:
            kept = [n for n in range(len(self.relations)) if n not in dropped]
            new = {old: at for at, old in enumerate(kept)}
            for number in kept:
                relation = self.relations[number]
                outer_at = relation.outer
                while outer_at is not None and outer_at in dropped:
                    outer_at = self.relations[outer_at].outer
                relation.outer = None if outer_at is None else new[outer_at]
            self.relations = [self.relations[n] for n in kept]


def _is_its_own(tokens: list[Token], at: int) -> bool:
    """Tell whether one cites only oneself: "citing its own laboratory"."""
    return [t.folded for t in tokens[at + 1 : at + 2]] == ["own"]


def _is_own_mind(relation: Relation) -> bool:
    """Tell whether a nested relation is only its speaker's own thought: "said he expected"."""
    return (
        relation.rule.startswith("source-cue")
        and bool(relation.mentions)
        and relation.mentions[0].pronoun
    )


def _strip_end(text: str, start: int, end: int) -> int:
    """Return ``end`` moved left over spaces and commas."""
    while end > start and text[end - 1] in " ,;\u00a0":
        end -= 1
    return end


def _with_closing_mark(text: str, start: int, end: int) -> int:
    """Return ``end`` moved over the mark that closes a quotation opened within the content."""
    words = text[start:end]
    closing = text[end : end + 1]
    opened = (
        words.count('"') % 2 if closing == '"' else words.count("\u201c") - words.count("\u201d")
    )
    return end + 1 if closing in {'"', "\u201d"} and opened > 0 else end


def _inner(text: str, quotation: Quotation) -> tuple[int, int]:
    """Return a quotation's words without the comma that the house puts before the closing mark."""
    start, end = quotation.inner_start, quotation.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
