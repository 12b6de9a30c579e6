"""Numbers that measure and count nothing: dates, clock times, designations, labels, scores, phone and list numbers."""

import re
from bisect import bisect_right
from functools import lru_cache

from summarizer.language.quantity_lexicon import is_plural, listed
from summarizer.language.quantity_numerals import Form, Numeral

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_CAPITALS = "JAN(?:UARY)?|FEB(?:RUARY)?|MARCH|APRIL|JUNE|JULY|AUG(?:UST)?|SEPT(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
_CAPITAL_MONTH = rf"(?:{_MONTH}|{_CAPITALS})"
_YEAR = r"(?:1\d{3}|20\d\d|'\d\d|’\d\d)"
_TIMED = r"(?:called|alerted|summoned|happened|occurred|began|started|arrived|departed|opened|sounded|struck|calls?|collided)"
_ZONE = r"(?:GMT|UTC|EST|EDT|CET|CEST|BST|PST|PDT|MSK|IST|JST|KST|AEST)"
_TRAPS = (
    rf"\b{_CAPITAL_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and|or)\s*(?:{_CAPITAL_MONTH}\s+)?\d{{1,2}})?"
    rf"(?:,?\s+{_YEAR})?(?![\d,.]*\d|\s?(?:percent|%|million|billion))\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and)\s*\d{{1,2}})?(?:\s+of)?[\s-]{_CAPITAL_MONTH}(?![\w])(?:,?\s+{_YEAR}\b)?",
    rf"\b{_CAPITAL_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
    r"\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b",
    r"\b\d{1,2}(?:[:.]\d\d)?(?::\d\d)?(?:\s*[-–]\s*\d{1,2}(?:[:.]\d\d)?)?\s?"
    r"(?:a\.m\b\.?|p\.m\b\.?|am\b|pm\b|AM\b|PM\b|o['’]clock|noon\b|midnight\b)",
    r"\b\w+\s?(?:a\.m\b\.?|p\.m\b\.?|o['’]clock)",
    rf"\b\d{{1,2}}:\d\d(?::\d\d)?(?:\s?{_ZONE})?\b|\b\d{{4}}\s?{_ZONE}\b|\b0\d{{3}}\s?(?:hours|hrs)\b",
    rf"\b{_TIMED}\b[^.\n]{{0,40}}?\bat \d{{1,2}}\.[0-5]\d\b(?!\s?(?:%|percent|million|billion))",
    r"(?<![\d,.])(?:1[89]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d\d)(?![\d,.]*\d|\s?%|\s?(?:million|billion|percent|per cent))\b",
    r"\b(?:\d{2}|\d{4})['’]?s\b|['’]\d\ds?\b",
    r"\b(?:A\.?D\.?|B\.?C\.?(?:E\.?)?)\s?\d+(?:\s?(?:and|to|-|–)\s?\d+)?|\b\d+\s?(?:A\.?D\b|B\.?C\b|BCE\b|CE\b)",
    r"\b\d+(?:st|nd|rd|th)\b",
    r"\+\d[\d\s().-]{6,}\d|\b0\d[\d\s-]{5,}\d\b|\(\d{3}\)\s?\d{3}[-\s]\d{4}|\b\d{3}-\d{3}-\d{4}\b|\b1-800-[\w-]+",
    r"\b(?:9/11|7/7|24/7|50/50|50-50|20/20|4x4)\b(?!\s(?:people|degrees|million|billion))",
    r"(?m:^[ \t]*\d{1,2}[.)](?=[ \t]))|(?m:^[ \t]*\d{1,2}/\d{1,2}(?=[ \t]))",
    r"\b\d{1,2}/\d{1,2}\b(?!\s+of\b|[\s-](?:mile|inch|cup|pint|pound|acre|hour|teaspoon|tablespoon)s?\b)",
    r"\b\d{1,5}\s+(?:[A-Z][\w.]*\s+){1,4}"
    r"(?:St|Street|Rd|Road|Ave|Avenue|Way|Lane|Drive|Blvd|Boulevard|Square|Place|Court|Terrace|Crescent)\b",
    r"(?<=\s)\.\d+\b|\b\d{5}\s+(?:ZIP|zip)\b|\b\d+['’]s\b|@\d+",
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|@\w+|#\w+",
    r"\b\d{1,2}\+\d{1,2}\b|\b\d+\.\d+\.\d+\S*|\b[A-Za-z][\w&]*\d[\w-]*/\d+\b",
)
_DESIGNATION_BEFORE = re.compile(r"[^\W\d_][-‐‑–/.]?$|_$|[#@§&]$|[A-Za-z]\d*[-/]$")
_MINUS_WORD = re.compile(r"\b(?:minus|plus|negative|sub)[\s-]$", re.IGNORECASE)
_LABEL = re.compile(r"\b([^\W\d_]+)\.?\s+$")
_NEXT = re.compile(r"[\s\u00a0]+([^\W\d_][\w'’-]*)")
_YEAR_ALONE = re.compile(r"(?:1\d\d\d|2[01]\d\d)")
_SIGNS_OF_A_COUNT = 2  # of: an approximator, a plural noun behind, a number before the years of the news
_SCORE = re.compile(r"\d{1,3}\s?[-–:]\s?\d{1,3}(?![\d,.]*\d)(?:\s?[-–]\s?\d{1,3})*(?!\s?(?:%|per))")


