"""Whether the words around a name make it a weapon's: "Patriot battery" against "Patriot Act"."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from summarizer.domain.span import Span
from summarizer.language.weapon_gazetteer import word_set

_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_BREAK = re.compile(r"(?:(?<![A-Z.])[.!?]|(?<=[A-Z]{2})[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_STOP = re.compile(r"[,;:.!?()\"“”—–]")
_REACH = 600  # characters; what is longer is a table or a list, whose far end says nothing of the name
_AHEAD = 4  # words after a name in which its noun may stand: "Patriot air and missile defence system"
_BEHIND = 3  # "missiles called Tomahawk", "a drone, the Reaper,"


class Word(NamedTuple):
    """A word of the text and its place."""

    text: str
    start: int
    end: int


class Head(NamedTuple):
    """A noun phrase that names a kind of weapon: its place, its last word, and whether that kind is a weapon in any sentence."""

    span: Span
    noun: str
    is_strong: bool


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds `span`, by full stops and line ends; good enough for context, not for numbering."""
    cuts = _cuts(text)
    at = bisect_right(cuts, span.start)
    end = max(cuts[at] if at < len(cuts) else len(text), span.end)
    return Span(max(cuts[at - 1], span.start - _REACH), min(end, span.end + _REACH))


def is_military(text: str, span: Span) -> bool:
    """A word of war stands in the sentence around `span`, outside of it."""
    return bool(_FORCES.search(sentence_around(text, span).cut(text))) or any(
        _is_in(word.text, "military", "strong")
        for word in words_within(text, sentence_around(text, span))
        if not span.start <= word.start < span.end
    )


def has_noun_beside(text: str, span: Span, *, at_start: bool) -> bool:
    """A weapon noun follows the name within its phrase, or stands close before it (not where the name opens the sentence)."""
    sentence = sentence_around(text, span)
    if noun_after(text, span, sentence) is not None:
        return True
    if at_start or span.start <= sentence.start:
        return False
    behind = words_within(text, Span(sentence.start, span.start))[-_BEHIND:]
    return any(_is_in(word.text, "strong") and word.text.islower() for word in behind)


def is_spoken_of(text: str, span: Span) -> bool:
    """A thing with an article ("the Tomahawk", no "the Patriots") in or right before a sentence that has a weapon noun."""
    sentence = sentence_around(text, span)
    if span.cut(text).endswith("s") or not _DETERMINED.search(text[sentence.start : span.start]):
        return False
    following = sentence_around(text, Span(sentence.end, sentence.end + 1)) if sentence.end < len(text) else sentence
    near = words_within(text, Span(sentence.start, following.end))
    return any(_is_in(word.text, "strong") and word.text.islower() for word in near)


def noun_after(text: str, span: Span, sentence: Span) -> Word | None:
    """The first weapon noun after the name with no stop between them; in a title, only as the very next word."""
    if span.end >= sentence.end:
        return None
    ahead = words_within(text, Span(span.end, sentence.end))[:_AHEAD]
    for place, word in enumerate(ahead):
        if _STOP.search(text[span.end : word.start]):
            return None
        if _is_noun(word) and (word.text[0].islower() or place == 0):
            return word
        if _ends_phrase(word.text):
            return None
    return None


def _ends_phrase(word: str) -> bool:
    """A verb or preposition, by list or by a verb's final s: no noun phrase runs over it."""
    low = word.casefold()
    if low in word_set("phrase_ends"):
        return True
    return (
        word[0].islower()
        and "-" not in word
        and low not in word_set("participles")
        and low.endswith(("s", "ed"))
        and not low.endswith("ss")
    )


def head_after(text: str, span: Span) -> Head | None:
    """The noun phrase after a name up to its weapon noun: "Y-12 |surveillance plane|"."""
    sentence = sentence_around(text, span)
    noun = noun_after(text, span, sentence)
    if noun is None or _JOINT.search(text[span.end : noun.start]):
        return None
    end, strong = noun.end, is_strong(noun)
    for word in words_within(text, Span(noun.end, sentence.end))[:2] if noun.end < sentence.end else ():
        if text[end : word.start] != " " or not _is_noun(word):
            break
        end, noun, strong = word.end, word, strong or is_strong(word)
    start = words_within(text, Span(span.end, noun.end))[0].start
    return Head(Span(start, end), noun.text, strong)


def noun_before(text: str, span: Span) -> Word | None:
    """A weapon noun right before the name: "the missile, a KN-30," or "drones such as the XY-9"."""
    sentence = sentence_around(text, span)
    behind = words_within(text, Span(sentence.start, span.start)) if sentence.start < span.start else ()
    for word in reversed(behind[-_BEHIND:]):
        if _is_noun(word) and word.text[0].islower():
            return word
        if word.text.casefold() not in word_set("links"):
            return None
    return None


def is_strong(word: Word) -> bool:
    """The noun is a weapon's in any sentence: "missile", not "plane"."""
    return _is_in(word.text, "strong")


def _is_noun(word: Word) -> bool:
    return _is_in(word.text, "strong", "soft")


def is_barred(text: str, span: Span) -> bool:
    """The next word shows another sense: "Patriot Act", "Typhoon Haiyan", "M4 motorway"."""
    after = _WORD.match(text, span.end + 1) if text[span.end : span.end + 1] in (" ", "-", "\u00a0") else None
    if not after:
        return False
    word = after.group()
    if _is_in(word, "not_before"):
        return True
    is_noun = _is_in(word, "strong", "soft")
    return word[0].isupper() and word.isalpha() and not word.isupper() and not is_noun and not is_title_case(text, span)


def is_title_case(text: str, span: Span) -> bool:
    """Most words of the sentence begin with a capital, so that capitals say nothing."""
    words = [w.text for w in words_within(text, sentence_around(text, span)) if len(w.text) > 3]
    return len(words) > 2 and sum(not word[0].islower() for word in words) > 0.7 * len(words)


def opens_sentence(text: str, span: Span) -> bool:
    """Nothing but quote marks and an article stands before it in its sentence, so its capital says nothing."""
    return not text[sentence_around(text, span).start : span.start].strip(" \"'“‘(")


def words_within(text: str, span: Span) -> tuple[Word, ...]:
    """The words that begin inside `span`."""
    words, starts = _words(text)
    return words[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end - 1)]


def _is_in(word: str, *lists: str) -> bool:
    """A word list has the word, without possessive or plural; a hyphenated one counts by its last part too."""
    low = word.casefold().replace("’", "'").replace("‐", "-").replace("‑", "-").removesuffix("'s").removesuffix("'")
    forms = {low, low.removesuffix("s"), low.rpartition("-")[2]}
    return any(form in word_set(name) for form in forms for name in lists)


_FORCES = re.compile(r"(?i)\b(?:air force|coast guard|special forces)\b")
_JOINT = re.compile(r"\s(?:and|or)\s|\d")
_DETERMINED = re.compile(r"(?i)\b(?:the|an?|its|this|that|each|one|two|three|four|five|six|\d+)\s+$")


@lru_cache(maxsize=64)
def _cuts(text: str) -> list[int]:
    return [0, *(match.end() for match in _BREAK.finditer(text) if match.end() < len(text))]


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[Word, ...], list[int]]:
    words = tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))
    return words, [word.start for word in words]
