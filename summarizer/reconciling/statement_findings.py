"""Clusters of statements to findings."""

from collections.abc import Sequence
from datetime import date

from summarizer.domain.claim import Act, Claim
from summarizer.domain.finding import Finding, Outlook, Topic, Verdict
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.denials import party_of_claim
from summarizer.reconciling.identity import finding_id, shared_terms
from summarizer.reconciling.lineage import Lineage, count_carriers, count_origins
from summarizer.reconciling.lineage_quotes import quote_variants
from summarizer.reconciling.positions import best_first, content_mention, position_of
from summarizer.reconciling.verdicts import agreed_or_single
from summarizer.reconciling.weights import weight_of

_AHEAD = frozenset({Act.PLANS, Act.PREDICTS})


def statement_finding(claims: Sequence[Claim], corpus: Corpus, origins: Lineage, *, as_of: date | None) -> Finding:
    """What these claims say alike, with one position."""
    ordered = best_first(claims, corpus)
    counted = count_origins(ordered, origins)
    verdict, reason = agreed_or_single(counted)
    if any(claim.act is Act.CORRECTS for claim in ordered):
        verdict, reason = Verdict.CORRECTED, "an article corrects it"
    return Finding(
        id=finding_id(_topic(ordered), _slots(ordered, corpus)),
        topic=_topic(ordered),
        about=_about(ordered, corpus),
        positions=(position_of(ordered[0].act, ordered, [content_mention(c) for c in ordered], origins, when=ordered[0].when),),
        verdict=verdict,
        reason=reason,
        carriers=count_carriers(ordered, origins),
        origins=counted.origins,
        independence=counted.independence,
        outlook=_outlook(ordered, as_of),
        is_background=all(claim.is_background for claim in ordered),
        weight=weight_of(ordered, corpus, verdict),
        flags=_variants(ordered),
    )


def denial_finding(
    said: Sequence[Claim], denied: Sequence[Claim], corpus: Corpus, origins: Lineage, *, as_of: date | None
) -> Finding:
    """What some assert and others deny, both positions with their words; the denials alone where nobody is shown asserting it."""
    asserting, denying = best_first(said, corpus) if said else [], best_first(denied, corpus)
    both = [*asserting, *denying]
    positions = [position_of(Act.ASSERTS, asserting, [content_mention(c) for c in asserting], origins)] if asserting else []
    positions.append(position_of(Act.DENIES, denying, [content_mention(c) for c in denying], origins))
    counted = count_origins(asserting or denying, origins)
    parties = " and ".join(dict.fromkeys(party_of_claim(claim) for claim in denying))
    return Finding(
        id=finding_id(Topic.EVENT, ("denied", *_slots(both, corpus))),
        topic=Topic.EVENT,
        about=_about(both, corpus),
        positions=tuple(positions),
        verdict=Verdict.DENIED,
        reason=f"denied by {parties}",
        carriers=count_carriers(both, origins),
        origins=counted.origins,
        independence=counted.independence,
        outlook=_outlook(asserting, as_of),
        is_background=all(claim.is_background for claim in both),
        weight=weight_of(both, corpus, Verdict.DENIED),
        flags=_variants(both),
    )


def _topic(claims: Sequence[Claim]) -> Topic:
    return Topic.STATEMENT if all(claim.attribution.speaker for claim in claims) else Topic.EVENT


def _slots(claims: Sequence[Claim], corpus: Corpus) -> tuple[str, ...]:
    return shared_terms([corpus.terms_of(claim) for claim in claims], dict(corpus.rarity), most=5)


def _about(claims: Sequence[Claim], corpus: Corpus) -> str:
    return ", ".join(term.removeprefix("name:").removeprefix("@") for term in _slots(claims, corpus))


def _outlook(claims: Sequence[Claim], as_of: date | None) -> Outlook:
    """Open where all of it is still ahead, or where nothing says when; past plans stay open until an article tells."""
    return Outlook.OPEN if claims and all(claim.act in _AHEAD for claim in claims) else Outlook.NONE


def _variants(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(
        f"quotation worded differently: “{one.text}” in {one.attribution.outlet}, “{other.text}” in {other.attribution.outlet}"
        for one, other, _ in quote_variants(claims)
    )
