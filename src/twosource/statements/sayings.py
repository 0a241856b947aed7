"""Cue verbs in whatever shape stands around them: "X said that …", '"…," said X', "…, X said"."""

from __future__ import annotations

from twosource.statements.clauses import find_right, find_subject
from twosource.statements.contents import find_content
from twosource.statements.cues import Cue, cue_of
from twosource.statements.finite import find_cue
from twosource.statements.hearers import find_told
from twosource.statements.mentions import is_plural
from twosource.statements.preceding import add_following, find_around, find_preceding
from twosource.statements.relation import Doing, Head
from twosource.statements.sentence import Sentence
from twosource.statements.times import skip_time
from twosource.statements.verbs import AUXILIARIES, is_finite

_SURE = 0.9
_SHARED = 0.8
_INFINITIVE = 0.8
_OBJECT = 0.75
_RUN_ON = 0.7
_SAYING = frozenset({"say", "add", "argue", "warn", "tell", "note", "claim", "insist", "stress"})
_JOINS_GERUND = frozenset({",", "and", "by", "while"})
_NO_OBJECTS = frozenset({",", ".", "to", "by", "in", "on", "at", "for", "with", "into"})
_NEXT_CLAUSES = frozenset({"saying", "citing", "who", "which", "as", "but", "while"})
_NO_RUN_ON = frozenset({",", "and", "but", "as", "that", "which", "who"})
_SHORTEST_RUN_ON = 4
_ASKED_TO = (2, 8)
_FARTHEST_LISTENER = 10


def read_sayings(sentence: Sentence) -> None:
    """Read each cue verb of a sentence that no other pattern has used up."""
    for at in range(len(sentence.tokens)):
        cue = find_cue(sentence, at) if at not in sentence.taken else None
        if cue is not None:
            _read_cue(sentence, at, cue)


def _read_cue(sentence: Sentence, at: int, cue: Cue) -> None:
    if cue.form == "ing":
        _read_gerund(sentence, at, cue)
        return
    head = sentence.find_head(at)
    if head is not None and _disagree(cue, head):
        return
    if head is not None:
        if not sentence.taken & set(range(head.first, head.last + 1)):
            _read_with_head(sentence, at, cue, head)
        return
    if _read_inverted(sentence, at, cue):
        return
    head = sentence.find_shared_head(at) or _find_joined(sentence, at)
    if head is not None:
        _read_following(sentence, at, cue, head, shared=True)


def _disagree(cue: Cue, head: Head) -> bool:
    """Tell whether verb and source differ in number: "victims says" has another subject."""
    mention = head.mentions[-1]
    if cue.form != "s" or mention.kind != "unnamed":
        return False
    return len(head.mentions) > 1 or (is_plural(mention) and not mention.pronoun)


def _find_joined(sentence: Sentence, at: int) -> Head | None:
    """Return the subject of the sentence where "and" joins this verb to the first: "and said"."""
    if at == 0 or sentence.tokens[at - 1].folded not in {"and", "but"}:
        return None
    return find_subject(sentence.text, sentence.tokens, at)


def _goes_on(sentence: Sentence, head: Head) -> bool:
    """Tell whether a verb follows: in "…, said the plan was old" nobody is named."""
    tokens = sentence.tokens
    following = tokens[head.last + 1 : head.last + 2]
    return any(t.folded in AUXILIARIES for t in following) or (
        not any(t.is_capital for t in tokens[head.first : head.last + 1])
        and any(is_finite(t) for t in tokens[head.first : head.last + 1])
    )


def _read_gerund(sentence: Sentence, at: int, cue: Cue) -> None:
    """Read ", adding that …": the source is that of the clause before."""
    before = sentence.tokens[at - 1].folded if at else ""
    if before not in _JOINS_GERUND or not {"that", "quote", "np"} & cue.frames:
        return
    head = sentence.find_head_before(at)
    if head is None and before == "," and cue.lemma in _SAYING:
        head = find_subject(sentence.text, sentence.tokens, at)
    if head is not None:
        _read_following(sentence, at, cue, head, shared=True)


