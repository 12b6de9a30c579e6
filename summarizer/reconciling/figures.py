"""Figures across reports: which numbers and times are of the same thing, and whether their values agree.

Two figures are of the same thing where their units fit, their values fit, and their surroundings share enough rare terms.
Values that do not fit need much more: closely shared surroundings, and no better partner on either side. Most apparent
contradictions in news are of time, scope, unit or precision, so a doubtful pair stays apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

from summarizer.domain.claim import Act, Claim
from summarizer.domain.finding import Mention
from summarizer.domain.moment import Moment, Precision
from summarizer.domain.quantity import Approximator, Change, Quantity
from summarizer.domain.span import Quote, Span
from summarizer.language.clauses import clause_around
from summarizer.language.moments import find_moments
from summarizer.language.terms import terms
from summarizer.language.units import in_base
from summarizer.reconciling.clusters import join, pairs_by_key
from summarizer.reconciling.comparing import Relation, compare
from summarizer.reconciling.corpus import Corpus

SAME_FLOOR = 0.16  # surroundings of two equal, distinctive values ("$121 billion", "1,000 yards")
ROUND_FLOOR = 0.30  # of two equal small counts ("three"), which recur by chance
FIT_FLOOR = 0.30  # of two values that only fit ("about 90 percent", "89 percent")
UNLIKE_FLOOR = 0.42  # of two values that do not fit: a dispute must be plainly about one thing
UNLIKE_RATIO = 2.5  # values further apart than this are not two accounts of one number


@dataclass(frozen=True, slots=True)
class Figure:
    """One number or time in one claim, with the clause it stands in."""

    claim: Claim
    value: Quantity | Moment
    mention: Mention
    near: frozenset[str]  # terms of the clause
    around: frozenset[str]  # terms of the sentence

    @property
    def quantity(self) -> Quantity | None:
        return self.value if isinstance(self.value, Quantity) else None


def figures_of(corpus: Corpus) -> list[Figure]:
    """Every quantity, exact date and time of day in the corpus, each once, in reading order."""
    found: dict[tuple[str, int], Figure] = {}
    for claim in corpus.claims.values():
        for value in (*claim.quantities, *_times(corpus, claim)):
            key = (claim.article, value.printed.start)
            if key not in found:
                found[key] = _figure(corpus, claim, value)
    return list(found.values())


def _figure(corpus: Corpus, claim: Claim, value: Quantity | Moment) -> Figure:
    text = corpus.article_of(claim).text
    sentence = corpus.sentence_span(claim, value.printed.span)
    clause = clause_around(text, sentence, value.printed.span)
    unit = terms(value.printed.text)
    return Figure(
        claim=claim,
        value=value,
        mention=Mention(claim.id, claim.article, Quote.cut(text, clause)),
        near=terms(clause.cut(text)) - unit | _counted(value),
        around=terms(sentence.cut(text)) - unit | _counted(value),
    )


def _counted(value: Quantity | Moment) -> frozenset[str]:
    return terms(value.counted) if isinstance(value, Quantity) else frozenset()


def _times(corpus: Corpus, claim: Claim) -> Iterable[Moment]:
    """Times of day and dates with a day number: the moments precise enough to compare as figures."""
    article = corpus.article_of(claim)
    for quote in claim.content:
        for moment in find_moments(article.text, published=article.published.day, within=quote.span):
            has_digit = any(char.isdigit() for char in moment.printed.text)
            if has_digit and moment.precision in (Precision.TIME, Precision.DAY):
                yield moment


def cluster_figures(figures: list[Figure], corpus: Corpus) -> list[list[Figure]]:
    """Figures of the same thing together, those that stand alone included."""
    candidates = list(pairs_by_key(figures, _keys))
    edges = [(score, a, b) for a, b in candidates if (score := affinity(figures[a], figures[b], corpus))]
    fitting = {index for _, a, b in edges for index in (a, b)}
    edges += _unlike(figures, candidates, fitting, corpus)
    groups = join(len(figures), edges, lambda a, b: _apart(figures[a], figures[b]), loosest=0.34)
    return [[figures[index] for index in group] for group in groups]


def _keys(figure: Figure) -> Iterable[object]:
    """Figures meet by dimension and either magnitude or a shared term."""
    if isinstance(figure.value, Moment):
        yield ("time", figure.value.first, figure.value.clock and figure.value.clock[:2])
        yield from (("time", term) for term in figure.near)
        return
    dimension = dimension_of(figure.value)
    if figure.value.best:
        yield (dimension, floor(log10(abs(figure.value.best)) * 4))
    yield from ((dimension, term) for term in figure.near)


def dimension_of(quantity: Quantity) -> str:
    """What kind of thing is measured; quantities of different kinds are never compared."""
    return in_base(1.0, quantity.unit)[1] + ("" if quantity.change is Change.NONE else " change")


def affinity(one: Figure, other: Figure, corpus: Corpus) -> float:
    """How surely two figures with fitting values are of one thing; 0 where they are not."""
    if not _may_meet(one, other):
        return 0.0
    closeness = _closeness(one, other, corpus)
    if isinstance(one.value, Moment) or isinstance(other.value, Moment):
        return closeness if _same_time(one.value, other.value) and closeness >= SAME_FLOOR else 0.0
    relation = compare(one.value, other.value).relation
    if relation is Relation.SAME:
        floor_ = SAME_FLOOR if is_distinctive(one.value) else ROUND_FLOOR
        return closeness + 0.5 if closeness >= floor_ else 0.0
    if relation is Relation.COMPATIBLE:
        return closeness + 0.2 if closeness >= FIT_FLOOR else 0.0
    return 0.0


def _unlike(
    figures: list[Figure], candidates: Iterable[tuple[int, int]], fitting: set[int], corpus: Corpus
) -> list[tuple[float, int, int]]:
    """Pairs whose values do not fit but whose surroundings are each other's closest: two accounts of one number."""
    scored = []
    for a, b in candidates:
        one, other = figures[a].quantity, figures[b].quantity
        if one is None or other is None or figures[a].claim.article == figures[b].claim.article:
            continue
        if not _may_meet(figures[a], figures[b]) or compare(one, other).relation is not Relation.DIFFERENT:
            continue
        closeness = _closeness(figures[a], figures[b], corpus)
        if closeness >= UNLIKE_FLOOR and _comparable_size(one, other):
            scored.append((closeness, a, b))
    best: dict[int, float] = {}
    for closeness, a, b in scored:
        best[a], best[b] = max(best.get(a, 0), closeness), max(best.get(b, 0), closeness)
    return [(score - 0.3, a, b) for score, a, b in scored if score >= max(best[a], best[b]) - 0.02]


