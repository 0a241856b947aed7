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
    "same-order": Rule(
        "The two texts tell the same things in the same order in other words: “{0}” answers to "
        "“{1}”.",
        "Rare words that stand once outside quotations in both texts, left aside what both print "
        "word for word: the more of them come in one order in both, beyond what chance would do, "
        "the likelier one was written with the other, or with their original, in front of the "
        "writer. The weight grows with that order.",
    ),
    "same-headline": Rule(
        "The headlines are alike: “{0}” and “{1}”.",
        "At least half of the words of two headlines are common. The weight is that share.",
    ),
    "evidence-weighed": Rule(
        "All this weighed together shows that the two share a text.",
        "Shared own words, how rare they are, the order of what is told in other words and the "
        "headlines are added up by weights that were learned from simulated press and from real "
        "articles about one event (training/families). The weight is the chance that the two share "
        "a text; from one half on they are held to.",
    ),
    "several-copies-agree": Rule(
        "Several copies of one text are matched so, each not surely enough: together they show "
        "that the text was made from theirs.",
        "Two who rewrite one text keep different sentences of it. A text told in other words that "
        "has no family yet, and is a doubtful match of at least two copies of one text, is held to "
        "be made from that text. The weight is the chance that this one match would have alone.",
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
        "Desks cut from the bottom. A text wholly found in the first paragraphs of another "
        "outlet's longer one is its cut. Within one house a text may rather have grown.",
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
    "reads-nowhere-alone": Rule(
        "It is the one copy that nowhere reads alone against the others, so they were made from "
        "it.",
        "Where several copies read alike against one, that one changed its text there. The copy "
        "to which this happens nowhere is the text above the others. Two who rewrite a text may "
        "choose some words alike by chance; a day that a house drops is no reading.",
    ),
    "every-copy-reads-alone": Rule(
        "Every copy reads alone somewhere against several others, so their original is none of "
        "them.",
        "A copy that has other words where several others agree was changed there. Where this is "
        "true of every copy, the text above them all is one that nobody in the pile holds.",
    ),
    "signed-by-own-reporter": Rule(
        "Its outlet's own reporter signs it, without a credit, and no other copy is dated before.",
        "A byline without a credit is a claim to the text. It decides between copies that could "
        "each be the original, unless another one is dated earlier. Who rewrites a text may sign "
        "it too, so the weight is moderate.",
    ),
    "grew-in-many-places": Rule(
        "What changed shows the later one: added to in more places than taken from, slips of the "
        "pen mended, or newer years named.",
        "Of two revisions without dates or signatures, the one that was added to in most places, "
        "whose slips of the pen are mended and which names newer years is the later one, where "
        "these together make that very likely. The weights were learned from saved versions of "
        "encyclopaedia articles.",
    ),
    "versions-in-order": Rule(
        "Of three revisions this order fits best: the middle one lacks least of what the others "
        "share and has least to itself, and the text grows along it.",
        "Three undated revisions of one text are a chain where one order is far likelier than all "
        "others.",
    ),
    "shared-readings": Rule(
        "These copies read alike, “{0}”, where several others read otherwise: they are one branch.",
        "A run of words, or new figures, that several copies share against several others comes "
        "from a text below the original: one of the copies, or a later version that nobody in the "
        "pile holds. What one copy alone has tells nothing.",
    ),
    "headline-of-one-copy": Rule(
        "It has the headline that one other copy gave the text, “{0}”, and shares nothing that "
        "this copy lacks: it was made from it.",
        "A desk that takes over another's copy often keeps its headline. Where just two copies of "
        "a text have one, whatever the capitals, and the shorter or later of them shares with "
        "others nothing that the longer or earlier one lacks, it was made from that.",
    ),
    "words-of-one-copy": Rule(
        "It has words that one other copy alone has, “{0}”, and shares nothing that this copy "
        "lacks: it was made from it.",
        "A word that one desk changed goes into the copies that are made of its copy. This counts "
        "where the text above both is in the pile and does not have these words, or where the "
        "dates say which of the two was first.",
    ),
    "original-not-identified": Rule(
        "Nothing on the pages says which copy came first.",
        "Copies without credit, signature, dates or cuts that decide, none of which reads alone "
        "against the others: of few copies one may be the original, so no tree is drawn beyond the "
        "branches that show. Of five and more the original stands apart as a lost text without a "
        "maker; it may be one of them.",
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
