"""The measure of cost: what is written is what is read, and a thousand clients are told apart."""

from __future__ import annotations

import json

from benchmarks.families import scale
from twosource.families import families


def test_an_article_comes_back_from_the_file_as_it_was(press, dispatch):
    article = press(
        "one",
        dispatch,
        outlet="Ostrand Gazette",
        credit="Lantern",
        day="2031-04-05",
        headline="Dam",
    )
    assert scale.read_article(json.loads(json.dumps(scale._row(article)))) == article


def test_clients_print_one_dispatch_each_in_words_of_its_own(press, dispatch):
    copies = list(scale._copy(press("dispatch", dispatch)))[:40]
    assert len({copy.text for copy in copies}) == len(copies)
    (family,) = families(copies)
    assert len(family.witnesses) == len(copies)