def _may_meet(one: Figure, other: Figure) -> bool:
    if (one.quantity is None) is not (other.quantity is None) or one.mention.quote == other.mention.quote:
        return False
    if Act.CONDITIONAL in (one.claim.act, other.claim.act) and one.claim.act is not other.claim.act:
        return False
    if one.quantity and other.quantity:
        return dimension_of(one.quantity) == dimension_of(other.quantity)
    return True


def _closeness(one: Figure, other: Figure, corpus: Corpus) -> float:
    """Shared surroundings, the clause counting twice the sentence."""
    return (2 * corpus.similarity(one.near, other.near) + corpus.similarity(one.around, other.around)) / 3


def is_distinctive(quantity: Quantity) -> bool:
    """Whether the value would hardly recur by chance: it has a unit other than a count, or two significant digits."""
    if quantity.approximator is Approximator.VAGUE or quantity.best is None:
        return False
    digits = "".join(char for char in quantity.printed.text if char.isdigit()).strip("0")
    return len(digits) >= 2 or (bool(quantity.unit) and quantity.best >= 10)


def _comparable_size(one: Quantity, other: Quantity) -> bool:
    if not one.best or not other.best or min(one.best, other.best) <= 0:
        return False
    a, b = in_base(one.best, one.unit)[0], in_base(other.best, other.unit)[0]
    return max(a, b) / min(a, b) <= UNLIKE_RATIO


def _same_time(one: object, other: object) -> bool:
    if not isinstance(one, Moment) or not isinstance(other, Moment):
        return False
    if one.clock and other.clock:
        return one.clock == other.clock and (one.first == other.first or not (one.is_resolved and other.is_resolved))
    return not one.clock and not other.clock and one.is_resolved and (one.first, one.last) == (other.first, other.last)


def _apart(one: Figure, other: Figure) -> bool:
    """A veto: one article that gives two values that do not fit means two different things by them."""
    if one.claim.article != other.claim.article or one.quantity is None or other.quantity is None:
        return False
    return compare(one.quantity, other.quantity).relation is Relation.DIFFERENT


def span_of(figure: Figure) -> Span:
    """The printed place of the value."""
    return figure.value.printed.span
