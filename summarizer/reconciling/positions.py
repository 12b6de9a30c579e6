"""Positions: the claims on one side of a matter, with their origins and carriers, the best wording first."""

from collections.abc import Sequence

from summarizer.domain.claim import Claim, SpeakerKind
from summarizer.domain.finding import Mention, Origin, Position
from summarizer.domain.moment import Moment
from summarizer.domain.quantity import Quantity
from summarizer.domain.span import Quote, Span
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.lineage import Lineage, origins_of

_NEAR = 60  # characters between speaker, cue and words that one quote still spans
_HANDY = 28  # words that a reader takes in as one statement


def position_of(
    stance: str,
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    origins: Lineage,
    *,
    value: Quantity | Moment | None = None,
) -> Position:
    """The position that these claims hold with these words, on `value` where the matter is a figure or a time."""
    found: dict[Origin, None] = {}
    for claim in claims:
        found.update(dict.fromkeys(origins_of(claim, origins)))
    return Position(
        stance=stance,
        mentions=tuple(mentions),
        origins=tuple(found),
        carriers=tuple(dict.fromkeys(claim.article for claim in claims)),
        quantity=value if isinstance(value, Quantity) else None,
        when=value if isinstance(value, Moment) else None,
    )


def content_mention(claim: Claim, corpus: Corpus) -> Mention:
    """The words of a claim as one quote: with speaker and cue where they stand before the words in one sentence.

    Pieces of an interrupted quotation count as their longest piece.
    """
    longest = max(claim.content, key=lambda quote: quote.end - quote.start)
    start = longest.start
    cue, speaker = claim.attribution.cue, claim.attribution.speaker
    sentence = corpus.sentence_span(claim, longest.span)
    if cue and sentence.covers(cue.span) and 0 <= longest.start - cue.end <= _NEAR:
        start = cue.start
        if speaker and sentence.covers(speaker.printed.span) and 0 <= cue.start - speaker.printed.end <= _NEAR:
            start = speaker.printed.start
    return Mention(claim.id, claim.article, Quote.cut(corpus.article_of(claim).text, Span(start, longest.end)))


def sentence_mention(claim: Claim, corpus: Corpus) -> Mention:
    """The whole sentence of a claim, where what it admits or names is qualified by the rest."""
    span = corpus.sentence_span(claim, claim.content[0].span)
    return Mention(claim.id, claim.article, Quote.cut(corpus.article_of(claim).text, span))


def best_first(claims: Sequence[Claim], corpus: Corpus) -> list[Claim]:
    """The claims by how well their words stand for all: central, handy in length, from a lead, named speaker."""
    union = frozenset[str]().union(*(corpus.terms_of(claim) for claim in claims))

    def merit(claim: Claim) -> float:
        words = len(claim.text.split())
        score = corpus.similarity(corpus.terms_of(claim), union)
        score -= 0.02 * max(0, words - _HANDY) + 0.05 * max(0, 6 - words)
        speaker = claim.attribution.speaker
        score += 0.1 * corpus.is_lead(claim) + 0.1 * (speaker is not None and speaker.kind is not SpeakerKind.UNNAMED)
        return score - 0.3 * (len(claim.content) > 1)

    return sorted(claims, key=lambda claim: (-merit(claim), claim.id))
