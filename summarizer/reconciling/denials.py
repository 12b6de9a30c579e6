"""Which statements a denial answers. A denial is an act by somebody, not a refutation: both stay, side by side."""

from collections import defaultdict
from dataclasses import dataclass

from summarizer.domain.claim import Act, Claim
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.statements import REFUSALS

_GENERIC = frozenset({"report", "claim", "stori", "story", "involvement", "rol", "wrongdo", "any", "thing", "anyth", "situation", "media", "matter"})
ANSWERS_FLOOR = 0.22  # share of the denied words' mass that the accusation has, from which a denial answers it


@dataclass(frozen=True, slots=True)
class Denial:
    """The denials of one party on one matter, and the cluster they answer (its index), if the articles show one."""

    claims: tuple[Claim, ...]
    answers: int | None


def link_denials(claims: list[Claim], clusters: list[list[Claim]], corpus: Corpus) -> list[Denial]:
    """Denials by party and matter, each linked to the cluster of statements that it most plainly answers."""
    by_party: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.act in REFUSALS:
            by_party[party_of_claim(claim)].append(claim)
    return [
        Denial(tuple(matter), _answered(matter, clusters, corpus))
        for denied in by_party.values()
        for matter in _matters(denied, corpus)
    ]


def party_of_claim(claim: Claim) -> str:
    """The side that speaks, by canonical name; the speaker where no side is known; the outlet in its own voice."""
    speaker = claim.attribution.speaker
    if speaker is None:
        return next((name for name in claim.names), claim.attribution.outlet)
    return speaker.side or speaker.name


def _matters(denied: list[Claim], corpus: Corpus) -> list[list[Claim]]:
    """Denials of one party split where what they deny has nothing in common: missiles here, drones there."""
    matters: list[list[Claim]] = []
    for claim in sorted(denied, key=lambda each: -corpus.mass(_object(each, corpus))):
        home = next((matter for matter in matters if any(_one_matter(claim, each, corpus) for each in matter)), None)
        if home is None:
            matters.append([claim])
        else:
            home.append(claim)
    return matters


def _object(claim: Claim, corpus: Corpus) -> frozenset[str]:
    """What is denied: the terms without names and without the words of denying and transferring themselves."""
    return frozenset(term for term in corpus.terms_of(claim) if not term.startswith(("name:", "@deny", "@accuse")))


def _one_matter(one: Claim, other: Claim, corpus: Corpus) -> bool:
    """Whether two denials share what they deny, stand side by side, or one of them only denies "the reports"."""
    a, b = ({t for t in _object(claim, corpus) if not t.startswith("@")} - _GENERIC for claim in (one, other))
    if not a or not b or a & b:
        return True
    return one.article == other.article and abs(one.sentences[0] - other.sentences[0]) <= 1


def _answered(matter: list[Claim], clusters: list[list[Claim]], corpus: Corpus) -> int | None:
    """The cluster whose words the denials share most of; one that the denying party itself asserts is not answered by it."""
    party = party_of_claim(matter[0])
    denied = frozenset().union(*(corpus.terms_of(claim) for claim in matter)) - {"@deny", "@accuse"}
    best, found = ANSWERS_FLOOR, None
    for index, cluster in enumerate(clusters):
        if all(party_of_claim(claim) == party or claim.act is Act.CONDITIONAL for claim in cluster):
            continue
        said = frozenset().union(*(corpus.terms_of(claim) for claim in cluster))
        if f"name:{party.casefold()}" not in said and not matter[0].attribution.speaker:
            continue
        share = corpus.mass(denied & said) / max(corpus.mass(denied), 1.0)
        score = share * (1 + 0.15 * min(len({claim.article for claim in cluster}), 4) + 0.2 * any(map(corpus.is_lead, cluster)))
        if score > best:
            best, found = score, index
    return found
