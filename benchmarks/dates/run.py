"""Dates in running text (TimeBank, peers beside us), on page furniture, and in hostile text."""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from benchmarks import gate, hostile
from benchmarks.dates import furniture, peers
from benchmarks.dates.timebank import (
    Marked,
    Score,
    Text,
    calendar_of,
    days_of,
    judge,
    mended_days_of,
    mended_weekdays_of,
    read_texts,
    score_text,
    weekdays_of,
)
from twosource.text.dates import find_dates, resolve_in_order
from twosource.text.page_dates import read_page_date

_PICKS: dict[str, Callable[[Text], list[Marked]]] = {
    "days": days_of,
    "weekdays": weekdays_of,
    "days, marks mended": mended_days_of,
    "weekdays, marks mended": mended_weekdays_of,
    "days, months and years": calendar_of,
}
_HALVES: dict[str, tuple[str, ...]] = {
    "all": ("build", "kept"),
    "build": ("build",),
    "kept": ("kept",),
}
_WORST = 4
_BASE = "2031-05-16T10:00:00+00:00"
_TRAPS = {
    "short numbers": "12 ",
    "dates without end": "3 May ",
    "days of the week": "Monday ",
    "half a date": "Monday, May ",
    "ranges of days": "3-5-",
    "figures cut short": "2021-01-",
    "ago ago": "days ago ",
    "said and will": "He said Friday that they will meet Monday ",
    "it fell": "It fell Monday. ",
    "told at length": "It fell at noon on Monday then. ",
    "told at leisure": "It fell at noon on Monday in the old town of Ostrava then. ",
    "the end of": "the end of the year of ",
    "this and last": "last this next ",
    "short words": "a b ",
    "quotation marks": "’ “said” ",
    "line ends": "\n",
    "spaces": " ",
    "full stops": "A. B",
}
Scores = dict[tuple[str, str], Score]
"""A program's scores by what was looked for and in which half."""


def main(words: list[str]) -> int:
    """Measure, print, and return the gate's verdict."""
    options = gate.read_options("dates", words)
    folder = options.data / "dates" / "timebank"
    if not folder.is_dir():
        return gate.skip(
            options, f"no TimeBank in {folder} (card.md says where the public finds it)"
        )
    texts = list(read_texts(folder))
    ours = _print_timebank(texts)
    first = _print_furniture(furniture.FIRST)
    later = _print_furniture(furniture.LATER)
    readers = {"find_dates": find_dates, "and resolve": _resolve, "read_page_date": read_page_date}
    costs = hostile.measure(readers, _TRAPS)
    figures = {
        "days": ours["days", "all"].recall,
        "days_kept": ours["days", "kept"].recall,
        "weekdays": ours["weekdays", "all"].recall,
        "weekdays_kept": ours["weekdays", "kept"].recall,
        "days_mended": ours["days, marks mended", "all"].recall,
        "weekdays_mended": ours["weekdays, marks mended", "all"].recall,
        "calendar": ours["days, months and years", "all"].recall,
        "days_told_right": ours["days", "all"].precision,
        "furniture_right": first["right"],
        "furniture_wrong": first["wrong"],
        "furniture_later_right": later["right"],
        "furniture_later_wrong": later["wrong"],
        "hostile_to_prose": hostile.compare_to_prose(costs, find_dates),
    }
    paths = [*folder.glob("[!.]*.tml"), furniture.FIRST, furniture.LATER]
    return gate.close(options, figures, digest=gate.digest_of(paths))


def _print_timebank(texts: list[Text]) -> Scores:
    """Print what each program told of TimeBank; return our own scores."""
    warnings.filterwarnings("ignore", module="dateparser|recognizers")
    missing = set(peers.PROGRAMS) - set(peers.installed())
    for name in sorted(missing):
        print(f"{name}: not installed, so not measured (requirements-bench.lock has it)")
    told: dict[str, Scores] = {}
    for name, run in peers.installed().items():
        began = time.process_time()
        found = [run(text.text, text.base) for text in texts]
        cost = time.process_time() - began
        told[name] = {(pick, half): Score() for pick in _PICKS for half in _HALVES}
        for (pick, half), score in told[name].items():
            for text, mentions in zip(texts, found, strict=True):
                if text.half in _HALVES[half]:
                    score_text(score, text, mentions, _PICKS[pick](text))
        print(f"\n{name}, {cost:.2f} CPU seconds")
        print(f"{'':32}{'marked':>7}{'right':>7}{'share':>7}{'wrong':>7}{'open':>6}{'missed':>7}")
        for (pick, half), score in told[name].items():
            _print_score(f"{pick}, {half}", score)
        days = told[name]["days", "all"].told
        print(f"  days that it told: {days} ({told[name]['days', 'all'].precision:.3f} right)")
    _print_worst(texts)
    return told["twosource"]


def _print_worst(texts: list[Text]) -> None:
    """Print which articles of the half that may be looked at hold the most wrong days of ours."""
    print("\nmost days told wrong, articles of the build half")
    wrong = {}
    for text in texts:
        if text.half == "build":
            told = peers.run_twosource(text.text, text.base)
            verdicts = [judge(one, told) for one in days_of(text)]
            wrong[text.name] = (verdicts.count("wrong"), len(verdicts))
    for name, (count, total) in sorted(wrong.items(), key=lambda one: (-one[1][0], one[0]))[
        :_WORST
    ]:
        print(f"  {name}: {count} of {total}")


def _print_score(name: str, score: Score) -> None:
    marked = score.marked
    print(
        f"  {name:30}{score.total:>7}{marked['right']:>7}{score.recall:>7.3f}"
        f"{marked['wrong']:>7}{marked['open']:>6}{marked['missed']:>7}"
    )


def _print_furniture(path: Path) -> dict[str, int]:
    counts, amiss = furniture.judge_furniture(path)
    print(f"\npage furniture, {path.stem}: {dict(counts)}")
    for sentence in amiss:
        print(f"  {sentence}")
    return counts


def _resolve(text: str) -> object:
    return resolve_in_order(find_dates(text), _BASE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
