"""Measure how numbers are found and compared: ``python3 dev.py bench numbers``.

Of the kept half only sums are printed; errors are listed for the build half alone (``--errors``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import gate, hostile
from benchmarks.numbers.pairs import Pair, read_pairs
from benchmarks.sentences.labels import LABELS, LabelledNumber, Sentence, read_sentences
from twosource.text.numbers import Number, compare, find_numbers

PAIRS = Path(__file__).with_name("pairs.jsonl")
ALIKE = 0.01
"""The guide rounds: .3333 is a third, 9.99e6 the top of "millions"."""
RELATIONS = ("equal", "compatible", "different", "not comparable")
TRAPS = {
    "figures in a row": "9 ",
    "digits and commas": "1,",
    "digits and full stops": "1.",
    "digits and hyphens": "1-",
    "number words": "two ",
    "powers": "million ",
    "signs of money": "$",
    "qualifiers": "no more than ",
    "months": "June ",
}


class Found(NamedTuple):
    """A number as any tool reports it; ``noun`` and ``qualifier`` None where it reports none."""

    start: int
    end: int
    low: float
    high: float
    number: Number | None = None


Finder = Callable[[str], Sequence[Found]]


class Finding(NamedTuple):
    """How a tool found the numbers of some sentences."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    noun: int = 0
    qualifier: int = 0
    both: int = 0
    unit: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return the share of what there is that was found."""
        return self.right / max(1, self.right + self.missed)

    def of_right(self, count: int) -> float:
        """Return a count as a share of the numbers rightly found."""
        return count / max(1, self.right)


def find_ours(text: str) -> list[Found]:
    """Return what twosource finds."""
    return [Found(n.start, n.end, n.low, n.high, n) for n in find_numbers(text)]


def find_by_recognizers() -> Finder | None:
    """Return the peer's finder: recognizers-text-number, every number that it resolves."""
    try:
        from recognizers_number import Culture, recognize_number  # noqa: PLC0415 - only here
    except ImportError:
        return None

    def find(text: str) -> list[Found]:
        found = []
        for entity in recognize_number(text, Culture.English):
            value = entity.resolution.get("value") if entity.resolution else None
            if value is None:
                continue
            amount = float(value)
            found.append(Found(entity.start, entity.end + 1, amount, amount))
        return found

    return find


def agrees(found: Found, label: LabelledNumber) -> bool:
    """Tell whether a found number lies on a labelled one and has its value."""
    if found.start >= label.end or label.start >= found.end:
        return False
    ends = ((found.low, label.low), (found.high, label.high))
    return all(abs(a - b) <= ALIKE * max(abs(a), abs(b)) for a, b in ends)


def has_noun(number: Number, label: LabelledNumber) -> bool:
    """Tell whether the noun is the labelled one, or rightly none."""
    if number.noun is None or label.noun is None:
        return number.noun is None and label.noun is None
    return number.noun[0] < label.noun[1] and label.noun[0] < number.noun[1]


def judge(sentence: Sentence, found: Sequence[Found]) -> tuple[Finding, list[str]]:
    """Compare what was found in a sentence with its labels; return counts and errors in words."""
    right = wrong = noun = qualifier = both = unit = 0
    errors = []
    open_labels = list(sentence.numbers)
    for one in found:
        words = sentence.text[one.start : one.end]
        label = next((known for known in open_labels if agrees(one, known)), None)
        if label is None:
            on_optional = any(
                known.optional and one.start < known.end and known.start < one.end
                for known in sentence.numbers
            )
            if not on_optional:
                wrong += 1
                errors.append(f"not a number, or another value: {words!r} {one.low:g}–{one.high:g}")
            continue
        open_labels.remove(label)
        if label.optional:
            continue
        right += 1
        if one.number is None:
            continue
        good = (has_noun(one.number, label), one.number.qualifier == label.qualifier)
        noun, qualifier = noun + good[0], qualifier + good[1]
        both, unit = both + all(good), unit + (one.number.unit == label.unit)
        if not all(good):
            told = one.number.noun and sentence.text[slice(*one.number.noun)]
            owed = label.noun and sentence.text[slice(*label.noun)]
            errors.append(
                f"{words!r}: noun {told!r} for {owed!r}, "
                f"qualifier {one.number.qualifier!r} for {label.qualifier!r}"
            )
    missed = [label for label in open_labels if not label.optional]
    errors += [f"missed: {sentence.text[label.start : label.end]!r}" for label in missed]
    return Finding(right, wrong, len(missed), noun, qualifier, both, unit), errors


def measure_finding(sentences: Iterable[Sentence], find: Finder, *, show: bool = False) -> Finding:
    """Add up how a tool finds the numbers of sentences; print errors where asked."""
    total = Finding()
    for sentence in sentences:
        counts, errors = judge(sentence, find(sentence.text))
        total = Finding(*(a + b for a, b in zip(total, counts, strict=True)))
        if show and errors:
            print(f"  - {sentence.text}")
            for error in errors:
                print(f"      {error}")
    return total


