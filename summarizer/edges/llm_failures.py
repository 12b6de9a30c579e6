"""What can go wrong with an LLM, and whose it is to deal with. Foreign errors are translated here, once.

throttled   429                               wait until Retry-After, all callers; costs no attempt
transient   408, 409, 5xx, timeouts, junk     a few attempts with growing pauses, then this article fails
output      answer does not fit the schema    one re-ask, then this article fails
cut off     finish_reason "length"            this article fails
refusal     refusal, content filter           this article fails
permanent   400                               this article fails; 401, 403, 404, quota: the run stops

SummarizerError
├── SettingsError               4
│   ├── KeyRefusedError         4  the server does not take the key
│   └── QuotaError              4  the account has nothing left
├── UnknownModelError           1  the server has no such LLM
├── UnreachableError            1  nothing answers at the address
├── MissingRecordingError       1  a replay was asked for what was never recorded
├── BudgetReachedError          5  the limit of money or calls is reached
└── ReadingError                1  one article failed; a briefing goes on without it
    └── LLMReadingError         1  … because of its LLM (cut off, refused, unreadable, too slow, server failed)
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from summarizer.errors import ReadingError, SettingsError, SummarizerError

_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "access_terminated"})
_TRANSIENT_STATUS = frozenset({408, 409, 425})  # and every 5xx; 425 Too Early is sent by some proxies
Found = TypeVar("Found", bound=BaseException)
_SHOWN = 200  # characters of a server's own message in ours


class Failure(StrEnum):
    """The class of a failed call, which decides what happens next."""

    THROTTLED = "throttled"
    TRANSIENT = "transient"
    FINAL = "final"


class KeyRefusedError(SettingsError):
    """The server does not take the key."""


class QuotaError(SettingsError):
    """The account has no money or quota left."""


class UnknownModelError(SummarizerError):
    """The server has no LLM of this name."""


class UnreachableError(SummarizerError):
    """Nothing answers at the server's address."""


class MissingRecordingError(SummarizerError):
    """A replay was asked for an exchange that was never recorded."""


class BudgetReachedError(SummarizerError):
    """The limit of money or calls is reached; what was done is kept."""

    exit_code: ClassVar[int] = 5


class LLMReadingError(ReadingError):
    """One article could not be read by its LLM."""


class CutOffError(LLMReadingError):
    """The answer reached its longest length before its end."""


class RefusedError(LLMReadingError):
    """The LLM or its server's filter refused to answer."""


class UnreadableAnswerError(LLMReadingError):
    """The answer does not fit what was asked, even after it was asked again."""


class TooSlowError(LLMReadingError):
    """The article's time is used up."""


class ServerError(LLMReadingError):
    """The server failed on this request until we gave up."""


class ThrottledError(Exception):
    """Raised under the SDK for a 429: every caller waits `seconds` before the next request. Never leaves the edge."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


class JunkError(Exception):
    """Raised under the SDK for a reply that is none: no JSON, no choices, an answer cut in the middle. Never leaves the edge."""


def causes(error: BaseException) -> Iterator[BaseException]:
    """The error and everything it was raised from, outermost first; instructor and openai wrap what lies below them."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or at.__context__


def find_cause(error: BaseException, kind: type[Found]) -> Found | None:
    """The outermost of this kind among an error and its causes."""
    return next((each for each in causes(error) if isinstance(each, kind)), None)


def classify(error: BaseException) -> Failure:
    """What to do about a failed call: wait, try again, or give up."""
    if find_cause(error, SummarizerError):
        return Failure.FINAL
    if find_cause(error, ThrottledError):
        return Failure.THROTTLED
    if find_cause(error, JunkError):
        return Failure.TRANSIENT
    return Failure.TRANSIENT if _is_transient(error) else Failure.FINAL


def _is_transient(error: BaseException) -> bool:
    import openai  # noqa: PLC0415  0.6 s to import

    status = find_cause(error, openai.APIStatusError)
    if status is not None:
        return status.status_code in _TRANSIENT_STATUS or status.status_code >= 500
    return find_cause(error, openai.APIConnectionError) is not None


def translated(error: BaseException, *, server: str, model: str) -> SummarizerError:
    """The one error of ours that says what happened and what to do. No key is in it, whatever the server sent."""
    ours = find_cause(error, SummarizerError)
    if ours is not None:
        return ours
    import openai  # noqa: PLC0415  0.6 s to import

    status = find_cause(error, openai.APIStatusError)
    if status is not None:
        return _from_status(status, server=server, model=model)
    if find_cause(error, openai.APITimeoutError):
        return ServerError(f"{server} did not answer in time; try again, or allow it more with --timeout")
    if find_cause(error, openai.APIConnectionError) and not find_cause(error, JunkError):
        return _from_connection(error, server)
    if find_cause(error, JunkError) or find_cause(error, ThrottledError):
        return ServerError(f"{server} gave no usable answer: {_innermost(error)}")
    return UnreadableAnswerError(f"{model} gave an answer that does not fit the schema, twice: {_shortened(_innermost(error))}")


def _from_connection(error: BaseException, server: str) -> SummarizerError:
    import httpx2  # noqa: PLC0415  with openai, which is slow to import

    if find_cause(error, httpx2.ConnectError):
        return UnreachableError(f"nothing answers at {server}: start the server, or name another with --base-url")
    return ServerError(f"{server} dropped the connection: {_shortened(_innermost(error))}")


def _from_status(error: Any, *, server: str, model: str) -> SummarizerError:
    said = _shortened(_message(error))
    if error.code in _QUOTA_CODES or error.status_code == 402:
        return QuotaError(f"the account at {server} has no quota left ({said}): raise its limit, or use another key")
    if error.status_code in (401, 403):
        return KeyRefusedError(f"{server} does not take the key ({error.status_code}): set OPENAI_API_KEY to one that it knows")
    if error.status_code == 404:
        return UnknownModelError(f"{server} has no LLM {model!r} (404): check the name after the slash, and --base-url")
    if error.status_code >= 500 or error.status_code in _TRANSIENT_STATUS:
        return ServerError(f"{server} failed ({error.status_code}): {said}")
    return LLMReadingError(f"{server} refused the request ({error.status_code}): {said}")


def _message(error: Any) -> str:
    body = error.body
    return str(body.get("message") or error.message) if isinstance(body, dict) else str(error.message)


def _innermost(error: BaseException) -> str:
    last = list(causes(error))[-1]
    return str(last) or type(last).__name__


def _shortened(message: str) -> str:
    """One line of a foreign message, without anything that looks like a key."""
    import re  # noqa: PLC0415  only on failures

    line = re.sub(r"(?i)\b(?:sk|key|pk|rk)[-_][\w*-]{6,}|\bBearer\s+\S+", "[key]", " ".join(message.split()))
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
