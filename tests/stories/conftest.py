"""A small press of our own for stories: families of one article each."""

from __future__ import annotations

import pytest

from twosource.records import Article, Family, Part, Published, identify


def _tell(name, headline, body, *, day=None):
    text = f"{headline}\n{body}"
    article = Article(
        id=identify("article", name),
        page=name,
        headline=headline,
        published=Published(day, "on_page") if day else Published(),
        text=text,
        parts=(
            Part("headline", 0, len(headline)),
            Part("body", len(headline) + 1, len(text)),
        ),
    )
    family = Family(
        id=identify("family", article.id), witnesses=(article.id,), archetype=article.id
    )
    return family, article


@pytest.fixture(scope="session")
def tell():
    """Return the maker of a family with its one article."""
    return _tell


@pytest.fixture(scope="session")
def news():
    """Return headline and body of five texts: two of one event, and three with the same people."""
    return {
        "dam one": (
            "Ministry silent on cracked Hollin dam",
            (
                "The Ostrand water ministry declined to say on Monday when the cracked Hollin dam "
                "would be emptied, two weeks after divers found a gap of eleven metres in its "
                "wall. Minister Ada Corvin's spokesman, Petra Zemsky, told reporters that "
                "engineers were still measuring the gap. The lower villages have been told to keep "
                "a bag by the door, and the school at Lower Hollin holds its lessons on the hill. "
                "The dam holds back nine million tonnes of water and was last repaired in 1974."
            ),
        ),
        "dam two": (
            "Villagers below Hollin dam told to be ready",
            (
                "People in the lower villages below the Hollin dam have been told to be ready to "
                "leave, after divers found a gap of eleven metres in the cracked wall. Petra "
                "Zemsky, spokesman of minister Ada Corvin, declined to say when the dam would be "
                "emptied. Its nine million tonnes of water were last let down in 1974, when the "
                "wall was repaired by a firm that no longer exists. Shops in the valley have run "
                "out of rope."
            ),
        ),
        "budget": (
            "Corvin asks parliament for more money",
            (
                "Minister Ada Corvin asked parliament on Monday to raise the tax on bottled drinks "
                "by a third, her spokesman Petra Zemsky said. The Ostrand government wants to "
                "spend the income on schools and new trams in the capital, Velmora. The opposition "
                "called the plan a gift to smugglers and promised to vote against it in the autumn "
                "session. A first reading is expected before the harvest holidays."
            ),
        ),
        "visit": (
            "Corvin off to Tarsk for trade talks",
            (
                "Ostrand's minister Ada Corvin travels to neighbouring Tarsk for talks on trade in "
                "timber, spokesman Petra Zemsky said on Monday. Both countries closed their "
                "markets after a quarrel over tolls on the river bridges. Merchants hope for an "
                "agreement on duties, and hotel owners in Velmora for the return of the weekend "
                "trains that once brought guests from across the border."
            ),
        ),
        "orchestra": (
            "Orchestra to play in fish market",
            (
                "The orchestra of Brinmouth will play its autumn season in the fish market, after "
                "the roof of the concert hall was found to be resting on a single bolt. Tickets "
                "already sold remain valid, the director said, though listeners may wish to bring "
                "a scarf. The first evening is given over to slow movements, which the players say "
                "are easier to hear above the ice machines."
            ),
        ),
    }
