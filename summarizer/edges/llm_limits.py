"""Limits that all callers share: requests at once, requests and tokens a minute, and a pause that one 429 imposes on all."""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from summarizer.edges.llm_failures import TooSlowError

_MINUTE = 60.0
_LESS = 0.7  # share of the requests at once that is left after a refusal


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
    """Lets requests through as the limits allow. Safe for threads; one gate for all that use the same account.

    A server that refuses for want of room gets fewer at once from then on, and more again as answers come: additive
    increase, multiplicative decrease, as in TCP (RFC 5681).
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._guard = threading.Condition()
        self._active = 0
        self._room = float(max(1, limits.concurrency))
        self._sent: deque[_Sent] = deque()
        self._until = 0.0

    def pause(self, seconds: float) -> None:
        """No request begins for the next `seconds`, and fewer run at once after that."""
        with self._guard:
            now = time.monotonic()
            if now >= self._until:  # the others that were refused with this one say nothing new
                self._room = max(1.0, self._room * _LESS)
            self._until = max(self._until, now + seconds)

    @contextmanager
    def admitted(self, tokens: int, *, deadline: float) -> Iterator[_Sent]:
        """Waits for a turn for a request of about `tokens`; `TooSlowError` where it would come after `deadline`.

        The caller sets the entry's `tokens` to what was really used.
        """
        with self._guard:
            if not self._guard.wait_for(lambda: self._active < int(self._room), timeout=_left(deadline)):
                raise TooSlowError("the article's time was used up while it waited for its turn: allow more with --timeout")
            self._active += 1
        try:
            yield self._turn(tokens, deadline)
        finally:
            with self._guard:
                self._active -= 1
                self._room = min(self._room + 1 / self._room, float(max(1, self._limits.concurrency)))
                self._guard.notify_all()

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
