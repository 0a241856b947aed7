"""Fit how alike two articles must be to tell one event, and ship the weights with their scores.

    python3 training/stories/fit.py DATA     # DATA defaults to ../shared/data

Positives and negatives are pairs of ECB+ articles (one subtopic is one event; even topics fit, odd
topics measure). ECB+ says little about the same people in different events, so the most alike pairs
of PolNeAR articles that lie at least a week apart (one election campaign, the same few people)
are added as negatives, with a background that does not know PolNeAR.
"""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training" / "frequencies")]
import make  # noqa: E402 - a sibling script

from twosource.stories import grouping, likeness  # noqa: E402 - found through the path above

OUT = ROOT / "src/twosource/weights/stories.json"
DAYS_APART = 7
HARDEST = 4_000
HARD_WEIGHT = 0.3
THRESHOLD = -0.25
LINK = -1.75
MISSING = -5.0
RIDGE = 1.0
Item = tuple[str, tuple[tuple[int, int], ...]]


def lines_of(text: str) -> Item:
    """Return a text with its lines as stretches."""
    return text, tuple(m.span() for m in re.finditer(r"[^\n]+", text))


def read_ecb(data: Path) -> tuple[list[Item], np.ndarray]:
    """Return the ECB+ articles, and for each its event: twice the topic, plus the subtopic."""
    items, events = [], []
    folders = [p for p in (data / "stories/ecbplus").iterdir() if p.name.isdigit()]
    for folder in sorted(folders, key=lambda p: int(p.name)):
        for path in sorted(folder.glob("*.xml")):
            sentences: dict[int, list[str]] = {}
            for token in ET.parse(path).getroot().iter("token"):  # noqa: S314 - own data
                sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
            lines = [" ".join(sentences[at]) for at in sorted(sentences)]
            if lines and ("http" in lines[0] or ".com" in lines[0]):
                del lines[0]
            items.append(lines_of("\n".join(lines).replace(" 's", "'s")))
            events.append(2 * int(folder.name) + path.name.endswith("ecbplus.xml"))
    return items, np.array(events)


def read_campaign(data: Path) -> tuple[list[Item], np.ndarray]:
    """Return the PolNeAR articles and their days."""
    paths = sorted((data / "attribution/polnear").rglob("*.txt"))
    days = [date.fromisoformat(p.name.split("_")[1]).toordinal() for p in paths]
    return [lines_of(p.read_text("utf-8", errors="replace")) for p in paths], np.array(days)


def forget(data: Path, texts: set[str]) -> None:
    """Replace the shipped background by one that has not seen these texts."""
    counts: Counter[int] = Counter()
    total = 0
    for text in make.read_texts(data):
        if len(text.split()) >= make.SHORTEST_TEXT and text not in texts:
            total += 1
            found = likeness.read_tokens(text, ((0, len(text)),))
            counts.update({key & 0xFFFFFFFF for sort in found for key in sort})
    kept = sorted((key, n) for key, n in counts.items() if n >= make.FEWEST_TEXTS)
    rarity = np.log((total + 1.0) / (np.array([n for _, n in kept]) + 1.0))
    known = (np.array([k for k, _ in kept], dtype=np.uint32), rarity, np.log((total + 1.0) / 2))
    likeness._background = lambda: known  # noqa: SLF001 - the shipped one knows PolNeAR


def measure(items: list[Item]) -> np.ndarray:
    """Return the square roots of all cosines: sorts × articles × articles."""
    read = [likeness.read_aspects(*item) for item in items]
    layers = []
    for sort in range(len(likeness.Likeness._fields)):
        keys = np.unique(np.concatenate([aspects[sort].keys for aspects in read]))
        table = np.zeros((len(read), len(keys)), dtype=np.float32)
        for row, aspects in enumerate(read):
            table[row, np.searchsorted(keys, aspects[sort].keys)] = aspects[sort].weights
        layers.append(np.sqrt(np.clip(table @ table.T, 0, 1)))
    return np.array(layers, dtype=np.float64)


def combine(roots: np.ndarray) -> np.ndarray:
    """Return the two features that are weighed: common ground, and numbers."""
    pairs, numbers, matter = roots
    return np.array([np.sqrt(pairs * matter), numbers])


