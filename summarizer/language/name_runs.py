"""Runs of capitalised words: where names may stand in a text, before anybody asks what they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.language.name_lexicon import given_gender, is_ordinary, listed
from summarizer.language.name_words import Word, split_word, words_of
from summarizer.language.parties import match_at, split_compounds
from summarizer.language.titles import honorific_gender, is_rank

_PREFIXED = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|d|l|de|bin)[-'][A-ZÀ-Ý]")  # "al-Assad", "d'Estaing"
_STARTS = re.compile(r"[.!?:;…\n•|*]|[\"“‘']$|—|–|--|\($")
_ABBREVIATED = frozenset(["St", "Ste", "Mt", "Ft", "Jr", "Sr", "No", "vs", "Inc", "Corp", "Ltd", "Co", "Bros"])
_MIN_TITLE_WORDS = 5
_TITLE_SHARE = 0.75  # of the words of more than three letters: a headline in title case


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that may be one name or several. `opens` says that the first begins a sentence or quotation,
    where a capital shows nothing; `is_title_case` that the whole line is printed in capitals or title case.
    """

    words: tuple[Word, ...]
    first: int  # index of the first word in the text's words
    opens: bool
    is_title_case: bool


@lru_cache(maxsize=64)
def name_words(text: str) -> tuple[Word, ...]:
    """The words of `text` with compounds of known names, and of a name and a participle ("Leeds-based"), taken apart."""
    return tuple(part for word in split_compounds(words_of(text)) for part in _without_participle(word))


_PARTICIPLE = re.compile(
    r"^[A-Z].*-(?:\w+ed|led|born|style|class|area|bound|wide|era|friendly|run|made|built|owned|trained|based)$"
)


def _without_participle(word: Word) -> tuple[Word, ...]:
    return split_word(word) if "-" in word.bare and _PARTICIPLE.match(word.bare) else (word,)


def runs_of(text: str) -> Iterator[Run]:
    """Every run of `text` in order. Day and month names, and ordinary words that begin a sentence, stand outside."""
    words = name_words(text)
    titled = _TitleCase(text, words)
    surnames = _surnames(text, words)
    at = 0
    while at < len(words):
        if not (_may_begin(text, words, at, titled) or (words[at].bare in surnames and words[at].is_capital)):
            at += 1
            continue
        end = _run_end(text, words, at, titled)
        opens = _opens(text, words, at) and words[at].bare not in surnames
        yield Run(words[at:end], at, opens, titled.holds(at))
        at = end


def _surnames(text: str, words: Sequence[Word]) -> frozenset[str]:
    """Words of the language that a given name makes surnames ("James Swiftly"), so that they are names at a sentence's start."""
    pairs = pairwise(words)
    return frozenset(
        word.bare
        for before, word in pairs
        if word.is_capital
        and given_gender(before.bare)
        and text[before.end : word.start] == " "
        and word.bare.lower() not in listed("function")
        and word.bare not in listed("days")
    )


