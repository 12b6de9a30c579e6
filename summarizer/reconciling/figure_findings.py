"""Clusters of figures to findings: one position for each value."""

from collections.abc import Sequence

from summarizer.domain.claim import Claim
from summarizer.domain.finding import Finding, Outlook, Position, Topic
from summarizer.domain.moment import Moment
from summarizer.reconciling.clusters import grouped
from summarizer.reconciling.comparing import Relation, compare
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.figures import Figure, dimension_of
from summarizer.reconciling.identity import finding_id, shared_terms
from summarizer.reconciling.lineage import Lineage, count_carriers, count_origins
from summarizer.reconciling.positions import position_of
from summarizer.reconciling.verdicts import judge_values
from summarizer.reconciling.weights import figure_weight


def figure_finding(figures: Sequence[Figure], corpus: Corpus, origins: Lineage) -> Finding:
    """The finding on one number or time, its values as positions, the one with most carriers first."""
    claims = list({figure.claim.id: figure.claim for figure in figures}.values())
    counted = count_origins(claims, origins)
    carriers = count_carriers(claims, origins)
    verdict, reason = judge_values(figures, dict(corpus.articles), counted, carriers)
    topic = Topic.TIME if isinstance(figures[0].value, Moment) else Topic.QUANTITY
    return Finding(
        id=finding_id(topic, (_dimension(figures[0]), *_slots(figures, corpus))),
        topic=topic,
        about=_about(figures, corpus),
        positions=_positions(figures, corpus, origins),
        verdict=verdict,
        reason=reason,
        carriers=carriers,
        origins=counted.origins,
        independence=counted.independence,
        outlook=Outlook.NONE,
        is_background=all(claim.is_background for claim in claims),
        weight=figure_weight(figures, claims, corpus, verdict),
        flags=(),
    )


def _dimension(figure: Figure) -> str:
    return dimension_of(figure.quantity) if figure.quantity else "time"


def _positions(figures: Sequence[Figure], corpus: Corpus, origins: Lineage) -> tuple[Position, ...]:
    """Values that are the same share a position, whatever their unit; "about 90" and "89" are two."""
    groups = grouped(figures, _same_value)
    positions = []
    for group in sorted(groups, key=lambda each: -count_carriers([figure.claim for figure in each], origins)):
        best = min(group, key=lambda figure: (not corpus.is_lead(figure.claim), len(figure.mention.quote.text)))
        rest = [figure for figure in group if figure is not best]
        positions.append(
            position_of(
                best.value.printed.text,
                _claims([best, *rest]),
                [figure.mention for figure in (best, *rest)],
                origins,
                value=best.value,
            )
        )
    return tuple(positions)


def _same_value(one: Figure, other: Figure) -> bool:
    if isinstance(one.value, Moment) and isinstance(other.value, Moment):
        return (one.value.first, one.value.last, one.value.clock) == (other.value.first, other.value.last, other.value.clock)
    if one.quantity is None or other.quantity is None:
        return False
    return compare(one.quantity, other.quantity).relation is Relation.SAME


def _claims(figures: Sequence[Figure]) -> list[Claim]:
    return [figure.claim for figure in figures]


def _slots(figures: Sequence[Figure], corpus: Corpus) -> tuple[str, ...]:
    return shared_terms([figure.near for figure in figures], dict(corpus.rarity), most=4)


def _about(figures: Sequence[Figure], corpus: Corpus) -> str:
    """What the figure is of: the counted words where they are printed, else the terms that its clauses share."""
    counted = next((figure.quantity.counted for figure in figures if figure.quantity and figure.quantity.counted), "")
    return counted or ", ".join(term.removeprefix("name:").removeprefix("@") for term in _slots(figures, corpus))
