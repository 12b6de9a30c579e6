"""Proof: a draft and its article to a report, in which every quote is cut from the text and every value found in it."""

from collections.abc import Container

from summarizer.domain.article import Article
from summarizer.domain.claim import Claim
from summarizer.domain.measure import Measure
from summarizer.domain.report import Reason, Rejected, Report
from summarizer.domain.weapon import WeaponMention
from summarizer.drafts import ClaimDraft, ReportDraft
from summarizer.grounding.claims import ground_claim
from summarizer.grounding.evidence import UngroundedError
from summarizer.grounding.items import ground_measure, ground_weapon

__all__ = ["ground"]


def ground(draft: ReportDraft, article: Article, *, reader: str) -> Report:
    """Everything of `draft` that the words of `article` prove; the rest is in `rejected`, each with its reason.

    Pure and total: no draft makes it raise, and no item is lost.
    """
    rejected: list[Rejected] = []
    claims: dict[str, Claim] = {}
    for item in draft.claims:
        try:
            claim = _new_claim(item, article, claims)
            claims[claim.id] = claim
        except UngroundedError as failure:
            rejected.append(failure.rejected("claim", " … ".join(item.content) or (item.speaker or ""), item.sentences))
    weapons: list[WeaponMention] = []
    for weapon in draft.weapons:
        try:
            mention, lost = ground_weapon(weapon, article)
            weapons.append(mention)
            rejected.extend(lost)
        except UngroundedError as failure:
            rejected.append(failure.rejected("weapon", weapon.name, weapon.sentences))
    measures: list[Measure] = []
    for measure in draft.measures:
        try:
            measures.append(ground_measure(measure, article))
        except UngroundedError as failure:
            rejected.append(failure.rejected("measure", measure.content, measure.sentences))
    return Report(
        article=article.id,
        reader=reader,
        claims=tuple(claims.values()),
        weapons=tuple(weapons),
        measures=tuple(measures),
        rejected=tuple(rejected),
    )


def _new_claim(item: ClaimDraft, article: Article, known: Container[str]) -> Claim:
    claim = ground_claim(item, article)
    if claim.id in known:
        raise UngroundedError(Reason.DUPLICATE, claim.id)
    return claim
