"""Which pairs of real pages are looked at, and whether those that share a text are among them.

Kept are pairs of texts with own words in common that are collated; pages whose bodies are word for
word the same are one text. A derivation is found when its two pages are one text, or their texts
are kept. Pairs kept for a shared quotation alone make no family; they are told beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from benchmarks.families.pairs import read_pairs
from twosource.families.candidates import Candidates
from twosource.families.derivation import pair_articles
from twosource.records import Article


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print and return recall and how much is kept, of all sets together; no peer is needed."""
    del python
    pairs = derived = found = kept = needless = quoting = 0
    for name, of_set in read_pairs(data / "families").items():
        pages = {page.id: page for pair in of_set for page in (pair.one, pair.other)}
        candidates = find_among(pages.values())
        close = {frozenset(pair) for pair in candidates.pairs}
        text_of = dict(candidates.copies)
        shares = {frozenset((pair.one.id, pair.other.id)) for pair in of_set if pair.derived}
        texts = {pair: frozenset(text_of.get(page, page) for page in pair) for pair in shares}
        hits = sum(len(text) == 1 or text in close for text in texts.values())
        idle = len(close - set(texts.values()))
        print(
            f"  {name}: {len(of_set)} pairs, {len(shares)} derivations, {hits} of them among "
            f"{len(close)} pairs kept; {len(candidates.quoting)} more share a quotation alone"
        )
        pairs, derived, found = pairs + len(of_set), derived + len(shares), found + hits
        kept, needless = kept + len(close), needless + idle
        quoting += len(candidates.quoting)
    return {
        "candidates: recall of derivations": found / max(1, derived),
        "candidates: share of pairs kept": kept / max(1, pairs),
        "candidates: share of pairs that are derivations": derived / max(1, pairs),
        "candidates: share of other pairs kept": needless / max(1, pairs - derived),
        "candidates: share of pairs kept for a quotation": quoting / max(1, pairs),
    }


def find_among(articles: Iterable[Article]) -> Candidates:
    """Return the candidates among some articles."""
    return pair_articles(articles)[1]
