"""Why an input or a page came to nothing before or beside its reading: the rules by name."""

from __future__ import annotations

from twosource.stage import Rule

CPU_SECONDS = 10
"""Processor time that one page may take."""
WALL_SECONDS = 20.0
"""How long one page may take by the clock on the wall."""
RESIDENT_BYTES = 768 * 1024 * 1024
"""How much memory a worker may really hold."""
LARGEST_INPUT = 256 * 1024 * 1024
"""Bytes. A file beyond this is no news page; what is below is kept whole."""
_MEGABYTE = 1024 * 1024

INPUT_NOT_READABLE = "input-not-readable"
INPUT_TOO_LARGE = "input-too-large"
TIME_LIMIT = "page-time-limit"
MEMORY_LIMIT = "page-memory-limit"
READER_DIED = "page-reader-died"
STAGE_FAULT = "page-stage-fault"
SAVED_BESIDE_PAGE = "saved-beside-page"

RECORDS_PASSED_OVER = "archive-records-passed-over"
GIVEN_UP = "archive-given-up"
EMPTY = "archive-empty"
PASSED_OVER = frozenset({SAVED_BESIDE_PAGE, RECORDS_PASSED_OVER})
"""Rules by which something was counted and passed over that is no page."""
PARTS_LOST = frozenset(
    {
        "archive-damaged",
        "archive-record-not-readable",
        "archive-record-too-large",
        "archive-record-cut",
        GIVEN_UP,
    }
)
"""Rules by which a part of a file could not be read, while others of it may have been."""

RULES: dict[str, Rule] = {
    INPUT_NOT_READABLE: Rule(
        "The bytes of the input could not be had.",
        "A file or folder that may not be read, a link that leads to nothing, a device. Nothing of "
        "it is in the pile; a later trace that can read it forgets this.",
    ),
    INPUT_TOO_LARGE: Rule(
        f"The file is larger than {LARGEST_INPUT // _MEGABYTE} MB, and so no news page.",
        "A file of this size was not taken in. Web archives and lines of JSON may be larger.",
    ),
    SAVED_BESIDE_PAGE: Rule(
        "A browser saved these files beside a page; they are pictures, styles and frames of it.",
        "“Web page, complete” puts the parts of a page into a folder named after it. They are no "
        "pages, and are passed over when the page itself is given too. Given alone, the folder is "
        "searched like any other.",
    ),
    EMPTY: Rule(
        "It is of a kind that holds pages, and holds none.",
        "A web archive without a byte, a feed without an entry, a list without an object.",
    ),
    TIME_LIMIT: Rule(
        f"Reading the page takes more than {CPU_SECONDS} seconds of a processor, "
        f"or {WALL_SECONDS:.0f} seconds in all.",
        "The process that read the page was ended, twice; the second time no other page was being "
        "read. The bytes are kept.",
    ),
    MEMORY_LIMIT: Rule(
        f"Reading the page takes more than {RESIDENT_BYTES // _MEGABYTE} MB of memory.",
        "The process that read the page was ended, twice; the second time no other page was being "
        "read. The bytes are kept.",
    ),
    READER_DIED: Rule(
        "Reading the page ended the process that did it.",
        "A parser failed so badly that its process died, twice. The bytes are kept.",
    ),
    STAGE_FAULT: Rule(
        "Reading the page met a fault of this program.",
        "One stage failed on this page; the detail names it. It is worth a report to the makers. "
        "The bytes are kept.",
    ),
}
