"""Two articles side by side, as a reader is told it: what differs first, then the text of both.

The account of a comparison (:mod:`twosource.families.comparison`) and of what the pile knows of the
two: whether one was made from the other, and where they tell one claim otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from twosource.explain.evidence import Evidence, count_of, enumerate_in_words, speak_published
from twosource.explain.typeset import visible
from twosource.explain.wording import DIFFERENCE_IN_WORDS, KIND_IN_WORDS, part_in_words
from twosource.families.comparison import Change, Comparison, Match
from twosource.records import Derivation, Span
from twosource.store.codec import to_plain

LETTERS = ("A", "B")
NOTHING_MEANT = (
    "Only words in one place of both are compared: “no difference found” is not “they agree”."
)
_CONTEXT = 70
"""Letters shown before and behind the words that differ."""
_HUNDRED = 100


class Side(NamedTuple):
    """One of the two: what it is called, and how much of it stands in the other."""

    letter: str
    short: str
    name: str
    when: str
    headline: str
    held: str


class Reading(NamedTuple):
    """Words of one side in their sentence; without ``words`` where it says nothing of the kind."""

    letter: str
    place: str
    before: str
    words: str
    behind: str


class Told(NamedTuple):
    """One difference: what it concerns, and the words of both sides."""

    kind: str
    readings: tuple[Reading, ...]


class Piece(NamedTuple):
    """A stretch of the text of both: alike, or as A and as B have it."""

    alike: str = ""
    first: str = ""
    second: str = ""


class Passage(NamedTuple):
    """Sentences that both tell, in one reading; ``passages`` counts those that stand alike."""

    places: tuple[str, str]
    pieces: tuple[Piece, ...]
    moved: bool
    passages: int = 1


class Alone(NamedTuple):
    """What only one side has."""

    letter: str
    passages: tuple[tuple[str, str], ...]


class ComparisonAccount(NamedTuple):
    """Everything that is told of two articles side by side."""

    sides: tuple[Side, Side]
    related: str
    answer: tuple[str, ...]
    differences: tuple[Told, ...]
    beside: tuple[Told, ...]
    claims: tuple[Told, ...]
    text: tuple[Passage, ...]
    alone: tuple[Alone, Alone]


def tell_comparison(
    evidence: Evidence, found: Comparison, *, spelling: bool = False
) -> ComparisonAccount:
    """Tell how two articles of the pile differ; with ``spelling`` also in house style."""
    letters = dict(zip(found.articles, LETTERS, strict=True))
    changes = [*found.differences, *(_each_once(evidence, found.spellings) if spelling else ())]
    first, second = (_tell_side(evidence, found, at) for at in (0, 1))
    return ComparisonAccount(
        sides=(first, second),
        related=_tell_relation(evidence, found),
        answer=tuple(_answer(found, spelling=spelling)),
        differences=tuple(_tell_change(evidence, change) for change in changes),
        beside=tuple(
            Told(
                part_in_words(one.part),
                tuple(
                    Reading(letter, "", "", evidence.words(span) if span else "", "")
                    for letter, span in zip(LETTERS, one.spans, strict=True)
                ),
            )
            for one in found.around
        ),
        claims=tuple(_tell_claims(evidence, letters)),
        text=tuple(_tell_text(evidence, found.matches)),
        alone=(_tell_alone(evidence, found, 0), _tell_alone(evidence, found, 1)),
    )


def comparison_as_plain(
    evidence: Evidence, found: Comparison, *, spelling: bool = False
) -> dict[str, Any]:
    """Give a comparison as plain data, each span with its words."""
    texts = {article: evidence.article[article].text for article in found.articles}
    changes = [*found.differences, *(found.spellings if spelling else ())]
    derivation = _derivation(evidence, found)
    family = _common_family(evidence, found)
    plain: dict[str, Any] = {
        "articles": list(found.articles),
        "derivation": derivation.id if derivation else None,
        "family": family,
        "held": found.held,
        "differences": tuple(
            {"kind": c.kind, "spans": c.spans, "passages": c.passages} for c in changes
        ),
        "around": found.around,
        "matches": tuple(
            {"spans": m.spans, "moved": m.moved, "edits": m.edits} for m in found.matches
        ),
        "only": found.only,
    }
    return {name: _plain(value, texts) for name, value in plain.items()}


def _plain(value: Any, texts: dict[str, str]) -> Any:  # noqa: ANN401 (plain data has every shape)
    if isinstance(value, dict):
        return {name: _plain(one, texts) for name, one in value.items()}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [_plain(one, texts) for one in value]
    return value if isinstance(value, list) else to_plain(value, texts=texts)


def _tell_side(evidence: Evidence, found: Comparison, at: int) -> Side:
    article = evidence.article[found.articles[at]]
    held = found.held[at]
    share = round(_HUNDRED * held.shared / held.words) if held.words else 0
    return Side(
        LETTERS[at],
        evidence.shorten(article.id),
        evidence.name_article(article.id),
        speak_published(article.published),
        visible(article.headline or "no headline"),
        f"{held.shared:,} of {held.words:,} words ({share} %) also in {LETTERS[1 - at]}",
    )


def _derivation(evidence: Evidence, found: Comparison) -> Derivation | None:
    return next(
        (
            one
            for one in evidence.made_from.get(found.articles[0], ())
            if {one.copy, one.original} == set(found.articles)
        ),
        None,
    )


def _common_family(evidence: Evidence, found: Comparison) -> str | None:
    families = [evidence.family_of.get(article) for article in found.articles]
    if families[0] is None or families[1] is None or families[0].id != families[1].id:
        return None
    return families[0].id


def _tell_relation(evidence: Evidence, found: Comparison) -> str:
    """Say whether one was made from the other, as the pile has it."""
    one = _derivation(evidence, found)
    letter = dict(zip(found.articles, LETTERS, strict=True))
    if one is not None and one.kind == "quotation":
        return f"They share quoted words and no more (why: {evidence.shorten(one.id)})."
    if one is not None:
        why = f"(why: {evidence.shorten(one.id)})"
        kind = KIND_IN_WORDS.get(one.kind, one.kind)
        if one.directed:
            return f"{letter[one.copy]} was made from {letter[one.original]}: {kind} {why}."
        return f"Both were made from one text: {kind}; which came first does not show {why}."
    family = _common_family(evidence, found)
    if family is not None:
        return f"Both are copies of one text ({evidence.shorten(family)})."
    if not found.matches:
        return "They share no text, as far as shows."
    told = count_of(len(found.matches), "passage is", "passages are")
    return f"Neither was made from the other, as far as shows; {told} told alike all the same."


def _answer(found: Comparison, *, spelling: bool) -> Iterator[str]:
    """Yield how many differences there are of each kind, and what is left out."""
    counted = Counter(change.kind for change in found.differences)
    kinds = [count_of(number, *DIFFERENCE_IN_WORDS[kind][1:]) for kind, number in counted.items()]
    if kinds:
        yield f"Differ: {enumerate_in_words(kinds, most=len(kinds))}."
    elif found.matches:
        yield "No difference found."
    swaps = len(found.spellings)
    if swaps and not spelling:
        yield f"House style aside: {count_of(swaps, 'place')} printed otherwise (--spelling)."
    yield NOTHING_MEANT


def _each_once(evidence: Evidence, changes: Iterable[Change]) -> list[Change]:
    """Return one of all changes of house style that print the same words."""
    once: dict[tuple[str, ...], Change] = {}
    for change in changes:
        words = tuple(evidence.words(s).casefold() if s else "" for s in change.spans)
        once.setdefault(words, change)
    return list(once.values())


def _tell_change(evidence: Evidence, change: Change) -> Told:
    return Told(
        DIFFERENCE_IN_WORDS[change.kind].label,
        tuple(
            _reading(evidence, letter, span, passage)
            for letter, span, passage in zip(LETTERS, change.spans, change.passages, strict=True)
        ),
    )


def _reading(evidence: Evidence, letter: str, span: Span | None, passage: Span) -> Reading:
    """Give words in their sentence; a whole sentence where they are missing."""
    place = _place(evidence, span or passage)
    if span is None:
        return Reading(letter, place, "", "", _cut_end(evidence.words(passage), 2 * _CONTEXT))
    start, end = min(passage.start, span.start), max(passage.end, span.end)
    before = evidence.words(Span(span.article, start, span.start))
    behind = evidence.words(Span(span.article, span.end, end))
    glued = _glued(evidence, span)
    return Reading(
        letter,
        place,
        _cut_start(before, _CONTEXT) + ("" if glued[0] or not before else " "),
        evidence.words(span),
        ("" if glued[1] or not behind else " ") + _cut_end(behind, _CONTEXT),
    )


def _glued(evidence: Evidence, span: Span) -> tuple[bool, bool]:
    """Tell whether no space stands before some words, and none behind them."""
    text = evidence.article[span.article].text
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not before.isspace(), not behind.isspace()


def _cut_start(words: str, letters: int) -> str:
    if len(words) <= letters:
        return words
    cut = words[-letters:]
    return "…" + cut[cut.find(" ") + 1 :]


def _cut_end(words: str, letters: int) -> str:
    if len(words) <= letters:
        return words
    cut = words[:letters]
    return (cut[: cut.rfind(" ")] if " " in cut else cut) + "…"


def _place(evidence: Evidence, span: Span) -> str:
    number = evidence.paragraph(span)
    return f"¶{number}" if number is not None else ""


def _tell_claims(evidence: Evidence, letters: dict[str, str]) -> Iterator[Told]:
    """Yield where the two tell one claim otherwise, as the claims of the pile have it."""
    for claim in evidence.claims:
        for difference in claim.differences:
            met = {span.article: span for span in difference.spans if span.article in letters}
            if len(met) == len(letters):
                yield Told(
                    DIFFERENCE_IN_WORDS[difference.kind].label,
                    tuple(
                        Reading(
                            letter, _place(evidence, met[one]), "", evidence.words(met[one]), ""
                        )
                        for one, letter in letters.items()
                    ),
                )


def _tell_text(evidence: Evidence, matches: Iterable[Match]) -> Iterator[Passage]:
    """Yield the sentences of both; those that stand alike, one behind another, are told as one."""
    alike: list[Match] = []
    for match in matches:
        if not match.edits and _goes_on(evidence, alike, match):
            alike.append(match)
            continue
        if alike:
            yield _tell_alike(evidence, alike)
            alike = []
        if match.edits:
            yield Passage(_places(evidence, match), tuple(_pieces(evidence, match)), match.moved)
        else:
            alike = [match]
    if alike:
        yield _tell_alike(evidence, alike)


def _goes_on(evidence: Evidence, alike: list[Match], match: Match) -> bool:
    """Tell whether a match follows the ones before in both articles, with nothing between."""
    return not alike or all(
        before.end <= behind.start
        and not evidence.words(before._replace(start=before.end, end=behind.start))
        for before, behind in zip(alike[-1].spans, match.spans, strict=True)
    )


def _tell_alike(evidence: Evidence, alike: list[Match]) -> Passage:
    first, last = alike[0], alike[-1]
    whole = first.spans[0]._replace(end=last.spans[0].end)
    piece = Piece(evidence.words(whole))
    return Passage(_places(evidence, first), (piece,), first.moved, len(alike))


def _places(evidence: Evidence, match: Match) -> tuple[str, str]:
    return _place(evidence, match.spans[0]), _place(evidence, match.spans[1])


def _pieces(evidence: Evidence, match: Match) -> Iterator[Piece]:
    """Yield a passage as A has it, cut where the words of B are others."""
    whole = match.spans[0]
    at = whole.start
    for ours, theirs in match.edits:
        start = max(at, ours.start)
        if start > at:
            yield Piece(alike=_keep_edges(evidence, Span(whole.article, at, start)))
        yield Piece(first=evidence.words(ours), second=evidence.words(theirs))
        at = max(start, ours.end)
    if at < whole.end:
        yield Piece(alike=_keep_edges(evidence, Span(whole.article, at, whole.end)))


def _keep_edges(evidence: Evidence, span: Span) -> str:
    """Give the words of a span with the space that stands before and behind them."""
    text = evidence.article[span.article].text[span.start : span.end]
    before, behind = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{evidence.words(span)}{' ' if behind else ''}"


def _tell_alone(evidence: Evidence, found: Comparison, at: int) -> Alone:
    return Alone(
        LETTERS[at],
        tuple((_place(evidence, span), evidence.words(span)) for span in found.only[at]),
    )
