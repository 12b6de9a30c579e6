"""Days, weeks, months and seasons as values: TIMEX3 names with the first and last day they cover."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from summarizer.domain.moment import Precision

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological seasons of the northern half


@dataclass(frozen=True, slots=True)
class Value:
    """What a time expression stands for, without its words; see `Moment` for the fields."""

    timex: str | None
    first: date | None
    last: date | None
    precision: Precision
    basis: str = ""
    clock: str | None = None

    def because(self, basis: str) -> "Value":
        """The same value, resolved on another basis."""
        return replace(self, basis=basis)


def day(on: date) -> Value:
    """One day."""
    return Value(on.isoformat(), on, on, Precision.DAY)


def week(of: date) -> Value:
    """The ISO week that holds the day: Monday to Sunday."""
    monday = of - timedelta(of.weekday())
    return Value(_week_name(of), monday, monday + timedelta(6), Precision.WEEK)


def weekend(of: date) -> Value:
    """Saturday and Sunday of the ISO week that holds the day."""
    saturday = of + timedelta(5 - of.weekday())
    return Value(f"{_week_name(of)}-WE", saturday, saturday + timedelta(1), Precision.WEEKEND)


def month(year_: int, month_: int) -> Value:
    """One calendar month."""
    last = date(year_, month_, monthrange(year_, month_)[1])
    return Value(f"{year_:04d}-{month_:02d}", date(year_, month_, 1), last, Precision.MONTH)


def quarter(year_: int, number: int) -> Value:
    """One calendar quarter, 1 to 4. Fiscal quarters are named by the calendar quarter of the same number."""
    value = stretch(month(year_, 3 * number - 2), month(year_, 3 * number))
    return replace(value, timex=f"{year_:04d}-Q{number}", precision=Precision.QUARTER)


def half(year_: int, number: int) -> Value:
    """The first or second half of a year."""
    return replace(stretch(month(year_, 6 * number - 5), month(year_, 6 * number)), timex=f"{year_:04d}-H{number}")


def season(year_: int, code: str) -> Value:
    """A season by its TIMEX3 code; the winter of a year begins in its December."""
    start = _SEASON_START[code]
    value = stretch(month(year_, start), month(*shift_month(year_, start, 2)))
    return replace(value, timex=f"{year_:04d}-{code}", precision=Precision.SEASON)


def year(number: int) -> Value:
    """One calendar year."""
    return Value(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def decade(of: int) -> Value:
    """The ten years that hold the year, from the one that ends in 0."""
    first = of - of % 10
    return Value(f"{first // 10}", date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)


def century(number: int) -> Value:
    """The 19th century is 1801 to 1900."""
    return Value(f"{number - 1:02d}", date(100 * number - 99, 1, 1), date(100 * number, 12, 31), Precision.SPAN)


def stretch(start: Value, end: Value) -> Value:
    """From the first day of one value to the last of another; `timex` is an ISO 8601 interval."""
    return Value(f"{start.timex}/{end.timex}", start.first, end.last, Precision.SPAN)


def vague(token: str, basis: str) -> Value:
    """A time without an interval: PRESENT_REF, PAST_REF or FUTURE_REF."""
    return Value(token, None, None, Precision.VAGUE, basis)


def unresolved(basis: str, timex: str | None = None) -> Value:
    """An expression that keeps its words only."""
    return Value(timex, None, None, Precision.VAGUE, basis)


def at(value: Value, clock: str) -> Value:
    """The value, a day, at a time of day ("HH:MM" or a TIMEX3 part)."""
    day_ = value.timex[:10] if value.timex else "XXXX-XX-XX"
    precision = Precision.TIME if value.first else Precision.VAGUE
    return replace(value, timex=f"{day_}T{clock}", clock=clock, precision=precision)


def shift_month(year_: int, month_: int, months: int) -> tuple[int, int]:
    """Year and month some months on."""
    index = 12 * year_ + month_ - 1 + months
    return index // 12, index % 12 + 1


def shift_day(on: date, months: int) -> date:
    """The same day some months on, or the month's last day where it has none such; `OverflowError` outside the calendar."""
    year_, month_ = shift_month(on.year, on.month, months)
    if not MINYEAR < year_ < MAXYEAR:
        raise OverflowError(f"no calendar for the year {year_}")
    return date(year_, month_, min(on.day, monthrange(year_, month_)[1]))


def quarter_of(on: date) -> int:
    """The number of the quarter that holds the day."""
    return (on.month + 2) // 3


def stands_in(year_: int, month_: int, day_: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month_ <= 12 and 1 <= day_ <= monthrange(year_, month_)[1]


def counted_weekday(year_: int, month_: int, weekday: int, number: int) -> date:
    """The n-th weekday (Monday 0) of a month; -1 is the last."""
    if number < 0:
        last = date(year_, month_, monthrange(year_, month_)[1])
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year_, month_, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def easter(year_: int) -> date:
    """Western Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones and Butcher)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year_, f // 31, f % 31 + 1)


def _week_name(of: date) -> str:
    iso = of.isocalendar()
    return f"{iso.year}-W{iso.week:02d}"
