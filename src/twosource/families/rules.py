"""Why two texts are held to be one, and why a family's tree has its shape: the rules by name."""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "shared-wording": Rule(
        "The two texts share their own words, quotations left aside: “{0}” stands in the other as "
        "“{1}”.",
        "Word-for-word passages outside quotation marks, found by shared five-word runs and "
        "collated word by word. The weight is the share of the shorter text's own words that the "
        "passages hold. One shared sentence, credited or not, makes no family: unless two texts "
        "are the same from end to end, at least two full sentences and 32 own words must be "
        "shared. House spellings (adviser, advisor; US, United States) count as equal.",
    ),
    "shared-quotation-only": Rule(
        "The two texts share only quoted words: “{0}” and “{1}”. That alone makes no family.",
        "Two reporters who hear one sentence both quote it. Shared quotations are recorded and "
        "join nothing.",
    ),
    "credit-names-original": Rule(
        "The text carries a credit, “{0}”, and the pile holds a text of the one credited.",
        "A text that credits an agency or a paper whose own article is held derives from it.",
    ),
    "outlet-page-held": Rule(
        "The text is an aggregator's copy, and the pile holds the outlet's own page.",
        "An aggregator names the outlet that it copied; that outlet's own page is the original.",
    ),
    "published-earlier": Rule(
        "Their dates differ: the one held to be the original was published earlier.",
        "Of two texts that are one, neither credited elsewhere, the one dated earlier is the "
        "original. The weight grows with the distance; the same day decides nothing.",
    ),
    "cut-from-the-end": Rule(
        "The shorter text has the longer one's beginning and lacks its end.",
        "Desks cut from the bottom. A text wholly found in the first paragraphs of a longer one "
        "is its cut.",
    ),
    "merged-from-several": Rule(
        "The longer text holds this one beside another, unrelated one: “{0}”.",
        "A round-up prints whole texts of others side by side. It is made from them, and stays a "
        "text of its own unless one of them makes up most of it.",
    ),
    "siblings": Rule(
        "Which of the two came first is not shown; they are held to be copies of one original.",
        "Without a credit between them, without dates that differ and without a cut, two copies "
        "have no direction. The record is ordered by id and says nothing about who copied.",
    ),
    "credit-names-maker": Rule(
        "The credit “{0}” on one copy names the maker of them all.",
        "A credit line on one witness names the maker of the text, so of every copy of it, even "
        "of those that print no credit.",
    ),
    "credited-text-held": Rule(
        "The maker's own text is in the pile.",
        "An article published by the credited agency or outlet itself is the archetype.",
    ),
    "copied-by-aggregator": Rule(
        "The page says which outlet it copied: the outlet's own page is not in the pile.",
        "An aggregator's copy stands between: the outlet's page is a lost text above it.",
    ),
    "private-readings": Rule(
        "Each copy has words that the other lacks: “{0}” against “{1}”. Neither can be the "
        "other's parent.",
        "Within the passages that two copies share, each has words of weight that the other "
        "lacks, so both stem from a text that nobody in the pile holds.",
    ),
    "original-not-identified": Rule(
        "Nothing on the pages says which copy came first, so their original is shown apart.",
        "Copies without credit, dates or cuts that decide: the original stands as a lost text "
        "without a maker. It may be one of the copies.",
    ),
    "same-outlet": Rule(
        "All copies were published by one outlet.",
        "Copies that one outlet published are that outlet's text, whichever came first.",
    ),
    "only-witness": Rule(
        "No other text in the pile shares its wording.",
        "An article without relatives is a family of its own.",
    ),
    "own-words-elsewhere": Rule(
        "The text also has a passage of another text: “{0}”. Most of its own words are not from "
        "there, so the two are not one family.",
        "An article belongs to the family of most of its own words. A round-up that prints parts "
        "of several texts joins none of them to another.",
    ),
}
