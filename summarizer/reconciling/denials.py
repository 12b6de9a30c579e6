"""Which statements a denial answers. A denial is an act by somebody, not a refutation: both stay, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summarizer.domain.claim import Act, Claim
from summarizer.language.parties import side_of
from summarizer.language.terms import stem, terms
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.statements import REFUSALS

ANSWERS_FLOOR = 0.24  # how much of a denial and its surroundings an accusation must share to be what is denied
_GENERIC = frozenset(
    map(stem, ["report", "claim", "story", "stories", "news", "media", "account", "involvement", "role", "wrongdoing"])
) | frozenset(map(stem, ["thing", "anything", "situation", "matter", "charge"]))
_AROUND = 2  # sentences before a denial that tell what it answers


@dataclass(frozen=True, slots=True)
class Denial:
    """The denials of one party on one matter, and the cluster they answer (its index), if the articles show one."""

    party: str
    claims: tuple[Claim, ...]
    answers: int | None
    admitted: tuple[Claim, ...]  # what the same party admits of the same things


def link_denials(claims: list[Claim], clusters: list[list[Claim]], corpus: Corpus) -> list[Denial]:
    """Denials by party and matter, each linked to the cluster of statements that it most plainly answers."""
    sides = sides_of(claims)
    by_party: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.act in REFUSALS:
            by_party[party_of_claim(claim, sides)].append(claim)
    return [
        Denial(
            party,
            tuple(matter),
            _answered(party, matter, clusters, corpus, sides),
            _admitted(party, matter, claims, corpus, sides),
        )
        for party, denied in by_party.items()
        for matter in _matters(denied, corpus)
    ]


def sides_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Whom each named person speaks for, so far as any of the articles tells: what one leaves out another may print."""
    speakers = (claim.attribution.speaker for claim in claims)
    return {speaker.name: speaker.side for speaker in speakers if speaker and speaker.side}


def party_of_claim(claim: Claim, sides: Mapping[str, str]) -> str:
    """The side that speaks, by canonical name; the speaker where no side is known; whom the words name, in narration."""
    speaker = claim.attribution.speaker
    if speaker is None:
        return side_of(claim.text) or next(iter(claim.names), claim.attribution.outlet)
    return speaker.side or sides.get(speaker.name) or speaker.name


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
    a, b = _nouns(one, corpus), _nouns(other, corpus)
    if not a or not b or a & b:
        return True
    return one.article == other.article and abs(one.sentences[0] - other.sentences[0]) <= 1


def _admitted(
    party: str, matter: list[Claim], claims: list[Claim], corpus: Corpus, sides: Mapping[str, str]
) -> tuple[Claim, ...]:
    """What the party admits that names the same things as the denial: it stands beside it, since its scope may differ."""
    nouns = frozenset().union(*(_nouns(claim, corpus) for claim in matter))
    own = (claim for claim in claims if claim.act is Act.ADMITS and party_of_claim(claim, sides) == party)
    return tuple(claim for claim in own if nouns & _nouns(claim, corpus))


def _nouns(claim: Claim, corpus: Corpus) -> frozenset[str]:
    return frozenset(term for term in _object(claim, corpus) if not term.startswith("@")) - _GENERIC


def _answered(
    party: str, matter: list[Claim], clusters: list[list[Claim]], corpus: Corpus, sides: Mapping[str, str]
) -> int | None:
    """The cluster that shares most with the denied words and the sentences before them, and is not the party's own.

    Where the words deny something nameable, the cluster must share a word of it; "denied the reports" goes by its surroundings.
    """
    nouns = frozenset().union(*(_nouns(claim, corpus) for claim in matter))
    denied = frozenset().union(*(corpus.terms_of(claim) for claim in matter)) - _GENERIC - {"@deny", "@accuse"}
    kinds = frozenset(term for term in denied if term.startswith("@"))
    around = frozenset().union(*(_surroundings(claim, corpus) for claim in matter)) - {"@deny"}
    best, found = ANSWERS_FLOOR, None
    for index, cluster in enumerate(clusters):
        if all(party_of_claim(claim, sides) == party or claim.act in _NOT_SAID for claim in cluster):
            continue
        said = frozenset().union(*(corpus.terms_of(claim) for claim in cluster))
        if nouns and not _is_of(nouns, kinds, said):
            continue
        score = corpus.overlap(denied, said) + 0.5 * corpus.overlap(around, said)
        score += 0.12 * (f"name:{party.casefold()}" in said) + 0.1 * any(claim.act is Act.ALLEGES for claim in cluster)
        score *= 1 + 0.12 * (min(len({claim.article for claim in cluster}), 4) - 1) + 0.1 * any(map(corpus.is_lead, cluster))
        if score > best:
            best, found = score, index
    return found


def _is_of(nouns: frozenset[str], kinds: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a statement names what is denied: two of its words, or one with the kind of happening, or all there is."""
    shared = nouns & said
    return len(shared) > 1 or bool(shared and kinds & said) or bool(shared and not kinds and not nouns - shared)


_NOT_SAID = frozenset({Act.CONDITIONAL, Act.WARNS, Act.ANNOUNCES_OWN_ACT, Act.PLANS})  # nothing that could be denied


def _surroundings(claim: Claim, corpus: Corpus) -> frozenset[str]:
    """Terms of the sentence of a denial and of those before it."""
    article = corpus.article_of(claim)
    first = claim.sentences[0]
    near = [s for s in article.sentences[max(0, first - 1 - _AROUND) : first] if s.role.carries_statements]
    return frozenset().union(*(terms(sentence.span.cut(article.text)) for sentence in near))
