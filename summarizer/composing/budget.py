"""How much a briefing may say: a budget of words, and what has been told, so that nothing is told twice."""

from dataclasses import dataclass, field
from typing import Self

from summarizer.composing.desk import Desk
from summarizer.domain.finding import Finding, Mention
from summarizer.domain.span import Span

_SHARE = 0.38  # of the words that carry statements goes into the body
_LEAST = 300  # words, for a story of short articles
_TOLD = 0.7  # share of a quote that was printed before, from which it is told already


@dataclass(slots=True)
class Budget:
    """Words left for the body, findings already placed, and the stretches of each article already told."""

    words: int
    _placed: set[str] = field(default_factory=set)
    _told: dict[str, list[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk) -> Self:
        given = sum(
            len(sentence.span.cut(article.text).split())
            for article in desk.articles.values()
            for sentence in article.sentences
            if sentence.role.carries_statements
        )
        return cls(max(_LEAST, int(_SHARE * given)))

    def has_room(self, words: int = 1) -> bool:
        return self.words >= words

    def is_placed(self, finding: Finding) -> bool:
        return finding.id in self._placed

    def is_told(self, mention: Mention) -> bool:
        """Whether most of these words were printed before."""
        span = mention.quote.span
        shared = sum(
            max(0, min(span.end, told.end) - max(span.start, told.start)) for told in self._told.get(mention.article, ())
        )
        return shared >= _TOLD * (span.end - span.start)

    def place(self, finding: Finding, mentions: tuple[Mention, ...], text: str) -> None:
        """Count the words of `text` and remember what it told, in every article that tells the same."""
        self._placed.add(finding.id)
        self.words -= len(text.split())
        for mention in mentions:
            self._told.setdefault(mention.article, []).append(mention.quote.span)
