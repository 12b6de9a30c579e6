"""The closed phrases of `marks.toml`, compiled once."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_UNSTOPPED = r"(?<![.!?])"


@dataclass(frozen=True, slots=True)
class Marks:
    """One pattern or set of words for each kind of mark; how each is matched is said in `marks.toml`."""

    credit: re.Pattern[str]
    caption_start: re.Pattern[str]
    caption_in: re.Pattern[str]
    boilerplate_start: re.Pattern[str]
    boilerplate_in: re.Pattern[str]
    related_openers: re.Pattern[str]
    links: re.Pattern[str]
    letter_openers: re.Pattern[str]
    end_openers: re.Pattern[str]
    biographies: re.Pattern[str]
    corrections: re.Pattern[str]
    taglines: re.Pattern[str]
    addresses: re.Pattern[str]
    orders: re.Pattern[str]
    caption_verbs: frozenset[str]
    past_verbs: frozenset[str]
    not_places: frozenset[str]
    not_participles: frozenset[str]
    small_words: frozenset[str]


@lru_cache(maxsize=1)
def marks() -> Marks:
    """All marks. Compiled when the first text is read (40 ms), not when the program starts."""
    table = tomllib.loads((files("summarizer.loading") / "marks.toml").read_text(encoding="utf-8"))
    made: dict[str, Any] = {name: _made(entry) for name, entry in table.items()}
    return Marks(**made)


def _made(entry: list[str] | str) -> re.Pattern[str] | frozenset[str]:
    """A list is of patterns, a string of words."""
    return frozenset(entry.split()) if isinstance(entry, str) else _any_of(entry)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.replace('UNSTOPPED', _UNSTOPPED)})" for pattern in patterns), re.IGNORECASE)
