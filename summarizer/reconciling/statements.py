"""Statements across reports: which claims say the same, and which denials answer which of them.

Polarity, modality, names and numbers veto a join; a wrong join hides a dispute, so doubtful pairs stay apart.
"""

from collections.abc import Iterable

from summarizer.domain.claim import Act, Claim, SpeakerKind
from summarizer.reconciling.clusters import join, pairs_by_key
from summarizer.reconciling.comparing import Relation, compare
from summarizer.reconciling.corpus import Corpus

SAME_FLOOR = 0.48  # share of the terms at which two sentences say the same
LOOSEST = 0.5  # share of pairs between two groups that must be alike themselves, before they are one
FEWEST_TERMS = 3  # shared, so that two short phrases do not meet on one name

REFUSALS = frozenset({Act.DENIES, Act.PARTIALLY_DENIES})
SILENCES = frozenset({Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT})
_APART = frozenset({Act.CONDITIONAL, Act.REPORTS_BELIEF})  # neither says that it is so


def cluster_statements(claims: list[Claim], corpus: Corpus) -> list[list[Claim]]:
    """Claims that say the same together; denials and silences are left out, see `denials`."""
    found = [claim for claim in claims if claim.act not in REFUSALS | SILENCES]
    keys = [corpus.terms_of(claim) for claim in found]
    indices = list(range(len(found)))
    edges = []
    for a, b in pairs_by_key(indices, lambda index: _rare(keys[index], corpus)):
        score = corpus.overlap(keys[a], keys[b])
        if score >= SAME_FLOOR and len(keys[a] & keys[b]) >= FEWEST_TERMS:
            edges.append((score, a, b))
    groups = join(len(found), edges, lambda a, b: vetoed(found[a], found[b]), loosest=LOOSEST)
    return [[found[index] for index in group] for group in groups]


def _rare(found: frozenset[str], corpus: Corpus) -> Iterable[str]:
    """The terms worth pairing by: the rarer half."""
    ordered = sorted(found, key=lambda term: (-corpus.rarity.get(term, 1.0), term))
    return ordered[: max(4, len(ordered) // 2)]


def vetoed(one: Claim, other: Claim) -> bool:
    """Whether something forbids that the two say the same."""
    if bool(one.negations) is not bool(other.negations):
        return True
    if one.act is not other.act and _APART & {one.act, other.act}:
        return True
    if one.is_background is not other.is_background:
        return True
    return _numbers_differ(one, other) or _people_differ(one, other)


def _numbers_differ(one: Claim, other: Claim) -> bool:
    """Whether a figure of one finds only unlike figures of its kind in the other."""
    for value in one.quantities:
        relations = {compare(value, against).relation for against in other.quantities}
        if Relation.DIFFERENT in relations and not relations & {Relation.SAME, Relation.COMPATIBLE}:
            return True
    return False


def _people_differ(one: Claim, other: Claim) -> bool:
    """Whether two named people say it in their own words: two statements, even where they sound alike."""
    a, b = one.attribution.speaker, other.attribution.speaker
    if a is None or b is None or not (one.is_direct and other.is_direct):
        return False
    if a.kind is not SpeakerKind.PERSON or b.kind is not SpeakerKind.PERSON:
        return False
    return a.name.split()[-1].casefold() != b.name.split()[-1].casefold()
