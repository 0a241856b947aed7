"""Measure names in running text: ``python3 dev.py bench names``.

--data DIR       where the texts of the labelled sentences lie
--misses         list what is wrong in the build half (the kept half is only summed)
--peer PYTHON    a Python that has spaCy and a small English model, to run beside us
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import gate, hostile
from benchmarks.names import peer
from benchmarks.names.scoring import SIX, Found, Tally
from benchmarks.sentences.labels import LABELS, Sentence, read_sentences
from benchmarks.sentences.select import read_texts
from twosource.text import names
from twosource.text.names import find_names, shipped

HALVES = ("build", "kept")
_SPEED_TEXTS = 300
_LEAST_WORDS = 200
_TRAPS = {
    "capitals": "A B C ",
    "of Capitals": "University of The ",
    "Title Case": "The Harbour Board Of The ",
    "given names": "Ada Mary Anne ",
    "offices": "Deputy Prime Minister ",
    "possessives": "Ada's ",
    "brackets": "Harbour Board (HB) ",
    "saying": "said officials said ",
    "initials": "A. B. ",
    "particles": "Ana de la ",
    "scripts": "\u0410a \u200b\u202e",
}
_READERS: dict[str, Callable[[str], object]] = {
    "find_names": names.find_names,
    "known_outlet": names.known_outlet,
    "looks_like_outlet": names.looks_like_outlet,
    "looks_like_agency": names.looks_like_agency,
    "known_country": names.known_country,
    "make_origin": names.make_origin,
    "plain_key": names.plain_key,
    "key_of": names.key_of,
    "fold_spaces": names.fold_spaces,
    "skeleton": names.skeleton,
    "show_unseen": names.show_unseen,
    "scripts_of": names.scripts_of,
    "is_disguised": names.is_disguised,
    "is_shared": names.is_shared,
}


class Placed:
    """A labelled sentence in its article."""

    def __init__(self, sentence: Sentence, text: str, start: int) -> None:
        self.sentence = sentence
        self.text = text
        self.start = start

    def read(self) -> list[Found]:
        """Return the names of the sentence when its whole article is read."""
        end = self.start + len(self.sentence.text)
        return [
            Found(name.start - self.start, name.end - self.start, name.kind)
            for name in find_names(self.text)
            if name.start < end and name.end > self.start
        ]

    def read_alone(self) -> list[Found]:
        """Return the names of the sentence when nothing else is known."""
        found = find_names(self.sentence.text)
        return [Found(name.start, name.end, name.kind) for name in found]


def place_sentences(data: Path) -> list[Placed]:
    """Return the labelled sentences with the texts that they stand in."""
    texts = {file: text for _, file, text in read_texts(data)}
    rows = {row["id"]: row for row in map(json.loads, LABELS.read_text("utf-8").splitlines())}
    return [
        Placed(one, texts[rows[one.id]["file"]], rows[one.id]["start"])
        for one in read_sentences(data)
    ]


def tally(placed: Iterable[Placed], *, alone: bool = False) -> Tally:
    """Score the names of some sentences."""
    counted = Tally()
    for one in placed:
        counted.add(one.sentence, one.read_alone() if alone else one.read())
    return counted


def print_tally(title: str, counted: Tally) -> None:
    """Print one table of a half."""
    counts, share = counted.counts, counted.share
    print(f"\n{title}")
    print(f"  {'kind':<14}{'labelled':>9}{'found':>7}{'right':>7}")
    for kind in SIX:
        row = (counts[f"{what} {kind}"] for what in ("labelled", "found", "kind right"))
        print(f"  {kind:<14}" + "{:>9}{:>7}{:>7}".format(*row))
    print(f"  {'all':<14}{counts['labelled']:>9}{counts['found']:>7}{counts['kind right']:>7}")
    print(f"  recall {share('found', 'labelled'):.3f}", end="")
    print(f" · kind right of those found {share('kind right', 'found'):.3f}", end="")
    print(f" · span exact of those found {share('exact', 'found'):.3f}")
    print(f"  exact span and kind of all labelled {share('exact and kind right', 'labelled'):.3f}")
    press, right = counts["press told"], counts["press right"]
    print(f"  called outlet or agency and being so {right} of {press}", end="")
    print(f" (either of the two: {counts['press of either kind']})")
    print(f"  labelled at all {counts['told and labelled']} of {counts['told']} told")
    called, others = counts["others called somebody"], counts["others"]
    print(f"  others called a person or body {called} of {others}")


def print_peer(python: Path, placed: list[Placed], ours: Tally) -> None:
    """Print the peer's figures beside ours, on what both can tell: person, body, place."""
    answer = peer.ask(python, [one.sentence.text for one in placed])
    theirs = Tally()
    for one, found in zip(placed, answer.found, strict=True):
        theirs.add(one.sentence, [Found(*name) for name in found])
    print("\nperson, body (of whatever kind) or place, each sentence alone, kept half")
    for name, counted in (("twosource", ours), (answer.name, theirs)):
        met = counted.counts["named"]
        total = counted.counts["labelled"] - counted.counts["labelled unnamed"]
        unnamed = counted.counts["kind right unnamed"]
        right = counted.counts["coarse right"] - unnamed
        others, called = counted.counts["others"], counted.counts["others called somebody"]
        print(f"  {name:<40} recall {met / total:.3f} · right of found {right / met:.3f}", end="")
        print(f" · others called somebody {called} of {others}")
    print(f"  {answer.name} reads {answer.words_per_second:.0f} words a CPU second")


