"""Admission of one request: a turn at the gate, and money set aside."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from summarizer.edges.exchange_transport import Admission
from summarizer.edges.llm_limits import Gate
from summarizer.edges.llm_money import Budget, Price, cost_of

_LETTERS = 3  # characters to a token, on the safe side: what is set aside should not be too little


def admission(gate: Gate, budget: Budget, *, model: str, prices: Mapping[str, Price] | None = None) -> Admission:
    """Admits requests to `model` ("provider/name") as gate and budget allow."""

    @contextmanager
    def admit(request: dict[str, Any], deadline: float) -> Iterator[Callable[[dict[str, Any]], None]]:
        asked = len(json.dumps(request.get("messages", ""), ensure_ascii=False)) // _LETTERS
        answer = int(request.get("max_tokens") or request.get("max_completion_tokens") or 0)
        most = None if budget.is_unlimited else cost_of(model, asked, answer, prices=prices)
        with gate.admitted(asked + answer, deadline=deadline) as sent, budget.held(most) as held:

            def settle(reply: dict[str, Any]) -> None:
                usage = reply.get("usage") or {}
                used = int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0)
                if sum(used):
                    sent.tokens = sum(used)
                if not budget.is_unlimited:
                    held.cost = cost_of(model, *used, prices=prices) or 0.0

            yield settle

    return admit
