"""Units: currency signs before a number, unit words after it, and what a price or flow is given for."""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.language.quantity_lexicon import any_of, plain, singular, table

_STERLING_SCALE = 1_000_000  # "5 million pounds" is money, "500 pounds" is weight
_SINGULAR_ONLY_OF_ONE = frozenset({"second", "point", "quarter", "minute"})  # "two second bids" are no two seconds
_CODE = re.compile(r"[A-Z]{3}\$?")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit by canonical name, ending at `end`."""

    unit: str
    end: int


@lru_cache(maxsize=1)
def _prefixes() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {sign: unit for unit, signs in table("units")["prefixes"].items() for sign in signs}
    names |= {f"{sign[:-1]} $": unit for sign, unit in names.items() if sign[-1] == "$" and sign[:-1].isalpha() and len(sign) > 2}
    signs = "|".join(rf"(?<![A-Za-z]){re.escape(s)}" for s in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:{signs})[\s\u00a0]?(?P<minus>[-−–])?$"), names


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    units = table("units")["units"]
    names = {plain(word): unit for unit, forms in units.items() for word in forms.get("words", ())}
    printed = any_of(word for forms in units.values() for word in forms.get("words", ()))
    return re.compile(rf"[\s\u00a0-]*(?P<unit>{printed})(?!\w|-(?:made|built))", re.IGNORECASE), names


@lru_cache(maxsize=1)
def _symbols() -> tuple[re.Pattern[str], dict[str, str]]:
    units = table("units")["units"]
    loose = {sign: unit for unit, forms in units.items() for sign in forms.get("symbols", ())}
    codes = {sign: unit for unit, signs in table("units")["prefixes"].items() for sign in signs if _CODE.fullmatch(sign)}
    tight = {sign: unit for unit, forms in units.items() for sign in forms.get("tight", ())}
    after = r"(?![\w²³])(?!-\w)(?!\.\w)(?!['’]\w)"
    wide = any_of({**loose, **codes}, loose=False)
    close = any_of(tight, loose=False)
    return re.compile(rf"(?:[\s\u00a0-]?(?P<wide>{wide})|(?P<tight>{close})){after}"), {**loose, **codes, **tight}


@lru_cache(maxsize=1)
def _rate() -> re.Pattern[str]:
    each = any_of(table("units")["rates"]["per"])
    noun = r"(?:(?:square|cubic)\s)?[^\W\d_][\w-]*"
    named = r"(?:[A-Z][\w&.’']*\s){0,2}"  # "$82 a Northfield share"
    return re.compile(
        rf"(?:\s+per\s+|-per-|\s?/\s?){named}(?P<any>(?:(?:square|cubic)\s)?(?:{each}|[^\W\d_][^\W\d_]*))\b"
        rf"|(?:\s+(?:an?|each|every|the)\s+|[\s-]an?-){named}(?P<listed>(?:{each})s?)\b(?!-|\s(?:ago|earlier|later|before|after|from|older|prior)\b)"
        rf"|\s+(?P<apiece>apiece|a piece|each)\b(?!\s+{noun}\s+(?:is|are|was|were)\b)"
    )


def unit_before(text: str, start: int) -> tuple[str, int, bool] | None:
    """The currency whose sign stands before `start`, where the sign begins, and whether a minus stands with it."""
    pattern, names = _prefixes()
    window = max(0, start - 12)
    match = pattern.search(text[window:start])
    if match is None:
        return None
    sign = match.group().rstrip("-−–").strip()
    return names[sign], window + match.start(), match["minus"] is not None


def unit_after(text: str, end: int, *, value: float, in_digits: bool) -> Measure | None:
    """The unit printed at `end`; symbols only behind digits."""
    pattern, names = _symbols()
    match = pattern.match(text, end) if in_digits else None
    if match is not None:
        return Measure(names[match["wide"] or match["tight"]], match.end())
    pattern, names = _words()
    match = pattern.match(text, end)
    if match is None or (match.start("unit") == end and not in_digits):
        return None
    printed = plain(match["unit"])
    unit = names[printed]
    if printed in _SINGULAR_ONLY_OF_ONE and value != 1 and text[end : end + 1] != "-":
        return None
    if unit == "south korean won" and value < 100:
        return None
    if unit == "pound-mass" and value >= _STERLING_SCALE:
        unit = "pound sterling"
    return Measure(unit, match.end())


def money_word_after(text: str, end: int, unit: str) -> Measure:
    """`unit` made more exact by a word behind it: "$31.20 US", "$5 million Canadian"."""
    for word, name in _after_dollar().items() if unit == "dollar" else ():
        match = re.compile(rf"\s{re.escape(word)}{_CLOSED}").match(text, end)
        if match:
            return Measure(name, match.end())
    return Measure(unit, end)


# "$5 million US" at the end of its phrase; in "$5 million US aid" the word belongs to the aid.
_CLOSED = r"(?=\s*(?:[.,;:)\n]|$)|\s(?:an?|per|in|and|or|to|from|at|on|for|by|after|as|each)\b)"


@lru_cache(maxsize=1)
def _after_dollar() -> dict[str, str]:
    return {word: name for name, words in table("units")["after_dollar"].items() for word in words}


def rate_after(text: str, end: int) -> Measure | None:
    """What the quantity is given for: " a day", " per share", "/tonne", as (" per day", end)."""
    match = _rate().match(text, end)
    if match is None:
        return None
    if match["apiece"]:
        return Measure(" per piece", match.end()) if match["apiece"] != "each" else None
    noun = match["any"] or match["listed"]
    names = table("units")["rates"]["names"]
    if match["any"] and text[match.start()] == "/" and not (noun in names or noun.lower() in table("units")["rates"]["per"]):
        return None
    base = singular(noun if noun.isupper() else noun.lower())
    _, units = _words()
    named = names.get(noun) or names.get(base) or units.get(plain(base)) or base
    return Measure(f" per {named}", match.end())