def measure_speed(data: Path) -> float:
    """Return the words a CPU second on ordinary articles, the best of three runs."""
    texts = [text for _, _, text in read_texts(data) if len(text.split()) >= _LEAST_WORDS]
    texts = texts[:: max(1, len(texts) // _SPEED_TEXTS)]
    words = sum(len(text.split()) for text in texts)
    find_names(texts[0])
    spent = []
    for _ in range(3):
        began = time.process_time()
        for text in texts:
            find_names(text)
        spent.append(time.process_time() - began)
    return words / min(spent)


def main(words: list[str]) -> int:
    """Measure, print, and hand the figures to the gate."""
    options = gate.read_options("names", words)
    parser = argparse.ArgumentParser(prog="python3 dev.py bench names")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--peer", type=Path)
    own = parser.parse_args(options.rest)
    if not options.data.exists():
        return gate.skip(options, f"no data in {options.data}")
    placed = place_sentences(options.data)
    by_half = {half: [one for one in placed if one.sentence.half == half] for half in HALVES}
    scores = {half: tally(listed) for half, listed in by_half.items()}
    for half, counted in scores.items():
        print_tally(f"{half}: {len(by_half[half])} sentences, read in their articles", counted)
    alone = tally(by_half["kept"], alone=True)
    print_tally("kept, each sentence alone", alone)
    if own.misses:
        for sentence, misses in scores["build"].misses:
            print(f"\n{sentence.text}")
            for wrong, kind, said in misses:
                print(f"    {wrong}: {said} ({kind})")
    if own.peer is not None:
        print_peer(own.peer, by_half["kept"], alone)
    else:
        print("\nno peer: --peer names a Python that has one (see peer.py)")
    speed = measure_speed(options.data)
    print(f"\n{speed:.0f} words a CPU second on ordinary articles")
    costs = hostile.measure(_READERS, _TRAPS)
    kinds = [row.kind for row in shipped().rows]
    kept = scores["kept"]
    figures = {
        "kept_recall": kept.share("found", "labelled"),
        "kept_kind_right": kept.share("kind right", "found"),
        "kept_exact": kept.share("exact", "found"),
        "kept_press_precision": kept.share("press right", "press told"),
        "kept_others_called_somebody": kept.share("others called somebody", "others"),
        "alone_recall": alone.share("found", "labelled"),
        "alone_kind_right": alone.share("kind right", "found"),
        "table_agencies": float(kinds.count("agency")),
        "table_outlets": float(kinds.count("outlet")),
        "hostile_to_prose": hostile.compare_to_prose(costs, find_names),
        "words_per_second": speed,
    }
    return gate.close(options, figures, digest=gate.digest_of([LABELS]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
