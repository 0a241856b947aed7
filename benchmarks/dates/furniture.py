"""A hundred dates of page furniture, written down with their meaning before the program read them.

Sixty were written before the reader was mended on them, forty when it had been.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from twosource.text.page_dates import count_page_date, read_page_date

FIRST = Path(__file__).parent / "furniture.yaml"
LATER = Path(__file__).parent / "furniture_later.yaml"
_NOT_KNOWN = "not known"


def judge_furniture(path: Path) -> tuple[Counter[str], list[str]]:
    """Return how many lines of a list were told right, left open or wrong, and what went amiss."""
    counts: Counter[str] = Counter(right=0, open=0, wrong=0)
    amiss = []
    for case in yaml.safe_load(path.read_text("utf-8")):
        told, verdict = _judge(case)
        counts[verdict] += 1
        if verdict != "right":
            amiss.append(f"{verdict}: {case['line']!r} is {case['value']}, told {told}")
    return counts, amiss


def _judge(case: dict[str, Any]) -> tuple[str, str]:
    found = read_page_date(case["line"])
    told = count_page_date(found, case.get("captured")).value if found is not None else None
    if (told or _NOT_KNOWN) != case["value"]:
        return told or _NOT_KNOWN, "wrong" if told else "open"
    if "moment" in case and (found is None or found.moment != case["moment"]):
        moment = found.moment if found is not None else None
        return str(moment), "wrong" if moment else "open"
    return told or _NOT_KNOWN, "right"
