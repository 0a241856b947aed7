"""Print how a trace scores against the sheet: ``python -m tests.acceptance.scorecard``.

``--export DIR`` scores what ``twosource export jsonl DIR`` wrote; ``--direct`` (the default) runs
the stages over the real pages, and takes from the sheet what is not written yet. ``--pages AB``
traces some of the pages, ``--swap NAME`` renamed copies, ``--layout NAME`` HTML pages made around
the texts.
"""
# ruff: noqa: T201 - it prints a table for a person

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.acceptance.layouts import LAYOUTS
from tests.acceptance.scoring import Check, Scoring
from tests.acceptance.sheet import ABSENT, Sheet, load_sheet
from tests.acceptance.swaps import SWAPS
from tests.acceptance.traced import Traced, load_export, trace_direct
from tests.acceptance.variants import ORDERS, write_pages

_MARKS = {True: "ok  ", False: "MISS"}


def main(arguments: list[str] | None = None) -> int:
    """Print the score card; return 0 when all that is needed is right."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--export", type=Path, help="a folder written by export jsonl")
    parser.add_argument("--direct", action="store_true", help="run the stages (the default)")
    parser.add_argument("--pages", default="ABC")
    parser.add_argument("--swap", choices=sorted(SWAPS))
    parser.add_argument("--layout", choices=sorted(LAYOUTS), help="HTML made around the texts")
    parser.add_argument("--order", choices=sorted(ORDERS), help="another order of page A")
    parser.add_argument("--subsets", action="store_true", help="every row of the sheet's subsets")
    parser.add_argument("--all", action="store_true", help="one line for each variant there is")
    parser.add_argument("--claims", action="store_true", help="print every claim of the trace")
    parser.add_argument("--statements", action="store_true", help="print every statement")
    options = parser.parse_args(arguments)
    sheet = load_sheet()
    if sheet is None:
        print(ABSENT, file=sys.stderr)
        return 1
    if options.all:
        return _all(sheet)
    if options.swap:
        sheet = sheet.rewritten(SWAPS[options.swap].rewrite)
    subsets = ["".join(r["pages"]) for r in sheet.gold["subsets"]] if options.subsets else []
    failed = 0
    for pages in [options.pages, *subsets]:
        traced = (
            load_export(options.export)
            if options.export
            else trace_direct(write_pages(sheet, pages, options.layout, options.order), sheet)
        )
        scoring = Scoring(sheet=sheet, traced=traced, pages=tuple(pages))
        print(f"== pages {pages}" + "".join(f"  [{note}]" for note in traced.notes))
        failed += _print(scoring, statements=pages == options.pages)
        if options.statements:
            _print_statements(traced)
        if options.claims:
            _print_claims(scoring)
    print(f"\nneeded and missed: {failed}")
    return 1 if failed else 0


def _print(scoring: Scoring, *, statements: bool) -> int:
    if statements:
        for score in scoring.statements():
            print(f"{_MARKS[score.right]} {score.severity} {score.id:5} {score.wanted}")
            if not score.right:
                print(f"               got: {score.got}")
    return _print_checks(scoring.checks())


def _print_checks(checks: Iterable[Check]) -> int:
    failed = 0
    for check in checks:
        mark = _MARKS[check.right] if check.needed or check.right else "miss"
        failed += check.needed and not check.right
        print(
            f"{mark} {check.name}: {check.got}"
            + ("" if check.right else f"   (wanted {check.wanted})")
        )
    return failed


def _all(sheet: Sheet) -> int:
    """One line for each variant: how many needed checks are missed, and which."""
    total = 0
    swaps = [None, *sorted(SWAPS)]
    layouts = [None, *sorted(LAYOUTS)]
    cases: list[tuple[str | None, str | None, str | None, str]] = [
        (s, lay, None, "ABC") for s in swaps for lay in layouts
    ]
    cases += [(None, None, order, "ABC") for order in sorted(ORDERS)]
    cases += [(s, None, None, "".join(r["pages"])) for s in swaps for r in sheet.gold["subsets"]]
    for swap, layout, order, pages in cases:
        swapped = sheet.rewritten(SWAPS[swap].rewrite) if swap else sheet
        traced = trace_direct(write_pages(swapped, pages, layout, order), swapped)
        scoring = Scoring(sheet=swapped, traced=traced, pages=tuple(pages))
        missed = [c for c in scoring.checks() if c.needed and not c.right]
        right = sum(s.right for s in scoring.statements())
        name = " ".join(x for x in (pages, swap, layout, order) if x)
        print(f"{name:30} statements {right:2}  missed {len(missed)}", flush=True)
        for check in missed:
            print(f"      {check.name}: {check.got[:150]} (wanted {check.wanted})")
        total += len(missed)
    print(f"missed in all: {total}")
    return 1 if total else 0


def _print_statements(traced: Traced) -> None:
    for row in sorted(traced.rows["statements"], key=lambda s: (s["article"], _start(s))):
        who = " + ".join(traced.origin_names(o)[0] for o in row["speakers"]) or "?"
        relays = "".join(f" <- {traced.origin_names(o)[0]}" for o in row["relays"])
        content = " | ".join(span["text"] for span in row["content"])
        print(f"  {row['article'][:6]} {who}{relays} {row['act']} ({row['verb']}): {content[:140]}")


def _start(statement: dict[str, object]) -> int:
    spans = [statement["source"], statement["cue"], *statement["content"]]  # type: ignore[misc]
    return min((span["start"] for span in spans if span), default=0)


def _print_claims(scoring: Scoring) -> None:
    traced = scoring.traced
    for claim in traced.rows["claims"]:
        voices = "; ".join(traced.origin_names(o)[0] for o in claim["voices"])
        print(
            f"  {claim['id'][:8]} {claim['about']} lines {claim['lines']} [{voices}]"
            f" {claim['gist']['text'][:100]}"
        )
        for member in claim["members"]:
            statement = scoring.statement_rows.get(member["statement"])
            who = scoring.show(statement) if statement else "the outlet itself"
            words = " | ".join(span["text"] for span in member["spans"])
            print(f"      {member['stance']}: {who}: {words[:120]}")


if __name__ == "__main__":
    raise SystemExit(main())
