"""Two articles side by side: each change has its kind, and what is only house style has none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import twosource
from twosource.families.comparison import RANKS, compare
from twosource.records import Article, Part, Published, identify
from twosource.statements import statements

DAY = Published("2031-05-16", "on_page")  # a Friday


def article(name, *paragraphs, published=DAY, **parts):
    """Make an article of a headline and so on (``parts``) and its paragraphs."""
    text, found = "", []
    for kind, line in [*parts.items(), *(("body", paragraph) for paragraph in paragraphs)]:
        text += "\n" if text else ""
        found.append(Part(kind, len(text), len(text) + len(line)))
        text += line
    return Article(
        id=identify("article", name), page=name, published=published, text=text, parts=tuple(found)
    )


def lay(one, other):
    said = [s for a in (one, other) for s in statements(a, model=False)]
    return compare(one, other, said)


def words(comparison, *articles):
    """Return what the differences are: their kind and the words of both sides."""
    texts = {a.id: a.text for a in articles}
    return [
        (c.kind, *(s and texts[s.article][s.start : s.end] for s in c.spans))
        for c in comparison.differences
    ]


def differ(one, other, **more):
    """Compare two paragraphs."""
    a, b = article("one", one, **more), article("other", other, **more)
    return words(lay(a, b), a, b)


SAME = "The ferry left the harbour of Oldmere with its lights out and its radio silent."


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        # Numbers.
        (
            "The blast killed 12 people in the old mill above the river.",
            "The blast killed 14 people in the old mill above the river.",
            [("number", "12 people", "14 people")],
        ),
        (
            "More than 10,000 tonnes of grain were lost when the silo burst.",
            "Up to 10,000 tonnes of grain were lost when the silo burst.",
            [("number", "More than 10,000 tonnes", "Up to 10,000 tonnes")],
        ),
        (
            "The court fined the brewery 300 crowns for keeping a goat in the yard.",
            "The court fined the brewery for keeping a goat in the yard.",
            [("number", "300 crowns", None)],
        ),
        (
            "Twelve sailors were taken to the hospital on the hill after the collision.",
            "Several sailors were taken to the hospital on the hill after the collision.",
            [("number", "Twelve sailors", "Several")],
        ),
        (
            "Prices of bread rose by 4 percent in the spring, the bakers complain.",
            "Prices of bread rose by 6% in the spring, the bakers complain.",
            [("number", "4 percent", "6")],
        ),
        # How much is meant.
        (
            "Some units had left the fort before the bridge was closed to carts.",
            "The units had left the fort before the bridge was closed to carts.",
            [("scope", "Some", None)],
        ),
        (
            "Most villages along the canal have no water since the lock was shut.",
            "All villages along the canal have no water since the lock was shut.",
            [("scope", "Most", "All")],
        ),
        # Said and denied.
        (
            "The harbour master has been told to lower the water in the dock.",
            "The harbour master has not been told to lower the water in the dock.",
            [("polarity", None, "not")],
        ),
        (
            "The price of salt rose in the islands after the ferry stopped.",
            "The price of salt fell in the islands after the ferry stopped.",
            [("polarity", "rose", "fell")],
        ),
        # Who says so.
        (
            "The bridge was closed at noon because of a crack, police said.",
            "The bridge was closed at noon because of a crack, engineers said.",
            [("attribution", "police", "engineers")],
        ),
        (
            "The bridge was closed at noon because of a crack, the ministry said in a statement.",
            "The bridge was closed at noon because of a crack.",
            [("attribution", "the ministry said in a statement", None)],
        ),
        (
            "The pilot was reportedly asleep when the barge struck the pier.",
            "The pilot was asleep when the barge struck the pier.",
            [("attribution", "reportedly", None)],
        ),
        (
            "The alleged theft of the bell was the talk of the market for a week.",
            "The theft of the bell was the talk of the market for a week.",
            [("attribution", "alleged", None)],
        ),
        # Days.
        (
            "The union will stop all trains on Monday unless wages are raised.",
            "The union will stop all trains on Tuesday unless wages are raised.",
            [("date", "Monday", "Tuesday")],
        ),
        (
            "The minister on Friday declined to say who had ordered the boats.",
            "The minister has declined to say who had ordered the boats.",
            [("date", "Friday", None)],
        ),
        (
            "The boats were paid for in full on Thursday, the harbour master told the Post.",
            "On Wednesday the boats were paid for in full, the harbour master told the Post.",
            [("date", "Thursday", "Wednesday")],
        ),
        # Places and names.
        (
            "The lorry burned for two hours on the road to Lisbon before help came.",
            "The lorry burned for two hours on the road to Porto before help came.",
            [("place", "Lisbon", "Porto")],
        ),
        (
            "The school was named after Ada Corvin, who had paid for its roof.",
            "The school was named after Petra Zemsky, who had paid for its roof.",
            [("name", "Ada Corvin", "Petra Zemsky")],
        ),
        (
            "The council of Lemvik has not paid for the roof since the autumn storm.",
            "The council of Lemwik has not paid for the roof since the autumn storm.",
            [("name", "Lemvik", "Lemwik")],
        ),
        # Verbs of saying.
        (
            "Mayor Ilse Brandt declined to comment on the leak below the wall.",
            "Mayor Ilse Brandt refused to comment on the leak below the wall.",
            [("verb", "declined to comment", "refused to comment")],
        ),
        (
            "Mayor Ilse Brandt said that the wall had been inspected in the spring.",
            "Mayor Ilse Brandt claimed that the wall had been inspected in the spring.",
            [("verb", "said", "claimed")],
        ),
        # Quotations.
        (
            "“We will mend the wall before the autumn rain comes,” Ilse Brandt said.",
            "“We will patch the wall before the autumn rain comes,” Ilse Brandt said.",
            [("quotation", "mend", "patch")],
        ),
        (
            "She said the wall was “older than the people who worry about it” and safe.",
            "She said the wall was older than the people who worry about it and safe.",
            [
                (
                    "quotation",
                    "older than the people who worry about it",
                    "older than the people who worry about it",
                )
            ],
        ),
        # Mere wording.
        (
            "The search for the missing continues below the weir with dogs and lamps.",
            "The search for the missing goes on below the weir with dogs and lamps.",
            [("wording", "continues", "goes on")],
        ),
    ],
)
def test_what_was_changed_has_its_kind(one, other, wanted):
    assert differ(one, other) == wanted
    swapped = [(kind, b, a) for kind, a, b in wanted]
    assert differ(other, one) == swapped


def test_a_name_that_stands_elsewhere_in_the_other_text_is_not_missing_there():
    one = (
        "The council rejected the report. "
        "Its spokeswoman Petra Zemsky told the Herald that it had acted on letters."
    )
    other = (
        "A spokeswoman for the council, Petra Zemsky, rejected the report. "
        "“The council had acted on letters,” she said."
    )
    assert "name" not in [kind for kind, *_ in differ(one, other)]


def test_what_a_thing_happened_in_is_a_place_even_if_a_paper_is_called_so():
    paper = "The Castrane Ledger reported the opposite."
    one = f"The dam had held, he told reporters in Castrane, and left at noon. {paper}"
    other = one.replace(" in Castrane,", ",")
    assert [kind for kind, *_ in differ(one, other)] == ["place"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The adviser said that Kyiv and the United States had agreed on twelve boats.",
            "The advisor said that Kiev and the U.S. had agreed on 12 boats.",
        ),
        (
            "The cease-fire didn't hold, and it's the third that was broken this year.",
            "The ceasefire did not hold, and it is the third that was broken this year.",
        ),
        (
            "“We will mend the wall,” the mayor said, and she went home by the ferry.",
            "'We will mend the wall,' the mayor said, and she went home by the ferry.",
        ),
        (
            "Prices of bread rose by 4 percent in the spring, as the bakers had feared.",
            "Prices of bread rose by 4% in the spring, as the bakers had feared.",
        ),
        # The same words in another place of the sentence.
        (
            "On Monday the ministry in Lisbon declined to say who ordered the nine boats.",
            "The ministry in Lisbon declined on Monday to say who ordered the nine boats.",
        ),
        # Short and full names, and small words.
        (
            "He thanked Ada Corvin for the roof. The school had waited for Corvin to pay.",
            "He thanked Ada Corvin for a roof. The school has waited for Ada Corvin to pay.",
        ),
    ],
)
def test_house_style_and_order_are_no_difference_of_fact(one, other):
    assert not [d for d in differ(one, other) if d[0] != "wording"]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        # "All" in an idiom, "one" that counts nothing, a name against a pronoun.
        (
            "The mayor had not, after all, been told of the crack in the wall.",
            "The mayor had not, in the end, been told of the crack in the wall.",
            "scope",
        ),
        (
            "One of the problems with the lock was that nobody held its key.",
            "The trouble with the lock was that nobody held its key.",
            "number",
        ),
        (
            "Ada Corvin has paid for the roof of the school above the harbour.",
            "She has paid for the roof of the school above the harbour.",
            "name",
        ),
        (
            "The gate remains closed to carts until the crack has been filled.",
            "The gate will not reopen to carts until the crack has been filled.",
            "polarity",
        ),
        (
            "The wall is safe, the mayor said in the evening after a long meeting.",
            "The wall is safe, the mayor told reporters in the evening after a long meeting.",
            "verb",
        ),
        (
            "They said that the wall was safe and would hold until the autumn.",
            "It said that the wall was safe and would hold until the autumn.",
            "attribution",
        ),
        (
            "“We have moved the pipes by ourselves,” the company said in the evening.",
            "“We have moved the pipes by ourselves,” Harbour Gas said in the evening.",
            "attribution",
        ),
        (
            "The first boat was found by fishermen in the morning near the weir.",
            "The second boat was found by fishermen in the morning near the weir.",
            "polarity",
        ),
        (
            "Twelve people were brought ashore, wet and angry, by the pilot boat.",
            "The crew were brought ashore, wet and angry, by the pilot boat.",
            "number",
        ),
        (
            "The council has recently promised to mend the roof of the market hall.",
            "The council has promised to mend the roof of the market hall.",
            "date",
        ),
        (
            "The files were taken from the Ministry of Water by a man with a cart.",
            "The files were taken from the MOW by a man with a cart.",
            "name",
        ),
        (
            "The letter also alleged that the mayor had known of the crack in the wall.",
            "The letter also showed that the mayor had known of the crack in the wall.",
            "attribution",
        ),
        (
            "“We have moved the pipes,” a statement from the company said on Sunday night.",
            "“We have moved the pipes,” Harbour Gas said on Sunday night.",
            "attribution",
        ),
        # The same day in two ways: the article is of Friday, 16 May 2031.
        (
            "The ministry said on Friday that the boats had been paid for in full.",
            "The ministry said on May 16 that the boats had been paid for in full.",
            "date",
        ),
        (
            "The road is 40 miles long and has been mended with sand and hope.",
            "The road is 64 kilometres long and has been mended with sand and hope.",
            "number",
        ),
    ],
)
def test_what_only_looks_like_a_difference_is_wording(one, other, kind):
    assert kind not in {d[0] for d in differ(one, other)}


def test_weekdays_are_counted_from_the_day_of_their_own_article():
    one = article("one", "The boats were paid for on Friday, and nobody knows by whom.")
    other = article(
        "other",
        "The boats were paid for on Friday, and nobody knows by whom.",
        published=Published("2031-05-30", "on_page"),
    )
    assert not lay(one, other).differences


def test_the_most_telling_difference_comes_first():
    one = article(
        "one",
        "The search goes on below the weir with dogs and lamps and boats.",
        "The ferry left on Monday with its lights out and its radio silent.",
        "The blast killed 12 people in the old mill above the river.",
    )
    other = article(
        "other",
        "The search continues below the weir with dogs and lamps and boats.",
        "The ferry left on Sunday with its lights out and its radio silent.",
        "The blast killed 14 people in the old mill above the river.",
    )
    kinds = [change.kind for change in lay(one, other).differences]
    assert kinds == sorted(kinds, key=RANKS.index) == ["number", "date", "wording"]


def test_spellings_are_kept_apart_with_both_words():
    one = article("one", "The adviser praised the programme of the theatre in Kyiv that night.")
    other = article("other", "The advisor praised the program of the theater in Kiev that night.")
    found = lay(one, other)
    texts = {a.id: a.text for a in (one, other)}
    assert not found.differences
    assert [tuple(texts[s.article][s.start : s.end] for s in c.spans) for c in found.spellings] == [
        ("adviser", "advisor"),
        ("programme", "program"),
        ("theatre", "theater"),
        ("Kyiv", "Kiev"),
    ]


def test_quotation_marks_of_another_form_are_house_style():
    one = article("one", "“We will mend the wall,” the mayor said. It’s old, he added.")
    other = article("other", "'We will mend the wall,' the mayor said. It's old, he added.")
    found = lay(one, other)
    texts = {a.id: a.text for a in (one, other)}
    assert not found.differences
    assert [tuple(texts[s.article][s.start : s.end] for s in c.spans) for c in found.spellings] == [
        ("“", "'")
    ]


def test_added_dropped_and_moved_sentences_are_told():
    bell = "The bell of the chapel was rung for an hour by two boys."
    tide = "The tide carried the boxes of oranges as far as the second lighthouse."
    own = "Nobody has claimed the goat, which was found on the roof."
    one = article("one", SAME, bell, tide)
    other = article("other", tide, SAME, own)
    found = lay(one, other)
    only = [[a.text[s.start : s.end] for s in side]
            for a, side in zip((one, other), found.only, strict=True)]  # fmt: skip
    assert only == [[bell], [own]]
    assert len(found.matches) == 2
    assert sum(match.moved for match in found.matches) == 1


def test_a_sentence_told_again_in_two_is_one_passage():
    one = article(
        "one",
        "The ferry left the harbour of Oldmere with its lights out, and its captain was later "
        "found asleep in a boat house near the second lighthouse.",
    )
    other = article(
        "other",
        "The ferry left the harbour of Oldmere with its lights out. Its captain was later found "
        "asleep in a boat house near the second lighthouse.",
    )
    (match,) = lay(one, other).matches
    assert not [change for change in match.changes if not change.light]


def test_parts_beside_the_text_are_told():
    one = article("one", SAME, headline="Ferry leaves in the dark", dateline="OLDMERE:")
    other = article("other", SAME, headline="A dark departure", caption="The ferry on Sunday.")
    found = lay(one, other)
    texts = {a.id: a.text for a in (one, other)}
    told = [(a.part, *(s and texts[s.article][s.start : s.end] for s in a.spans))
            for a in found.around]  # fmt: skip
    assert told == [
        ("headline", "Ferry leaves in the dark", "A dark departure"),
        ("dateline", "OLDMERE:", None),
        ("caption", None, "The ferry on Sunday."),
    ]


def test_independent_texts_share_little_and_say_so():
    one = article("one", SAME, "Its owner lives abroad and answers no letters.")
    other = article("other", "A goat was found on the roof of the chapel by two boys.")
    found = lay(one, other)
    assert not found.matches
    assert [held.shared for held in found.held] == [0, 0]
    assert found.held[0].words > found.held[1].words > 0


SENTENCES = st.lists(
    st.sampled_from(
        [
            SAME,
            "The ferry left the harbour of Oldmere on Monday with 12 people on board.",
            "The ferry left the harbor of Oldmere on Tuesday with 14 people on board.",
            "“We will mend the wall,” Mayor Ilse Brandt told reporters on Friday.",
            "‘We will not mend the wall,’ Mayor Ilse Brandt claimed.",
            "Some of the boats were reportedly sold to a man from Lisbon.",
            "The boats were sold to a man from Porto, according to police.",
            "",
            "— … “",
        ]
    ),
    max_size=6,
)


@given(SENTENCES, SENTENCES)
def test_spans_lie_in_their_article_and_swapping_swaps(ours, theirs):
    one, other = article("one", *ours), article("other", *theirs)
    found = lay(one, other)
    ends = {a.id: len(a.text) for a in (one, other)}
    for match in found.matches:
        pairs = [match.spans, *match.edits]
        pairs += [c.spans for c in (*match.changes, *match.spellings)]
        for side, pair in ((side, pair) for pair in pairs for side in (0, 1)):
            span = pair[side]
            assert span is None or span.article == found.articles[side]
            assert span is None or 0 <= span.start <= span.end <= ends[span.article]
    assert lay(other, one) == found.swapped()
    assert lay(other, one).swapped() == found


def test_an_article_differs_from_itself_in_nothing():
    one = article("one", SAME, "“We will mend the wall,” the mayor said.")
    found = lay(one, article("other", SAME, "“We will mend the wall,” the mayor said."))
    assert not found.differences
    assert not found.spellings
    assert found.only == ((), ())
    assert all(held.shared == held.words for held in found.held)


def test_the_library_compares_two_articles_by_themselves():
    one = article("one", "The bridge was closed because of a crack, police said on Sunday.")
    other = article("other", "The bridge was closed because of a crack, engineers said on Sunday.")
    assert twosource.compare(one, other, model=False) == lay(one, other)
    assert lay(one, other).differences[0].kind == "attribution"


@pytest.mark.parametrize(
    "words",
    [
        "a " * 30_000,
        "the blast killed 12 people on Monday and some said so " * 1_100,
        "“ ' " * 15_000,
        " ".join(f"word{n % 997}" for n in range(8_000)),
        "Ada Corvin said. " * 3_500,
    ],
    ids=["one word", "no stops", "marks", "a long period", "one sentence"],
)
def test_hostile_text_takes_little_time(words):
    one, other = article("one", words), article("other", words[: len(words) // 2] + " b" * 9_000)
    begun = time.process_time()
    compare(one, other)
    assert time.process_time() - begun < 10
