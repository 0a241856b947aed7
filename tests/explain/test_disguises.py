"""A name that is written to be taken for another is shown as it is, and said to look like it."""

import twosource
from tests.pipeline.fiction import FERRY, write_pages


def test_why_says_that_a_name_only_looks_like_another(tmp_path):
    # The second page writes the name with a Cyrillic letter.
    other = FERRY.replace("Ada Holm", "Ada H\u043elm")
    pages = {"one.txt": FERRY.encode(), "two.txt": other.encode()}
    with twosource.open(tmp_path / "a.db") as pile:
        pile.trace(write_pages(tmp_path / "saved", pages), workers=1)
        met = {origin.name: origin.id for origin in pile.origins() if origin.kind == "person"}
        assert set(met) == {"Ada Holm", "Ada H\u043elm"}
        told = {name: str(pile.why(identity)) for name, identity in met.items()}
    assert "looks like Ada H\u043elm, and is not taken for it" in told["Ada Holm"]
    assert "holds signs that cannot be seen" not in told["Ada Holm"]
    assert "holds signs that cannot be seen" in told["Ada H\u043elm"]
    assert "looks like Ada Holm" in told["Ada H\u043elm"]
