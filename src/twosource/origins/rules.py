"""The rules by which origins are joined across pages, for ``why`` and for docs/rules.md."""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "same-country-name": Rule(
        "The names differ only in how a country is called.",
        "“US officials”, “American officials” and “United States officials” are one origin; so "
        "are a capital and its government.",
    ),
    "surname-across-pages": Rule(
        "Another page of the story names this person in full.",
        "A surname that a page gives alone is the one person of that surname whom the story "
        "names in full.",
    ),
    "spelled-alike": Rule(
        "Two spellings of one name, with the same first name, in one story.",
        "Transliterations are joined only with evidence: same given name, surnames of the same "
        "beginning that differ in at most two letters, and a story in common.",
    ),
    "short-paper-name": Rule(
        "One paper of the story is called so.",
        "“the Ledger”, and a name that several papers bear (“The Star”, “Pravda”), is the one "
        "paper of its story that it may mean. Where two fit, or none, it is nobody else's.",
    ),
    "own-table": Rule(
        "Your own table of names says so.",
        "Whom a user's own table (`trace --names`) names is that publisher, whatever the words of "
        "a page made of the name; so is a page from one of the table's domains.",
    ),
    "date-from-story": Rule(
        "The other pages of the story are of this day.",
        "An undated article takes, marked as inferred, the day of the dated pages of its story "
        "when all of them are of one day.",
    ),
}
