"""An entry of a feed is a page when its whole text is there; a teaser is no report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.pages import read, refusal_of
from twosource.pages.feeds import split_feed
from twosource.pages.members import Declined, Member
from twosource.records import Metadata

BODY = "<p>The ferry sank off Port Ellery on Tuesday &amp; the harbour office said so.</p>" * 6
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ITEM = (
    "<item><title>Ferry sank &amp;amp; nobody was hurt</title><link>https://h.example/f</link>"
    "<guid isPermaLink='false'>ferry-1</guid><dc:creator>Ada Holm</dc:creator>"
    "<pubDate>Fri, 02 May 2031 01:30:00 +0900</pubDate>"
    f"<description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>"
)
TEASER = (
    "<item><title>Bridge shut</title><link>https://h.example/b</link>"
    "<description>The bridge is shut.</description></item>"
)
HEAD = (
    f'<?xml version="1.0"?>\n<rss version="2.0" {SPACES}><channel><title>Skerry Herald</title>'
    "<link>https://h.example/</link><lastBuildDate>now</lastBuildDate>"
)
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Skerry Herald</title>
<link rel="self" href="https://h.example/feed"/>
<entry><id>tag:h.example,1</id><title type="html">Ferry &lt;b&gt;sank&lt;/b&gt;</title>
<link rel="edit" href="https://h.example/edit"/><link href="https://h.example/f"/>
<published>2031-05-02T01:30:00+09:00</published><updated>2031-05-03T00:00:00Z</updated>
<author><name>Ada Holm</name><email>a@h.example</email></author><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry>
</feed>"""


def _rss(*items, tail="</channel></rss>"):
    return HEAD + "".join(items) + tail


def _pages(text):
    return [read(one.data) for one in split_feed(text) if isinstance(one, Member)]


def test_an_entry_with_its_whole_text_is_a_page_with_what_the_feed_says_of_it():
    [member] = split_feed(_rss(ITEM))
    assert (member.name, member.url, member.fetched_at) == ("ferry-1", "https://h.example/f", None)
    page = read(member.data)
    assert page.hints == Metadata(
        site="Skerry Herald",
        headline="Ferry sank & nobody was hurt",
        published="2031-05-02T01:30:00+09:00",
        authors=("Ada Holm",),
        url="https://h.example/f",
    )
    assert page.text == f"<h1>Ferry sank &amp; nobody was hurt</h1>\n{BODY}"
    assert (page.media_type, page.flags, refusal_of(page)) == ("text/html", (), None)


def test_an_entry_of_atom_is_read_as_one_of_rss():
    [page] = _pages(ATOM)
    assert page.hints.headline == "Ferry <b>sank</b>"
    assert page.hints.url == "https://h.example/f"
    assert page.hints.authors == ("Ada Holm",)
    assert page.hints.published == "2031-05-02T01:30:00+09:00"
    assert "Port Ellery" in page.text
    assert refusal_of(page) is None


def test_an_entry_that_only_announces_is_refused_with_the_reason():
    [page] = _pages(_rss(TEASER))
    refusal = refusal_of(page)
    assert (page.flags, refusal.rule) == (("summary-only",), "page-summary-only")


def test_a_description_of_an_articles_length_is_the_article():
    long = TEASER.replace("The bridge is shut.", "The bridge is shut to all carts. " * 40)
    [page] = _pages(_rss(long))
    assert refusal_of(page) is None


def test_an_entry_is_the_same_page_whatever_stands_around_it():
    alone = next(iter(split_feed(_rss(ITEM)))).data
    later = HEAD.replace("now", "later") + TEASER + ITEM + "</channel></rss>"
    assert alone in [one.data for one in split_feed(later)]


def test_who_a_gathered_entry_comes_from_is_its_source():
    source = "<source url='https://o.example/rss'>Orrend Observer</source></item>"
    [page] = _pages(_rss(ITEM.replace("</item>", source)))
    assert page.hints.site == "Orrend Observer"


def test_a_broken_entry_costs_no_other():
    broken = "<item><title>A < B & C <b></title><content:encoded><![CDATA[<item>]]><x"
    found = list(split_feed(_rss(ITEM, broken, ITEM.replace("ferry-1", "ferry-2"))))
    names = [one.name for one in found if isinstance(one, Member)]
    assert {"ferry-1", "ferry-2"} <= set(names)


def test_a_feed_that_was_cut_says_so():
    found = list(split_feed(_rss(ITEM, ITEM[:-200], tail="")))
    assert [type(one) for one in found] == [Member, Declined]
    assert "does not end" in found[1].detail


def test_a_word_in_a_text_is_no_entry():
    spoken = ITEM.replace("<p>The ferry", "<p>Use &lt;item> or <item> and </item>. The ferry", 1)
    assert len(list(split_feed(_rss(spoken)))) == 1


def test_no_definition_of_a_document_type_is_read():
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    text = _rss(ITEM.replace("<p>The", "<p>&b; The").replace("<![CDATA[", "").replace("]]>", ""))
    [page] = _pages(text.replace("<rss", bomb + "<rss"))
    assert "haha" not in page.text
    assert "Port Ellery" in page.text


def test_letters_that_html_names_are_letters_in_a_feed_too():
    text = _rss(TEASER.replace("The bridge is shut.", "Caf&eacute; &nbsp;&amp; pier. " * 80))
    [page] = _pages(text)
    assert "Café" in page.text


def test_a_feed_of_many_entries_is_no_page():
    refusal = refusal_of(read(_rss(ITEM, TEASER)))
    assert refusal is not None
    assert "feed" in refusal.detail


HOSTILE = ["<item></item>",
           "<item>", "<item", "</item>", "<![CDATA[", "<!--", "<title>", "&a;", "<entry><title",
           "<item><title>", "<item><x>", "<link ", "<a:item ", "<content>"]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_feeds_are_cut_in_one_pass(unit):
    for found in split_feed(HEAD + unit * (20_000 // len(unit))):
        assert isinstance(found, Member | Declined)


@given(st.lists(st.sampled_from([*HOSTILE, ITEM, "text", "]]>", "-->", "</title>"]), max_size=12))
def test_any_pieces_make_pages_or_are_declined(pieces):
    for found in split_feed(HEAD + "".join(pieces)):
        if isinstance(found, Member):
            page = read(found.data)
            assert page.text.strip() or refusal_of(page) is not None
