"""The rules by which claims are matched and counted, for ``why`` and for docs/rules.md."""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "same-assertion": Rule(
        "These words assert the same thing.",
        "Two assertions are one claim when verb, subject and most telling words agree, countries "
        "and common synonyms by one name, and no number, name or “not” keeps them apart.",
    ),
    "single-telling": Rule(
        "Only these words assert it.",
        "A claim that one statement alone makes.",
    ),
    "same-refusal": Rule(
        "The same speaker gave no answer, in these words.",
        "Refusals by one speaker about one story at one time are one fact of speech; the makers "
        "that rendered it on their own are its voices.",
    ),
    "takes-up": Rule(
        "“Those claims”, “the reports” take up what was said just before.",
        "A confirmation, denial or refusal without a content of its own is tied to the "
        "statements that stand before it in the same article. How far it reaches is not certain, "
        "so it is shown and adds no line.",
    ),
    "copied-sentence": Rule(
        "This sentence stands word for word in another text, and counts as that text.",
        "A sentence of at least twelve equal words outside quotations was taken over; it counts "
        "for the text that it came from, whatever article it stands in.",
    ),
    "attributed-to": Rule(
        "The text attributes it: {0}.",
        "The edge from a speaker to the one who passes the words on, as the page states it.",
    ),
    "may-be-the-same": Rule(
        "These may be the same people as another description means, and are counted once.",
        "Two descriptions that could mean the same people (“the company” and its name, one "
        "quotation under two names, a title and its holder) are one voice: the lower number when "
        "unsure.",
    ),
    "passed-on": Rule(
        "The text says through whom it came: {0}.",
        "The edge between two relays, as the page states it.",
    ),
    "made-by": Rule(
        "The text is this maker's.",
        "A text hangs on the agency that it is credited to, else on the outlet that published it.",
    ),
    "relay-without-source": Rule(
        "{0} passes it on and does not say, here, who told it.",
        "A paper or agency cited without its own source is a relay; the voice behind it is not "
        "stated.",
    ),
    "own-sentence": Rule(
        "The outlet says so itself and names nobody.",
        "An unattributed sentence comes from the shared voice “source not stated”, which counts "
        "only where nobody in the pile attributes the claim.",
    ),
    "speaker-unknown": Rule(
        "The text attributes it to somebody whom it does not make known.",
        "An attribution whose speaker could not be told counts as source not stated.",
    ),
    "rendered-by": Rule(
        "This maker rendered the words on its own.",
        "For a fact of speech the makers are the voices and the speaker is the subject.",
    ),
}
