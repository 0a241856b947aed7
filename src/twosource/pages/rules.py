"""Why a page was refused, or read only in part: the rules by name.

A refusal's ``rule`` is one of these names; a page's flag ``cut`` is explained under ``page-cut``.
"""

from __future__ import annotations

from twosource.stage import Rule

RULES: dict[str, Rule] = {
    "page-not-readable": Rule(
        "The bytes are not a page that can be read.",
        "Pictures, ZIP archives, office files, PDF and programs are kept whole and refused with a "
        "sentence; so are records without a text and what no charset turns into one. The flag is "
        "`not-readable`.",
    ),
    "page-empty": Rule(
        "The page holds no letters.",
        "Nothing, or nothing but blanks, was found in the bytes. The flag is `empty`.",
    ),
    "page-cut": Rule(
        "Only the first 20 million letters were analysed.",
        "The original is kept whole; what lies behind the cut was not looked at. The flag is "
        "`cut`.",
    ),
    "page-flattened": Rule(
        "Elements nested deeper than 250 lost their tags, not their words.",
        "The parsers we stand on drop whatever lies below 256 nested elements without a word, so "
        "deeper ones are laid flat first. The flag is `flattened`.",
    ),
    "page-attributes-dropped": Rule(
        "An element had so many or so long attributes that some were dropped.",
        "More than 1,000 attributes on one element, or a value of more than a million letters, "
        "stop a parser for seconds; no word of an article stands there. The flag is "
        "`attributes-dropped`.",
    ),
    "page-entities-dropped": Rule(
        "The page defined entities of its own; the definitions were dropped.",
        "Entities that a page defines can be made to grow without end. The flag is "
        "`entities-dropped`.",
    ),
    "page-charset-guessed": Rule(
        "Nobody said which charset the page is in; it was guessed.",
        "Neither a byte-order mark nor the server nor the page named a charset that browsers know, "
        "and the bytes are not UTF-8. Letters outside ASCII may be wrong. The flag is "
        "`charset-guessed`.",
    ),
    "page-charset-contradicted": Rule(
        "The page was declared in one charset and is written in another.",
        "The bytes are valid, telling UTF-8 although another charset was declared, or they break "
        "the declared one throughout; what the bytes show was read. The flag is "
        "`charset-contradicted`.",
    ),
    "page-charset-errors": Rule(
        "Some bytes are no letters in the page's charset.",
        "Each was replaced by the sign U+FFFD. The flag is `charset-errors`.",
    ),
    "page-nul-replaced": Rule(
        "The page held NUL signs; each was replaced by U+FFFD.",
        "NUL ends a text early in many programs, so none passes the door. The flag is "
        "`nul-replaced`.",
    ),
    "page-surrogates-replaced": Rule(
        "The page held halves of letters; each was replaced by U+FFFD.",
        "A lone surrogate is no letter and cannot be written to a file. The flag is "
        "`surrogates-replaced`.",
    ),
    "page-summary-only": Rule(
        "The feed only announces this article.",
        "An entry of a feed counts as an article when its content has 200 letters or more, or its "
        "description 1,000. A shorter one is a teaser, and a teaser is no report. The flag is "
        "`summary-only`.",
    ),
    "page-parts-unread": Rule(
        "The mail held more than was read.",
        "Of a mail its HTML text is read, or its plain one. Attachments and further mails inside "
        "it are kept with it and were not read. The flag is `parts-unread`.",
    ),
    "archive-damaged": Rule(
        "A stretch of the file is damaged.",
        "A web archive was cut or changed there, or a line of JSON is none. What stands before and "
        "behind it was read; the stretch runs from the record that is damaged to the next one.",
    ),
    "archive-record-not-readable": Rule(
        "A record of the file is in no known form.",
        "Its own head contradicts it, or it is pressed in a way that is not known. The others were "
        "read.",
    ),
    "archive-record-too-large": Rule(
        "A record of the file unpacks to more than a page can be.",
        "More than 40 MB for one page, or 1 GB for any record. It was passed over.",
    ),
    "archive-record-cut": Rule(
        "A record of the file holds only a part of its page.",
        "The archive says so, or the answer of the server ends too early. What is there was read.",
    ),
    "archive-records-passed-over": Rule(
        "These records of a web archive hold no page.",
        "Requests, notes, redirections, errors of servers, pictures, scripts and the like are "
        "counted and passed over; so are notes that a page was met again unchanged.",
    ),
    "archive-given-up": Rule(
        "The rest of the file was not read.",
        "Unpacking its damaged stretches took more than a file can be worth, or ended the process "
        "that did it.",
    ),
}
