"""What a stage is: a pure function from records to records, with its name and what it needs.

The runner (:mod:`twosource.pipeline`) does the joins, the processes and the storage; a stage reads
no file, clock, network or database, so that the same records give the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the flow: ``takes`` nouns, ``yields`` nouns, by ``run``.

    ``grain`` says what one call sees: ``each`` one record alone (may run in any worker, in any
    order), ``all`` every record of the pile at once.
    """

    name: str
    takes: tuple[str, ...]
    yields: tuple[str, ...]
    grain: Literal["each", "all"]
    run: Callable[..., Any]


class Rule(NamedTuple):
    """A named way of inferring: what ``why`` says, and what it means, for docs/rules.md.

    ``sentence`` may hold ``{0}``, ``{1}`` … for the quoted words of the reason's spans.
    """

    sentence: str
    meaning: str
