"""The exchange store under the SDK: a transport that answers from the store, or admits one request, sends it and keeps its reply.

It is the only place that sends. It sees each HTTP reply once, so the ledger is kept here, and it judges whether a reply is
usable before openai and instructor see it.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpx2

from summarizer.edges.exchanges import Exchange, ExchangeStore, Mode, exchange_key
from summarizer.edges.llm_failures import (
    CutOffError,
    JunkError,
    MissingRecordingError,
    RefusedError,
    ThrottledError,
    TooSlowError,
)

_MAX_REPLY = 8 * 1024 * 1024  # bytes; an answer of 100,000 tokens is half a megabyte
_MAX_PAUSE = 3600.0  # s; a server that asks for more has run out of quota for our purposes
_DEFAULT_PAUSE = 2.0  # s, where a 429 does not say how long
_QUOTA_WORDS = ("insufficient_quota", "billing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What the requests of this thread are for: known to the store and the ledger, never sent."""

    prompt: str
    fingerprint: str
    article: str
    begins: str  # first words of what is asked about
    deadline: float  # `time.monotonic()` at which the article's time is used up


_PURPOSE: ContextVar[Purpose | None] = ContextVar("purpose", default=None)


_KEYS: ContextVar[list[str] | None] = ContextVar("keys", default=None)


@contextmanager
def asking(purpose: Purpose) -> Iterator[list[str]]:
    """Says what the requests inside are for; yields the keys of their exchanges as they come."""
    keys: list[str] = []
    tokens = _PURPOSE.set(purpose), _KEYS.set(keys)
    try:
        yield keys
    finally:
        _PURPOSE.reset(tokens[0])
        _KEYS.reset(tokens[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One HTTP reply: what it used, and whether it was paid for or came from the store. Times in seconds."""

    key: str
    prompt: str
    article: str
    model: str
    status: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    seconds: float
    is_paid: bool


class Ledger:
    """Every reply in the order in which it came. Safe for threads."""

    def __init__(self) -> None:
        self._entries: list[LedgerEntry] = []
        self._guard = threading.Lock()

    def add(self, entry: LedgerEntry) -> None:
        with self._guard:
            self._entries.append(entry)

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        with self._guard:
            return tuple(self._entries)


Admission = Callable[[dict[str, Any], float], AbstractContextManager[Callable[[dict[str, Any]], None]]]


def admit_all(_request: dict[str, Any], _deadline: float) -> AbstractContextManager[Callable[[dict[str, Any]], None]]:
    """No limits."""
    return nullcontext(lambda _reply: None)


class StoringTransport(httpx2.BaseTransport):
    """Answers POSTs from the store; what it does not have is admitted, sent through `inner`, judged and kept.

    `clock` gives Unix time for the record.
    """

    def __init__(
        self,
        inner: httpx2.BaseTransport,
        *,
        store: ExchangeStore,
        ledger: Ledger,
        admission: Admission = admit_all,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._inner = inner
        self._store = store
        self._ledger = ledger
        self._admission = admission
        self._clock = clock

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The stored reply, or a new one. Unusable replies raise what `llm_failures` names."""
        if request.method != "POST":
            return self._inner.handle_request(request)
        asked = json.loads(request.read())
        path = _path(request)
        key = exchange_key(path, asked)
        if (keys := _KEYS.get()) is not None:
            keys.append(key)
        with self._store.alone(key):
            found = self._store.find(key)
            if found is not None:
                self._note(found, is_paid=False)
                return httpx2.Response(200, json=found.reply, request=request)
            if self._store.mode is Mode.REPLAY:
                raise MissingRecordingError(self._missing(asked, key))
            return self._ask(request, asked, key, path)

    def close(self) -> None:
        self._inner.close()

    def _ask(self, request: httpx2.Request, asked: dict[str, Any], key: str, path: str) -> httpx2.Response:
        deadline = _deadline()
        with self._admission(asked, deadline) as settle:
            begun = time.monotonic()
            response = self._inner.handle_request(request)
            content = _whole(response, deadline)
            seconds = time.monotonic() - begun
            reply = _json(content)
            settle(reply)
        exchange = self._exchange(asked, reply, key, path, seconds)
        self._note(exchange, status=response.status_code, is_paid=True)
        if response.status_code == 429 and not _is_quota(content):
            raise ThrottledError(_retry_after(response.headers))
        if response.status_code == 200:
            check_usable(asked, reply)
            self._store.keep(exchange)
        return httpx2.Response(response.status_code, headers=_plain(response.headers), content=content, request=request)

    def _exchange(self, asked: dict[str, Any], reply: dict[str, Any], key: str, path: str, seconds: float) -> Exchange:
        purpose = _PURPOSE.get()
        return Exchange(
            key=key,
            path=path,
            prompt=f"{purpose.prompt} {purpose.fingerprint}" if purpose else "",
            article=purpose.article if purpose else "",
            request=asked,
            reply=reply,
            seconds=round(seconds, 3),
            recorded=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._clock())),
        )

    def _note(self, exchange: Exchange, *, is_paid: bool, status: int = 200) -> None:
        usage = exchange.reply.get("usage") or {}
        details = usage.get("prompt_tokens_details") or {}
        self._ledger.add(
            LedgerEntry(
                key=exchange.key,
                prompt=exchange.prompt,
                article=exchange.article,
                model=exchange.model,
                status=status,
                input_tokens=int(usage.get("prompt_tokens") or usage.get("input_tokens") or 0),
                cached_tokens=int(details.get("cached_tokens") or 0),
                output_tokens=int(usage.get("completion_tokens") or usage.get("output_tokens") or 0),
                seconds=exchange.seconds if is_paid else 0.0,
                is_paid=is_paid,
            )
        )

    def _missing(self, asked: dict[str, Any], key: str) -> str:
        purpose = _PURPOSE.get()
        what = f"prompt {purpose.prompt}, article {purpose.article}, “{purpose.begins}”" if purpose else str(asked.get("model"))
        command = self._store.record_command
        return f"{self._store.folder} has no recording of this request ({what}; {key[:12]}): record it with `{command}`"