def fit(features: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return logistic regression weights and intercept (Newton's method, ridge)."""
    table = np.c_[features, np.ones(len(features))]
    ridge = np.diag([RIDGE] * features.shape[1] + [1e-6])
    found = np.zeros(table.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weights * (chance - truth)) + ridge @ found
        bend = (table * (weights * chance * (1 - chance))[:, None]).T @ table + ridge
        found -= np.linalg.solve(bend, slope)
    return found


def b_cubed(gold: np.ndarray, system: np.ndarray) -> float:
    """Return the B-cubed F1 of a grouping (Bagga and Baldwin 1998)."""
    same_gold = gold[:, None] == gold[None, :]
    same_system = system[:, None] == system[None, :]
    both = (same_gold & same_system).sum(1)
    precision = float((both / same_system.sum(1)).mean())
    recall = float((both / same_gold.sum(1)).mean())
    return 2 * precision * recall / (precision + recall)


def cluster(scores: np.ndarray, threshold: float) -> np.ndarray:
    """Group articles as the program does."""
    pairs = {
        (a, b): float(scores[a, b])
        for a, b in zip(*np.triu_indices(len(scores), 1), strict=True)
        if scores[a, b] > MISSING
    }
    named = {(f"{a:05d}", f"{b:05d}"): s for (a, b), s in pairs.items()}
    groups = grouping.join_alike(
        [f"{at:05d}" for at in range(len(scores))], named, threshold, MISSING
    )
    system = np.zeros(len(scores), dtype=int)
    for number, members in enumerate(groups):
        for member in members:
            system[int(member)] = number
    return system


def main() -> int:
    """Fit, measure, write."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    ecb, events = read_ecb(data)
    campaign, days = read_campaign(data)
    forget(data, {text for text, _ in campaign})
    layers = measure(campaign)
    alike = combine(measure(ecb))
    same_people = combine(layers)
    a, b = np.triu_indices(len(campaign), 1)
    far = np.abs(days[a] - days[b]) >= DAYS_APART
    a, b = a[far], b[far]
    hard = np.argsort(-layers[:, a, b].sum(0), kind="stable")[:HARDEST]
    fitted = np.flatnonzero((events // 2) % 2 == 0)
    held = np.flatnonzero((events // 2) % 2 == 1)
    one, other = (fitted[side] for side in np.triu_indices(len(fitted), 1))
    features = np.r_[alike[:, one, other].T, same_people[:, a[hard], b[hard]].T]
    truth = np.r_[events[one] == events[other], np.zeros(HARDEST, dtype=bool)].astype(float)
    found = fit(features, truth, np.r_[np.ones(len(one)), np.full(HARDEST, HARD_WEIGHT)])
    scores = np.tensordot(found[:-1], alike, 1) + found[-1]
    far_scores = found[:-1] @ same_people[:, a, b] + found[-1]
    for threshold in np.arange(-2, 1.01, 0.25):
        kept = [
            b_cubed(events[s], cluster(scores[np.ix_(s, s)], threshold)) for s in (fitted, held)
        ]
        wrong = int((far_scores > threshold).sum())
        print(
            f"{threshold:5.2f}  fitted {kept[0]:.3f}  held {kept[1]:.3f}  far pairs above {wrong}"
        )
    report = {
        "weights": dict(zip(("common", "numbers"), np.round(found[:-1], 3).tolist(), strict=True)),
        "intercept": round(float(found[-1]), 3),
        "threshold": THRESHOLD,
        "link": LINK,
        "missing": MISSING,
        "card": {
            "made": "training/stories/fit.py on ECB+ (even topics) and PolNeAR (hard negatives)",
            "b_cubed_f1_held_out_topics": round(
                b_cubed(events[held], cluster(scores[np.ix_(held, held)], THRESHOLD)), 3
            ),
            "articles_held_out": len(held),
            "pairs_a_week_apart_above_threshold": int((far_scores > THRESHOLD).sum()),
            "pairs_a_week_apart": len(far_scores),
        },
    }
    OUT.write_text(json.dumps(report, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
