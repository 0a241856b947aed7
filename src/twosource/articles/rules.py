"""The names of what is decided about articles, for ``why`` and docs/rules.md."""

from __future__ import annotations

from twosource.stage import Rule

OUTLET_ELSEWHERE = "outlet-elsewhere"
MAKER_ELSEWHERE = "maker-elsewhere"
SITE_GATHERS = "site-gathers"

RULES: dict[str, Rule] = {
    "no-article": Rule(
        "No article was found on this page.",
        "The page holds no running text that could be an article: no stretch of sentences "
        "outweighs its menus, links, labels and forms. It is kept, with its parts labelled.",
    ),
    OUTLET_ELSEWHERE: Rule(
        "The name stands where makers are named, and another page in the pile is of a house by "
        "that name: “{0}”.",
        "A name alone below a text, in its rights line or in its byline is no credit by itself. "
        "It is taken for one when a page of another site in the pile is that of a house so named, "
        "by its address or by the form of its name. What is quoted is the beginning of that page's "
        "article. On a page that gathers others' texts this is not believed.",
    ),
    MAKER_ELSEWHERE: Rule(
        "The name stands where makers are named, and another text in the pile is credited to a "
        "house by that name: “{0}”.",
        "A name alone below a text, in its rights line or in its byline is no credit by itself. "
        "It is taken for one when a page of another site in the pile credits a house so named, in "
        "words that say so or in the brackets of a dateline.",
    ),
    SITE_GATHERS: Rule(
        "The site prints others' texts, as on its page that begins “{0}”; the name above this one "
        "is its outlet's.",
        "A site is known to gather where a page of it says so, or where the names of several "
        "houses stand above its texts as often as not. Its page then is where the article was met, "
        "and the house named above the text is its outlet: another page in the pile is of it, or "
        "the form of its name says so.",
    ),
}
