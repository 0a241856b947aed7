"""Names where publishers stand: whether one is a house's, and whether two are one house's."""

from __future__ import annotations

from twosource.text.names import key_of, looks_like_agency, looks_like_outlet

MOST_WORDS = 5
EDGES = " •·|-–—*,"
_SECTION_WORDS = frozenset(
    """news world latest breaking top more local national international politics business sport
    sports tech technology science health culture opinion entertainment travel industry company
    general featured feature features live daily weekly today press releases release video videos
    the a and of & general uk us europe asia africa america middle east war crime education
    environment climate economy markets money finance style life lifestyle read now later follow
    share comments comment back all home page updated story stories article articles""".split()
)


def same_house(name: str, other: str) -> bool:
    """Tell whether two names may be one house's: equal but for spaces, or one within the other."""
    a, b = key_of(name), key_of(other)
    return (
        a == b
        or a.replace(" ", "") == b.replace(" ", "")
        or f" {a} " in f" {b} "
        or f" {b} " in f" {a} "
    )


def names_section(name: str) -> bool:
    """Tell whether a name is made of words that name a site's sections: "World News"."""
    return all(word.casefold() in _SECTION_WORDS for word in name.split())


def named_in_place(name: str) -> bool:
    """Tell whether a name where publishers stand is one: "Valley Post" is, there."""
    if len(name.split()) > MOST_WORDS or not name[:1].isupper() or looks_like_agency(name):
        return False
    if names_section(name):
        return False
    shown = name.title() if name.isupper() else name
    return looks_like_outlet(shown) or looks_like_outlet(f"The {shown}")
