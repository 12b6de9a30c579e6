"""Titles and roles around a person's name: "U.S. Secretary of State", "Mr", "a spokesman for the ministry"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.domain.span import Span
from summarizer.language.name_words import Word, words_of

_AGE = re.compile(r",\s*(?:aged\s+)?\d{1,3}(?:-year-old)?(?=\s*,)")
_AFTER = re.compile(r"[,(–—]\s*(?P<role>[^,;:.()“”\"–—\n]{3,120}(?:\.[A-Z]\.[^,;:.()“”\"–—\n]{0,80})?)")
_NOT_ROLE = re.compile(
    r"(?i)^(?:who|whose|which|and|or|but|from|while|when|where|after|before|as|said|says|told|adding|speaking|\d|in|on|at|with|he|she|it|they|also|has|had|is|was|not)\b"
)
_ENDS_ROLE = re.compile(r"(?i)\s+(?:who|which|that|said|says|told|added|has|had|is|was|will|would|when|while)\b.*$", re.S)
_DETERMINER = re.compile(
    r"(?i)^(?P<article>the|a|an|another|one|some|any|his|her|its|their|our|my|several|two|three|many|other|this|that)\s+"
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role in print. `span` has no leading article; `gender` is "male" or "female" where the words show it."""

    span: Span
    printed: str
    head: str
    gender: str | None


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody named by a role alone: "the minister", "a US defense official", "officials"."""

    words: str  # without the article
    head: str  # singular, lower case
    is_definite: bool
    is_plural: bool
    gender: str | None


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return loads(files("summarizer.language").joinpath("titles.toml").read_text(encoding="utf-8"))


@cache  # eight keys
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(_tables()[table][key].split())


@lru_cache(maxsize=1)
def _heads() -> dict[str, str | None]:
    heads: dict[str, str | None] = dict.fromkeys(_set("heads", "either"))
    return heads | dict.fromkeys(_set("heads", "male"), "male") | dict.fromkeys(_set("heads", "female"), "female")


def honorific_gender(word: str) -> str | None:
    """ "male", "female" or "either" for an honorific ("Mr", "Dr"), `None` for any other word."""
    name = word.rstrip(".")
    return next((gender for gender in ("male", "female", "either") if name in _set("honorifics", gender)), None)


def is_rank(word: str) -> bool:
    """Whether the word, as capitalised, may be part of a rank or grade before a name."""
    return word.rstrip(".") in _set("ranks", "words")


def head_of(word: str) -> str | None:
    """The singular, lower-case head noun of a role that `word` is, or `None`: "spokesmen" → "spokesman"."""
    lower = word.lower()
    for form in (lower, _singular(lower), lower.rsplit("-", 1)[-1]):
        if form in _heads():
            return form
    return None


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word == "spokespeople":
        return "spokesperson"
    return re.sub(r"ies$", "y", word) if word.endswith("ies") else word.removesuffix("s")


def is_modifier(word: str) -> bool:
    """Whether `word` may stand inside a role before its head: "national", "security", "deputy"."""
    return word.lower() in _set("modifiers", "words")


def ends_role(word: str) -> bool:
    """Whether a description, read backwards from its head, ends before this word."""
    return word.lower() in _set("small", "breaks")


def is_office(head: str) -> bool:
    """Whether the holder of a role with this head speaks for its state or body."""
    return head in _set("offices", "heads")


def begins_title(word: str) -> bool:
    """Whether a capitalised role may begin with this word, which is then no name: "Chief", "Deputy"."""
    return word in _set("offices", "first_words")


def is_title_word(word: str) -> bool:
    """Whether `word` may stand in the title before a name."""
    return honorific_gender(word) is not None or is_rank(word) or head_of(word) is not None


def role_before(text: str, start: int) -> Role | None:
    """The role that stands right before the name at `start`: "British Foreign Secretary", "chief Pentagon spokesman",
    also with a comma after a definite role ("Iran's foreign minister, …"). Honorifics ("Mr") are no role.
    """
    words = words_of(text)
    at = bisect_left(words, start, key=lambda word: word.start) - 1
    last = _skip_honorifics(text, words, at, start)
    if last < 0:
        return None
    gap = text[words[last].end : words[last + 1].start if last + 1 < len(words) else start]
    if gap.strip() not in ("", ".", ",") or "\n" in gap or (gap.strip() == "." and len(words[last].bare) > 6):
        return None
    first = _role_start(text, words, last)
    if first is None:
        return None
    role = _role(text, words, first, last)
    return role if gap.strip() != "," or _is_definite(words, first) else None


def role_after(text: str, end: int) -> Role | None:
    """The role in apposition after the name that ends at `end`: ", a spokesman for the army," → "spokesman for the army"."""
    age = _AGE.match(text, end)
    match = _AFTER.match(text, age.end() if age else end)
    if match is None or _NOT_ROLE.match(match["role"]):
        return None
    printed = _ENDS_ROLE.sub("", match["role"]).rstrip()
    described = described_by(printed)
    if described is None or described.is_plural:
        return None
    lead = _DETERMINER.match(printed)
    start = match.start("role") + (lead.end() if lead else 0)
    return Role(Span(start, match.start("role") + len(printed)), described.words, described.head, described.gender)


def described_by(words: str) -> Described | None:
    """Somebody named by `words` alone, as far as they are a role: its head noun stands before the first preposition."""
    article = _DETERMINER.match(words)
    rest = words[article.end() :] if article else words
    tokens = words_of(rest)
    core = [word for word in tokens[: _first_preposition(tokens)] if not word.is_possessive or word is tokens[-1]]
    if not core or len(tokens) > 16:
        return None
    if head_of(core[-1].bare) is None and core[-1].is_capital and len(tokens) < 9:
        core = list(tokens)  # "Office for Rail spokesman": the preposition stands inside a name
    head = head_of(core[-1].bare)
    if head is None:
        return None
    printed = core[-1].bare.lower()
    is_plural = printed != head and not printed.endswith(head)
    is_definite = (
        (article["article"].lower() in {"the", "his", "her", "its", "their", "our", "this", "that"})
        if article
        else "'s" in _plain(rest)
    )
    return Described(rest.strip(), head, is_definite, is_plural, _heads().get(head))


def _plain(words: str) -> str:
    return words.replace("’", "'")


def _first_preposition(tokens: Sequence[Word]) -> int:
    places = (at for at, word in enumerate(tokens) if at and word.bare.lower() in _set("small", "prepositions"))
    return next(places, len(tokens))


def _skip_honorifics(text: str, words: Sequence[Word], at: int, start: int) -> int:
    """The index of the last word before the name that is no honorific."""
    end = start
    while (
        at >= 0
        and honorific_gender(words[at].bare)
        and not head_of(words[at].bare)
        and text[words[at].end : end].strip() in ("", ".")
    ):
        if is_rank(words[at].bare):
            break
        end = words[at].start
        at -= 1
    return at


def _role_start(text: str, words: Sequence[Word], last: int) -> int | None:
    """The index of the first word of the role that ends with word `last`."""
    first = _of_phrase(words, last)
    if first is None:
        if words[last].is_possessive or not (head_of(words[last].bare) or (is_rank(words[last].bare) and words[last].is_capital)):
            return None
        if head_of(words[last].bare) and _is_plural(words[last].bare):
            return None
        first = last
    while first > 0 and _joins(text, words, first - 1):
        first -= 1
    while words[first].bare.lower() in {"and", "&"}:
        first += 1
    return first


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return lower not in _heads() and lower.rsplit("-", 1)[-1] not in _heads()


def _of_phrase(words: Sequence[Word], last: int) -> int | None:
    """Where "Secretary of State", "Minister of Foreign Affairs" begins that ends with word `last`."""
    for at in range(last - 1, max(last - 7, 0), -1):
        word = words[at].bare.lower()
        if word in {"of", "for"} and words[at - 1].bare.lower() in _set("modifiers", "of_heads"):
            return at - 1
        if not (words[at].is_capital or word in _set("modifiers", "of_rest") or word in {"and", "the", "&"}):
            return None
    return None


def _joins(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether word `at` belongs to the role that goes on with the next word."""
    before, word = words[at], words[at + 1]
    gap = text[before.end : word.start]
    lower = before.bare.lower()
    if before.is_possessive:
        return before.is_capital and gap[-1:] == " " and "\n" not in gap
    if gap.strip(" -") not in ("", ".") or "\n" in gap or (gap.startswith(".") and len(before.bare) > 4):
        return False
    if lower in {"and", "&"}:
        joined = words[at - 1].bare.lower() if at else ""  # "trade and industry secretary"; in "Roe and President Doe" two people
        return joined in _set("modifiers", "words") | _set("modifiers", "of_rest") and head_of(joined) is None
    if lower in _set("small", "stops"):
        return False
    if before.is_capital or lower in _set("modifiers", "words") or head_of(lower) is not None:
        return True
    return lower.isalpha() and at > 0 and words[at - 1].is_possessive  # "Acme's antitrust counsel"


def _role(text: str, words: Sequence[Word], first: int, last: int) -> Role:
    end = words[last].end
    is_cut = text[end : end + 1] == "." and is_rank(words[last].bare) and len(words[last].bare) <= 4  # "Lt. Gen."
    span = Span(words[first].start, end + is_cut)
    heads = [head for word in words[first : last + 1] if (head := head_of(word.bare))]
    head = heads[-1] if heads else words[last].bare.lower()
    return Role(span, span.cut(text), head, _heads().get(head))


def _is_definite(words: Sequence[Word], first: int) -> bool:
    return words[first].is_possessive or (first > 0 and words[first - 1].bare.lower() == "the")