def check_usable(asked: dict[str, Any], reply: dict[str, Any]) -> None:
    """Raise unless the reply is a complete answer of the form that was asked for."""
    if "choices" not in reply and "content" in reply:  # another provider's own API, judged by instructor
        return
    choices = reply.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise JunkError("a reply without choices")
    message = choices[0].get("message") or {}
    reason = choices[0].get("finish_reason")
    if reason == "length":
        raise CutOffError("the answer reached its longest length (finish_reason length): allow longer ones with --max-tokens")
    if reason == "content_filter" or message.get("refusal"):
        raise RefusedError(f"the LLM refused to answer: {message.get('refusal') or 'content filter'}")
    if reason not in ("stop", "tool_calls", "function_call", None):
        raise JunkError(f"a reply that ended by {reason!r}")
    for words in _answers(asked, message):
        if not _is_json(words):
            raise JunkError("an answer that is no JSON")


def _answers(asked: dict[str, Any], message: dict[str, Any]) -> Iterator[str]:
    """The parts of the message that must be JSON."""
    for call in message.get("tool_calls") or ():
        yield str(call.get("function", {}).get("arguments", ""))
    if asked.get("response_format"):
        yield message.get("content") or ""


def _is_json(words: str) -> bool:
    try:
        json.loads(words)
    except ValueError:
        return False
    return True


def _json(content: bytes) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _whole(response: httpx2.Response, deadline: float) -> bytes:
    """The whole body, however slowly it drips, within the article's time and the largest size."""
    parts: list[bytes] = []
    size = 0
    try:
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > _MAX_REPLY:
                raise JunkError(f"a reply of more than {_MAX_REPLY} bytes")
            if time.monotonic() > deadline:
                raise TooSlowError("the answer was still coming when the article's time was used up: allow more with --timeout")
    finally:
        response.close()
    return b"".join(parts)


def _deadline() -> float:
    purpose = _PURPOSE.get()
    return purpose.deadline if purpose else float("inf")


def _path(request: httpx2.Request) -> str:
    """The path behind the API's own root, which differs between servers: "/v1/chat/completions" → "/chat/completions"."""
    parts = request.url.path.strip("/").split("/")
    return "/" + "/".join(parts[-2:] if parts[-2:] == ["chat", "completions"] else parts[-1:])


def _plain(headers: httpx2.Headers) -> list[tuple[str, str]]:
    """The headers that still hold after the body was decoded."""
    gone = {"content-encoding", "content-length", "transfer-encoding", "set-cookie"}
    return [(name, value) for name, value in headers.items() if name.lower() not in gone]


def _is_quota(content: bytes) -> bool:
    return any(word.encode() in content for word in _QUOTA_WORDS)


def _retry_after(headers: httpx2.Headers) -> float:
    """Seconds to wait, from `retry-after-ms` or `retry-after` (seconds or an HTTP date)."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  only when throttled

    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        try:
            return min(max(float(value) * unit, 0.0), _MAX_PAUSE)
        except ValueError:
            pass
    try:
        until = parsedate_to_datetime(headers.get("retry-after", "")).timestamp()
    except (TypeError, ValueError):
        return _DEFAULT_PAUSE
    return min(max(until - time.time(), 0.0), _MAX_PAUSE)
