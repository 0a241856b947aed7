"""Why a page was refused, or read only in part: the rules by name.

A refusal's ``rule`` is one of these names; a page's flag ``cut`` is explained under ``page-cut``.
"""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "page-not-readable": Rule(
        "The bytes are not a page that can be read.",
        "Pictures, archives, office files, PDF, feeds and programs are kept whole and refused with "
        "a sentence; so is what no charset turns into text. The flag is `not-readable`.",
    ),
    "page-empty": Rule(
        "The page holds no letters.",
        "Nothing, or nothing but blanks, was found in the bytes. The flag is `empty`.",
    ),
    "page-cut": Rule(
        "Only the first 20 million letters were analysed.",
        "The original is kept whole; what lies behind the cut was not looked at. The flag is "
        "`cut`.",
    ),
    "page-flattened": Rule(
        "Elements nested deeper than 250 lost their tags, not their words.",
        "The parsers we stand on drop whatever lies below 256 nested elements without a word, so "
        "deeper ones are laid flat first. The flag is `flattened`.",
    ),
    "page-attributes-dropped": Rule(
        "An element had so many or so long attributes that some were dropped.",
        "More than 1,000 attributes on one element, or a value of more than a million letters, "
        "stop a parser for seconds; no word of an article stands there. The flag is "
        "`attributes-dropped`.",
    ),
    "page-entities-dropped": Rule(
        "The page defined entities of its own; the definitions were dropped.",
        "Entities that a page defines can be made to grow without end. The flag is "
        "`entities-dropped`.",
    ),
    "page-charset-guessed": Rule(
        "Nobody said which charset the page is in; it was guessed.",
        "Neither a byte-order mark nor the server nor the page named a charset that browsers know, "
        "and the bytes are not UTF-8. Letters outside ASCII may be wrong. The flag is "
        "`charset-guessed`.",
    ),
    "page-charset-contradicted": Rule(
        "The page was declared in one charset and is written in another.",
        "The bytes are valid, telling UTF-8 although another charset was declared, or they break "
        "the declared one throughout; what the bytes show was read. The flag is "
        "`charset-contradicted`.",
    ),
    "page-charset-errors": Rule(
        "Some bytes are no letters in the page's charset.",
        "Each was replaced by the sign U+FFFD. The flag is `charset-errors`.",
    ),
    "page-nul-replaced": Rule(
        "The page held NUL signs; each was replaced by U+FFFD.",
        "NUL ends a text early in many programs, so none passes the door. The flag is "
        "`nul-replaced`.",
    ),
    "page-surrogates-replaced": Rule(
        "The page held halves of letters; each was replaced by U+FFFD.",
        "A lone surrogate is no letter and cannot be written to a file. The flag is "
        "`surrogates-replaced`.",
    ),
}
