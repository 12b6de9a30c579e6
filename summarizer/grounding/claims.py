"""One drafted statement to one claim, or the reason why not."""

from summarizer.domain.article import Article
from summarizer.domain.claim import Attribution, Claim
from summarizer.domain.moment import Moment
from summarizer.domain.quantity import Quantity
from summarizer.domain.report import Reason
from summarizer.domain.span import Quote, Span
from summarizer.drafts import ClaimDraft
from summarizer.grounding.evidence import Evidence, UngroundedError, cite
from summarizer.grounding.polarity import check_polarity
from summarizer.grounding.speakers import ground_speaker
from summarizer.language.act_proposals import shows_act
from summarizer.language.moments import resolve_moment
from summarizer.language.names import find_names
from summarizer.language.negation import find_negations
from summarizer.language.proving import unsupported
from summarizer.language.quantities import find_quantities


def ground_claim(draft: ClaimDraft, article: Article) -> Claim:
    """The claim that `draft` names, every part found in its sentences; `UngroundedError` with the first part that is not."""
    evidence = cite(article, draft.sentences)
    anchor = evidence.locate(draft.cue) if draft.cue else None
    content = ground_content(draft.content, evidence, near=anchor.span if anchor else None)
    around = content[0].span
    cue = _optional(draft.cue, evidence.widened(), around, Reason.WORDS_NOT_FOUND)
    speaker = ground_speaker(draft, evidence, around)
    check_polarity(evidence, content, cue=cue, act=draft.act, speaker=speaker)
    said = " ".join(quote.text for quote in content)
    if not shows_act(draft.act, cue=cue.text if cue else None, content=said, sentence=evidence.text):
        raise UngroundedError(Reason.ACT_NOT_SHOWN, f"{draft.act} over {evidence.text!r}")
    return Claim(
        id=f"{article.id}:{content[0].start}-{content[-1].end}" + (f"@{cue.start}" if cue else ""),
        article=article.id,
        sentences=evidence.numbers,
        act=draft.act,
        content=content,
        attribution=Attribution(
            outlet=article.label,
            agency=article.agency.name,
            relays=tuple(_needed(name, evidence.widened(), around, Reason.NAME_NOT_FOUND).text for name in draft.relays),
            speaker=speaker,
            cue=cue,
            said=_moment(draft.said, evidence.widened(), around),
        ),
        is_direct=draft.is_direct,
        is_background=draft.is_background,
        negations=tuple(
            Quote.cut(article.text, span) for quote in content for span in find_negations(article.text, within=quote.span)
        ),
        hedge=_optional(draft.hedge, evidence, around, Reason.WORDS_NOT_FOUND),
        when=_moment(draft.when, evidence, around),
        where=_text(_optional(draft.where, evidence, around, Reason.NAME_NOT_FOUND)),
        to_whom=_text(_optional(draft.to_whom, evidence, around, Reason.NAME_NOT_FOUND)),
        quantities=tuple(ground_quantity(printed, evidence, around) for printed in draft.quantities),
        names=_names(article, content),
    )


def ground_content(pieces: tuple[str, ...], evidence: Evidence, *, near: Span | None = None) -> tuple[Quote, ...]:
    """The spans of the pieces in reading order, or of the whole sentences where none is given.

    Words that stand in several places ("it") are taken nearest to `near`, the cue.
    """
    if not pieces:
        return evidence.quotes()
    found: list[Quote] = []
    for piece in pieces:
        after = Span(found[-1].end, found[-1].end + 1) if found else near
        quote = evidence.locate(piece, near=after)
        if quote is None:
            raise UngroundedError(*(unsupported(piece, [evidence.text]) or (Reason.WORDS_NOT_FOUND, piece)))
        found.append(quote)
    return tuple(sorted(found))


def ground_quantity(printed: str, evidence: Evidence, near: Span) -> Quantity:
    """The quantity at these printed words, with its unit as the text has it."""
    quote = _needed(printed, evidence, near, Reason.NUMBER_NOT_FOUND)
    for quantity in find_quantities(evidence.article.text, within=sentence_at(evidence, quote.span)):
        if quantity.printed.span.overlaps(quote.span):
            return quantity
    raise UngroundedError(Reason.NUMBER_NOT_FOUND, f"{printed!r} is not a quantity")


def sentence_at(evidence: Evidence, span: Span) -> Span:
    """The cited sentence that holds `span`, or the span itself where it crosses sentences."""
    return next((each for each in evidence.spans if each.covers(span)), span)


def _moment(printed: str | None, evidence: Evidence, near: Span) -> Moment | None:
    quote = _optional(printed, evidence, near, Reason.DATE_NOT_FOUND)
    if quote is None:
        return None
    return resolve_moment(evidence.article.text, quote.span, published=evidence.article.published.day)


def _needed(words: str, evidence: Evidence, near: Span, reason: Reason) -> Quote:
    quote = evidence.locate(words, near=near)
    if quote is None:
        raise UngroundedError(reason, words)
    return quote


def _optional(words: str | None, evidence: Evidence, near: Span, reason: Reason) -> Quote | None:
    return None if not words else _needed(words, evidence, near, reason)


def _text(quote: Quote | None) -> str | None:
    return quote.text if quote else None


def _names(article: Article, content: tuple[Quote, ...]) -> tuple[str, ...]:
    found = (name for quote in content for name in find_names(article.text, within=quote.span))
    return tuple(dict.fromkeys(name.canonical for name in found))
