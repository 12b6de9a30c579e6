"""Negation at the edge of a quotation: "soldiers were killed" must not be cut out of "no soldiers were killed"."""

import re

from summarizer.domain.claim import Act, Speaker
from summarizer.domain.report import Reason
from summarizer.domain.span import Quote, Span
from summarizer.grounding.evidence import Evidence, UngroundedError
from summarizer.language.negation import find_negations

_BOUNDARY = re.compile(
    r"[,;:—–“”\"()]|\s--?\s|\b(?:that|which|who|but|and|or|because|while|although|though|as|if|when|after|before)\b"
)
_NEGATIVE_ACTS = frozenset({Act.DENIES, Act.PARTIALLY_DENIES, Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT})


def check_polarity(
    evidence: Evidence, content: tuple[Quote, ...], *, cue: Quote | None, act: Act, speaker: Speaker | None
) -> None:
    """Raise where a negation of the same clause was left outside the content and no part of the claim carries it."""
    if act in _NEGATIVE_ACTS:
        return
    text = evidence.article.text
    kept = [quote.span for quote in content] + [part.span for part in (cue, speaker.printed if speaker else None) if part]
    for sentence in evidence.spans:
        for negation in find_negations(text, within=sentence):
            if any(span.covers(negation) for span in kept):
                continue
            for span in kept:
                if _governs(text, negation, span):
                    raise UngroundedError(Reason.NEGATION_CHANGED, f"{negation.cut(text)!r} stands outside the quoted words")


def _governs(text: str, negation: Span, span: Span) -> bool:
    """Whether nothing separates the negation from the words, on either side of them."""
    if negation.end <= span.start:
        between = text[negation.end : span.start]
    elif span.end <= negation.start:
        between = text[span.end : negation.start]
        if len(between.split()) > 3:  # a negation further on belongs to a later phrase
            return False
    else:
        return True
    return not _BOUNDARY.search(between)
