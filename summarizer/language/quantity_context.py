"""Words around a number that bound it ("at least", "or so") or make it a movement ("rose 3 percent")."""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.quantity import Approximator, Change
from summarizer.language.quantity_lexicon import any_of, plain, table

_WINDOW = 48  # characters; holds the longest approximator with its softeners
_KINDS = {
    "about": Approximator.ABOUT,
    "at least": Approximator.AT_LEAST,
    "or more": Approximator.AT_LEAST,
    "up to": Approximator.AT_MOST,
    "or less": Approximator.AT_MOST,
    "more than": Approximator.MORE_THAN,
    "less than": Approximator.LESS_THAN,
}
_BEHIND = (
    "or so",
    "or thereabouts",
    "give or take",
    "or more",
    "or above",
    "or older",
    "or over",
    "and up",
    "and above",
    "or less",
    "or fewer",
    "or under",
)
_HIGHER = re.compile(r"\s+(?:(higher|upwards?)|(lower))\b(?!\s+than)")
_UPWARD = re.compile(
    r"\b(?:back|r[io]se|risen|rising|climb\w*|inch\w*|cre(?:ep|pt)|edg\w+|went|go(?:es|ing)?|jump\w*|mov\w+|bring\w*)\s+$"
)
_SHARES = ("percentage", "percentage point", "basis point", "point", "cent", "penny", "sen")


@dataclass(frozen=True, slots=True)
class Bound:
    """An approximator and where its words begin or end. `side`: -1 for "nearly", "just under"; 1 for "just over"; else 0."""

    kind: Approximator
    edge: int
    side: int = 0


@lru_cache(maxsize=1)
def _before() -> tuple[re.Pattern[str], dict[str, str]]:
    lists = table("words")["approximators"]
    kinds = {
        plain(word): kind for kind, words in lists.items() for word in words if word not in _BEHIND and not word.startswith("-")
    }
    soft = any_of(table("words")["softeners"]["words"])
    signs = [word for word in kinds if not word[-1].isalpha()]
    words = [word for word in kinds if word not in signs]
    return re.compile(
        rf"(?:\b(?P<word>{any_of(words)})\s+(?:(?:{soft})\s+)*|(?P<sign>\bsub-|{any_of(signs)})\s?)$", re.IGNORECASE
    ), kinds


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?P<words>{any_of(_BEHIND)})\b|(?P<plus>\+|-plus\b|\splus\b(?=\s[a-z]+s\b))|(?P<odd>[-\s]odd\b)", re.IGNORECASE
    )


def bound_before(text: str, start: int) -> Bound | None:
    """The approximator that ends at `start`."""
    window = max(0, start - _WINDOW)
    pattern, kinds = _before()
    match = pattern.search(text[window:start])
    if match is None or _is_topic(text[window : window + match.start()], match["word"]):
        return None
    words = plain(match["word"] or match["sign"])
    close = table("words")["close"]
    side = -1 if words in close["under"] else int(words in close["over"])
    return Bound(_KINDS[kinds[words]], window + match.start(), side)


def _is_topic(before: str, word: str | None) -> bool:
    """Whether "about", "over" or "around" tells of what is talked about, or "up to" of where a movement ends."""
    if word is not None and plain(word) == "up to":
        return _UPWARD.search(before) is not None
    if word is None or word.lower() not in ("about", "over", "on", "around", "under", "below", "above", "near"):
        return False
    last = re.search(r"([^\W\d_]+)\s+$", before)
    return last is not None and last[1].lower() in table("words")["talk"]["words"]


def bound_behind(text: str, end: int) -> Bound | None:
    """The approximator that begins at `end`: "or more", "-odd", "+"."""
    match = _behind().match(text, end)
    if match is None:
        return None
    if match["plus"]:
        return Bound(Approximator.AT_LEAST, match.end())
    if match["odd"]:
        return Bound(Approximator.ABOUT, match.end())
    words = plain(match["words"])
    kind = next(kind for kind, listed in table("words")["approximators"].items() if words in listed or words == "or thereabouts")
    return Bound(_KINDS[kind], match.end())


@lru_cache(maxsize=1)
def _moves() -> re.Pattern[str]:
    moves = table("words")["movements"]
    between = rf"(?:(?:{any_of(moves['between'])})\s+|~)"
    plain_verb = rf"(?:(?P<up>{any_of(moves['up'])})|(?P<down>{any_of(moves['down'])}))\s+"
    any_up, any_down = any_of(moves["up"] + moves["up_by"]), any_of(moves["down"] + moves["down_by"])
    what = r"(?:(?!from\b|to\b|by\b)[\w’'-]+\s+){0,3}(?=by\s)"  # "grow sales by 35 percent"
    with_by = rf"(?:(?P<up_by>{any_up})|(?P<down_by>{any_down}))\s+{what}"
    return re.compile(rf"\b(?:{with_by}|{plain_verb})(?P<between>{between}*)$", re.IGNORECASE)


def moved_before(text: str, start: int) -> bool:
    """Whether a verb of movement stands before the number at `start`: "rose 3 percent to…"."""
    return _moves().search(text[max(0, start - 64) : start]) is not None


def change_of(text: str, start: int, end: int, *, unit: str) -> Change:
    """Whether a verb makes the number at `start..end` a movement. "to" between them makes it a level.

    Nouns do not ("an 89 percent cut", "a drop of 5 percent"): what they name is as often a measure or an offer.
    """
    before = text[max(0, start - 64) : start]
    match = _moves().search(before)
    if match is None or _is_level(match):
        behind = _HIGHER.match(text, end)
        return (Change.UP if behind[1] else Change.DOWN) if behind else Change.NONE
    verb = plain(match["up"] or match["down"] or "")
    if verb in table("words")["movements"]["share_only"] and not unit.startswith(_SHARES):
        return Change.NONE
    return Change.UP if match["up"] or match["up_by"] else Change.DOWN


def _is_level(match: re.Match[str]) -> bool:
    """ "rose up to", "down to 5", "grew between" are levels; "by up to 5" is not."""
    words = plain(match["between"]).split()
    return bool(words) and words[-1] in ("to", "at") and "as" not in words and words[-2:] != ["up", "to"]
