"""Score statements and claims on short texts of our own: ``python -m tests.acceptance.cases``.

They lie in ``tests/cases`` with hand-made truth beside them, and measure whether rules generalise.
``--verbose`` lists each miss and each statement that no line of the truth speaks of.
"""
# ruff: noqa: T201 - it prints a table for a person

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from tests.acceptance.naming import any_same, same_names
from tests.acceptance.places import Range, find_all, spans_of, touch
from tests.acceptance.sheet import ROOT
from tests.acceptance.traced import Row, Traced, make_origin, trace_articles
from twosource.records import Article, Part, Published, identify

CASES = ROOT / "tests" / "cases"


class Tally(NamedTuple):
    """What was counted on one case, and the lines that tell of each miss."""

    name: str
    counts: dict[str, int]
    misses: tuple[str, ...]


COUNTED = (
    ("statements", 11),
    ("found", 7),
    ("speakers", 10),
    ("act", 6),
    ("kind", 6),
    ("right", 7),
    ("extra", 7),
    ("claims", 8),
    ("claims right", 13),
)


def load_cases() -> dict[str, dict[str, Any]]:
    """Return each case by its file's name."""
    return {
        str(path.relative_to(CASES).with_suffix("")): yaml.safe_load(path.read_text("utf-8"))
        for path in sorted(CASES.rglob("*.yaml"))
    }


def make_article(name: str, page: Mapping[str, Any]) -> Article:
    """Return the article of a case: its text, one paragraph a line, and its head."""
    text = page["text"].rstrip("\n")
    parts: list[Part] = []
    start = 0
    for paragraph in text.split("\n"):
        place, colon, _ = paragraph.partition(": ")
        lead = len(place) + 1 if colon and place.isupper() else 0
        if lead:
            parts.append(Part("dateline", start, start + lead))
        body = start + (lead + 1 if lead else 0)
        parts.append(Part("body", body, start + len(paragraph)))
        start += len(paragraph) + 1
    credit = page.get("credit")
    return Article(
        id=identify("article", name, page["id"], text),
        page=identify("page", name, page["id"]),
        outlet=make_origin(page["outlet"], "outlet"),
        credit=make_origin(credit, "agency") if credit else None,
        published=Published(str(page["published"]), "on_page"),
        language="en",
        text=text,
        parts=tuple(parts),
    )


def score_case(name: str, case: Mapping[str, Any]) -> Tally:
    """Trace one case from its articles on and count what is right."""
    articles = {page["id"]: make_article(name, page) for page in case["pages"]}
    traced = trace_articles(list(articles.values()))
    rows = {row["id"]: row for row in traced.rows["articles"]}
    misses: list[str] = []
    counts = dict.fromkeys((title for title, _ in COUNTED), 0)
    for page in case["pages"]:
        row = rows[articles[page["id"]].id]
        statements = [s for s in traced.rows["statements"] if s["article"] == row["id"]]
        used: set[str] = set()
        for gold in page["statements"]:
            counts["statements"] += 1
            places = find_all(row["text"], gold["exact"])
            best = _best(traced, gold, statements, places)
            if best is None:
                misses.append(f"{page['id']} nothing at {gold['exact']!r}")
                continue
            used |= {s["id"] for s in statements if touch(spans_of(s), places)}
            marks = _marks(traced, gold, best)
            for key, mark in zip(("speakers", "act", "kind"), marks, strict=True):
                counts[key] += mark
            counts["found"] += 1
            right = marks[0] and marks[1]
            counts["right"] += right
            if not right:
                wanted = f"{' + '.join(map(str, gold['speakers']))} {gold['act']}"
                misses.append(f"{page['id']} wanted {wanted}, got {_show(traced, best)}")
        if page.get("complete", True):
            extra = [s for s in statements if s["id"] not in used]
            counts["extra"] += len(extra)
            misses += [f"{page['id']} not in the truth: {_show(traced, s)}" for s in extra]
    results = list(_claims(traced, case, {key: a.id for key, a in articles.items()}))
    misses += [result for result in results if result]
    counts["claims"] = len(results)
    counts["claims right"] = sum(not result for result in results)
    return Tally(name, counts, tuple(misses))


def _best(
    traced: Traced, gold: Mapping[str, Any], statements: Sequence[Row], places: Sequence[Range]
) -> Row | None:
    found = [s for s in statements if touch(spans_of(s), places)]
    return min(found, key=lambda s: (-sum(_marks(traced, gold, s)), s["id"]), default=None)


def _marks(traced: Traced, gold: Mapping[str, Any], statement: Row) -> tuple[bool, bool, bool]:
    """Tell whether the speakers, the act and the kind of a statement are right."""
    got = [traced.origin_names(origin) for origin in statement["speakers"]]
    relays = [traced.origin_names(origin) for origin in statement["relays"]]
    wanted = [[name] if isinstance(name, str) else name for name in gold["speakers"]]
    forms = [name for names in wanted for name in names] + list(gold.get("also_named", ()))
    loosely = gold.get("any_speaker", False) or "also_named" in gold
    right = (
        (not gold["speakers"] and not got)
        or same_names(wanted, got)
        or (loosely and len(got) == 1 and any_same(forms, got[0]))
        or ("inside" in gold and _through(gold, got, relays))
    )
    return (
        right,
        statement["act"] in {gold["act"], gold.get("also")},
        statement["kind"] == gold["kind"],
    )


