"""The reader that asks an LLM: one call for an article, a second about what the first passed over, and narrow re-asks.

What it returns is a draft like any other; grounding proves or rejects each item of it.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from summarizer.domain.article import Article
from summarizer.domain.report import Rejected
from summarizer.drafts import ReportDraft
from summarizer.edges.exchange_transport import Ledger, Purpose
from summarizer.edges.llm_calls import Caller
from summarizer.edges.llm_estimates import Estimate, estimate
from summarizer.edges.llm_failures import CutOffError, LLMReadingError
from summarizer.edges.prompts import Prompt
from summarizer.prompting.candidates import find_candidates
from summarizer.prompting.drafting import drafted
from summarizer.prompting.gaps import find_gaps
from summarizer.prompting.merging import merged, without
from summarizer.prompting.repairs import faults, mendable, part_around
from summarizer.prompting.sentences import Part, halves, numbered, parts
from summarizer.prompting.wire import Rows, Speakers

_FEWEST = 8  # sentences of a part that may be halved
_ANSWER, _SENTENCE = 250, 40  # tokens that bound an answer, and for each sentence asked about: twice what was measured
Answer = TypeVar("Answer", bound=BaseModel)
Prove = Callable[[ReportDraft, Article], Sequence[Rejected]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """How much is asked. Tokens are estimates of four characters; times are seconds."""

    passes: int = 2  # 1: no gap pass
    rounds: int = 2  # of re-asking
    part: int = 2500  # tokens of article in one call; weak models lose themselves in more
    max_tokens: int = 1500  # of one answer: 40 sentences in rows are under 500
    seconds: float = 600.0  # for one article, waiting included

    def __post_init__(self) -> None:
        if self.passes not in (1, 2) or not 0 <= self.rounds <= 2 or min(self.part, self.max_tokens, self.seconds) <= 0:
            raise ValueError(f"no such way to read: {self}")


def nothing_rejected(_draft: ReportDraft, _article: Article) -> Sequence[Rejected]:
    """No proof at hand: nothing is asked again."""
    return ()


@dataclass(frozen=True, slots=True)
class Incident:
    """A later question that failed: what the first answer gave is kept, and less was asked than should have been."""

    article: str
    prompt: str
    message: str


@dataclass(slots=True)
class LLMReader:
    """Reads articles with one LLM. Safe for threads; `ledger` has every reply, paid or stored."""

    name: str
    caller: Caller
    prompts: Mapping[str, Prompt]
    ledger: Ledger
    settings: ReadingSettings = field(default_factory=ReadingSettings)
    prove: Prove = nothing_rejected
    close: Callable[[], None] = lambda: None
    incidents: list[Incident] = field(default_factory=list)

    def read(self, article: Article) -> ReportDraft:
        """A draft of everything the article says, as far as the LLM finds it. Raises what `llm_failures` lists."""
        deadline = time.monotonic() + self.settings.seconds
        draft = merged([self._part(part, article, deadline) for part in parts(article, size=self.settings.part)])
        if self.settings.passes > 1 and (gaps := find_gaps(draft, article)):
            with self._kept(article, "gaps"):
                draft = merged([draft, self._rows("gaps", gaps, article, deadline)])
        with self._kept(article, "reask"):
            return self._repaired(draft, article, deadline)
        return draft

    def estimate(self, articles: Sequence[Article]) -> Estimate:
        """Calls and tokens that reading these would take, at most and about; nothing is sent."""
        return estimate(articles, prompts=self.prompts, settings=self.settings)

    def fingerprints(self) -> dict[str, str]:
        """Name → fingerprint of each prompt with the schema of its answer."""
        return {name: fingerprint(prompt) for name, prompt in self.prompts.items()}

    def _part(self, part: Part, article: Article, deadline: float) -> ReportDraft:
        """One part; where its answer is cut off, its two halves, since a weak LLM repeats itself less over fewer sentences."""
        try:
            return self._rows("report", part, article, deadline)
        except CutOffError:
            if len(part.own) < _FEWEST:
                raise
        return merged([self._rows("report", half, article, deadline) for half in halves(part)])

    @contextmanager
    def _kept(self, article: Article, prompt: str) -> Iterator[None]:
        """A later question that fails costs only itself, and is noted; what concerns the whole run still ends it."""
        try:
            yield
        except LLMReadingError as failure:
            self.incidents.append(Incident(article.name, prompt, str(failure)))

    def _repaired(self, draft: ReportDraft, article: Article, deadline: float) -> ReportDraft:
        """The draft with its failing items asked again; what fails still is left for grounding to list."""
        asked: set[tuple[Rejected, ...]] = set()
        for _ in range(self.settings.rounds):
            failing = mendable(self.prove(draft, article), article)
            if not failing or failing in asked:
                break
            asked.add(failing)
            mended = self._mended(failing, article, deadline)
            better = [claim for claim in mended.claims if claim not in draft.claims]
            if not better:
                break
            draft = merged([without(draft, _answered(failing, mended)), ReportDraft(claims=tuple(better))])
        return draft

    def _mended(self, failing: Sequence[Rejected], article: Article, deadline: float) -> ReportDraft:
        part = part_around(failing, article)
        inputs = {"sentences": numbered(article, part.shown), "faults": faults(failing)}
        answer = self._ask(Speakers, inputs, self._purpose("reask", article, part, deadline), most=self._most(part))
        rows = Rows(weapons=[], said=answer.said, told=[], measures=[])
        return drafted(rows, article, part)

    def _rows(self, prompt: str, part: Part, article: Article, deadline: float) -> ReportDraft:
        inputs = {"sentences": numbered(article, part.shown), "candidates": find_candidates(article, part).text()}
        rows = self._ask(Rows, inputs, self._purpose(prompt, article, part, deadline), most=self._most(part))
        return drafted(rows, article, part)

    def _purpose(self, name: str, article: Article, part: Part, deadline: float) -> Purpose:
        first = article.words_of(part.own[0].number)
        return Purpose(
            prompt=name,
            fingerprint=fingerprint(self.prompts[name]),
            article=article.name,
            begins=" ".join(first.split()[:8]),
            deadline=deadline,
        )

    def _most(self, part: Part) -> int:
        """The longest answer about so many sentences."""
        return min(self.settings.max_tokens, _ANSWER + _SENTENCE * len(part.own))

    def _ask(self, schema: type[Answer], inputs: Mapping[str, str], purpose: Purpose, *, most: int) -> Answer:
        messages = self.prompts[purpose.prompt].messages(inputs)
        return self.caller.ask(schema, messages, purpose=purpose, max_tokens=most)


SCHEMAS: Mapping[str, type[BaseModel]] = {"Rows": Rows, "Speakers": Speakers}


def fingerprint(prompt: Prompt) -> str:
    """The prompt's fingerprint together with the schema of its answer."""
    return prompt.fingerprint(json.dumps(SCHEMAS[prompt.answer].model_json_schema(), sort_keys=True))


def _answered(failing: Sequence[Rejected], mended: ReportDraft) -> tuple[Rejected, ...]:
    """The failing items whose sentences have a new claim."""
    numbers = {number for claim in mended.claims for number in claim.sentences}
    return tuple(item for item in failing if numbers.intersection(item.sentences))
