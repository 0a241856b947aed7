"""Names where publishers stand: whether one is a house's, and whether two are one house's."""

from __future__ import annotations

from twosource.articles.addresses import spelled_name
from twosource.articles.credits import SECTION_WORDS, SMALL_WORDS, is_house, names_house
from twosource.text.names import key_of, known_outlet, looks_like_agency, looks_like_outlet

MOST_WORDS = 5
EDGES = " •·|-–—*,"
_LETTERS_MOST = 5
"""A name in capitals that is no longer stays so: "CNN"."""


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


def heads_page(name: str) -> bool:
    """Tell whether a page's first line is no more than a house's name, by its form.

    Here a headline may stand as well: the last word must be a paper's or an agency's own, and no
    verb may stand before it.

    >>> heads_page("THE EVENING MIRROR"), heads_page("SEAWIRE"), heads_page("MAYOR SHUTS RADIO")
    (True, True, False)
    """
    parts = name.strip(EDGES).split()
    if not 0 < len(parts) <= MOST_WORDS or names_section(" ".join(parts)):
        return False
    if not all(part[:1].isupper() or part in SMALL_WORDS for part in parts):
        return False
    shown = spell_in_small_letters(" ".join(parts))
    if known_outlet(shown) is not None or names_house(shown) or looks_like_agency(shown):
        return True
    # "Mayor Shuts Radio": what ends so within a name may be a verb, unless an article opens it.
    verbs = [part for part in parts[1:-1] if part.casefold().endswith("s")]
    return looks_like_outlet(shown) and (parts[0].casefold() == "the" or not verbs)


def spell_in_small_letters(name: str) -> str:
    """Return a name in capitals as others write it; "CNN" and names in small letters stay.

    >>> spell_in_small_letters("THE EVENING MIRROR"), spell_in_small_letters("CNN")
    ('The Evening Mirror', 'CNN')
    """
    return name.title() if name.isupper() and len(name) > _LETTERS_MOST else name
