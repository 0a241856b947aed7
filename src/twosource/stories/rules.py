"""Why texts are held to tell one event: the rules by name."""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "same-event": Rule(
        "Two texts share rare words and numbers, among them “{0}” and “{1}”.",
        "Two texts tell one event when they share enough rare neighbouring words, numbers and "
        "uncapitalised words, each weighed by its rarity in a background of news. Names alone "
        "never join: one spokesman stands in many stories. The rarest that two texts share are "
        "quoted, from each of them. The weight is the likeness as a "
        "probability, fitted on ECB+.",
    ),
    "days-apart": Rule(
        "The texts are dated days apart, which makes one event less likely.",
        "From the third day between two dates on, each day lowers the likeness of two texts.",
    ),
    "only-text": Rule(
        "No other text in the pile tells this event.",
        "A text without likeness to any other is a story of its own.",
    ),
    "akin-story": Rule(
        "Another story shares words with this one, such as “{0}” and “{1}”: too little to be the "
        "same event.",
        "Stories below the threshold of one event but well above chance are linked, not merged.",
    ),
}
