"""What LLM calls cost, as far as prices are known, and the budget that stops before it is overspent.

Prices are those of the genai-prices package (its own table, never fetched), or the user's. A price that nobody knows is
`None`, never 0.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from summarizer.edges.exchange_transport import LedgerEntry
from summarizer.edges.llm_failures import BudgetReachedError

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens; `cached` for input that the provider had in its prompt cache."""

    input: float
    output: float
    cached: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Calls and tokens together, and their cost in US dollars; `None` where a price is unknown."""

    calls: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    cost: float | None

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


def cost_of(
    model: str, input_tokens: int, output_tokens: int, *, cached_tokens: int = 0, prices: Mapping[str, Price] | None = None
) -> float | None:
    """US dollars, or `None` where no price is known. `model` is "provider/name"; `prices` are the user's own, by full name."""
    own = (prices or {}).get(model)
    if own is not None:
        fresh = (input_tokens - cached_tokens) * own.input + cached_tokens * (own.input if own.cached is None else own.cached)
        return (fresh + output_tokens * own.output) / _MILLION
    provider, _, name = model.partition("/")
    if not name or provider in ("local", "ollama", "replay"):
        return None
    from genai_prices import Usage as Used  # noqa: PLC0415  0.2 s to import
    from genai_prices import calc_price  # noqa: PLC0415  0.2 s to import

    try:
        used = Used(input_tokens=input_tokens, output_tokens=output_tokens, cache_read_tokens=cached_tokens)
        return float(calc_price(used, name, provider_id=provider).total_price)
    except (LookupError, ValueError):
        return None


def usage_of(entries: Iterable[LedgerEntry], *, model: str, prices: Mapping[str, Price] | None = None) -> Usage:
    """All replies that were paid for, together."""
    paid = [entry for entry in entries if entry.is_paid]
    fresh = sum(entry.input_tokens for entry in paid)
    cached = sum(entry.cached_tokens for entry in paid)
    written = sum(entry.output_tokens for entry in paid)
    return Usage(
        calls=len(paid),
        input_tokens=fresh,
        cached_tokens=cached,
        output_tokens=written,
        cost=cost_of(model, fresh, written, cached_tokens=cached, prices=prices) if paid else 0.0,
    )


class Budget:
    """The most that may be spent: US dollars, calls, or both; `None` is no limit. Safe for threads.

    What a call may cost at most is set aside before it is sent, so that the limit holds with many at once.
    """

    def __init__(self, *, money: float | None = None, calls: int | None = None) -> None:
        self._money = money
        self._calls = calls
        self._spent = 0.0
        self._held = 0.0
        self._sent = 0
        self._guard = threading.Lock()

    @property
    def is_unlimited(self) -> bool:
        return self._money is None and self._calls is None

    @contextmanager
    def held(self, cost: float | None) -> Iterator["Held"]:
        """Sets aside the largest cost of one call; `BudgetReachedError` where it does not fit, or its price is unknown."""
        held = self._hold(cost)
        try:
            yield held
        finally:
            with self._guard:
                self._held -= held.set_aside
                self._spent += held.cost

    def _hold(self, cost: float | None) -> "Held":
        with self._guard:
            if self._calls is not None and self._sent >= self._calls:
                raise BudgetReachedError(
                    f"--max-calls {self._calls} is reached: what was read is kept, a rerun goes on from here"
                )
            if self._money is not None and cost is None:
                raise BudgetReachedError(
                    "--budget needs a price, and this LLM's is unknown: give it in the settings, or use --max-calls"
                )
            if self._money is not None and cost is not None and self._spent + self._held + cost > self._money:
                raise BudgetReachedError(
                    f"the next call could pass --budget {self._money:g} ({self._spent:.4f} spent): "
                    "what was read is kept, a rerun goes on from here"
                )
            self._sent += 1
            self._held += cost or 0.0
            return Held(cost or 0.0)


@dataclass(slots=True)
class Held:
    """What one call has set aside, and its cost once that is known; a call that failed costs nothing."""

    set_aside: float
    cost: float = 0.0
