"""Headlines without the site's name that titles carry."""

from __future__ import annotations

import re

from twosource.articles.houses import same_house
from twosource.text.names import looks_like_outlet

SUFFIX = re.compile(r"^(?P<head>.{8,300}?)\s{1,2}[|\-–—•·:»]\s{1,2}(?P<tail>[^|–—•·»]{2,60})$")
_PREFIX = re.compile(
    r"^(?P<head>[^|–—•·»:]{2,60}?)(?:\s{1,2}[|\-–—•·»]{1,2}|:)\s{1,2}(?P<tail>.{8,300})$"
)
_LABEL = re.compile(r"^(?:title|headline|subject)\s?:\s(?=\S)", re.IGNORECASE)
_CRUMBS = re.compile(
    r"^(?:home|start|front page)(?:\s[>›»/]\s[^>›»/]{1,40}){0,4}\s[>›»/]\s", re.IGNORECASE
)


def clean_headline(headline: str, site: str) -> str:
    """Return a headline without what a site puts around it: its name, a label, the way to it.

    >>> clean_headline("Home > Harbour > Council puts off its vote on the crane", "")
    'Council puts off its vote on the crane'
    >>> clean_headline("The Skerry Herald | Council puts off its vote", "Skerry Herald")
    'Council puts off its vote'
    """
    text = _LABEL.sub("", " ".join(headline.split()), count=1)
    crumbs = _CRUMBS.match(text)
    if crumbs is not None:
        text = text[crumbs.end() :]
    prefix = _PREFIX.match(text)
    if prefix is not None and site and same_house(prefix["head"], site):
        text = prefix["tail"].strip()
    suffix = SUFFIX.match(text)
    if suffix is not None and (
        (site and same_house(suffix["tail"], site)) or looks_like_outlet(suffix["tail"])
    ):
        return suffix["head"].strip()
    return text
