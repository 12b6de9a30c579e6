"""What reading would take, before anything is sent: calls and tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.domain.article import Article
from summarizer.edges.prompts import Prompt
from summarizer.prompting.candidates import find_candidates
from summarizer.prompting.sentences import Part, numbered, parts, tokens_of

_ROW = 9  # tokens of answer for a sentence, as measured on articles of 9 to 36 sentences
_ANSWER = 30  # tokens of an answer without a row
_SECOND = 0.35  # share of the first call's tokens that gap pass and re-asks took, as measured


class Amounts(Protocol):
    """The settings that bear on an estimate."""

    @property
    def passes(self) -> int: ...
    @property
    def part(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """About what reading takes; `stored` says nothing of it is subtracted for exchanges that are in the store."""

    articles: int
    calls: int
    input_tokens: int
    output_tokens: int

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


def estimate(articles: Sequence[Article], *, prompts: Mapping[str, Prompt], settings: Amounts) -> Estimate:
    """Calls and tokens for reading `articles`, from what would be asked; four characters count as one token."""
    asked = [(article, part) for article in articles for part in parts(article, size=settings.part)]
    read = sum(_input(article, part, prompts["report"]) for article, part in asked)
    written = sum(_ANSWER + _ROW * len(part.own) for _, part in asked)
    more = 1 + _SECOND if settings.passes > 1 else 1
    calls = len(asked) + (len(articles) if settings.passes > 1 else 0)
    return Estimate(articles=len(articles), calls=calls, input_tokens=round(read * more), output_tokens=round(written * more))


def _input(article: Article, part: Part, prompt: Prompt) -> int:
    return tokens_of(prompt.task) + tokens_of(numbered(article, part.shown)) + tokens_of(find_candidates(article, part).text())
