"""When a page was met: the forms in which archives and mails write a time, brought to one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLANK_BETWEEN = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})")
_FOURTEEN_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})")
_ISO = "{}-{}-{}T{}:{}:{}"


def in_utc(value: str) -> str | None:
    """Read a time and give it in UTC; one without a zone is taken for UTC, None for what is none.

    ISO 8601, the fourteen digits of archives, and the dates of mails (RFC 5322) are read.

    >>> in_utc("2031-05-02T09:30:00+02:00"), in_utc("20310502073000"), in_utc("2031-05-02")
    ('2031-05-02T07:30:00Z', '2031-05-02T07:30:00Z', '2031-05-02')
    """
    text = value.strip()
    if len(text) > _LONGEST or not text:
        return None
    digits = _FOURTEEN_DIGITS.fullmatch(text)
    if digits is not None:
        text = _ISO.format(*digits.groups())
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
        moment = _moment(_BLANK_BETWEEN.sub(r"\1T\2", text))
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _moment(text: str) -> datetime:
    if text[:4].isdecimal():
        return datetime.fromisoformat(text)
    return parsedate_to_datetime(text)


def in_iso(value: str) -> str:
    """Write the date of a feed or a mail as ISO, in its own zone; any other is left as it is.

    >>> in_iso("Fri, 02 May 2031 01:30:00 +0900"), in_iso("2031-05-02")
    ('2031-05-02T01:30:00+09:00', '2031-05-02')
    """
    if value[:4].isdecimal() or len(value) > _LONGEST:
        return value
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, OverflowError, TypeError, IndexError):
        return value
