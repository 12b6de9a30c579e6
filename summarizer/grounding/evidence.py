"""The cited sentences of an article, and finding printed words in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.article import Article, Sentence
from summarizer.domain.report import Reason, Rejected
from summarizer.domain.span import Quote, Span
from summarizer.language.folding import find_all

WINDOW = 2  # sentences before and after a citation in which "he said" and the speaker's name may stand


class UngroundedError(Exception):
    """Raised inside grounding where an item cannot be proven; `ground` turns it into a `Rejected`."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def rejected(self, kind: str, said: str, sentences: Sequence[int]) -> Rejected:
        return Rejected(kind, said, tuple(sentences), self.reason, self.detail)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences that an item cites, in order, each once."""

    article: Article
    sentences: tuple[Sentence, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sentence.span for sentence in self.sentences)

    @property
    def text(self) -> str:
        return " ".join(span.cut(self.article.text) for span in self.spans)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(sentence.number for sentence in self.sentences)

    def quotes(self) -> tuple[Quote, ...]:
        return tuple(Quote.cut(self.article.text, span) for span in self.spans)

    def widened(self) -> "Evidence":
        """The same with the sentences up to `WINDOW` before and after."""
        near = {n + step for n in self.numbers for step in range(-WINDOW, WINDOW + 1)}
        found = tuple(self.article.sentences[n - 1] for n in sorted(near) if 1 <= n <= len(self.article.sentences))
        return Evidence(self.article, found)

    def locate(self, words: str, *, near: Span | None = None) -> Quote | None:
        """Where `words` stand in the sentences, cut from the text; the place nearest to `near` where there are several."""
        places = [place.shifted(run.start) for run in self._runs() for place in find_all(words, run.cut(self.article.text))]
        if not places:
            return None
        if near is None:
            return Quote.cut(self.article.text, places[0])
        return Quote.cut(self.article.text, min(places, key=lambda place: _distance(place, near)))

    def _runs(self) -> list[Span]:
        """Stretches of sentences that follow one another: quotations run over several."""
        runs: list[Span] = []
        last = None
        for sentence in self.sentences:
            if last is not None and sentence.number == last + 1:
                runs[-1] = Span(runs[-1].start, sentence.span.end)
            else:
                runs.append(sentence.span)
            last = sentence.number
        return runs


def cite(article: Article, numbers: Sequence[int]) -> Evidence:
    """The sentences with these numbers; `UngroundedError` where there is none, or one that carries no statement."""
    if not numbers:
        raise UngroundedError(Reason.EMPTY, "no sentence is cited")
    for number in numbers:
        if not 1 <= number <= len(article.sentences):
            raise UngroundedError(
                Reason.NO_SUCH_SENTENCE, f"the article has sentences 1 to {len(article.sentences)}, not {number}"
            )
        role = article.sentences[number - 1].role
        if not role.carries_statements:
            raise UngroundedError(Reason.NOT_A_STATEMENT, f"sentence {number} is {role}")
    return Evidence(article, tuple(article.sentences[number - 1] for number in sorted(set(numbers))))


def _distance(place: Span, near: Span) -> int:
    if place.overlaps(near):
        return 0
    return max(near.start - place.end, place.start - near.end)
