"""Headlines without the site's name that titles carry."""

from __future__ import annotations

import re

from twosource.articles.houses import same_house
from twosource.text.names import looks_like_outlet

SUFFIX = re.compile(r"^(?P<head>.{8,300}?)\s{1,2}[|\-–—•·:»]\s{1,2}(?P<tail>[^|–—•·»]{2,60})$")


def clean_headline(headline: str, site: str) -> str:
    """Return a headline without the site's name behind a dash or bar."""
    text = " ".join(headline.split())
    suffix = SUFFIX.match(text)
    if suffix is not None and (
        (site and same_house(suffix["tail"], site)) or looks_like_outlet(suffix["tail"])
    ):
        return suffix["head"].strip()
    return text
