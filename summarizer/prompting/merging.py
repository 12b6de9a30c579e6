"""Several drafts of one article as one: parts of a long article, and later passes."""

from collections.abc import Sequence

from summarizer.domain.report import Rejected
from summarizer.drafts import ClaimDraft, MeasureDraft, ReportDraft, WeaponDraft
from summarizer.language.weapons import canonical_weapon


def merged(drafts: Sequence[ReportDraft]) -> ReportDraft:
    """Every item of the drafts once, claims in the order of their sentences; what several say of one weapon together."""
    claims = dict.fromkeys(claim for draft in drafts for claim in draft.claims)
    measures = dict.fromkeys(measure for draft in drafts for measure in draft.measures)
    return ReportDraft(
        claims=tuple(sorted(claims, key=lambda claim: claim.sentences)),
        weapons=_joined([weapon for draft in drafts for weapon in draft.weapons]),
        measures=tuple(measures),
    )


def _joined(weapons: Sequence[WeaponDraft]) -> tuple[WeaponDraft, ...]:
    found: dict[str, WeaponDraft] = {}
    for weapon in weapons:
        key = canonical_weapon(weapon.name)
        known = found.get(key)
        found[key] = (
            weapon
            if known is None
            else known.model_copy(
                update={
                    "sentences": tuple(sorted({*known.sentences, *weapon.sentences})),
                    "specs": tuple(dict.fromkeys((*known.specs, *weapon.specs))),
                }
            )
        )
    return tuple(found.values())


def without(draft: ReportDraft, rejected: Sequence[Rejected]) -> ReportDraft:
    """The draft without the items that were rejected, so that repaired ones can stand in for them."""
    gone = {(item.kind, item.sentences, item.said) for item in rejected}
    return ReportDraft(
        claims=tuple(claim for claim in draft.claims if ("claim", claim.sentences, _said(claim)) not in gone),
        weapons=tuple(
            _without_specs(weapon, gone) for weapon in draft.weapons if ("weapon", weapon.sentences, weapon.name) not in gone
        ),
        measures=tuple(each for each in draft.measures if ("measure", each.sentences, _content(each)) not in gone),
    )


def _said(claim: ClaimDraft) -> str:
    """How grounding names a rejected claim."""
    return " … ".join(claim.content) or (claim.speaker or "")


def _content(measure: MeasureDraft) -> str:
    return measure.content


def _without_specs(weapon: WeaponDraft, gone: set[tuple[str, tuple[int, ...], str]]) -> WeaponDraft:
    specs = tuple(
        spec for spec in weapon.specs if ("weapon", (spec.sentence,), f"{weapon.name}: {spec.kind} {spec.value}") not in gone
    )
    return weapon if specs == weapon.specs else weapon.model_copy(update={"specs": specs})
