"""How much text two articles share, and whether one is a copy of the other or of what both were made from.

Shared words are runs of at least five in a row. What decides is the narrated text: two reporters at one press conference
print the same quotations, but they do not write the same sentences around them. The measure is the share of the shorter
article, so that a cut to four sentences, a changed lead or local paragraphs between do not hide a copy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from summarizer.domain.article import Article
from summarizer.domain.span import Quote
from summarizer.reconciling.copy_passages import passages, runs, words_covered
from summarizer.reconciling.copy_rewrites import Following, Stems, following, likely_pairs, stems_of
from summarizer.reconciling.copy_words import Words, words_in, words_of
from summarizer.reconciling.lineage_citations import Way, find_citations
from summarizer.reconciling.lineage_media import medium_key

# Labelled pairs of news articles: copies share 58 to 100% of the shorter one's six-word runs, separate reports 0 to 4%.
COPIED = 0.5  # of the narrated words of the shorter article
_FEWEST = 20  # narrated words that must be shared: one long sentence; less is a stock phrase or a shared fact
_SHINGLE = 6  # words; one more than a run, since these only have to find candidates
_COMMON = 3  # shingles that two articles must share to be compared
_CROWD = 24  # articles with one shingle beyond which each is paired with the first and its neighbour only


@dataclass(frozen=True, slots=True)
class Overlap:
    """The text that two articles (ids `a`, `b`, in the order given) share.

    `share` is of all words of the shorter article, `narrated` of its words outside quotation marks, both 0 to 1. `passages` are
    the shared words as (quote of `a`, quote of `b`), the longest first; a passage may hold up to three changed words in a row.
    `rewritten` says that one follows the other sentence by sentence in other words; such a pair is no copy.
    """

    a: str
    b: str
    share: float
    passages: tuple[tuple[Quote, Quote], ...]
    is_copy: bool
    why: str
    narrated: float = 0.0
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    text: str
    words: Words
    stems: Stems = ()
    article: Article | None = None


def overlaps(articles: Sequence[Article]) -> tuple[Overlap, ...]:
    """Every pair of articles that have passages in common or follow each other, in the order given; no other pair is in it.

    Only sentences that carry statements are compared. The cost grows with the amount of shared text, not with the number of
    pairs. Of a text that more than 24 articles have, the pairs that connect all of them are compared, not each with each.
    """
    texts = [_read(article) for article in articles]
    pairs = {pair for pair, count in _candidates([text.words for text in texts]).items() if count >= _COMMON}
    alike = {*pairs, *likely_pairs([text.stems for text in texts])}
    found = (_overlap(texts[one], texts[other]) for one, other in sorted(alike))
    return tuple(each for each in found if each.rewritten or each.passages)


def _read(article: Article) -> _Text:
    words = words_of(article)
    return _Text(article.id, article.text, words, stems_of(words, [each.span.end for each in article.sentences]), article)


def text_overlap(a: str, b: str) -> float:
    """The share of the narrated words of the shorter text that stand in both in runs of at least five, 0 to 1."""
    shorter, longer = _by_length(_Text("a", a, words_in(a)), _Text("b", b, words_in(b)))
    _, narrated = words_covered(runs(shorter.words, longer.words), shorter.words)
    return narrated / (shorter.words.narrated or 1)


def _candidates(texts: Sequence[Words]) -> Counter[tuple[int, int]]:
    """How many shingles each pair of texts shares, for pairs that share any."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(texts):
        for shingle in {" ".join(words.folded[at : at + _SHINGLE]) for at in range(len(words.folded) - _SHINGLE + 1)}:
            holders[shingle].append(index)
    return Counter(pair for indices in holders.values() for pair in _pairs(indices))


def _pairs(indices: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(indices) <= _CROWD:
        return combinations(indices, 2)
    return {*((indices[0], index) for index in indices[1:]), *pairwise(indices)}


def _by_length(a: _Text, b: _Text) -> tuple[_Text, _Text]:
    """The shorter one by its narrated words, then the other."""
    return (a, b) if a.words.narrated <= b.words.narrated else (b, a)


def _overlap(a: _Text, b: _Text) -> Overlap:
    shorter, longer = _by_length(a, b)
    found = runs(shorter.words, longer.words)
    every, narrated = words_covered(found, shorter.words)
    share = narrated / (shorter.words.narrated or 1)
    is_copy = share >= COPIED and narrated >= _FEWEST
    taken = None if is_copy else _taken(a, b, every / (shorter.words.size or 1))
    follows = following(a.stems, b.stems)
    is_rewrite = follows.is_rewrite and not is_copy and taken is None
    pairs = passages(found, (shorter.words, shorter.text), (longer.words, longer.text))
    return Overlap(
        a=a.id,
        b=b.id,
        share=every / (shorter.words.size or 1),
        passages=pairs if shorter is a else tuple((mine, theirs) for theirs, mine in pairs),
        is_copy=is_copy or taken is not None,
        why=taken or (_rewritten(follows) if is_rewrite else _reason(share, narrated, every)),
        narrated=share,
        rewritten=is_rewrite,
    )


def _taken(a: _Text, b: _Text, share: float) -> str | None:
    """Why one is drawn from the other although the words in common are mostly quotations: it names the other as where it
    has them from."""
    if share < COPIED or a.article is None or b.article is None:
        return None
    for one, other in ((a.article, b.article), (b.article, a.article)):
        key = medium_key(other.outlet.name) if other.outlet.name else ""
        if any(medium_key(each.medium) == key and each.way is not Way.CONTRIBUTED for each in find_citations(one)):
            return f"taken from {other.label}, which the text cites: {share:.0%} of the shorter article's words stand in both"
    return None


def _rewritten(found: Following) -> str:
    return f"one follows the other in other words: {found.partners} of {found.sentences} sentences, {found.in_order:.0%} in order"


def _reason(share: float, narrated: int, every: int) -> str:
    if narrated < _FEWEST:
        said = "only quotations" if every > 2 * narrated else "a few phrases"
        return f"{said} in common: {narrated} narrated and {every - narrated} quoted words"
    said = "one text" if share >= COPIED else "separate texts with shared passages"
    return f"{said}: {share:.0%} of the shorter article's own words stand in the other as well"
