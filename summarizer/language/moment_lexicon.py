"""Words and pattern pieces for times: names of months and days, numbers in words, parts of the day, traps."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

_DECADE_NAMES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
DECADES = {**_DECADE_NAMES, "eighties": 80, "nineties": 90}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "final": 4,
    "last": 2,
}
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|weds?|thurs|fri)\."
    rf"|(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?(?=,? +(?:{MONTH} +\d|\d\d? +{MONTH})))"  # alone, Sun is a paper, sat a verb
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.:]\d|(?: +million| +billion))(?!\w)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\w|,\d{3}|\.\d|%)"
PART = r"(?:(?:early|late) +)?(?:morning|afternoon|evening|night)s?|dawn|dusk|mid-?morning|mid-?afternoon"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    r"(?:a +couple(?: +of)?|a +dozen|an?|\d{1,3}(?:\.\d)?|half +an?"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?|{_ONES}"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
UNIT = r"(?:day|week|fortnight|month|quarter|year|decade)s?"
SHIFT = r"(?:(?P<shift>last|next|this) +)"
ABOUT = r"(?:(?:about|around|some|roughly|nearly|almost|approximately|exactly|just|well|only) +){0,2}"


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The word lists of moment_words.toml."""
    return tomllib.loads((files(__package__) / "moment_words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def either(*path: str) -> str:
    """A pattern that matches any phrase of a word list, the longest first; `path` are keys of moment_words.toml."""
    found = words()
    for key in path:
        found = found[key]
    return "|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    stem = name.rstrip(". ")[:3]
    return next(number for number, full in enumerate(words()["months"], 1) if full.startswith(stem))


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or its abbreviation."""
    return next(number for number, full in enumerate(words()["weekdays"]) if full.startswith(name[:3]))


def part_of_day(name: str) -> str:
    """The TIMEX3 token of a part of the day: MO, AF, EV or NI."""
    plain = name.replace("-", "").strip()
    parts: dict[str, str] = words()["parts"]
    return parts.get(plain) or parts[plain.split()[-1].rstrip("s")]


def number(printed: str) -> float:
    """The value of a small number in digits or words; "a" is 1, "a couple" 2."""
    plain = " ".join(printed.replace("-", " ").split())
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    fixed = {"a": 1.0, "an": 1.0, "a couple": 2.0, "a couple of": 2.0, "a dozen": 12.0, "half a": 0.5, "half an": 0.5}
    return fixed[plain] if plain in fixed else float(sum(_word_value(word) for word in plain.split()))


def spelled_year(printed: str) -> int | None:
    """1994 for "nineteen ninety-four", 2000 for "two thousand"; `None` where the words are no year."""
    plain = printed.replace("-", " ").replace(" and ", " ").split()
    if plain[:2] == ["two", "thousand"]:
        return 2000 + sum(_word_value(word) for word in plain[2:])
    rest = sum(_word_value(word) for word in plain[1:] if word != "hundred")
    return 100 * _word_value(plain[0]) + rest if plain[0] in ("eighteen", "nineteen", "twenty") else None


def _word_value(word: str) -> int:
    small: list[str] = words()["numbers"]["small"]
    tens: list[str] = words()["numbers"]["tens"]
    return small.index(word) if word in small else 10 * (tens.index(word) + 2) if word in tens else 0