class _TitleCase:
    """Which words stand in lines of title case or capitals, where capitals show nothing."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._held: set[int] = set()
        for line in _lines(text, words):
            end = words[line[-1]].end
            if text[end : end + 3].rstrip('”"’)').rstrip()[:1] == ".":
                continue  # a sentence with many names, not a headline
            long = [words[at] for at in line if len(words[at].bare) > 3]
            if len(line) >= _MIN_TITLE_WORDS and long and sum(w.bare[0].isupper() for w in long) >= _TITLE_SHARE * len(long):
                self._held.update(line)

    def holds(self, at: int) -> bool:
        return at in self._held


def _lines(text: str, words: Sequence[Word]) -> Iterator[list[int]]:
    line: list[int] = []
    for at, word in enumerate(words):
        if line and "\n" in text[words[at - 1].end : word.start]:
            yield line
            line = []
        line.append(at)
    if line:
        yield line


def looks_named(word: Word) -> bool:
    """Whether the form of the word is that of a name."""
    return word.is_capital or _PREFIXED.match(word.bare) is not None


def _gap(text: str, words: Sequence[Word], at: int) -> str:
    """What stands between word `at` and the one before, possessive endings included."""
    return text[words[at - 1].end if at else 0 : words[at].start]


def _opens(text: str, words: Sequence[Word], at: int) -> bool:
    gap = _gap(text, words, at)
    if at == 0:
        return True
    return _STARTS.search(gap) is not None and not (gap == ". " and _is_abbreviated(words[at - 1]))


def _is_abbreviated(word: Word) -> bool:
    bare = word.bare
    if bare.endswith(".") or bare in _ABBREVIATED or (len(bare) == 1 and bare.isupper()):
        return True
    return (honorific_gender(bare) is not None or is_rank(bare)) and len(bare) <= 4


def _may_begin(text: str, words: Sequence[Word], at: int, titled: _TitleCase) -> bool:
    word = words[at]
    if word.bare in listed("days") or word.bare == "I" or word.bare.isdigit():
        return False
    match = match_at(words, at)
    if match:
        is_doubtful = match.words == 1 and word.bare.isalpha() and word.bare.istitle() and is_ordinary(word.bare)
        return not (is_doubtful and _opens(text, words, at))
    if not looks_named(word) or (word.bare[0].isdigit() and word.bare[-1].islower()):
        return False
    if not (_opens(text, words, at) or titled.holds(at)):
        return word.bare.lower() not in {"the", "a", "an", "i'm", "i'll", "i've", "i'd"}
    return not is_ordinary(word.bare) or _goes_on_named(text, words, at, titled)


def _goes_on_named(text: str, words: Sequence[Word], at: int, titled: _TitleCase) -> bool:
    """An ordinary word opens a sentence and yet belongs to a name: "Northern Rock said", "President Ruto"."""
    if titled.holds(at) or at + 1 >= len(words) or words[at].bare.lower() in listed("function"):
        return False
    return (
        looks_named(words[at + 1])
        and text[words[at].end : words[at + 1].start] == " "
        and words[at + 1].bare not in listed("days")
    )


def _run_end(text: str, words: Sequence[Word], at: int, titled: _TitleCase) -> int:
    """The index after the last word of the run that begins at `at`."""
    match = match_at(words, at)
    end = at + (match.words if match else 1)
    while end < len(words):
        step = _extends(text, words, at, end)
        if not step or titled.holds(end) != titled.holds(at):
            return end
        match = match_at(words, end + step - 1)
        end += step - 1 + (match.words if match else 1)
    return end


def _extends(text: str, words: Sequence[Word], first: int, at: int) -> int:
    """How many words from `at` on carry the run further: 0 (none), 1 (a name word), more (small words and a name word)."""
    if not _is_close(text, words, at):
        return 0
    if _is_name_word(words, at):
        return 1
    small = words[at].bare
    if not (small in listed("particles") or (small in listed("joins") and _may_join(words, first, at))):
        return 0
    for step in (1, 2):
        nearby = at + step
        if nearby >= len(words) or not _is_close(text, words, nearby):
            return 0
        if _is_name_word(words, nearby) and looks_named(words[nearby]):
            return step + 1
        if words[nearby].bare not in listed("particles") | {"the"}:
            return 0
    return 0


def _is_name_word(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.bare in listed("days"):
        return word.bare in _MONTH_SURNAMES and given_gender(words[at - 1].bare) is not None
    return looks_named(word) or (word.bare.isdigit() and len(word.bare) <= 3 and words[at - 1].is_capital)


_MONTH_SURNAMES = frozenset({"May", "March", "August", "Spring", "Winter", "Summer"})


def _is_close(text: str, words: Sequence[Word], at: int) -> bool:
    gap = _gap(text, words, at)
    plain = gap.replace("’s", "").replace("'s", "") if words[at - 1].is_possessive else gap
    if plain in (" ", "\xa0", "-"):
        return True
    return plain == ". " and _is_abbreviated(words[at - 1])


def _may_join(words: Sequence[Word], first: int, at: int) -> bool:
    """ "of" and "and" inside a name need a head before them: "Bank of …", "Ministry of Health and …"."""
    run = words[first:at]
    if words[at].bare == "&":
        return True
    if words[at].bare in {"of", "for"}:
        return run[-1].bare in listed("of_heads") and not run[-1].is_possessive
    return (
        words[at].bare in {"and", "the"} and any(word.bare in {"of", "for"} for word in run) and run[0].bare in listed("listing")
    )
