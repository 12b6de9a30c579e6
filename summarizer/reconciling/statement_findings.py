"""Clusters of statements to findings."""

from collections.abc import Sequence
from datetime import date

from summarizer.domain.claim import Act, Claim
from summarizer.domain.finding import Finding, Mention, Outlook, Topic, Verdict
from summarizer.language.folding import folded
from summarizer.language.reporting import act_shown
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.denials import Denial
from summarizer.reconciling.identity import finding_id, shared_terms
from summarizer.reconciling.lineage import Lineage, count_carriers, count_origins
from summarizer.reconciling.lineage_quotes import quote_variants
from summarizer.reconciling.positions import best_first, content_mention, position_of, sentence_mention
from summarizer.reconciling.verdicts import agreed_or_single
from summarizer.reconciling.weights import weight_of

_SHOWN = 10  # words of a wording that differs
_AHEAD = frozenset({Act.PLANS, Act.PREDICTS})


def statement_finding(claims: Sequence[Claim], corpus: Corpus, origins: Lineage, *, as_of: date | None) -> Finding:
    """What these claims say alike, with one position."""
    ordered = best_first(claims, corpus)
    counted = count_origins(ordered, origins)
    carriers = count_carriers(ordered, origins)
    verdict, reason = agreed_or_single(counted, carriers)
    if any(claim.act is Act.CORRECTS for claim in ordered):
        verdict, reason = Verdict.CORRECTED, "an article corrects it"
    return Finding(
        id=finding_id(_topic(ordered), _slots(ordered, corpus)),
        topic=_topic(ordered),
        about=_about(ordered, corpus),
        positions=(
            position_of(ordered[0].act, ordered, [content_mention(c, corpus) for c in ordered], origins, value=ordered[0].when),
        ),
        verdict=verdict,
        reason=reason,
        carriers=carriers,
        origins=counted.origins,
        independence=counted.independence,
        outlook=_outlook(ordered, as_of),
        is_background=all(claim.is_background for claim in ordered),
        weight=weight_of(ordered, corpus, verdict),
        flags=_variants(ordered),
    )


def denial_finding(
    said: Sequence[Claim], denials: Sequence[Denial], corpus: Corpus, origins: Lineage, *, as_of: date | None
) -> Finding:
    """What some assert and others deny, both positions with their words; the denials alone where nobody is shown asserting it."""
    asserting = best_first(said, corpus) if said else []
    denying = _plainest([claim for denial in denials for claim in denial.claims], asserting, corpus)
    admitting = best_first([claim for denial in denials for claim in denial.admitted], corpus)
    both = [*asserting, *denying, *admitting]
    sides = ((Act.ASSERTS, asserting), (Act.DENIES, denying), (Act.ADMITS, admitting))
    positions = [position_of(act, claims, [_mention(c, act, corpus) for c in claims], origins) for act, claims in sides if claims]
    counted = count_origins(asserting or denying, origins)
    parties = " and ".join(dict.fromkeys(denial.party for denial in denials))
    return Finding(
        id=finding_id(Topic.EVENT, ("denied", *_slots(both, corpus))),
        topic=Topic.EVENT,
        about=_about(both, corpus),
        positions=tuple(positions),
        verdict=Verdict.DENIED,
        reason=f"denied by {parties}" + (", who admits something of another scope" if admitting else ""),
        carriers=count_carriers(both, origins),
        origins=counted.origins,
        independence=counted.independence,
        outlook=_outlook(asserting, as_of),
        is_background=all(claim.is_background for claim in both),
        weight=weight_of(both, corpus, Verdict.DENIED),
        flags=_variants(both),
    )


def _mention(claim: Claim, stance: Act, corpus: Corpus) -> Mention:
    """An admission is quoted with its whole sentence, since what limits it stands beside it."""
    return sentence_mention(claim, corpus) if stance is Act.ADMITS else content_mention(claim, corpus)


def _plainest(denying: Sequence[Claim], asserting: Sequence[Claim], corpus: Corpus) -> list[Claim]:
    """Denials by how plainly they deny what is asserted: a word of denial as the cue, and the same things named."""
    said = frozenset[str]().union(*(corpus.terms_of(claim) for claim in asserting))

    def plainness(claim: Claim) -> float:
        cue = claim.attribution.cue
        says_so = cue is not None and act_shown(cue.text) is Act.DENIES
        return 0.3 * says_so + corpus.overlap(corpus.terms_of(claim), said)

    return sorted(best_first(denying, corpus), key=plainness, reverse=True)


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
    """The first quotation that carriers word differently, with both wordings from where they part."""
    for one, other, _ in quote_variants(claims):
        a, b = _parting(one.text, other.text)
        return (f"worded differently: “{a}” ({one.attribution.outlet}), “{b}” ({other.attribution.outlet})",)
    return ()


def _parting(one: str, other: str) -> tuple[str, str]:
    """Both wordings from two words before the first difference, `_SHOWN` words each."""
    a, b = one.strip("“”\"' ,.").split(), other.strip("“”\"' ,.").split()
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if folded(x) != folded(y)), min(len(a), len(b)))
    start = max(0, same - 2)
    return _excerpt(a, start), _excerpt(b, start)


def _excerpt(words: list[str], start: int) -> str:
    shown = " ".join(words[start : start + _SHOWN])
    return f"{'… ' if start else ''}{shown}{' …' if len(words) > start + _SHOWN else ''}"
