"""The people who wrote an article, as its byline or its page says; none invented."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from twosource import weights
from twosource.articles.evidence import Line
from twosource.articles.labels import Labelled
from twosource.articles.metadata import Metadata
from twosource.articles.signers import Signer, find_signers

_AUTHORS_MOST = 12


class Judge(NamedTuple):
    """What each trait of a name is worth, and all names together."""

    weights: dict[str, float]
    bias: float

    def weigh(self, signer: Signer) -> float:
        """Return the logarithm of the odds that a name is an author's."""
        return self.bias + math.fsum(self.weights[trait] for trait in signer.traits)


@cache
def load_judge() -> Judge:
    """Return the judge that ships; how it learned stands in training/authors."""
    return Judge(**weights.load_json("authors.json"))


def find_authors(
    lines: list[Line], labelled: Labelled, metadata: Metadata, site: str, *, alone: bool = False
) -> tuple[str, ...]:
    """Return the people whom a byline, the page's metadata or its markup names; none invented.

    ``alone`` tells that the page holds no other article, so that a name beside its head is this
    article's.
    """
    signers = find_signers(lines, labelled, metadata.authors, site, alone=alone)
    return choose_authors(signers, load_judge())


def choose_authors(signers: list[Signer], judge: Judge) -> tuple[str, ...]:
    """Return the names that are likelier an author's than not, in the order of the page."""
    names = [signer.name for signer in signers if judge.weigh(signer) > 0]
    return tuple(names[:_AUTHORS_MOST])