def _through(
    gold: Mapping[str, Any], got: Sequence[Sequence[str]], relays: Sequence[Sequence[str]]
) -> bool:
    """Tell whether the chain is kept in one record: the inner source speaks, the outer relays."""
    inner = [*gold["inside"], *gold.get("also_named", ())]
    return (
        bool(got)
        and all(any_same(inner, names) for names in got)
        and any(any_same(gold["speakers"], names) for names in relays)
    )


def _show(traced: Traced, statement: Row) -> str:
    speakers = " + ".join(traced.origin_names(o)[0] for o in statement["speakers"]) or "?"
    relays = "".join(f" <- {traced.origin_names(o)[0]}" for o in statement["relays"])
    content = " | ".join(span["text"] for span in statement["content"])
    return f"{speakers}{relays} {statement['act']} ({statement['verb']}): {content[:70]!r}"


def _claims(traced: Traced, case: Mapping[str, Any], articles: Mapping[str, str]) -> Iterator[str]:
    """Yield, for each claim of the truth, what is wrong with it ("" when nothing is)."""
    for gold in case["claims"]:
        found = [
            (held, claim)
            for claim in traced.rows["claims"]
            if claim["about"] == "world" and (held := _held(traced, gold, claim, articles))
        ]
        if not found:
            yield f"claim {gold['text']!r}: none found"
            continue
        _, best = min(found, key=lambda item: (-item[0], item[1]["id"]))
        yield "; ".join(_claim_faults(traced, gold, best))


def _held(traced: Traced, gold: Mapping[str, Any], claim: Row, articles: Mapping[str, str]) -> int:
    texts = {row["id"]: row["text"] for row in traced.rows["articles"]}
    held = 0
    for key, words in gold["at"].items():
        places = find_all(texts[articles[key]], words)
        spans = [
            (span["start"], span["end"])
            for member in claim["members"]
            if member["stance"] in {"asserts", "confirms"}
            for span in member["spans"]
            if span["article"] == articles[key]
        ]
        held += touch(spans, places)
    return held


def _claim_faults(traced: Traced, gold: Mapping[str, Any], claim: Row) -> Iterator[str]:
    name = f"claim {gold['text']!r}"
    if "lines" in gold and claim["lines"] != gold["lines"]:
        yield f"{name}: lines {claim['lines']}, wanted {gold['lines']}"
    if claim["lines"] > gold.get("lines_at_most", claim["lines"]):
        yield f"{name}: lines {claim['lines']}, at most {gold['lines_at_most']}"
    if len(claim["voices"]) > gold.get("voices_at_most", len(claim["voices"])):
        yield f"{name}: {len(claim['voices'])} voices, at most {gold['voices_at_most']}"
    if "rests_on" in gold:
        origins = {node["id"]: node["origin"] for node in claim["graph"]["nodes"]}
        got = [traced.origin_names(origins.get(node) or node) for node in claim["rests_on"]]
        wanted = [[n] if isinstance(n, str) else n for n in gold["rests_on"]]
        if not same_names(wanted, got):
            yield f"{name}: rests on {[n[0] for n in got]}, wanted {gold['rests_on']}"
    statements = traced.by_id("statements")
    denying = [
        traced.origin_names(speaker)
        for member in claim["members"]
        if member["stance"] == "denies" and member["statement"]
        for speaker in statements[member["statement"]]["speakers"]
    ]
    wanted_denials = gold.get("denies", [])
    if wanted_denials and not denying:
        yield f"{name}: denied by nobody, wanted {wanted_denials}"
    if any(not any_same(wanted_denials, names) for names in denying):
        yield f"{name}: denied by {[n[0] for n in denying]}, wanted {wanted_denials}"


def main(arguments: list[str] | None = None) -> int:
    """Print the counts of each case and of all."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--verbose", action="store_true", help="list what is missed")
    parser.add_argument("names", nargs="*", help="cases (court, kept/sport …); all when none")
    options = parser.parse_args(arguments)
    tallies = [
        score_case(name, case)
        for name, case in load_cases().items()
        if not options.names or name in options.names
    ]
    print(f"{'case':16}" + "".join(f"{title:>{width}}" for title, width in COUNTED))
    for tally in [*tallies, _total(tallies)]:
        figures = "".join(f"{tally.counts[title]:>{width}}" for title, width in COUNTED)
        print(f"{tally.name:16}{figures}")
        if options.verbose:
            for miss in tally.misses:
                print(f"    {miss}")
    return 0


def _total(tallies: Sequence[Tally]) -> Tally:
    counts = {title: sum(t.counts[title] for t in tallies) for title, _ in COUNTED}
    return Tally("all", counts, ())


if __name__ == "__main__":
    raise SystemExit(main())
