"""Where an article says it has something from another medium: "X reported", "citing X", "told X", "the newspaper said"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.article import Article, Sentence
from summarizer.domain.span import Span
from summarizer.reconciling.copy_words import quoted_spans
from summarizer.reconciling.lineage_media import MediumFound, find_media, medium, medium_key

UNNAMED_MEDIA = "unnamed media"


class Way(StrEnum):
    """What the other medium did."""

    REPORT = "report"  # the content is its report
    TOLD = "told"  # somebody spoke to it or wrote in it
    CONTRIBUTED = "contributed"  # it had a hand in the article


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: `medium` by canonical name, the number of the sentence, and where the medium is named in the text."""

    medium: str
    way: Way
    sentence: int
    span: Span


_ADVERB = r"(?:(?:has|had|have|also|first|earlier|previously|later|separately|exclusively|subsequently|then|itself|since)\s+)*"
_REPORTS = (
    r"(?:report(?:s|ed|ing)?|sa(?:id|ys|ying)|wrote|writes|reveal(?:s|ed)|disclos(?:es|ed)|quot(?:es|ed|ing)|cit(?:es|ed|ing)"
    r"|publish(?:es|ed)|broke|learned|learnt|claim(?:s|ed)|add(?:s|ed)|confirmed|investigation|exclusive|scoop|not(?:es|ed))"
)
_AFTER = re.compile(
    r"(?:['’]s?)?(?:\s+(?:newspaper|news agency|news site|website|magazine|broadcaster|agency|television|TV|network|channel))?"
    rf"(?:\s*[,(][^,.;()“”\"\n]{{1,90}}[,)])?(?:\s+on\s+\w+,?)?\s+{_ADVERB}{_REPORTS}\b",
)
_CONTRIBUTED = re.compile(r"(?:\s+\w+){0,3}\s+contributed\s+to\s+th(?:is|e)\b")
_JOINED = re.compile(r"\s*(?:,|,?\s*and|,?\s*or)\s+(?:the\s+)?$")
_GAP = r"(?:\s+(?!that\b|and\b|but\b|who\b|which\b)[\w'’.-]+){0,6}?\s+(?:by\s+)?$"  # "the semiofficial", "South Korea's"
_BEFORE = re.compile(
    r"(?:according\s+to|citing|quoting|quoted\s+by|cited\s+by|reported\s+(?:by|in|on)|reports?\s+(?:by|in|from|on|carried\s+by)"
    r"|published\s+(?:by|in|on)|carried\s+by|relayed\s+by|aired\s+(?:by|on)|broadcast\s+(?:by|on)|obtained\s+by|reporting\s+by"
    r"|story\s+(?:by|in)|investigation\s+by|reviewed\s+by|seen\s+by|revealed\s+by|credited\s+to)" + _GAP,
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|(?:speaking|spoke|speaks|talking|talked)\s+(?:to|with|on)|(?:interview|interviewed|comments?|remarks"
    r"|statement|e-?mail|op-ed|article|column|appearance)\s+(?:with|to|in|on|for|by|given\s+to|sent\s+to)"
    r"|(?:sent|given)\s+to|(?:said|wrote|writing)\s+(?:in|on|to))" + _GAP,
    re.IGNORECASE,
)
_REFERRING = re.compile(
    r"\b(?:(?:the|that|its|this)\s+(?:news)?(?:paper|report|network|broadcaster|outlet|magazine|news\s+agency|website|channel)"
    rf"(?=\s+{_ADVERB}{_REPORTS}\b|\s*,\s*(?:citing|quoting))"
    r"|(?:according\s+to|citing)\s+(?:the|that|its)\s+(?:news)?(?:paper|report|network|broadcaster|outlet|magazine|website|channel)\b)",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"\b(?:(?:[A-Z][\w.]+|local|state|foreign|western|regional|several|some|other|multiple)\s+)*(?:news\s+)?(?:media(?:\s+outlets)?"
    rf"|news\s+outlets|(?:media|news|press|newspaper|published)\s+reports?)\s+{_ADVERB}{_REPORTS}\b"
    r"|\b(?:according\s+to|citing)\s+(?:\w+\s+){0,3}(?:media|news\s+outlets|(?:media|news|press|newspaper|published)\s+reports?)\b"
)
_CITING = re.compile(r"\b(?:[Cc]iting|[Qq]uoting)\b[^,.;]{0,40}$")
_REMEMBERED = 6  # sentences for which "the newspaper" still means the medium named last


def find_citations(article: Article) -> tuple[Citation, ...]:
    """Every citation of another medium in the article, in reading order; what somebody quoted says of media is not one.

    "The newspaper said" counts as the medium that was cited last, "local media reported" as unnamed media.
    """
    quoted = quoted_spans(article.text)
    own = {medium_key(credit.name) for credit in (article.outlet, article.agency) if credit.name}
    found: list[Citation] = []
    for sentence in article.sentences:
        named = [each for each in _named(article, sentence) if medium_key(each.medium) not in own]
        each = named or list(_referring(article, sentence, found))
        found.extend(c for c in each if not any(span.covers(c.span) for span in quoted))
    return tuple(found)


def _named(article: Article, sentence: Sentence) -> Iterator[Citation]:
    media = find_media(article.text, sentence.span)
    ways = [_way(article.text, sentence, each) for each in media]
    for at in range(len(media) - 2, -1, -1):
        if ways[at] is None and _JOINED.fullmatch(article.text[media[at].span.end : media[at + 1].span.start]):
            ways[at] = ways[at + 1]
    for at in range(1, len(media)):
        if ways[at] is None and _JOINED.fullmatch(article.text[media[at - 1].span.end : media[at].span.start]):
            ways[at] = ways[at - 1]
    for each, way in zip(media, ways, strict=True):
        if way is not None and (sentence.role.carries_statements or way is Way.CONTRIBUTED):
            yield Citation(each.name, way, sentence.number, each.span)


def _way(text: str, sentence: Sentence, found: MediumFound) -> Way | None:
    before, after = text[sentence.span.start : found.span.start], text[found.span.end : sentence.span.end]
    if _CONTRIBUTED.match(after):
        return Way.CONTRIBUTED
    if _TOLD.search(before):
        return Way.TOLD
    return Way.REPORT if _AFTER.match(after) or _BEFORE.search(before) else None


def _referring(article: Article, sentence: Sentence, earlier: Sequence[Citation]) -> Iterator[Citation]:
    if not sentence.role.carries_statements:
        return
    last = next((each for each in reversed(earlier) if each.way is not Way.CONTRIBUTED), None)
    if nameless := _NAMELESS.search(article.text, sentence.span.start, sentence.span.end):
        yield Citation(UNNAMED_MEDIA, Way.REPORT, sentence.number, Span(*nameless.span()))
        return
    found = _REFERRING.search(article.text, sentence.span.start, sentence.span.end)
    if found and last is not None and sentence.number - last.sentence <= _REMEMBERED:
        yield Citation(last.medium, Way.REPORT, sentence.number, Span(*found.span()))


def first_hand(names: Sequence[str], citations: Sequence[Citation], text: str) -> tuple[str, ...]:
    """Of the media in a chain ("A, citing B, reported") those at its beginning, by canonical name."""
    media = tuple(dict.fromkeys(medium(name) for name in names))
    behind = [medium(each.medium) for each in citations if _CITING.search(text[max(0, each.span.start - 60) : each.span.start])]
    return tuple(name for name in media if name in behind) or media
