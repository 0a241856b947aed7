"""What is wrong in a half's house styles and page layouts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from benchmarks.newsroom import asked
from benchmarks.newsroom.complaints import Complaints, too_few
from benchmarks.newsroom.half import Half
from benchmarks.newsroom.layouts import Block, Entry, Layout, Line


def check_styles(half: Half) -> Complaints:
    """Complain of house styles."""
    if len(half.styles) < asked.LEAST_STYLES:
        yield f"styles.txt: {len(half.styles)} styles; at least {asked.LEAST_STYLES}."
    for name, style in half.styles.items():
        for key in asked.STYLE_KEYS - style.keys():
            yield f"styles.txt, style {name}: the key {key!r} is missing."
        for key, values in style.items():
            if key not in asked.STYLE_KEYS:
                yield f"styles.txt, style {name}: the key {key!r} is not known."
            for value in values:
                if value not in asked.STYLE_VALUES.get(key, {value}):
                    yield f"styles.txt, style {name}: {key} cannot be {value!r}."
                if key == "quotes" and len(value.split()) != 4:  # noqa: PLR2004 - outer, inner
                    yield f"styles.txt, style {name}: quotes needs four marks."
                if key == "swap" and value.count("=>") != 1:
                    yield f"styles.txt, style {name}: swap {value!r} needs one =>."
        yield from too_few(
            f"styles.txt, style {name}", "swap", style.get("swap", ()), asked.LEAST_SWAPS
        )


def check_layouts(half: Half) -> Complaints:
    """Complain of page layouts."""
    count: Counter[tuple[str, str]] = Counter()
    for layout in half.layouts:
        holds = "many" if layout.holds in {"several", "aggregator"} else layout.holds
        count[layout.medium, holds] += 1
        yield from _layout(layout)
    for (medium, holds), least in asked.LEAST_LAYOUTS.items():
        if count[medium, holds] < least:
            yield f"layouts: {count[medium, holds]} in {medium} for {holds}; at least {least}."


def _layout(layout: Layout) -> Complaints:
    where = f"layouts/{layout.name}.txt"
    slots = Counter(_layout_slots(layout.entries))
    wanted = {"paragraph"} if layout.holds == "live" else {"headline", "paragraph"}
    for slot in sorted(wanted - slots.keys()):
        yield f"{where}: the slot {{{slot}}} stands nowhere."
    blocks = {(b.word, b.what) for b in _blocks(layout.entries)}
    if ("each", "paragraph") not in blocks:
        yield f"{where}: there is no 'each paragraph'."
    if layout.holds != "one" and ("each", "article") not in blocks:
        yield f"{where}: a page that holds {layout.holds} needs 'each article'."
    if layout.holds == "one" and ("each", "article") in blocks:
        yield f"{where}: a page that holds one has no 'each article'."
    if layout.medium == "html":
        source = "\n".join("".join(line.pieces) for line in _lines(layout.entries)).lower()
        if "<html" not in source or "</html>" not in source:
            yield f"{where}: an HTML page begins with <html and ends with </html>."
    for line in _lines(layout.entries):
        if layout.medium == "text" and line.kind in {"markup", "json"}:
            yield f"{where}: a text page has no {line.kind}."


def _blocks(entries: tuple[Entry, ...]) -> Iterator[Block]:
    for entry in entries:
        if isinstance(entry, Block):
            yield entry
            yield from _blocks(entry.entries)


def _lines(entries: tuple[Entry, ...]) -> Iterator[Line]:
    for entry in entries:
        if isinstance(entry, Block):
            yield from _lines(entry.entries)
        else:
            yield entry


def _layout_slots(entries: tuple[Entry, ...]) -> Iterator[str]:
    for line in _lines(entries):
        yield from line.slots
