"""What is wrong in a half's sentence frames: marks, slots, full stops."""

from __future__ import annotations

import re
from collections import Counter

from benchmarks.newsroom import asked
from benchmarks.newsroom.complaints import (
    Complaints,
    repeats_itself,
    sample_renderings,
    too_few,
    unknown_slots,
    untidy,
)
from benchmarks.newsroom.grammar import Lists, Template
from benchmarks.newsroom.half import Half
from benchmarks.newsroom.marking import MARKS, lift


def check_speech(half: Half) -> Complaints:
    """Complain of sentence frames."""
    lists = half.frames
    yield from too_few(
        "speech.txt", "occasion", half.speech.get("occasion", ()), asked.LEAST_OCCASIONS
    )
    if half.speech.get("own"):
        yield from too_few(
            "speech.txt, without {setting}", "own", set(half.timeless), asked.LEAST_TIMELESS
        )
    for name, wanted in asked.SPEECH.items():
        entries = half.speech.get(name, ())
        yield from too_few("speech.txt", name, entries, wanted.least)
        yield from repeats_itself("speech.txt", name, entries, lists, _fill_speech)
        for place, entry in enumerate(entries, 1):
            where = f"speech.txt, {name}, entry {place}"
            yield from unknown_slots(where, entry, lists, _allows_speech)
            yield from _frame(where, entry, lists, wanted)


def _allows_speech(name: str, form: str) -> bool:
    return name in asked.SPEECH_SLOTS and form in asked.FORMS.get(name, {""})


def _fill_speech(name: str, form: str) -> str:
    return f"Q{name}{form}Q"


def _frame(where: str, entry: Template, lists: Lists, wanted: asked.Asked) -> Complaints:
    for marked in sample_renderings(entry, lists, _fill_speech):
        text, found = lift(marked)
        count = Counter(mark.name for mark in found)
        signs = sum(marked.count(sign) for sign in MARKS.values())
        if signs != 2 * len(found):
            yield f"{where}: a mark is not opened or not closed in {text!r}."
            return
        missing = [m for m in wanted.marks if not count[m]]
        if missing and where.split(", ")[1] == "hearsay":
            missing = [m for m in missing if m != "s"]
        if missing:
            yield f"{where}: the marks {' '.join(missing)} do not stand in {text!r}."
            return
        if any(n > 1 for m, n in count.items() if m != "k"):
            yield f"{where}: a mark other than k stands twice in {text!r}."
            return
        if any(not text[m.start : m.end].strip() for m in found):
            yield f"{where}: a mark encloses nothing in {text!r}."
            return
        lacking = [
            s
            for s in wanted.slots
            if not re.search(rf"Q{s}(?:last|he|his|him|past|present|ing)?Q", text)
        ]
        if lacking:
            yield f"{where}: the slots {' '.join(lacking)} do not stand in {text!r}."
            return
        yield from untidy(where, text, ends=".”?!")