def relate(pair: Pair) -> str:
    """Return the relation that twosource sees between the two numbers of a pair."""
    one = _number_at(pair.first, pair.first_number)
    other = _number_at(pair.second, pair.second_number)
    # A number that is not found cannot be compared.
    return "not comparable" if one is None or other is None else compare(one, other).relation


def _number_at(text: str, place: tuple[int, int]) -> Number | None:
    start, end = place
    return next((n for n in find_numbers(text) if n.start < end and start < n.end), None)


def measure_pairs(pairs: Iterable[Pair], *, show: bool = False) -> Counter[tuple[str, str]]:
    """Count pairs by their labelled relation and the one seen; print errors where asked."""
    table: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        seen = relate(pair)
        table[pair.relation, seen] += 1
        if show and seen != pair.relation:
            print(f"  - {pair.relation}, seen as {seen}\n      {pair.first}\n      {pair.second}")
    return table


def print_finding(name: str, found: Finding, *, all_fields: bool) -> None:
    """Print one line of the table of finders."""
    line = f"  {name:<28} P {found.precision:.3f}  R {found.recall:.3f}"
    if all_fields:
        line += (
            f"  noun {found.of_right(found.noun):.3f}"
            f"  qualifier {found.of_right(found.qualifier):.3f}"
            f"  both {found.of_right(found.both):.3f}  unit {found.of_right(found.unit):.3f}"
        )
    print(f"{line}  ({found.right} right, {found.wrong} wrong, {found.missed} missed)")


def print_table(table: Counter[tuple[str, str]]) -> None:
    """Print the confusion table: a row for each labelled relation, a column for each seen."""
    print(f"  {'labelled / seen':<16}" + "".join(f"{name:>16}" for name in RELATIONS))
    for owed in RELATIONS:
        print(f"  {owed:<16}" + "".join(f"{table[owed, seen]:>16}" for seen in RELATIONS))


def precision_of(table: Counter[tuple[str, str]], relation: str) -> float:
    """Return the share of the pairs seen as a relation that are labelled so."""
    seen = sum(table[owed, relation] for owed in RELATIONS)
    return table[relation, relation] / max(1, seen)


def recall_of(table: Counter[tuple[str, str]], relation: str) -> float:
    """Return the share of the pairs labelled with a relation that are seen so."""
    owed = sum(table[relation, seen] for seen in RELATIONS)
    return table[relation, relation] / max(1, owed)


def compare_within(text: str) -> object:
    """Compare the first number of a text with itself."""
    numbers = find_numbers(f"12 boats {text}") or find_numbers("12 boats")
    return compare(numbers[0], numbers[0])


def main(words: list[str]) -> int:
    """Measure, print, and hold the figures against their floors."""
    options = gate.read_options("numbers", words)
    for folder in ("attribution/polnear", "articles/wcxb_dev", "claims", "stories/ecbplus"):
        if not (options.data / folder).is_dir():
            return gate.skip(options, f"{options.data / folder} is not there")
    show = "--errors" in options.rest
    sentences, pairs = read_sentences(options.data), read_pairs(options.data)
    halves = {half: [s for s in sentences if s.half == half] for half in ("build", "kept")}

    print("finding numbers (value right, optional labels aside)")
    ours = {
        half: measure_finding(listed, find_ours, show=show and half == "build")
        for half, listed in halves.items()
    }
    for half, found in ours.items():
        print_finding(f"twosource, {half}", found, all_fields=True)
    peer = find_by_recognizers()
    if peer is None:
        print("  recognizers-text-number: not installed")
    else:
        for half, listed in halves.items():
            found = measure_finding(listed, peer)
            print_finding(f"recognizers-text, {half}", found, all_fields=False)

    for half in halves:
        print(f"\ncomparing pairs, {half}")
        of_half = [p for p in pairs if p.half == half]
        table = measure_pairs(of_half, show=show and half == "build")
        print_table(table)
    kept = ours["kept"]
    costs = hostile.measure({"find_numbers": find_numbers, "compare": compare_within}, TRAPS)
    right = sum(table[name, name] for name in RELATIONS)
    figures = {
        "number_precision": kept.precision,
        "number_recall": kept.recall,
        "noun_and_qualifier": kept.of_right(kept.both),
        "unit": kept.of_right(kept.unit),
        "different_precision": precision_of(table, "different"),
        "different_recall": recall_of(table, "different"),
        "pairs_right": right / max(1, sum(table.values())),
        "hostile_to_prose": hostile.compare_to_prose(costs, find_numbers),
    }
    return gate.close(options, figures, digest=gate.digest_of([LABELS, PAIRS]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
