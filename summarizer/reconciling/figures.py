"""Figures across reports: which numbers and times are of the same thing, and whether their values agree.

Two figures are of the same thing where their units fit, their values fit, and their surroundings share enough rare terms.
Values that do not fit need much more: closely shared surroundings, and no better partner on either side. Most apparent
contradictions in news are of time, scope, unit or precision, so a doubtful pair stays apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import floor, log10

from summarizer.domain.claim import Act, Claim
from summarizer.domain.finding import Mention
from summarizer.domain.moment import Moment, Precision
from summarizer.domain.quantity import Approximator, Change, Quantity
from summarizer.domain.span import Quote, Span
from summarizer.language.clauses import clause_around
from summarizer.language.moments import find_moments
from summarizer.language.terms import stem, terms
from summarizer.language.units import in_base
from summarizer.reconciling.clusters import join, pairs_by_key
from summarizer.reconciling.comparing import Relation, compare
from summarizer.reconciling.corpus import Corpus

# How much of the surroundings two figures must share (0 to 1), by how surely the values alone tell. Set on development stories.
STRONG_FLOOR = 0.06  # equal values that hardly recur by chance: "$148.9 billion", "89 percent", one date and time of day
SAME_FLOOR = 0.16  # equal values that may: "30 times", "1,000 yards"
ROUND_FLOOR = 0.30  # equal small counts: "three"
FIT_FLOOR = 0.20  # values that only fit: "about 90 percent", "89 percent"
STRETCH_FLOOR = 0.14  # stretches of time of which one lies within the other: "last week", "over the weekend"
ALONE = 0.6  # of those floors is enough where neither article has another figure that fits
UNLIKE_FLOORS = ((1.1, 0.24), (1.3, 0.34), (2.5, 0.42))  # values that do not fit, by their ratio: a dispute must be of one thing
MOVING_FLOOR = 0.26  # of two movements ("fell 1.5 percent", "fell 6.6 percent"), whatever their ratio
_PEOPLE = frozenset(
    {"", *map(stem, ["people", "person", "victims", "dead", "killed", "injured", "wounded", "casualties", "deaths"])}
    | {*map(stem, ["passengers", "others"])}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number or time in one claim, with the clause it stands in."""

    claim: Claim
    value: Quantity | Moment
    mention: Mention
    near: frozenset[str]  # terms of the clause
    around: frozenset[str]  # terms of the sentence
    fate: frozenset[str]  # what became of the people counted, as far as the words beside the number tell
    as_of: str | None  # the time of day, or day, that the clause gives for the value, as printed

    @property
    def quantity(self) -> Quantity | None:
        return self.value if isinstance(self.value, Quantity) else None


def figures_of(corpus: Corpus) -> list[Figure]:
    """Every quantity, exact date, time of day and week in the corpus, each once, in reading order."""
    found: dict[tuple[str, int], Figure] = {}
    for claim in corpus.claims.values():
        values: list[Quantity | Moment] = [*claim.quantities, *_times(corpus, claim)]
        for value in values:
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
        fate=_fate(text, value, clause) if isinstance(value, Quantity) else frozenset(),
        as_of=_as_of(corpus, claim, clause) if isinstance(value, Quantity) else None,
    )


_FATES = frozenset({"@kill", "@injure", "@arrest", "@rescue", "@evacuate", "miss", "trapp"})
_NEXT = 48  # characters behind a number within which it is told what became of those counted


def _fate(text: str, value: Quantity, clause: Span) -> frozenset[str]:
    """The first fate named in the count or right behind it: "seven people have died", "50 injured"."""
    end = value.printed.end
    for words in (value.printed.text, *re.split(r"\band\b|[,;:.]", text[end : max(end, min(end + _NEXT, clause.end))])):
        if found := terms(words) & _FATES:
            return found
    return frozenset()


