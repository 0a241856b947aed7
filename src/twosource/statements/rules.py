"""The rules by which a statement is read, for ``why`` and for docs/rules.md."""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "source-cue-content": Rule(
        "The text says who ({0}), by which word ({1}), and then what.",
        "A source stands before a verb of saying, and a clause or a quotation follows it.",
    ),
    "content-source-cue": Rule(
        "The words stand first; the text then names who said them ({0}, {1}).",
        "A clause or quotation is followed by its source and a verb of saying.",
    ),
    "content-cue-source": Rule(
        "The words stand first; the verb ({1}) and who said them ({0}) follow.",
        "A clause or quotation is followed by a verb of saying and then its source.",
    ),
    "source-cue-infinitive": Rule(
        "The text says what {0} {1} to have done or to do.",
        "A verb of claiming or promising takes an infinitive as its content.",
    ),
    "source-cue-object": Rule(
        "The text says what {0} {1}.",
        "A verb such as deny, dismiss or condemn takes the thing it speaks about as its content.",
    ),
    "according-to": Rule(
        "The text gives it “according to” {0}.",
        "“According to” names the source of the clause or quotation around it.",
    ),
    "citing": Rule(
        "The one who tells it names its own source: {0}.",
        "“Citing”, “quoting” or “which quoted” puts a further source behind the one who reports; "
        "it becomes a statement of its own that passed through the other.",
    ),
    "quoted-as-saying": Rule(
        "{0} is quoted as saying it.",
        "“Quoted as saying” attributes words to one source through another.",
    ),
    "refusal": Rule(
        "{0} did not answer ({1}); that neither confirms nor denies anything.",
        "Declining to comment, not responding and not being reached are kept apart from denials.",
    ),
    "evidence-published": Rule(
        "{0} made evidence public ({1}).",
        "Footage, documents or data that a source publishes count as that source's statement about "
        "what they show.",
    ),
    "figure-put": Rule(
        "{0} put a figure on it ({1}).",
        "“Put the toll at 25” attributes the figure to the one who puts it.",
    ),
    "tagged": Rule(
        "A learned tagger read that {0} is the source of it ({1}).",
        "Beside the rules a small network, trained on news in which people marked who says what, "
        "reads each paragraph. What it alone finds is kept where it is sure and its verb is known; "
        "the weight is how often it is right when it is as sure as here.",
    ),
    "tagger-mends": Rule(
        "The learned tagger set the bounds of who speaks or of what is said ({0}).",
        "Where a rule and the tagger see one cue and read its source or its content otherwise, the "
        "tagger's reading is taken: it is right far more often.",
    ),
    "first-hand": Rule(
        "The text shows that it was told or seen directly: {0}.",
        "“Told AFP”, “seen by Reuters”: the publisher itself heard or saw, so it stands in the "
        "chain with first-hand knowledge.",
    ),
    "nested": Rule(
        "It stands inside what another source says.",
        "An attribution within another's content passed through that other source.",
    ),
    "full-name": Rule(
        "The short name is that of {0}, named in full in the same article.",
        "A surname alone stands for the person whom the article names in full.",
    ),
    "pronoun": Rule(
        "“{1}” takes up {0}, the last named source that fits.",
        "“He” and “she” take up the person, named or not, who spoke last or opened the sentence "
        "before, unless that one was called otherwise; “they” and “it” the last group or body. "
        "Past somebody of the other sex only one is taken whom the article called so before.",
    ),
    "said-report": Rule(
        "“{1}” takes up the report of {0}.",
        "“The report” or “the newspaper” takes up the outlet named last in the same article.",
    ),
    "title-alone": Rule(
        "“{1}” takes up {0}, whom the article gives this title.",
        "A title with “the” stands for the person to whom the article gave it.",
    ),
    "context-relay": Rule(
        "It follows what {0} reported and names no other way, so it is taken to have come that "
        "way.",
        "An unnamed group in the sentence after a retold report is counted as heard through that "
        "report. The doubtful link is kept because it can only lower the number.",
    ),
    "act-from-words": Rule(
        "What is said ({0}) shows what it does, more than the verb.",
        "A quotation that refuses comment, refers elsewhere, knows nothing or takes something back "
        "is read as that act.",
    ),
    "quotation-begins": Rule(
        "The quotation begins a paragraph earlier: {0}.",
        "A paragraph that opens a quotation and leaves it open belongs to the speaker whom the "
        "next paragraph, which goes on with it, names.",
    ),
    "quotation-goes-on": Rule(
        "The quotation goes on: {0}.",
        "A quotation that directly follows its speaker's words and names nobody is the same "
        "speaker's.",
    ),
}