def _read_inverted(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Read content–cue–source: '"…," said X'."""
    previous = sentence.tokens[at - 1] if at else None
    if previous is None or not (previous.is_quote or previous.folded == ","):
        return False
    head = find_right(sentence.text, sentence.tokens, at)
    clause = find_preceding(sentence, at)
    if head is None or clause is None or _goes_on(sentence, head):
        return False
    spans, kind = sentence.content(*clause), sentence.kind_of(*clause)
    spans = add_following(sentence, head.last + 1, spans, kind)
    doing = Doing(cue.act, sentence.tokens[at].folded, "content-cue-source", _SURE)
    sentence.add(head, (at, at), spans, doing, kind)
    return True


def _read_with_head(sentence: Sentence, at: int, cue: Cue, head: Head) -> None:
    """Read content–source–cue where the words stand first, else what follows the cue."""
    before = sentence.tokens[head.first - 1] if head.first else None
    around = find_around(sentence, head, at) if "that" in cue.frames else []
    if around:
        spans = [place for half in around for place in sentence.content(*half)]
        kinds = {sentence.kind_of(*half) for half in around}
        doing = Doing(cue.act, sentence.tokens[at].folded, "content-source-cue", _SURE)
        sentence.add(head, (at, at), spans, doing, kinds.pop() if len(kinds) == 1 else "mixed")
        return
    quoted = before is not None and before.is_quote
    opened = before is not None and before.folded == "," and head.first > 1
    if quoted or (opened and _find_clause(sentence, at, cue, head) is None):
        clause = find_preceding(sentence, head.first)
        if clause is not None:
            spans, kind = sentence.content(*clause), sentence.kind_of(*clause)
            clause_follows = _find_clause(sentence, at, cue, head) is not None
            if kind != "indirect" or ("that" in cue.frames and not clause_follows):
                spans = add_following(sentence, _behind(sentence, at), spans, kind)
                verb = sentence.tokens[at].folded
                doing = Doing(cue.act, verb, "content-source-cue", _SURE)
                told = find_told(sentence, at, cue)
                sentence.add(head, (at, at), spans, doing, kind, told=told)
                return
    _read_following(sentence, at, cue, head, shared=False)


def _find_clause(sentence: Sentence, at: int, cue: Cue, head: Head) -> tuple[int, int] | None:
    """Return the clause or quotation behind a cue that takes one."""
    if not {"that", "quote"} & cue.frames:
        return None
    from_paper = head.mentions[0].document or head.mentions[0].kind == "document"
    clause = find_content(sentence.tokens, at, "say" if from_paper else cue.lemma)
    if clause is None or "that" in cue.frames or sentence.tokens[clause[0]].is_quote:
        return clause
    return None


def _read_following(sentence: Sentence, at: int, cue: Cue, head: Head, *, shared: bool) -> None:
    """Read what follows a cue: a clause or quotation, an infinitive, an object."""
    verb = sentence.tokens[at].folded
    clause = _find_clause(sentence, at, cue, head)
    if clause is not None:
        sure = _SHARED if shared else _SURE
        doing = Doing(cue.act, verb, "source-cue-content", sure)
        told = find_told(sentence, at, cue)
        sentence.add_clause(head, (at, at), clause, doing, shared=shared, told=told)
        return
    if at + 1 >= len(sentence.tokens):
        return
    following = sentence.tokens[at + 1].folded
    stop = sentence.last_word()
    if "to" in cue.frames and following == "to" and stop > at + 2:
        doing = Doing(cue.act, verb, "source-cue-infinitive", _INFINITIVE)
        sentence.add_clause(head, (at, at), (at + 2, stop), doing, shared=shared)
        return
    takes_object = "np" in cue.frames or _asks_to(sentence, at, cue)
    if cue.lemma == "call" and following not in _NO_OBJECTS:
        last = _object_end(sentence, at + 1, stop)
        if sentence.kind_of(at + 1, last) == "mixed":
            doing = Doing("characterises", verb, "source-cue-object", _OBJECT)
            sentence.add_clause(head, (at, at), (at + 1, last), doing, shared=shared)
        return
    if takes_object and stop > at and following not in _NO_OBJECTS:
        first = skip_time(sentence.tokens, at + 1)
        first = first if first <= stop else at + 1  # "denied this", not "this week"
        last = _object_end(sentence, first, stop)
        if first <= last:
            doing = Doing(cue.act, verb, "source-cue-object", _OBJECT)
            sentence.add_clause(head, (at, at), (first, last), doing, shared=shared)
        return
    if not shared:
        _read_run_on(sentence, at, cue, head)


def _read_run_on(sentence: Sentence, at: int, cue: Cue, head: Head) -> None:
    """Read "… nighttime attacks authorities said": a bare source run on to its content."""
    if not head.first or sentence.tokens[head.first - 1].folded in _NO_RUN_ON:
        return
    start = sentence.clause_start(head.first - 1)
    bare = head.mentions[0].kind == "unnamed" and head.first == head.last
    if bare and head.first - start >= _SHORTEST_RUN_ON:
        doing = Doing(cue.act, sentence.tokens[at].folded, "content-source-cue", _RUN_ON)
        sentence.add_clause(head, (at, at), (start, head.first - 1), doing)


def _asks_to(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Tell whether someone is asked to do something: "asked people to stay away"."""
    first, last = _ASKED_TO
    return cue.lemma == "ask" and "to" in sentence.words(at + first, at + last)


def _behind(sentence: Sentence, at: int) -> int:
    """Return the index behind a cue and the one who is told."""
    tokens = sentence.tokens
    index = at + 1
    while index < min(len(tokens), at + _FARTHEST_LISTENER):
        if tokens[index].is_quote or tokens[index].folded in {",", ".", ":"}:
            break
        index += 1
    return index


def _object_end(sentence: Sentence, first: int, stop: int) -> int:
    """End an object before the next verb that shares its source."""
    for index in range(first + 1, stop):
        word = sentence.tokens[index].folded
        after = sentence.tokens[index + 1].folded
        cue = cue_of(after)
        if word == "," and (cue is not None or after in _NEXT_CLAUSES):
            return index - 1
        if word in {"and", "but"} and cue is not None:
            finite = cue.form == "past" or (cue.form == "s" and not cue.also_noun)
            if finite:
                return index - 1
    return stop
