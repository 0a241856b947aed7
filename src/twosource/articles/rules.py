"""The names of what is decided about articles, for ``why`` and docs/rules.md."""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "no-article": Rule(
        "No article was found on this page.",
        "The page holds no running text that could be an article: no stretch of sentences "
        "outweighs its menus, links, labels and forms. It is kept, with its parts labelled.",
    ),
}
