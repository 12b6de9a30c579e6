"""Limits that all callers share: requests at once, requests and tokens a minute, and a pause that one 429 imposes on all."""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from summarizer.edges.llm_failures import TooSlowError

_MINUTE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`concurrency` requests at once; `rpm` requests and `tpm` tokens in any minute, 0 for no limit."""

    concurrency: int = 4
    rpm: int = 0
    tpm: int = 0


@dataclass(slots=True)
class _Sent:
    """A request of the last minute with its tokens: estimated when sent, known when answered."""

    at: float
    tokens: int


class Gate:
    """Lets requests through as the limits allow. Safe for threads; one gate for all that use the same account."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._slots = threading.BoundedSemaphore(max(1, limits.concurrency))
        self._guard = threading.Lock()
        self._sent: deque[_Sent] = deque()
        self._until = 0.0

    def pause(self, seconds: float) -> None:
        """No request begins for the next `seconds`."""
        with self._guard:
            self._until = max(self._until, time.monotonic() + seconds)

    @contextmanager
    def admitted(self, tokens: int, *, deadline: float) -> Iterator[_Sent]:
        """Waits for a turn for a request of about `tokens`; `TooSlowError` where it would come after `deadline`.

        The caller sets the entry's `tokens` to what was really used.
        """
        if not self._slots.acquire(timeout=_left(deadline)):
            raise TooSlowError("the article's time was used up while it waited for its turn: allow more with --timeout")
        try:
            yield self._turn(tokens, deadline)
        finally:
            self._slots.release()

    def _turn(self, tokens: int, deadline: float) -> _Sent:
        while True:
            with self._guard:
                wait = self._wait(tokens)
                if wait <= 0:
                    sent = _Sent(time.monotonic(), tokens)
                    self._sent.append(sent)
                    return sent
            if wait > _left(deadline):
                raise TooSlowError(
                    f"the limits leave no turn for another {wait:.0f} s, more than the article's time: raise --timeout"
                )
            time.sleep(min(wait, 1.0))

    def _wait(self, tokens: int) -> float:
        """Seconds until the next request may begin, as far as is known now."""
        now = time.monotonic()
        while self._sent and self._sent[0].at <= now - _MINUTE:
            self._sent.popleft()
        wait = self._until - now
        return max(wait, self._sent[0].at + _MINUTE - now) if self._sent and self._is_full(tokens) else wait

    def _is_full(self, tokens: int) -> bool:
        """Whether another request of so many tokens does not fit into this minute; the only one of it may be of any size."""
        requests, most = self._limits.rpm, self._limits.tpm
        return bool(
            (requests and len(self._sent) >= requests) or (most and sum(each.tokens for each in self._sent) + tokens > most)
        )


def _left(deadline: float) -> float:
    """Seconds to the deadline, for waiting: never negative, and at most what a lock can wait."""
    return min(max(deadline - time.monotonic(), 0.0), threading.TIMEOUT_MAX)
