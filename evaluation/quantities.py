"""Quantities in news sentences (the NewsQuant set): value, unit and change against labelled sentences."""

import contextlib
import importlib.util
import io
import json
import math
import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from summarizer.domain.quantity import Approximator, Change, Quantity
from summarizer.language.quantities import find_quantities

Answer = tuple[float | tuple[float, float], str, str]

_CHANGES = {
    Approximator.EXACT: "=",
    Approximator.ABOUT: "~",
    Approximator.AT_LEAST: ">",
    Approximator.MORE_THAN: ">",
    Approximator.AT_MOST: "<",
    Approximator.LESS_THAN: "<",
    Approximator.BETWEEN: "=",
    Approximator.VAGUE: "=",
}


def main(data: Path) -> dict[str, float]:
    """F1 in percent of value, value with unit, and value with change, printed by the set's own scorer."""
    scorer = _scorer(data)
    rows: list[dict[str, Any]] = [json.loads(line) for line in (data / "newsquant.jsonl").read_text("utf-8").splitlines()]
    return figures(scorer, rows)


def figures(scorer: ModuleType, rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """The F1 figures on `rows` of the set."""
    chosen = list(rows)
    vars(scorer)["rows"] = chosen  # the scorer counts over its own list
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        scorer.score({row["id"]: answers(row["text"]) for row in chosen}, "summarizer")
    print(printed.getvalue(), end="")
    return {name: float(value) for name, value in re.findall(r"(\w+)\s+P .* F1 ([\d.]+)", printed.getvalue())}


def answers(text: str) -> list[Answer]:
    """The quantities of `text` in the terms of the set, which leaves vague words ("dozens") out."""
    found = [
        quantity for quantity in find_quantities(text) if _power(quantity) or quantity.approximator is not Approximator.VAGUE
    ]
    merged: list[Answer] = []
    at = 0
    while at < len(found):
        is_pair = at + 1 < len(found) and _from_to(found[at], found[at + 1], text)
        merged.append(_answer(found[at], found[at + 1] if is_pair else None))
        at += 2 if is_pair else 1
    return merged


def _from_to(first: Quantity, second: Quantity, text: str) -> bool:
    """The set gives "rose from 4 to 5 percent" as one range, the program as two levels."""
    joint = text[first.printed.end : second.printed.start]
    return (
        joint == " to "
        and text[: first.printed.start].endswith("from ")
        and first.unit == second.unit
        and None not in (first.best, second.best)
    )


def _power(quantity: Quantity) -> tuple[float, float] | None:
    """ "tens of thousands" reads from one power of ten to the next there; other vague words are no quantities."""
    if quantity.printed.text.lower().startswith("dozens"):
        return 12.0, 120.0
    words = re.search(r"\b(?:ten|hundred|thousand|million|billion)s\b", quantity.printed.text.lower())
    if quantity.approximator is not Approximator.VAGUE or not words or not quantity.low:
        return None
    floor = 10.0 ** math.floor(math.log10(quantity.low))
    return floor, 10 * floor


def _answer(quantity: Quantity, other: Quantity | None) -> Answer:
    value: float | tuple[float, float]
    if quantity.approximator is Approximator.VAGUE:
        value = _power(quantity) or 0.0
    elif other is not None and quantity.best is not None and other.best is not None:
        value = (quantity.best, other.best)
    elif quantity.best is None:
        value = (quantity.low or 0.0, quantity.high or 0.0)
    else:
        value = quantity.best
    return value, _unit(quantity), _change(quantity)


def _change(quantity: Quantity) -> str:
    """The set knows one symbol for each quantity; a movement outweighs a bound there ("rose under 4%" is up)."""
    if quantity.change is not Change.NONE:
        return quantity.change.value
    if quantity.approximator is Approximator.BETWEEN and re.match(r"~|about|around|roughly|some", quantity.printed.text):
        return "~"
    return _CHANGES[quantity.approximator]


def _unit(quantity: Quantity) -> str:
    """The set gives the counted words as the unit of a count, and pence as "p"."""
    if quantity.unit == "penny":
        return "p"
    if quantity.unit == "fraction" or not quantity.unit or quantity.unit.startswith("per "):
        return f"{quantity.counted} {quantity.unit.replace('fraction', '')}".strip() or "-"
    return quantity.unit


def _scorer(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_newsquant", data / "scorers" / "score_newsquant.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "scorers" / "score_newsquant.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
