"""A number with its own unit, and two of them made one range: "between $62 and $68", "15 to 22 miles"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.language.quantity_context import moved_before
from summarizer.language.quantity_measures import Measure, money_word_after, rate_after, unit_after, unit_before
from summarizer.language.quantity_numerals import Form, Numeral, with_letter_scale

_OF = re.compile(r"\s+of(?=\s)")
_NEGATIVE = re.compile(r"(?:\b(?P<word>minus|negative)[\s-]|(?:^|(?<=[\s(~]))(?P<sign>[-−]))$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"(?=,\s[^\d])|(?=\s(?:from|of)\s+[A-Z])|(?=[.)](?:\s|$))")
_AGE_BEFORE = re.compile(
    r"[^\W\d_],\s$|\b[Aa]ged?(?:\s(?:of|just|about|only|under|over|between))?\s$|\b[Aa]ge\s(?:of\s)?$|[a-z]\s\($"
)
_AGE_OF = re.compile(r"\bages?\sof\s$")
_PART_OF = re.compile(r"\s+(?:of\s+)?(?:an?|one)(?:\s+(?:US|U\.S\.|imperial))?(?=\s)")  # "1/16 of a US pint", "half a mile"
_OLDEST = 115  # years
_BETWEEN = re.compile(
    r"\b(?:between|anywhere\s+from|ranging\s+from|rang(?:e|es|ed)\s+from|range\s+of)\s+(?:about\s+|around\s+|roughly\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|roughly\s+|nearly\s+|just\s+)?$", re.IGNORECASE)
_JOINTS = re.compile(r"\s?[-–—]\s?|\s+(?:to|and|or)(?:\s+(?:about|around|even|perhaps|possibly))?\s+|-to-|-or-")
_AND_TO = re.compile(r"\s+(?:to|and|or)\s+")
_MOST_FOR_OR = 3.0  # "one or two" and "10 or 20" are ranges; "5 or 100" are two numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A number with its unit at `start..end`; `numeral_end` is where the number itself ends."""

    start: int
    end: int
    numeral_end: int
    low: float
    high: float
    step: float
    form: Form
    scale: float
    unit: str
    is_range: bool = False

    @property
    def mantissa(self) -> float:
        return self.low / self.scale


def piece(numeral: Numeral, text: str) -> Piece:
    """`numeral` with the currency before it or the unit behind it, and its sign."""
    sign = unit_before(text, numeral.start)
    full = with_letter_scale(numeral, text, is_money=sign is not None)
    measure = _money(full, text, sign[0]) if sign else _measure(full, text)
    start, is_negative = (sign[1], sign[2]) if sign else _negative(full.start, text)
    factor = -1 if is_negative and full.form is not Form.VAGUE else 1
    return Piece(
        start=start,
        end=measure.end,
        numeral_end=full.end,
        low=factor * full.low,
        high=factor * full.high,
        step=full.step,
        form=full.form,
        scale=full.scale,
        unit=measure.unit,
    )


def _money(numeral: Numeral, text: str, unit: str) -> Measure:
    return money_word_after(text, numeral.end, unit)


def _measure(numeral: Numeral, text: str) -> Measure:
    if numeral.form is Form.SHARE:
        part = _PART_OF.match(text, numeral.end)
        unit = unit_after(text, part.end(), value=1, in_digits=False) if part else None
        return unit or Measure("fraction", numeral.end)
    of = _OF.match(text, numeral.end) if numeral.form is Form.VAGUE else None
    at = of.end() if of else numeral.end
    found = unit_after(text, at, value=numeral.low, in_digits=numeral.form is Form.DIGITS)
    if found and found.unit == "year" and _AGE_OF.search(text[max(0, numeral.start - 12) : numeral.start]):
        return Measure("year of age", found.end)
    return found or (Measure("year of age", numeral.end) if _is_age(numeral, text) else Measure("", numeral.end))


def _is_age(numeral: Numeral, text: str) -> bool:
    """A bare number in commas behind a name or noun: "The driver, 42, was…"; or behind "aged"."""
    if numeral.form is not Form.DIGITS or numeral.scale != 1 or not 0 < numeral.low <= _OLDEST or numeral.low % 1:
        return False
    before = _AGE_BEFORE.search(text[max(0, numeral.start - 24) : numeral.start])
    if before is None:
        return False
    return before.group().strip().lower().startswith("age") or bool(_AGE_AFTER.match(text, numeral.end))


def _negative(start: int, text: str) -> tuple[int, bool]:
    window = max(0, start - 10)
    match = _NEGATIVE.search(text[window:start])
    return (window + match.start("word" if match["word"] else "sign"), True) if match else (start, False)


def join(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """`pieces` with the two ends of a range made one."""
    at = 0
    while at < len(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        merged = _range(pieces[at], following, text) if following else None
        yield merged or (_sharing_unit(pieces[at], following, text) if following else pieces[at])
        at += 2 if merged else 1


def _sharing_unit(first: Piece, second: Piece, text: str) -> Piece:
    """ "from 4.8 to 4.7 percent": the unit of the second holds for the first."""
    joint = _AND_TO.fullmatch(text, first.end, second.start)
    if joint is None or first.form is not second.form or not second.unit or first.unit not in ("", second.unit):
        return first
    if first.unit and first.end > first.numeral_end:
        return first
    return replace(_scaled_as(first, second), unit=second.unit)


def _range(first: Piece, second: Piece, text: str) -> Piece | None:
    rate = rate_after(text, first.end)
    joint = _JOINTS.fullmatch(text, rate.end if rate else first.end, second.start)
    if joint is None or Form.VAGUE in (first.form, second.form) or Form.SHARE in (first.form, second.form):
        return None
    if (first.unit and second.unit and first.unit != second.unit) or _has_unit_alone(first, second):
        return None
    first = _scaled_as(first, second)
    if not first.low < second.low or not _means_range(joint.group(), first, second, text):
        return None
    unit = second.unit or first.unit
    return replace(
        second, start=first.start, low=first.low, high=second.high, step=min(first.step, second.step), unit=unit, is_range=True
    )


def _has_unit_alone(first: Piece, second: Piece) -> bool:
    """ "0.7 percent to 6,300": a range has its unit before both, behind both or behind the last."""
    return first.end > first.numeral_end and not second.unit


def _scaled_as(first: Piece, second: Piece) -> Piece:
    """ "four to five thousand": the scale of the second holds for both."""
    if first.scale == 1 and second.scale > 1 and first.low < second.mantissa:
        return replace(first, low=first.low * second.scale, high=first.high * second.scale, step=first.step * second.scale)
    return first


def _means_range(joint: str, first: Piece, second: Piece, text: str) -> bool:
    before = text[max(0, first.start - 32) : first.start]
    word = joint.strip().split(" ")[0]
    if word == "and":
        return bool(_BETWEEN.search(before))
    if word in ("or", "-or-"):
        return not (first.unit and first.end > first.numeral_end) and second.low <= _MOST_FOR_OR * first.low
    if word in ("to", "-to-"):
        is_movement = _FROM.search(before) or (first.unit and moved_before(text, first.start))
        return bool(_BETWEEN.search(before)) or not is_movement
    return True


def range_start(found: Piece, text: str) -> int:
    """Where the printed range begins, "between" included."""
    window = max(0, found.start - 32)
    match = _BETWEEN.search(text[window : found.start])
    return window + match.start() if match and found.is_range else found.start
