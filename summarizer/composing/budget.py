"""How much a briefing may say: a budget of words, and what has been told, so that nothing is told twice."""

from dataclasses import dataclass, field
from typing import Self

from summarizer.composing.desk import Desk
from summarizer.domain.finding import Finding, Mention
from summarizer.domain.span import Span
from summarizer.domain.story import Line

# The body gets `_SHARE` of the words that carry statements less `_OFF`: 900 words for five short articles, more for longer
# reports, and never more than a quarter of an hour's reading.
_SHARE, _OFF = 0.6, 495
_LEAST, _MOST = 600, 2400  # for short articles as much as they have, up to this
_FRAME, _SOURCE = 105, 12  # words of titles, gaps and column heads, and of one row of the sources
_MARKS = 2  # the bullet and the citation of a line
_TOLD = 0.7  # share of a quote that was printed before, from which it is told already


@dataclass(slots=True)
class Budget:
    """Words left for the body, findings already placed, and the stretches of each article already told."""

    words: int
    _whole: int = 0
    _kept: int = 0  # words that the section at hand must leave to the others
    _placed: set[str] = field(default_factory=set)
    _flags: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    _told: dict[str, list[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk) -> Self:
        given = sum(
            len(sentence.span.cut(article.text).split())
            for article in desk.articles.values()
            for sentence in article.sentences
            if sentence.role.carries_statements
        )
        frame = _FRAME + _SOURCE * len(desk.articles)
        words = min(_MOST, max(min(_LEAST, int(_SHARE * given)), int(_SHARE * given) - _OFF)) - frame
        return cls(words, words)

    def allow(self, share: float) -> Self:
        """Let the section that comes next spend at most this share of the whole budget; returns the budget itself."""
        self._kept = max(0, self.words - int(share * self._whole))
        return self

    def has_room(self, words: int = 1) -> bool:
        return self.words - self._kept >= words + _MARKS

    def is_placed(self, finding: Finding) -> bool:
        return finding.id in self._placed

    def is_told(self, mention: Mention) -> bool:
        """Whether most of these words were printed before."""
        span = mention.quote.span
        shared = sum(
            max(0, min(span.end, told.end) - max(span.start, told.start)) for told in self._told.get(mention.article, ())
        )
        return shared >= _TOLD * (span.end - span.start)

    def flagged(self, finding: Finding) -> tuple[Line, ...]:
        """The finding's flags as lines, each kind once for the same outlets: that one rewords quotations is told once."""
        carriers = frozenset(mention.article for mention in finding.mentions)
        new = [flag for flag in finding.flags if (flag.split(":")[0], carriers) not in self._flags]
        self._flags.update((flag.split(":")[0], carriers) for flag in new)
        return tuple(Line(flag[:1].upper() + flag[1:] + ".") for flag in new)

    def place(self, finding: Finding, mentions: tuple[Mention, ...], text: str) -> None:
        """Count the words of `text` and remember what it told, in every article that tells the same."""
        self._placed.add(finding.id)
        self.words -= len(text.split()) + _MARKS
        for mention in mentions:
            self._told.setdefault(mention.article, []).append(mention.quote.span)
