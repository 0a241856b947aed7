"""A small press of our own: articles made from paragraphs, and one dispatch to copy."""

from __future__ import annotations

import pytest

from twosource.records import Article, Part, Published, identify
from twosource.text.names import make_origin


def _print(
    name,
    paragraphs,
    *,
    outlet=None,
    kind="outlet",
    credit=None,
    via=None,
    day=None,
    headline=None,
    authors=(),
):
    text = ""
    parts = []
    lines = [("headline", headline)] if headline else []
    lines += [("body", paragraph) for paragraph in paragraphs]
    lines += [("credit", f"Source: {credit}")] if credit else []
    for part, line in lines:
        text += "\n" if text else ""
        parts.append(Part(part, len(text), len(text) + len(line)))
        text += line
    return Article(
        id=identify("article", name),
        page=name,
        outlet=make_origin(outlet, kind) if outlet else None,
        via=make_origin(via, "aggregator") if via else None,
        credit=make_origin(credit, "agency") if credit else None,
        headline=headline,
        authors=authors,
        published=Published(day, "on_page") if day else Published(),
        text=text,
        parts=tuple(parts),
    )


@pytest.fixture(scope="session")
def press():
    """Return the maker of articles."""
    return _print


@pytest.fixture(scope="session")
def dispatch():
    """Return a dispatch of six paragraphs about a dam that nobody built."""
    return (
        (
            "VELMORA: The Ostrand water ministry on Monday declined to say when the cracked Hollin "
            "dam would be emptied, two weeks after divers found a gap of eleven metres in its wall."
        ),
        (
            "Citing United States and Ostrand engineers, the Lantern Post on Sunday reported that "
            "the gap had grown and that the lower villages had been told to keep a bag by the door."
        ),
        (
            'Asked about the report, ministry adviser Petra Zemsky said that "every dam in this '
            'valley is older than the people who worry about it".'
        ),
        (
            "The ministry has promised a statement on each of the past four evenings and has then "
            "cancelled it, according to the timetable that hangs in its hall."
        ),
        (
            "Fishermen below the wall said the river had run brown since the spring, when the last "
            "inspection was put off for want of a boat."
        ),
        (
            "The dam holds back nine million tonnes of water and was last repaired in 1974, by a "
            "firm that no longer exists."
        ),
    )


@pytest.fixture(scope="session")
def restyled(dispatch):
    """Return the same dispatch in another house style: spellings, marks, days and dateline."""
    swapped = [
        paragraph.replace("VELMORA: ", "")
        .replace(" on Monday", "")
        .replace("United States", "US")
        .replace("adviser", "advisor")
        .replace("metres", "meters")
        .replace("eleven", "11")
        .replace('"', "\u201c", 1)
        .replace('"', "\u201d")
        for paragraph in dispatch
    ]
    return tuple(swapped)


@pytest.fixture(scope="session")
def retold():
    """Return the same dispatch in other words, paragraph by paragraph."""
    return (
        (
            "When the Hollin dam, cracked as it is, will finally be emptied is a thing that "
            "Ostrand keeps to itself, though divers have seen a gap in the stone of eleven metres."
        ),
        (
            "It has grown, engineers from that land and from abroad told the Lantern Post; people "
            "in the lower villages sleep with a bag next to the door."
        ),
        (
            'Petra Zemsky, an adviser, had this to say of it: "Every dam in this valley is older '
            'than the people who worry about it".'
        ),
        (
            "On four evenings a statement was promised, and four times it was cancelled, as "
            "anybody can see from the timetable in the hall."
        ),
        (
            "Brown water is nothing new to the fishermen; they have had it since spring, and the "
            "inspection, for which no boat could be found, has not been made."
        ),
        (
            "Nine million tonnes stand behind stones that were repaired for the last time in 1974; "
            "the firm that did it is gone."
        ),
    )


@pytest.fixture(scope="session")
def independent():
    """Return another reporter's text about the same dam, with the same quotation."""
    return (
        (
            "Nobody at the water ministry would tell us yesterday whether Hollin will be drained, "
            "though its wall is split and the split is widening, as the Lantern Post first wrote."
        ),
        (
            'Petra Zemsky, who advises the minister, waved the question away: "every dam in this '
            'valley is older than the people who worry about it".'
        ),
        (
            "In the villages, meanwhile, shops have run out of rope, and the school at Lower "
            "Hollin holds its lessons on the hill."
        ),
        "Our request to walk along the crest was refused, as were those of three other papers.",
    )


@pytest.fixture(scope="session")
def elsewhere():
    """Return a text about something else altogether."""
    return (
        (
            "The orchestra of Brinmouth will play its autumn season in the fish market, after the "
            "roof of the concert hall was found to be resting on a single bolt."
        ),
        (
            "Tickets already sold remain valid, the director said, though the smell is not "
            "included in the price and listeners may wish to bring a scarf."
        ),
        (
            "The first evening, a week from Saturday, is given over to slow movements, which the "
            "players say are easier to hear above the ice machines."
        ),
    )
