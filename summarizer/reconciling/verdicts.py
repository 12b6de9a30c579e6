"""From positions to a verdict with its reason: the first that applies, in the order of `Verdict`."""

from collections.abc import Sequence
from itertools import combinations

from summarizer.domain.article import Article
from summarizer.domain.claim import Act
from summarizer.domain.finding import Verdict
from summarizer.domain.moment import Moment
from summarizer.domain.quantity import Approximator, Change
from summarizer.language.terms import terms
from summarizer.reconciling.comparing import Comparison, Relation, compare
from summarizer.reconciling.figures import Figure
from summarizer.reconciling.lineage import OriginCount

# Counts that grow while an event goes on, so that two values are two readings rather than a dispute.
_CUMULATIVE = frozenset(
    {
        "@kill",
        "@injure",
        "@arrest",
        "@evacuate",
        "@rescue",
        "@seize",
        "missing",
        "cas",
        "infect",
        "confirm",
        "damag",
        "homeless",
        "trapp",
    }
)

_MOVING = frozenset({"@fall", "@rise"})


def judge_values(
    figures: Sequence[Figure], articles: dict[str, Article], origins: OriginCount, carriers: int
) -> tuple[Verdict, str]:
    """The verdict on figures of one thing from how their values compare."""
    if any(figure.claim.act is Act.CORRECTS for figure in figures):
        return Verdict.CORRECTED, "an article corrects it"
    compared = _comparisons(figures)
    unlike = [pair for pair in compared if pair[2].relation is Relation.DIFFERENT]
    if unlike:
        one, other, how = unlike[0]
        return _judge_unlike(one, other, how, articles)
    refined = next((pair for pair in compared if _is_refined(*pair[:2])), None)
    if refined:
        return Verdict.UPDATED, f"a running count: {refined[0].value.printed.text}, then {refined[1].value.printed.text}"
    loose = next((pair[2] for pair in compared if pair[2].relation is Relation.COMPATIBLE), None)
    if loose:
        return Verdict.COMPATIBLE, loose.reason
    if len({(f.value.first, f.value.last) for f in figures if isinstance(f.value, Moment)}) > 1:
        return Verdict.COMPATIBLE, "one stretch of time lies within the other"
    return agreed_or_single(origins, carriers)


def agreed_or_single(origins: OriginCount, carriers: int) -> tuple[Verdict, str]:
    """AGREED needs two independent origins in two outlets; everything else is single, with the reason why."""
    return (Verdict.AGREED if origins.origins >= 2 and carriers >= 2 else Verdict.SINGLE_ORIGIN), origins.reason


def _comparisons(figures: Sequence[Figure]) -> list[tuple[Figure, Figure, Comparison]]:
    pairs = combinations(figures, 2)
    return [(a, b, compare(a.quantity, b.quantity)) for a, b in pairs if a.quantity and b.quantity]


def _judge_unlike(one: Figure, other: Figure, how: Comparison, articles: dict[str, Article]) -> tuple[Verdict, str]:
    """Two readings of a running count or of a moving value are an update; the rest is a dispute."""
    values = f"{one.value.printed.text} against {other.value.printed.text}"
    if one.quantity and one.quantity.change is not Change.NONE:
        return Verdict.UPDATED, f"a movement read at different times: {values}"
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return Verdict.UPDATED, f"read at different times ({one.as_of}, {other.as_of}): {values}"
    if all(figure.near & _MOVING for figure in (one, other)):
        return Verdict.UPDATED, f"a moving value read at different times: {values}"
    if is_cumulative(one) and is_cumulative(other):
        days = {articles[figure.claim.article].published.day for figure in (one, other)}
        when = "reports of different days" if len(days) > 1 else "reports of one day"
        return Verdict.UPDATED, f"a running count in {when}: {values}"
    return Verdict.DISPUTED, how.reason


def is_cumulative(figure: Figure) -> bool:
    """Whether the clause counts something that only grows while the event goes on: the dead, the arrested, the displaced."""
    quantity = figure.quantity
    return quantity is not None and not quantity.unit and bool((figure.near | terms(quantity.counted)) & _CUMULATIVE)


def _is_refined(one: Figure, other: Figure) -> bool:
    """Whether a vague running count became a number."""
    if isinstance(one.value, Moment) or isinstance(other.value, Moment) or not is_cumulative(one):
        return False
    return (one.value.approximator is Approximator.VAGUE) is not (other.value.approximator is Approximator.VAGUE)
