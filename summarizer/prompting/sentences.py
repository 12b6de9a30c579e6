"""An article as numbered sentences: what an LLM is shown of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.domain.article import Article, Sentence

TOKEN_LETTERS = 4  # characters of English to a token, for estimates; real counts come with each reply
_OVERLAP = 2  # sentences
_MARK = 4  # tokens of a sentence's number and line


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences of an article that are asked about together. `own` are to be reported, the others are shown for context."""

    own: tuple[Sentence, ...]
    context: tuple[Sentence, ...] = ()

    @property
    def shown(self) -> tuple[Sentence, ...]:
        return tuple(sorted((*self.own, *self.context), key=lambda sentence: sentence.number))


def speaking(article: Article) -> tuple[Sentence, ...]:
    """The sentences whose role carries statements."""
    return tuple(sentence for sentence in article.sentences if sentence.role.carries_statements)


def numbered(article: Article, sentences: Iterable[Sentence]) -> str:
    """One line for each sentence: its number in brackets and its words, with white space folded and no tag of ours in them."""
    return "\n".join(f"[{sentence.number}] {shown(article, sentence)}" for sentence in sentences)


def shown(article: Article, sentence: Sentence) -> str:
    """The words of a sentence on one line; "<" is shown as "‹", so that no article can end its own part of the message."""
    return " ".join(sentence.span.cut(article.text).split()).replace("<", "‹").replace(">", "›")


def tokens_of(text: str) -> int:
    """About how many tokens a text has."""
    return len(text) // TOKEN_LETTERS + 1


def parts(article: Article, *, size: int, overlap: int = _OVERLAP) -> tuple[Part, ...]:
    """The speaking sentences in parts of about `size` tokens, split where paragraphs end wherever possible.

    Each part after the first shows the last `overlap` sentences before it, so that "he" has its name; every sentence is the
    own one of exactly one part.
    """
    sentences = speaking(article)
    cuts = _cuts(article, sentences, size)
    return tuple(
        Part(own=sentences[start:end], context=sentences[max(0, start - overlap) : start])
        for start, end in zip([0, *cuts], [*cuts, len(sentences)], strict=True)
        if start < end
    )


def _cuts(article: Article, sentences: tuple[Sentence, ...], size: int) -> list[int]:
    """Where parts after the first begin: at the last end of a paragraph that fits, else at the last sentence that fits."""
    cuts: list[int] = []
    start, used, paragraph = 0, 0, 0
    for at, sentence in enumerate(sentences):
        if at > start and sentence.paragraph != sentences[at - 1].paragraph:
            paragraph = at
        cost = tokens_of(shown(article, sentence)) + _MARK
        if used + cost > size and at > start:
            start = paragraph if paragraph > start else at
            cuts.append(start)
            used = sum(tokens_of(shown(article, each)) + _MARK for each in sentences[start:at])
        used += cost
    return cuts


def halves(part: Part) -> tuple[Part, Part]:
    """The part as two, the second with the end of the first as its context."""
    at = len(part.own) // 2
    return Part(own=part.own[:at], context=part.context), Part(own=part.own[at:], context=part.own[at - _OVERLAP : at])
