"""How much a finding matters to a reader of the briefing: what leads, what many carry, what is contested, what is exact.

The constants order findings within one briefing and mean nothing outside it. They were set on development stories
(`make eval`, docs/measurements.md) and say: being carried counts most, then standing in a lead, then being contested.
"""

from collections.abc import Sequence

from summarizer.domain.claim import Act, Claim, SpeakerKind
from summarizer.domain.finding import Verdict
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.figures import Figure, is_distinctive

_VERDICTS = {
    Verdict.CORRECTED: 2.0,
    Verdict.UPDATED: 1.5,
    Verdict.DENIED: 2.5,
    Verdict.DISPUTED: 2.0,
    Verdict.COMPATIBLE: 0.8,
    Verdict.AGREED: 1.0,
}
_ACTS = {
    Act.DENIES: 1.5,
    Act.ADMITS: 1.5,
    Act.DECLINES_TO_COMMENT: 0.8,
    Act.DOES_NOT_DENY: 0.8,
    Act.ANNOUNCES_OWN_ACT: 0.6,
    Act.WARNS: 0.3,
}


def weight_of(claims: Sequence[Claim], corpus: Corpus, verdict: Verdict) -> float:
    """The weight of a finding on statements, 0 up."""
    carried = _carried(claims)
    lead = _lead(claims, corpus)
    acts = max(_ACTS.get(claim.act, 0.0) for claim in claims)
    exact = 0.3 * any(claim.quantities for claim in claims) + 0.2 * any(claim.is_direct for claim in claims)
    named = 0.2 * any(c.attribution.speaker and c.attribution.speaker.kind is not SpeakerKind.UNNAMED for c in claims)
    about = _centrality(claims, corpus)
    return round(carried + lead + acts + exact + named + about + _VERDICTS.get(verdict, 0.0), 4)


def figure_weight(figures: Sequence[Figure], claims: Sequence[Claim], corpus: Corpus, verdict: Verdict) -> float:
    """The weight of a finding on a figure, 0 up; small round counts weigh little unless many carry them."""
    carried = _carried(claims)
    exact = 0.6 * any(figure.quantity is not None and is_distinctive(figure.quantity) for figure in figures)
    lead = 0.8 * any(map(corpus.is_lead, claims))
    return round(carried + exact + lead + _centrality(claims, corpus) + _VERDICTS.get(verdict, 0.0), 4)


def _lead(claims: Sequence[Claim], corpus: Corpus) -> float:
    """More for each article whose lead tells it: what most leads tell is the main event."""
    return 0.6 + 0.6 * len(articles) if (articles := {claim.article for claim in claims if corpus.is_lead(claim)}) else 0.0


def _carried(claims: Sequence[Claim]) -> float:
    return 1.3 * (len({claim.article for claim in claims}) - 1)


def _centrality(claims: Sequence[Claim], corpus: Corpus) -> float:
    """How much of what they say is what the story's leads say, 0 to 1."""
    found = max((corpus.terms_of(claim) for claim in claims), key=corpus.mass)
    return corpus.centrality(found)