def _as_of(corpus: Corpus, claim: Claim, clause: Span) -> str | None:
    """The moment in the clause of a figure: "at 9:34 a.m.", "at mid-afternoon"."""
    article = corpus.article_of(claim)
    found = find_moments(article.text, published=article.published.day, within=clause)
    return next((m.printed.text for m in found if m.clock or m.precision is Precision.DAY), None)


def _counted(value: Quantity | Moment) -> frozenset[str]:
    return terms(value.counted) if isinstance(value, Quantity) else frozenset()


def _times(corpus: Corpus, claim: Claim) -> Iterable[Moment]:
    """Times of day and dates with a day number: the moments precise enough to compare as figures."""
    article = corpus.article_of(claim)
    said = claim.attribution.said
    if said and said.precision in _STRETCHES:
        yield said
    for quote in claim.content:
        for moment in find_moments(article.text, published=article.published.day, within=quote.span):
            has_digit = any(char.isdigit() for char in moment.printed.text)
            if (has_digit and moment.precision in (Precision.TIME, Precision.DAY)) or moment.precision in _STRETCHES:
                yield moment


_ERA = timedelta(days=300)
_STRETCHES = frozenset({Precision.WEEK, Precision.WEEKEND})


def cluster_figures(figures: list[Figure], corpus: Corpus) -> list[list[Figure]]:
    """Figures of the same thing together, those that stand alone included."""
    pairs = [pair for pair in pairs_by_key(figures, _keys) if _may_meet(figures[pair[0]], figures[pair[1]])]
    fits = {pair: fit for pair in pairs if (fit := fit_of(figures[pair[0]], figures[pair[1]])) is not None}
    partners = Counter(place for a, b in fits for place in ((a, figures[b].claim.article), (b, figures[a].claim.article)))
    edges = []
    for (a, b), least in fits.items():
        alone = partners[a, figures[b].claim.article] == 1 and partners[b, figures[a].claim.article] == 1
        closeness = _closeness(figures[a], figures[b], corpus)
        if closeness >= least * (ALONE if alone else 1):
            edges.append((closeness + 1 - least, a, b))
    edges += _unlike(figures, pairs, partners, corpus)
    groups = join(len(figures), edges, lambda a, b: _apart(figures[a], figures[b]), loosest=0.3)
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


def fit_of(one: Figure, other: Figure) -> float | None:
    """The floor that the surroundings of two figures with fitting values must reach; `None` where the values do not fit."""
    if isinstance(one.value, Moment) or isinstance(other.value, Moment):
        if _same_time(one.value, other.value):
            return STRONG_FLOOR
        return STRETCH_FLOOR if _nested(one.value, other.value) else None
    relation = compare(one.value, other.value).relation
    if relation is Relation.SAME or (relation is Relation.COMPATIBLE and one.value.best == other.value.best is not None):
        return min(_floor(one.value), _floor(other.value))
    return FIT_FLOOR if relation is Relation.COMPATIBLE else None


def _floor(quantity: Quantity) -> float:
    """By how surely the value is no accident: its digits and its unit."""
    if quantity.approximator is Approximator.VAGUE or quantity.best is None:
        return ROUND_FLOOR
    digits = len("".join(char for char in quantity.printed.text if char.isdigit()).strip("0"))
    measured = bool(quantity.unit)
    if digits >= 3 or (digits == 2 and measured):
        return STRONG_FLOOR
    return SAME_FLOOR if digits == 2 or measured or quantity.best >= 10 else ROUND_FLOOR


def _unlike(
    figures: list[Figure], pairs: Iterable[tuple[int, int]], partners: Mapping[tuple[int, str], int], corpus: Corpus
) -> list[tuple[float, int, int]]:
    """Pairs whose values do not fit but whose surroundings are each other's closest: two accounts of one number.

    A figure that has a fitting partner in the other article is not one of them.
    """
    scored = []
    for a, b in pairs:
        one, other = figures[a], figures[b]
        if one.quantity is None or other.quantity is None or one.claim.article == other.claim.article:
            continue
        if partners[a, other.claim.article] or partners[b, one.claim.article]:
            continue
        if not one.quantity.unit and _eras_apart(one, other, corpus):
            continue
        floor = _unlike_floor(one.quantity, other.quantity)
        closeness = _closeness(one, other, corpus) if floor else 0.0
        if floor and closeness >= floor and compare(one.quantity, other.quantity).relation is Relation.DIFFERENT:
            scored.append((closeness, a, b))
    best: dict[int, float] = {}
    for closeness, a, b in scored:
        best[a], best[b] = max(best.get(a, 0), closeness), max(best.get(b, 0), closeness)
    return [(score - 0.3, a, b) for score, a, b in scored if score >= max(best[a], best[b]) - 0.02]