@lru_cache(maxsize=1)
def _traps() -> re.Pattern[str]:
    return re.compile("|".join(_TRAPS))


class Traps:
    """The places of one text that hold no quantity. Built once for each text."""

    def __init__(self, text: str) -> None:
        self._text = text
        spans = sorted(match.span() for match in _traps().finditer(text))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, numeral: Numeral) -> bool:
        """Whether `numeral` lies in a date, a time, a phone number or the like."""
        at = bisect_right(self._starts, numeral.start) - 1
        return at >= 0 and numeral.start < self._ends[at]

    def is_part_of_name(self, numeral: Numeral) -> bool:
        """Whether letters, a hyphen or a decimal part stand against it: "Su-35", "5G", "22nd", "top-10"."""
        before = self._text[max(0, numeral.start - 8) : numeral.start]
        return bool(_DESIGNATION_BEFORE.search(before)) and not _MINUS_WORD.search(before)


def is_bare_year(numeral: Numeral, text: str, *, is_approximate: bool) -> bool:
    """A year alone: four digits without a comma, between 1000 and 2199, that no approximator and no count claims."""
    printed = text[numeral.start : numeral.end]
    if not _YEAR_ALONE.fullmatch(printed):
        return False
    noun = _NEXT.match(text, numeral.end)
    counts = noun is not None and is_plural(noun[1].lower()) and noun[1][0].islower()
    signs = (is_approximate, counts, printed < "1900")
    return signs.count(True) < _SIGNS_OF_A_COUNT


def is_label(numeral: Numeral, text: str) -> bool:
    """A number that names: "Article 5", "Phase two", "the Orbit 9", "Rivals 2"."""
    before = _LABEL.search(text[max(0, numeral.start - 30) : numeral.start])
    if before is None:
        return False
    word, following = before[1], _NEXT.match(text, numeral.end)
    noun = following[1] if following else ""
    if word.lower() in listed("labels"):
        return word[0].isupper() or not (noun and is_plural(noun.lower()))
    if word.islower() or numeral.form is Form.VAGUE or "," in text[numeral.start : numeral.end]:
        return False
    if word.lower() in listed("stops") or word.lower() in listed("openers") or numeral.scale != 1:
        return False
    begins_sentence = re.search(r"(?:^|[.!?:\n\"“‘]\s*)$", text[max(0, numeral.start - 30) : numeral.start][: before.start()])
    is_count = bool(noun) and is_plural(noun.lower()) and (bool(begins_sentence) or noun[0].isupper())
    return not is_count and (numeral.form is Form.DIGITS or text[numeral.start].isupper())


def is_score(numeral: Numeral, text: str) -> bool:
    """ "2-1" with no noun behind it, or falling: a result, a vote or a ratio, not a range."""
    start = numeral.start
    while start and text[start - 1] in "0123456789-–:":
        start -= 1
    match = _SCORE.match(text, start)
    if match is None or match.end() <= numeral.start:
        return False
    first, last = (int(part) for part in re.findall(r"\d+", match.group())[:2])
    rises_to_unit = first < last and _UNIT_NEXT.match(text, match.end())
    return not rises_to_unit or bool(_RESULT.match(text, match.end()))


_UNIT_NEXT = re.compile(r"[\s-]?[%°a-zA-Z]")
_RESULT = re.compile(
    r"\s+(?:win|victory|defeat|loss|draw|thanks|against|over|on|in|at|to|vote|lead|aggregate|scoreline|ruling|decision|after|with|and|before|but|when|as|for|from)\b"
)
