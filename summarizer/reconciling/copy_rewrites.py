"""Whether one text follows another sentence by sentence in other words, as a rewritten copy does and a second report does not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.reconciling.copy_words import Words
from summarizer.reconciling.lineage_media import tables

# On labelled pairs: separate reports find a partner for 0 to 48% of their sentences and seldom in the same order; copies, also
# partial ones, for 50 to 100%, nearly all in the same order.
_FOLLOWED = 0.5  # of the sentences of the shorter text that have a partner
_IN_ORDER = 0.8  # of the pairs of partners that stand in the same order in both
_FEWEST = 5  # partners; fewer may be in order by chance
_PARTNER = 0.45  # of the word stems (Dice) that two sentences share
_STEM = 5  # letters by which words are compared, so that "sailed" and "sailing" are alike
_SENTENCE = 5  # stems below which a sentence says too little to be recognised
_COMMON = 20  # stems that two texts must share to be compared
_CROWD = 24  # texts with one stem beyond which it does not pair them


@dataclass(frozen=True, slots=True)
class Following:
    """How closely the shorter text follows the longer: sentences with a partner, of how many, and the share in order, 0 to 1."""

    partners: int
    sentences: int
    in_order: float

    @property
    def is_rewrite(self) -> bool:
        enough = self.partners >= _FEWEST and self.partners >= _FOLLOWED * self.sentences
        return enough and self.in_order >= _IN_ORDER


Stems = tuple[frozenset[str], ...]


def stems_of(words: Words, ends: Sequence[int]) -> Stems:
    """The word stems of each sentence outside quotation marks; `ends` are the offsets at which sentences end."""
    common = frozenset(tables()["words"]["common"])
    found: list[set[str]] = [set()]
    limits = iter([*ends, float("inf")])
    limit = next(limits)
    for word, span, quoted in zip(words.folded, words.spans, words.quoted, strict=True):
        if span is None or quoted or word in common:
            continue
        while span.start >= limit:
            found.append(set())
            limit = next(limits)
        found[-1].add(word[:_STEM])
    return tuple(frozenset(each) for each in found if len(each) >= _SENTENCE)


def following(a: Stems, b: Stems) -> Following:
    """How closely the shorter of the two follows the other."""
    shorter, longer = sorted((a, b), key=len)
    places = [place for sentence in shorter if (place := _partner(sentence, longer)) is not None]
    pairs = list(combinations(places, 2))
    in_order = sum(first < second for first, second in pairs) / (len(pairs) or 1)
    return Following(len(places), len(shorter), in_order)


def _partner(sentence: frozenset[str], others: Stems) -> int | None:
    best = max(range(len(others)), key=lambda place: _dice(sentence, others[place]), default=None)
    return best if best is not None and _dice(sentence, others[best]) >= _PARTNER else None


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def likely_pairs(texts: Sequence[Stems]) -> Iterator[tuple[int, int]]:
    """Pairs of texts with many uncommon stems in common."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentences in enumerate(texts):
        for stem in frozenset().union(*sentences):
            holders[stem].append(index)
    shared = Counter(pair for indices in holders.values() if len(indices) <= _CROWD for pair in combinations(indices, 2))
    return (pair for pair, count in sorted(shared.items()) if count >= _COMMON)
