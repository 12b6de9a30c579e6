"""What a number counts: the noun phrase behind it, found without a parser by its closing words and its plural."""

import re
from dataclasses import dataclass
from itertools import takewhile

from summarizer.language.quantity_lexicon import is_plural, listed, number_words

_WORD = re.compile(r"(?P<gap>[\s\u00a0]+|-)(?P<word>(?:[A-Z]\.){2,}|\d[\w.,]*[^\W\d_][\w-]*|[^\W\d_](?:[\w'’&./-]*\w)?)")
_OF = re.compile(r"[\s\u00a0]+of(?=\s)")
_OF_THEIR = re.compile(r"[\s\u00a0]+of(?:\s+(?:its|their|the|his|her|our|my|your|these|those))?(?=\s)")
_MORE = re.compile(r"[\s\u00a0]+(?:more|other|additional|further|extra|fewer|such|or so|odd)(?=\s)")
_COMPOUND = re.compile(r"-(?!strong|plus|odd|fold)([a-z]+)(?=\s+[A-Za-z])")  # "a 15-member council"
_LONGEST = 6  # words of a counted phrase; longer ones have run over their noun
_VERBAL = re.compile(r"(?:ed|ing)$")  # "one small vessel launched…"
_ENDS_IN_S = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted words and the stretch up to their end. `is_joined` tells that nothing else stands between."""

    words: str
    end: int
    is_joined: bool


def counted_after(text: str, end: int, *, is_one: bool) -> Counted | None:
    """The noun phrase behind a plain number that ends at `end`; `None` where none begins there."""
    compound = _COMPOUND.match(text, end)
    if compound:
        return Counted(compound[1], compound.end(), True)
    more = _MORE.match(text, end)
    at = more.end() if more else end
    of = _OF_THEIR.match(text, at)
    return _phrase(text, of.end() if of else at, is_one=is_one)


def amount_of(text: str, end: int) -> Counted | None:
    """The noun phrase after "of" behind a unit: "600 tons of refined petroleum"; its noun may be singular."""
    of = _OF.match(text, end)
    return _phrase(text, of.end(), is_one=True, hyphens=False) if of else None


def _phrase(text: str, start: int, *, is_one: bool, hyphens: bool = True) -> Counted | None:
    words: list[re.Match[str]] = []
    skipped = False
    at = start
    while len(words) < _LONGEST and (match := _WORD.match(text, at)):
        if (match["gap"] == "-" and (words or not hyphens)) or "\n" in match["gap"]:
            break
        if match["word"][0].isdigit():
            if words:
                break
            skipped, at = True, match.end()
            continue
        if _closes(match["word"], words):
            break
        words.append(match)
        at = match.end()
        if _is_complete(text, match):
            break
    chosen = _trim(words, is_one=is_one)
    if not chosen:
        return None
    end = chosen[-1].end("word")
    if chosen[-1]["word"].lower() in listed("containers") and (content := amount_of(text, end)):
        end = content.end
    return Counted(_ENDS_IN_S.sub("", text[chosen[0].start("word") : end]), end, not skipped)


def _closes(word: str, words: list[re.Match[str]]) -> bool:
    low = word.lower()
    if low in listed("stops") or low in number_words() or (low in listed("verbs") and low not in listed("participles")):
        return True
    return bool(words) and low in listed("participles") and is_plural(words[-1]["word"].lower())


def _is_complete(text: str, match: re.Match[str]) -> bool:
    """Whether the phrase ends with this plural noun: no noun follows that it would only describe."""
    low = match["word"].lower()
    if low.endswith(("'s", "’s")) or not is_plural(low) or low in listed("attributive"):
        return False
    following = _WORD.match(text, match.end())
    if following is None or following["gap"] != " ":
        return True
    word = following["word"].lower()
    goes_on = is_plural(word) and word not in listed("stops") and word not in listed("participles")
    return not (goes_on and (low in listed("participles") or low in listed("before_noun") or match["word"][0].isupper()))


def _trim(words: list[re.Match[str]], *, is_one: bool) -> list[re.Match[str]]:
    """`words` up to their last plural noun; for "one" and for a lone word as they stand."""
    plural = [place for place, match in enumerate(words) if is_plural(match["word"].lower())]
    if plural:
        return words[: plural[-1] + 1]
    return list(takewhile(lambda match: match is words[0] or not _VERBAL.search(match["word"]), words[:4])) if is_one else []
