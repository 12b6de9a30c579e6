"""One structured call to an LLM: the real openai and instructor code, and the only retry loop.

Everything below has retries 0. A call ends with an answer of the schema, or with one error of ours.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from summarizer.edges.exchange_transport import Purpose, asking
from summarizer.edges.llm_failures import (
    Failure,
    ThrottledError,
    TooSlowError,
    UnreadableAnswerError,
    classify,
    find_cause,
    translated,
)
from summarizer.edges.llm_limits import Gate

if TYPE_CHECKING:
    import openai
    from tenacity import RetryCallState

_ATTEMPTS = 5  # of a request that fails in passing: with a fifth of all failing, one article in 3,000 is lost; pauses grow to 8 s
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0  # s, as in openai's own client
_CONNECT = 5.0  # s

Message = Mapping[str, str]
Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a server wants to be asked. What it does not know it refuses with a 400, and the next form is tried and remembered."""

    mode: str = "json_schema"  # or "tools"
    length: str = "max_tokens"  # or "max_completion_tokens"
    has_temperature: bool = True

    def __str__(self) -> str:
        return " ".join([self.mode, self.length, *(["temperature"] if self.has_temperature else [])])

    @classmethod
    def parse(cls, words: str) -> "Dialect":
        """The dialect that `str` wrote, for replaying recordings in it."""
        parts = words.split()
        return cls(parts[0], parts[1] if len(parts) > 1 else "max_tokens", "temperature" in parts or len(parts) < 2)

    def without(self, complaint: str) -> "Dialect | None":
        """The next form to try after a server's complaint, or `None` where it is about something else."""
        said = complaint.lower()
        if self.length == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, length="max_completion_tokens")
        if self.has_temperature and "temperature" in said:
            return replace(self, has_temperature=False)
        if self.mode == "json_schema" and any(word in said for word in ("response_format", "json_schema", "structured output")):
            return replace(self, mode="tools")
        return None


@dataclass(slots=True)
class Caller:
    """Asks one LLM on one server. Safe for threads."""

    client: "openai.OpenAI"
    model: str  # as the server knows it
    server: str  # its address, for messages
    gate: Gate
    dialect: Dialect = field(default_factory=Dialect)
    forget: Callable[[Iterable[str]], None] = lambda _keys: None  # drops stored answers that turned out unreadable

    def ask(self, schema: type[Answer], messages: Sequence[Message], *, purpose: Purpose, max_tokens: int) -> Answer:
        """The LLM's answer as `schema`. Raises what `llm_failures` lists, never an error of a library."""
        from tenacity import Retrying, retry_if_exception  # noqa: PLC0415  with openai, which is slow to import

        patience = _Patience(self.gate, purpose.deadline)
        policy = Retrying(retry=retry_if_exception(patience.goes_on), wait=patience.pause, reraise=True)
        with asking(purpose) as keys:
            try:
                answer: Answer = policy(self._adapting, schema, messages, max_tokens, purpose.deadline)
            except Exception as error:
                failure = translated(error, server=self.server, model=self.model)
                if isinstance(failure, UnreadableAnswerError):
                    self.forget(keys)
                raise failure from None
        return answer

    def _adapting(self, schema: type[Any], messages: Sequence[Message], max_tokens: int, deadline: float) -> Any:
        """One call, in the next form where the server does not know this one."""
        import openai  # noqa: PLC0415  0.6 s to import

        while True:
            dialect = self.dialect
            try:
                return self._once(dialect, schema, messages, max_tokens, deadline)
            except Exception as error:
                refused = find_cause(error, openai.APIStatusError)
                known = refused is not None and refused.status_code in (400, 422)
                other = dialect.without(str(refused)) if known else None
                if other is None:
                    raise
                self.dialect = other

    def _once(self, dialect: Dialect, schema: type[Any], messages: Sequence[Message], max_tokens: int, deadline: float) -> Any:
        import httpx2  # noqa: PLC0415  with openai, which is slow to import
        import instructor  # noqa: PLC0415  with openai, which is slow to import

        logging.getLogger("instructor.v2.retry").setLevel(logging.CRITICAL)  # it logs as errors what is dealt with here
        left = deadline - time.monotonic()
        if left <= 0:
            raise TooSlowError("the article's time is used up: allow more with --timeout")
        mode = instructor.Mode.TOOLS if dialect.mode == "tools" else instructor.Mode.JSON_SCHEMA
        options: dict[str, Any] = {dialect.length: max_tokens}
        if dialect.has_temperature:
            options["temperature"] = 0
        answering: Any = instructor.from_openai(self.client, mode=mode)
        return answering.create(
            response_model=schema,
            messages=[dict(message) for message in messages],
            model=self.model,
            max_retries=1,  # one re-ask with the error, where the answer does not fit the schema; nothing else is retried there
            strict=False,
            timeout=httpx2.Timeout(left, connect=min(_CONNECT, left)),
            **options,
        )


class _Patience:
    """Decides for one call whether to go on after a failure, and when."""

    def __init__(self, gate: Gate, deadline: float) -> None:
        self._gate = gate
        self._deadline = deadline
        self._failed = 0

    def goes_on(self, error: BaseException) -> bool:
        kind = classify(error)
        if kind is Failure.TRANSIENT:
            self._failed += 1
            return self._failed < _ATTEMPTS
        return kind is Failure.THROTTLED and self._throttle(error)

    def _throttle(self, error: BaseException) -> bool:
        """Stops all callers for as long as the server asks; gives up where that is more than this article's time."""
        throttled = find_cause(error, ThrottledError)
        seconds = throttled.seconds if throttled else 0.0
        self._gate.pause(seconds)
        return time.monotonic() + seconds < self._deadline

    def pause(self, _state: "RetryCallState") -> float:
        """Seconds before the next attempt; a pause for all is kept by the gate."""
        from random import uniform  # noqa: PLC0415  only after failures

        longest = min(_FIRST_PAUSE * 2 ** max(self._failed - 1, 0), _LONGEST_PAUSE) if self._failed else 0.0
        return min(uniform(longest / 2, longest), max(self._deadline - time.monotonic(), 0.0))
