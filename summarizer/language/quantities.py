"""Numbers of news text with unit, bound and what they count.

Dates, clock times, designations, ordinals and labels are no quantities. What is found here is everything that measures or
counts, down to "one solution"; `is_figure` says which of it a briefing reports.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from summarizer.domain.quantity import Approximator, Change, Quantity
from summarizer.domain.span import Quote, Span
from summarizer.language.quantity_context import Bound, bound_before, bound_behind, change_of
from summarizer.language.quantity_counted import Counted, amount_of, counted_after
from summarizer.language.quantity_lexicon import listed
from summarizer.language.quantity_measures import rate_after
from summarizer.language.quantity_numerals import Form, numerals
from summarizer.language.quantity_pieces import Piece, join, piece, range_start
from summarizer.language.quantity_small import counts_nothing
from summarizer.language.quantity_traps import Traps, is_bare_year, is_label, is_score

_ABOUT = 0.1  # "about 1,000" is 900 to 1,100: a tenth, but no more than one step of the printed figure ("about $121 billion")
_SMALL_WORDS = 10  # spelled counts up to ten are figures only of what weighs: people, weapons, casualties
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A piece with all that stands around it."""

    piece: Piece
    unit: str
    bound: Bound | None
    change: Change
    counted: Counted | None
    start: int
    end: int


def find_quantities(text: str, *, within: Span | None = None) -> tuple[Quantity, ...]:
    """The quantities of `text`, or of its part `within`, in order and without overlaps; offsets are those of `text`.

    A part is read alone, so it should be whole sentences.
    """
    part = within.cut(text) if within else text
    offset = within.start if within else 0
    found: list[Quantity] = []
    last = 0
    reads = list(_read(part))
    for read, following in zip_longest(reads, reads[1:]):
        start = max(read.start, last)
        last = min(read.end, following.piece.start) if following else read.end
        printed = Quote(start + offset, last + offset, part[start:last])
        found.append(_quantity(read, printed))
    return tuple(found)


def _read(text: str) -> Iterator[_Read]:
    for found in join(list(_pieces(text)), text):
        read = _around(found, text)
        if read is not None:
            yield read


def _pieces(text: str) -> Iterator[Piece]:
    """The numbers of `text` that are neither dates nor names, each with its unit; none begins inside another."""
    traps = Traps(text)
    last = 0
    for numeral in numerals(text):
        if numeral.start < last or traps.hold(numeral):
            continue
        found = piece(numeral, text)
        has_sign = found.start < numeral.start
        if not has_sign and (traps.is_part_of_name(numeral) or (not found.unit and is_score(numeral, text))):
            continue
        if not found.unit and (_runs_into_letters(found, text) or is_label(numeral, text)):
            continue
        bounded = bound_before(text, found.start) is not None
        if not found.unit and is_bare_year(numeral, text, is_approximate=bounded):
            continue
        yield found
        last = found.end


def _runs_into_letters(found: Piece, text: str) -> bool:
    """ "5G", "4x4": digits that are part of a word."""
    return text[found.numeral_end : found.numeral_end + 1].isalpha()


def _around(found: Piece, text: str) -> _Read | None:
    before = bound_before(text, range_start(found, text))
    behind = bound_behind(text, found.end) or (bound_behind(text, found.numeral_end) if not found.unit else None)
    end = behind.edge if behind else found.end
    rate = rate_after(text, end) if found.unit else None
    end = rate.end if rate else end
    counted = _counted(found, text, end)
    if not found.unit and counts_nothing(found, text, is_bounded=bool(before or behind), has_noun=counted is not None):
        return None
    if not found.unit and counted:
        rate = rate_after(text, counted.end)
    bound = before if (before and not found.is_range) or not behind else behind
    start = before.edge if before else range_start(found, text)
    end = max(
        counted.end if counted and counted.is_joined else end, rate.end if rate and (not counted or counted.is_joined) else end
    )
    unit = found.unit + rate.unit if rate else found.unit
    change = change_of(text, range_start(found, text), max(found.end, end), unit=found.unit)
    return _Read(piece=found, unit=unit.strip(), bound=bound, change=change, counted=counted, start=start, end=end)


def _counted(found: Piece, text: str, end: int) -> Counted | None:
    if not found.unit:
        return counted_after(text, end, is_one=found.low == 1)
    return None if found.unit == "percentage" or found.unit in _TIME_UNITS else amount_of(text, end)


def _quantity(read: _Read, printed: Quote) -> Quantity:
    found = read.piece
    low, best, high = _interval(read)
    return Quantity(
        printed=printed,
        low=low,
        best=best,
        high=high,
        unit=read.unit,
        approximator=_approximator(read),
        change=read.change,
        counted=read.counted.words if read.counted else "",
        step=found.step,
    )


def _approximator(read: _Read) -> Approximator:
    if read.piece.form is Form.VAGUE:
        return Approximator.VAGUE
    if read.piece.is_range:
        return Approximator.BETWEEN
    return read.bound.kind if read.bound else Approximator.EXACT


def _interval(read: _Read) -> tuple[float | None, float | None, float | None]:
    """Low, best and high; an open end is `None`."""
    low, high = read.piece.low, read.piece.high
    side = read.bound.side if read.bound else 0
    margin = min(read.piece.step, _ABOUT * abs(low))
    match _approximator(read):
        case Approximator.VAGUE | Approximator.BETWEEN:
            return low, None, high
        case Approximator.AT_LEAST | Approximator.MORE_THAN:
            return low, low, low + margin if side else None
        case Approximator.AT_MOST | Approximator.LESS_THAN:
            return low - margin if side else None, low, low
        case Approximator.ABOUT:
            return low - margin * (side <= 0), low, low + margin * (side >= 0)
        case _:
            return low, low, low


def is_figure(quantity: Quantity) -> bool:
    """Whether `quantity` is one a briefing reports.

    Digits, spelled numbers above ten, money, shares and measures are; spelled counts up to ten and vague words are when
    they count people, casualties, weapons or the like, durations in words are not.
    """
    printed = quantity.printed.text
    if any(char.isdigit() for char in printed):
        return True
    if quantity.unit and quantity.unit.split(" per ")[0] not in _TIME_UNITS:
        return True
    value = quantity.best if quantity.best is not None else quantity.high
    if quantity.unit:
        return value is not None and value > _SMALL_WORDS and quantity.approximator is not Approximator.VAGUE
    if value is not None and value > _SMALL_WORDS and bool(quantity.counted):
        return True
    return _weighs(quantity.counted) or (not quantity.counted and value is not None and value > 1)


def _weighs(counted: str) -> bool:
    words = counted.lower().split()
    return bool(words) and (words[-1] in listed("weighty") or words[0] in listed("participles"))


__all__ = ["find_quantities", "is_figure"]