def _eras_apart(one: Figure, other: Figure, corpus: Corpus) -> bool:
    """Whether one is told of an event more than `_ERA` before the other: the toll of an earlier earthquake."""
    days = [
        figure.claim.when.last if figure.claim.when and figure.claim.when.last else corpus.article_of(figure.claim).published.day
        for figure in (one, other)
    ]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > _ERA


def _unlike_floor(one: Quantity, other: Quantity) -> float | None:
    """How much two figures with unlike values must share to be of one thing; `None` where they cannot be."""
    if not one.unit and not _count_alike(one.counted, other.counted):
        return None
    if one.change is not Change.NONE and one.change is other.change:
        return MOVING_FLOOR
    if not one.best or not other.best or min(one.best, other.best) <= 0:
        return None
    a, b = in_base(one.best, one.unit)[0], in_base(other.best, other.unit)[0]
    return next((floor for ratio, floor in UNLIKE_FLOORS if max(a, b) / min(a, b) <= ratio), None)


def _may_meet(one: Figure, other: Figure) -> bool:
    if (one.quantity is None) is not (other.quantity is None) or one.mention == other.mention:
        return False
    if Act.CONDITIONAL in (one.claim.act, other.claim.act) and one.claim.act is not other.claim.act:
        return False
    if one.quantity and other.quantity:
        return dimension_of(one.quantity) == dimension_of(other.quantity)
    return True


def _closeness(one: Figure, other: Figure, corpus: Corpus) -> float:
    """Shared surroundings, the clause counting twice the sentence."""
    return (2 * corpus.overlap(one.near, other.near) + corpus.overlap(one.around, other.around)) / 3


def _count_alike(one: str, other: str) -> bool:
    """Whether two counts may be of the same things: the same head word, or people however they are called."""
    heads = {stem(words.casefold().split()[-1]) if words else "" for words in (one, other)}
    return len(heads) == 1 or heads <= _PEOPLE


def is_distinctive(quantity: Quantity) -> bool:
    """Whether the value tells more than a small round count does."""
    return _floor(quantity) < ROUND_FLOOR


def _same_time(one: object, other: object) -> bool:
    if not isinstance(one, Moment) or not isinstance(other, Moment):
        return False
    if one.clock and other.clock:
        return one.clock == other.clock and (one.first == other.first or not (one.is_resolved and other.is_resolved))
    return not one.clock and not other.clock and one.is_resolved and (one.first, one.last) == (other.first, other.last)


def _nested(one: object, other: object) -> bool:
    """Whether one stretch of time lies within the other: "over the weekend", "last week"."""
    if not isinstance(one, Moment) or not isinstance(other, Moment) or not {one.precision, other.precision} <= _STRETCHES:
        return False
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return (one.first >= other.first and one.last <= other.last) or (other.first >= one.first and other.last <= one.last)


def _apart(one: Figure, other: Figure) -> bool:
    """A veto: counts of different things or fates, and two values of one article that do not fit."""
    if one.quantity is None or other.quantity is None:
        return False
    if one.fate and other.fate and not one.fate & other.fate:
        return True
    if not one.quantity.unit and not other.quantity.unit and not _count_alike(one.quantity.counted, other.quantity.counted):
        return not terms(one.quantity.counted) & terms(other.quantity.counted)
    same_article = one.claim.article == other.claim.article
    return same_article and compare(one.quantity, other.quantity).relation is Relation.DIFFERENT
