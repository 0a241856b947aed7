"""Names where publishers stand: whether one is a house's, and whether two are one house's."""

from __future__ import annotations

from twosource.articles.addresses import spelled_name
from twosource.articles.credits import SECTION_WORDS, is_house
from twosource.text.names import key_of, looks_like_agency, looks_like_outlet

MOST_WORDS = 5
EDGES = " •·|-–—*,"


def same_house(name: str, other: str) -> bool:
    """Tell whether two names may be one house's: equal but for spaces, or one within the other.

    >>> same_house("The Skerry Herald", "skerry-herald.example")
    True
    """
    if spelled_name(name, [other]) or spelled_name(other, [name]):
        return True
    a, b = key_of(name), key_of(other)
    return (
        a == b
        or a.replace(" ", "") == b.replace(" ", "")
        or f" {a} " in f" {b} "
        or f" {b} " in f" {a} "
    )


def names_section(name: str) -> bool:
    """Tell whether a name is made of words that name a site's sections: "World News"."""
    return all(word.casefold() in SECTION_WORDS for word in name.split())


def named_in_place(name: str) -> bool:
    """Tell whether a name where publishers stand is one: "Valley Post" is, there."""
    if len(name.split()) > MOST_WORDS or not name[:1].isupper() or looks_like_agency(name):
        return False
    if names_section(name):
        return False
    shown = name.title() if name.isupper() else name
    return is_house(shown) or looks_like_outlet(f"The {shown}")
