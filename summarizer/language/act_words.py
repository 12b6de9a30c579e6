"""The words in which an act shows: the table `acts.toml`, and the parts of a sentence in which its words are looked for."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.language.folding import folded

_LEFT = re.compile(
    r"(?:\b(?:has|have|had|did|does|do|is|are|was|were|will|would|could|can|been|be|not|never|neither|nor|also|still|later|\w+ly|yet|ever|or|short|of|without|to|"
    r"partly|in part|declined|refused)\s+|\b\w+n't\s+)+$"
)
_ASIDE = re.compile(r",\s+(?:who|whose|which|where)\b[^,]*(?:,|$)|\b(?:who|whose|which)\b[^,.;]*")
_QUOTED = re.compile(r'"[^"]*"?')
_BOUNDARY = re.compile(r"[;:.]\s|\s--?\s|,\s+(?:but|and|while|though|although|adding|saying)\b|\sbut\s")


@dataclass(frozen=True, slots=True)
class Scene:
    """What one claim shows, all folded. `frame` is the cue with its auxiliaries and what leads from it to the content, or, for
    a statement without a cue, its own main clause; `after` is what the frame's verb is aimed at."""

    frame: str
    content: str
    sentence: str
    cue: str
    opening: str  # the content's first sentence: what follows it comments
    is_quoted: bool
    is_told: bool  # there is no cue: the article, or the content itself, tells the act


@lru_cache(maxsize=1024)
def scene_of(cue: str | None, content: str, sentence: str) -> Scene:
    """The parts of `sentence` around one claim."""
    whole, said, mark = folded(sentence), folded(content), folded(cue or "")
    at = whole.find(said[:40]) if said else -1
    is_quoted = (at > 0 and whole[at - 1] in "\"'") or said.startswith(('"', "'"))
    frame = _frame(whole, said, mark, at) if mark else _main_clause(whole, said, at)
    return Scene(frame, said, whole, mark, _opening(said), is_quoted, not mark)


_STOP = re.compile(r"(?<=\w{3})[.?!][\"']*\s")


_LONG = 320  # characters; acts show early, and every pattern is tried on every statement


def _opening(said: str) -> str:
    """The first sentence of the content, "Yes." and the like passed over."""
    stop = _STOP.search(said, 25)
    return said[: stop.start()] if stop and stop.start() < _LONG else said[:_LONG]


def _frame(whole: str, said: str, mark: str, at: int) -> str:
    """The cue, widened: "has not explicitly denied", "rejected the accusation that"."""
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(mark)}(?!\w)", whole)]
    if not places:
        return mark
    start = min(places, key=lambda place: abs(place - at)) if at >= 0 else places[0]
    end = start + len(mark)
    lead = _LEFT.search(_clause_before(whole[:start]))
    follow = whole[end:at] if end < at <= end + 80 else ""
    return f"{lead.group() if lead else ''}{mark}{_BOUNDARY.split(follow)[0]}"


def _clause_before(text: str) -> str:
    return _BOUNDARY.split(text)[-1]


def _main_clause(whole: str, said: str, at: int) -> str:
    """The main clause of the content, with what leads to it in the sentence; quotations and asides do not count."""
    lead = _clause_before(whole[:at]) if at > 0 else ""
    return _ASIDE.sub(" ", _QUOTED.sub('""', f"{lead}{said}"))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return loads(files("summarizer.language").joinpath("acts.toml").read_text(encoding="utf-8"))


@cache  # one for each row of the table
def verbs(act: str) -> re.Pattern[str]:
    """The verbs that show this act, as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_table()['verbs'][act])})(?!\w)")


@cache  # one for each row of the table
def contents(act: str) -> re.Pattern[str]:
    """The words inside a statement that show this act."""
    return re.compile("|".join(row if row[0] in "^(" else rf"(?<!\w){row}" for row in _table()["content"][act]))


@cache  # two keys
def owned_words(key: str) -> tuple[str, ...]:
    """The words under `[owned]` with this key."""
    return tuple(_table()["owned"][key].split())


SAID_THINGS = re.compile(
    r"\b(?:accusations?|allegations?|claims?|reports?|charges?|suggestions?|assertions?|rumou?rs?|stor(?:y|ies)|insinuations?|speculation|criticisms?|"
    r"characteri[sz]ations?|narratives?|notion|idea that|figures?|findings|account|version|statements?|"
    r"as (?:\W*)(?:false|baseless|fabricated|groundless|untrue|fake|nonsense|delusional|propaganda|lies))\b"
)
NEGATED = re.compile(
    r"(?:\bnot|n't|\bnever|\bno|\bneither|\bnor|\bwithout|\byet to|\bunable to|\bfailed to|\bcannot)\s+(?:[\w]+\s+){0,2}$"
)
FIRST_PERSON_DENIAL = re.compile(
    r"^(?:\W*(?:no,?\s+)?)(?:we|i|he|she|it|they)\s+(?:(?:have|has|had|did|do|does|was|were|is|are|am|would|could)"
    r"(?:\s+not|n't|\s+never)|never|categorically|(?:have|has|had)\s+no\s|(?:had|have)\s+nothing)"
)
ACCUSATION = re.compile(
    r"\b(?:accus\w+|alleg\w+|claims?|claimed|reports? (?:that|of)|charges|suspicions?|denied|denies|"
    r"insist\w*|asked (?:if|whether|about))\b"
)
REPORTED_WOULD = re.compile(r"\b(?:would|'d)\s+(?!like|love|say|have|rather|prefer|not comment)")
