"""Dates of publication as pages print them: "Published: 10th December 2022", "Sep 09, 2024", "Thu July 18, 2019"."""

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?<!\d)(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH.format('m2')},?[ -](?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|\b{_MONTH.format('m3')},? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y4>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|amended)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|first published|created|issued|date|released)\b", re.IGNORECASE)


def published_in(line: str) -> date | None:
    """The day on which a stamp says the text was published; where it only says when it was updated, `None`."""
    return next((day for day, is_update in _days_of(line) if not is_update), None)


def updated_in(line: str) -> date | None:
    """The day of a stamp that only says when the text was last changed."""
    return next((day for day, is_update in _days_of(line) if is_update), None)


def is_stamp(line: str) -> bool:
    """True where a line speaks of publishing or updating."""
    return bool(_UPDATED.search(line) or _PUBLISHED.search(line))


def _days_of(line: str) -> list[tuple[date, bool]]:
    """Each day of a line, and whether the words before it make it an update."""
    days: list[tuple[date, bool]] = []
    begin = 0
    for found in _DATE.finditer(line):
        before = line[begin : found.start()]
        begin = found.end()
        if day := _day(found):
            days.append((day, bool(_UPDATED.search(before)) and not _PUBLISHED.search(before)))
    return days


def _day(found: re.Match[str]) -> date | None:
    """The date; `None` where there is no such day, or where day and month could be exchanged (03/04/2024)."""
    if found["a"]:
        first, second = int(found["a"]), int(found["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        return _made(found["y4"], min(first, second) if first != second else first, max(first, second))
    number = next(part for part in "123" if found[f"y{part}"])
    month = found[f"m{number}"]
    return _made(
        found[f"y{number}"], int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1, int(found[f"d{number}"])
    )


def _made(year: str, month: int, day: int) -> date | None:
    try:
        return date(int(year), month, day)
    except ValueError:
        return None
