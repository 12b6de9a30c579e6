"""Quotations that carriers print with different words: one of them, or both, did not quote exactly."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from summarizer.domain.claim import Claim
from summarizer.reconciling.lineage_media import tables
from summarizer.reconciling.lineage_speakers import full_names, name_words

_ALIKE = 0.6  # of the shorter wording's words that stand in the other in the same order
_FEWEST = 8  # words of the shorter wording; below it different sentences are alike by chance
_CONTENT = 4  # words other than the commonest that both must have
_CROWD = 40  # wordings with one word beyond which the word is too common to pair by
_LONGEST = 90  # words of a sentence that are compared

_TOKEN = re.compile(r"(?P<gap>\.\s?\.\s?\.|…|\[[^\]]*\]|\([^)]*\))|[^\W_]+(?:['’.][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])")
_SPELLING = (
    (re.compile(r"(?<=\w\w)is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=\w\w)our(?=(?:s|ed|ing|able|ite|ites|hood|hoods|ful|al)?$)"), "or"),
    (re.compile(r"(?<=\w)(?:ence|ense)(?=s?$)"), "ense"),
    (re.compile(r"(?<=\w\w)tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"ogramme"), "ogram"),
)
_GAP = ""  # where words may have been left out


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(tables()["words"]["common"])


@dataclass(frozen=True, slots=True)
class _Wording:
    """One quoted sentence of a claim; `tokens` are its words as compared, `_GAP` where the print shows a cut."""

    claim: Claim
    printed: str
    tokens: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(token for token in self.tokens if token != _GAP)

    @property
    def content(self) -> frozenset[str]:
        return frozenset(self.words) - _common()


def quote_variants(claims: Sequence[Claim]) -> tuple[tuple[Claim, Claim, str], ...]:
    """Pairs of direct claims of one speaker, of two articles, that print one quoted sentence differently, with both wordings.

    A quotation cut short, with bracketed additions or in another spelling is not worded differently.
    Each pair of wordings is given once, however many carriers print them.
    """
    found: dict[frozenset[tuple[str, ...]], tuple[Claim, Claim, str]] = {}
    for wordings in _by_speaker(claims):
        for a, b in _candidates(wordings):
            key = frozenset((a.words, b.words))
            if key not in found and _differs(a, b):
                found[key] = (a.claim, b.claim, f"printed as “{a.printed}” and as “{b.printed}”")
    return tuple(found.values())


def _by_speaker(claims: Sequence[Claim]) -> Iterator[list[_Wording]]:
    direct = [claim for claim in claims if claim.is_direct and claim.attribution.speaker is not None]
    names = full_names(claim.attribution.speaker.name for claim in direct if claim.attribution.speaker)
    groups: dict[tuple[str, ...], list[_Wording]] = defaultdict(list)
    for claim in direct:
        speaker = claim.attribution.speaker
        if speaker is not None:
            groups[name_words(names[speaker.name])].extend(_wordings(claim))
    yield from groups.values()


def _wordings(claim: Claim) -> Iterator[_Wording]:
    """The sentences of a quotation. Its pieces are one text with a cut between them, since speech is interrupted there."""
    whole = " … ".join(quote.text.strip(" “”\"‘’'") for quote in claim.content)
    for sentence in _SENTENCE_END.split(whole):
        tokens = tuple(_comparable(found) for found in _TOKEN.finditer(sentence))[:_LONGEST]
        if sum(token != _GAP for token in tokens) >= _FEWEST:
            yield _Wording(claim, sentence.strip(" “”\"‘’'…"), tokens)


def _comparable(found: re.Match[str]) -> str:
    if found["gap"]:
        return _GAP
    word = found.group().casefold().replace("’", "'").replace(".", "")
    for pattern, instead in _SPELLING:
        word = pattern.sub(instead, word)
    return word


def _candidates(wordings: Sequence[_Wording]) -> Iterator[tuple[_Wording, _Wording]]:
    """Pairs of different articles with enough uncommon words in common, each once."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, wording in enumerate(wordings):
        for word in wording.content:
            holders[word].append(index)
    shared = Counter(pair for indices in holders.values() if len(indices) <= _CROWD for pair in combinations(indices, 2))
    for (one, other), count in sorted(shared.items()):
        a, b = wordings[one], wordings[other]
        if count >= _CONTENT and a.claim.article != b.claim.article:
            yield a, b


def _differs(a: _Wording, b: _Wording) -> bool:
    """Whether the two are one sentence, in words that are not the same."""
    if _is_cut_from(a.tokens, b.words) or _is_cut_from(b.tokens, a.words):
        return False
    matched = _alignment(a.words, b.words)
    shorter = min(len(a.words), len(b.words))
    if len(matched) < _ALIKE * shorter or len({a.words[i] for i, _ in matched} - _common()) < _CONTENT:
        return False
    return _is_reworded(a, b, matched)


def _is_cut_from(tokens: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the stretches between the gaps of the one stand in the other, in order, word for word."""
    at = 0
    for stretch in _stretches(tokens):
        place = next((i for i in range(at, len(words) - len(stretch) + 1) if tuple(words[i : i + len(stretch)]) == stretch), None)
        if place is None:
            return False
        at = place + len(stretch)
    return True


def _stretches(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    stretch: list[str] = []
    for token in (*tokens, _GAP):
        if token != _GAP:
            stretch.append(token)
        elif stretch:
            yield tuple(stretch)
            stretch = []


def _alignment(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence as pairs of indices (dynamic programming; both are at most `_LONGEST` words)."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            best[i][j] = best[i + 1][j + 1] + 1 if a[i] == b[j] else max(best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _is_reworded(a: _Wording, b: _Wording, matched: Sequence[tuple[int, int]]) -> bool:
    """Whether words differ, other than where one of them shows a cut or merely begins later or ends earlier."""
    gaps_a, gaps_b = _gap_places(a.tokens), _gap_places(b.tokens)
    ends = ((-1, -1), (len(a.words), len(b.words)))
    for (i, j), (next_i, next_j) in pairwise((ends[0], *matched, ends[1])):
        only_a, only_b = next_i - i > 1, next_j - j > 1
        is_edge = (i, j) == ends[0] or (next_i, next_j) == ends[1]
        shown = any(i < place <= next_i for place in gaps_a) or any(j < place <= next_j for place in gaps_b)
        if not shown and (only_a and only_b if is_edge else only_a or only_b):
            return True
    return False


def _gap_places(tokens: Sequence[str]) -> frozenset[int]:
    """The number of words before each gap."""
    places = set()
    words = 0
    for token in tokens:
        words += token != _GAP
        if token == _GAP:
            places.add(words)
    return frozenset(places)
