"""Whether two quantities say the same, can both be right, or contradict each other.

What is counted is not looked at: the caller brings two quantities of one matter. Values are compared as intervals in common
units, at the coarser of the two printed precisions.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.quantity import Approximator, Change, Quantity
from summarizer.language.units import from_base, in_base

# A figure is taken for a rounding of another only where rounding moves it little: 80,000 for 81,200 is, 20 dead for 23 is not.
_ROUNDED = 0.05
# Conversions in news are rougher than roundings: "12 mph (20 km/h)" is 3.5 percent off, "10 miles (15 km)" is 7.
_CONVERTED = 0.1
# Measures this close are the same at printed precision: 120 km and 121 km.
_MEASURED = 0.01
_EXACT = 1e-9  # relative; what floating point may lose


class Relation(StrEnum):
    """How two quantities of one matter stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation and its reason in words that a briefing can print."""

    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True)
class _Interval:
    """Bounds in the base unit; infinite where open."""

    low: float
    high: float

    def meets(self, other: "_Interval") -> bool:
        slack = _EXACT * max(abs(self._near(other)), abs(other._near(self)), 1e-300)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def _near(self, other: "_Interval") -> float:
        return self.low if math.isfinite(self.low) else self.high if math.isfinite(self.high) else 0.0


def compare(a: Quantity, b: Quantity) -> Comparison:
    """How `a` and `b` stand to each other; the order does not matter.

    SAME: equal value and bound, or equal in other units at printed precision. COMPATIBLE: both can be right, by rounding,
    by an approximator or by a bound. INCOMPARABLE: other dimensions, other currencies, or a movement against a level.
    """
    return _different_kinds(a, b) or _equal(a, b) or _in_print(a, b) or _overlapping(a, b) or _apart(a, b)


def _different_kinds(a: Quantity, b: Quantity) -> Comparison | None:
    if (a.change is Change.NONE) != (b.change is Change.NONE):
        return Comparison(Relation.INCOMPARABLE, "one is a movement, the other a level")
    if a.unit != b.unit and in_base(1.0, a.unit)[1] != in_base(1.0, b.unit)[1]:
        first, second = sorted(unit or "a count" for unit in (a.unit, b.unit))
        return Comparison(Relation.INCOMPARABLE, f"{first} against {second}")
    if a.change is not b.change:
        return Comparison(Relation.DIFFERENT, "one is up, the other down")
    return None


def _equal(a: Quantity, b: Quantity) -> Comparison | None:
    if a.approximator is not b.approximator or not _same_bounds(a, b):
        return None
    return Comparison(Relation.SAME, "same value" if a.unit == b.unit else "same value in other units")


def _same_bounds(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit and a.approximator is not Approximator.VAGUE and a.best is not None and b.best is not None:
        return math.isclose(a.best, b.best, rel_tol=_EXACT)
    return all(math.isclose(x, y, rel_tol=_EXACT) for x, y in zip(_bounds(a), _bounds(b), strict=True))


def _bounds(quantity: Quantity) -> tuple[float, float]:
    interval = _interval(quantity)
    return interval.low, interval.high


def _interval(quantity: Quantity) -> _Interval:
    low = -math.inf if quantity.low is None else in_base(quantity.low, quantity.unit)[0]
    high = math.inf if quantity.high is None else in_base(quantity.high, quantity.unit)[0]
    return _Interval(low, high)


def _in_print(a: Quantity, b: Quantity) -> Comparison | None:
    """Two single figures that agree when the finer is rounded as the coarser is printed."""
    figures = [(quantity, quantity.best) for quantity in (a, b) if quantity.best is not None]
    if len(figures) < 2:
        return None
    (coarse, printed), (fine, value) = sorted(figures, key=lambda figure: -_step(figure[0]))
    converted = from_base(in_base(value, fine.unit)[0], coarse.unit)
    gap = abs(converted - printed)
    moved = gap / max(abs(converted), abs(printed), _EXACT)
    if gap > coarse.step / 2 + _EXACT * abs(printed) or moved > (_ROUNDED if a.unit == b.unit else _CONVERTED):
        return None
    return _agreeing(a, b, moved)


def _agreeing(a: Quantity, b: Quantity, moved: float) -> Comparison | None:
    """`moved` is the relative difference of two figures that are equal at the coarser precision."""
    is_measured = in_base(1.0, a.unit)[1].startswith("[")
    if a.approximator is not b.approximator:
        return Comparison(Relation.COMPATIBLE, f"agree within rounding: {_words(a, b)}") if _may_be(a, b) else None
    if a.unit != b.unit and (is_measured or moved <= _MEASURED):
        return Comparison(Relation.SAME, "same value in other units")
    if is_measured and moved <= _MEASURED:
        return Comparison(Relation.SAME, "same at printed precision")
    return Comparison(Relation.COMPATIBLE, f"agree within rounding: {_words(a, b)}")


def _may_be(a: Quantity, b: Quantity) -> bool:
    """ "more than 50" may be a rounding of 49, but not of "fewer than 50"."""
    sides = {a.approximator, b.approximator}
    below = sides & {Approximator.LESS_THAN, Approximator.AT_MOST}
    above = sides & {Approximator.MORE_THAN, Approximator.AT_LEAST}
    return not (below and above) or _interval(a).meets(_interval(b))


def _step(quantity: Quantity) -> float:
    """Printed precision in the base unit."""
    return abs(in_base(quantity.step, quantity.unit)[0] - in_base(0.0, quantity.unit)[0])


def _overlapping(a: Quantity, b: Quantity) -> Comparison | None:
    """Bounds, ranges and vague words against each other or against a figure; two plain figures do not come this far."""
    if a.approximator is b.approximator is Approximator.EXACT or not _rounded(a, b).meets(_rounded(b, a)):
        return None
    return Comparison(Relation.COMPATIBLE, f"can both be right: {_words(a, b)}")


def _rounded(quantity: Quantity, other: Quantity) -> _Interval:
    """The interval, with the half step that printing may have taken from an exact figure in another unit."""
    interval = _interval(quantity)
    if quantity.unit == other.unit or quantity.approximator is not Approximator.EXACT:
        return interval
    half = min(_step(quantity) / 2, _ROUNDED * abs(interval.low))
    return _Interval(interval.low - half, interval.high + half)


def _words(a: Quantity, b: Quantity) -> str:
    """Both as printed, in an order that does not depend on which came first."""
    first, second = sorted((a.printed.text, b.printed.text))
    return f"“{first}” against “{second}”"


def _apart(a: Quantity, b: Quantity) -> Comparison:
    return Comparison(Relation.DIFFERENT, f"cannot both be right: {_words(a, b)}")
