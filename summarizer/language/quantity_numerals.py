"""Numbers in digits and in words, before anything is known of unit or meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from summarizer.language.quantity_lexicon import any_of, is_plural, plain, table

_VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
_LONGEST = 18  # digits; longer ones are keys and serial numbers, and would overflow with a scale
_SHARE_STEP = 0.05  # "half" and "two-thirds" are said of 46 to 54 and of 63 to 70 percent
_HALF_STEP = 0.5  # "two and a half"


_OTHER_HALF = re.compile(r"\b(?:first|second|other|better|latter|former|another|each|top|bottom|final)[\s-]$", re.IGNORECASE)


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    SHARE = "share"  # "two-thirds", "one in five"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number at `start..end`. `low` equals `high` but for vague words; `scale` is 1 where no scale word is printed."""

    start: int
    end: int
    low: float
    high: float
    step: float
    form: Form
    scale: float

    @property
    def mantissa(self) -> float:
        return self.low / self.scale


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = table("words")
    ones = "|".join(word for word, value in words["small"].items() if 0 < value < 10)
    tens = "|".join(word for word, value in words["small"].items() if value >= 20)
    small = rf"(?:(?:{tens})(?:[\s-](?:{ones}))?|{any_of(words['small'])})"
    scale = f"(?:{any_of(words['scales'])})"
    hundreds = rf"(?:{small}[\s-]hundred(?:\s+and\s+{small}|[\s-]{small})?|{small})"
    group = rf"(?:[\s-]{scale}(?:,?\s+(?:and\s+)?{hundreds})?)*"
    spelled = rf"(?:{hundreds}{group}|an?[\s-]{scale}(?:[\s-]{scale})*)(?:\s+and\s+a\s+half\b(?:[\s-]{scale})?)?"
    part = "half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
    parts = "thirds|quarters|fifths|sixths|eighths|tenths"
    # A part needs "of" behind it ("a third man" is none), unless a hyphen and a plural show it.
    of = r"(?=\s+(?:of|the|its|their|his|her|all|that|those|these|our|my|an?)\b)"
    share = rf"(?:(?:{small}|an?)[\s-](?:{part})(?=\s+of\b|\s+the\b)|{small}-(?:{parts})|half{of})"
    count = rf"(?:{small}|\d{{1,3}})"
    ratio = rf"{count}(?:\s+in|\s+out\s+of)(?:\s+every)?\s+{count}(?![\d%]|[.,/-]\d|\s+(?:million|billion|percent))"
    large = rf"half[\s-]an?[\s-]{scale}|half[\s-]{scale}|a[\s-]quarter[\s-]of[\s-]an?[\s-]{scale}"
    digits = (
        r"(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?"
        rf"(?:(?P<fraction>[\s-]?[½⅓⅔¼¾⅛⅜⅝⅞]|[\s-]\d[/⁄]\d(?!\d))|(?P<over>[/⁄]\d+(?![/\d.])(?=\s+of\b|[\s-](?:mile|inch|cup|pint|pound|acre|hour|teaspoon|tablespoon)s?\b)))?"
        rf"(?:[\s\u00a0-]?(?P<scale>{scale})\b(?:[\s-](?P<scale2>{scale})\b)?)?"
    )
    return re.compile(
        rf"(?P<vague>\b(?:{any_of(words['vague'])})\b)|(?P<large>\b(?:{large})\b)|(?P<ratio>\b(?:{ratio})\b)|"
        rf"(?P<share>\b(?:{share})\b)|(?P<spelled>\b{spelled}\b)|(?P<digits>{digits}|[½⅓⅔¼¾](?=\s))",
        re.IGNORECASE,
    )


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of `text` in order, with everything that only looks like one still among them."""
    for match in _pattern().finditer(text):
        numeral = _READERS[str(match.lastgroup if match.lastgroup in _READERS else "digits")](match)
        if numeral is not None:
            yield numeral


def _vague(match: re.Match[str]) -> Numeral | None:
    low, high = map(float, table("words")["vague"][plain(match.group())])
    return Numeral(start=match.start(), end=match.end(), low=low, high=high, step=low, form=Form.VAGUE, scale=1)


def _large(match: re.Match[str]) -> Numeral | None:
    """ "half a million", "half a dozen", "a quarter of a million"."""
    words = plain(match.group()).split()
    scale = table("words")["scales"][words[-1]]
    value = scale * (0.5 if words[0] == "half" else 0.25)
    return _exact(match, value, step=1 if scale == 12 else value, form=Form.WORDS, scale=scale)


def _ratio(match: re.Match[str]) -> Numeral | None:
    """ "one in five", "9 out of 10": a share below one."""
    first, last = (_number(part) for part in re.split(r"\s+(?:in|out\s+of)(?:\s+every)?\s+", match.group(), flags=re.IGNORECASE))
    return _exact(match, first / last, step=_SHARE_STEP, form=Form.SHARE) if 0 < first < last else None


def _share(match: re.Match[str]) -> Numeral | None:
    words = plain(match.group()).split()
    if words == ["half"] and _OTHER_HALF.search(match.string, 0, match.start()):
        return None
    below = table("words")["denominators"][words[-1]]
    above = 1.0 if len(words) == 1 or words[0] in ("a", "an") else spelled_value(" ".join(words[:-1]))[0]
    return _exact(match, above / below, step=_SHARE_STEP, form=Form.SHARE)


def _number(printed: str) -> float:
    return float(printed) if printed.isdigit() else spelled_value(printed)[0]


def _spelled(match: re.Match[str]) -> Numeral | None:
    words, half, factor = re.split(r"(\s+and\s+a\s+half\b)|$", match.group(), maxsplit=1, flags=re.IGNORECASE)
    value, scale = spelled_value(words)
    if value > 10.0**_LONGEST:
        return None
    if half:
        scale *= spelled_value(factor)[0] if factor else 1
        value = value * (scale if factor else 1) + _HALF_STEP * scale
        return _exact(match, value, step=_HALF_STEP * scale, form=Form.WORDS, scale=scale)
    step = scale * _step_of(str(int(value // scale))) if value % scale == 0 else 1
    return _exact(match, value, step=step, form=Form.WORDS, scale=scale)


def spelled_value(words: str) -> tuple[float, float]:
    """The value of a number in words and its largest closing scale: "two hundred thousand" → (200000, 100000)."""
    small, scales = table("words")["small"], table("words")["scales"]
    total, current, scale = 0.0, 0.0, 1.0
    for word in plain(words.replace(",", "")).split():
        if word in small:
            current += small[word]
            scale = 1.0
        elif word in scales:
            scale *= scales[word]
            current = (current or 1) * scales[word]
            if scales[word] > 100:
                total, current = total + current, 0.0
    return total + current, scale


def _digits(match: re.Match[str]) -> Numeral | None:
    printed = match.group()
    if printed[0] in _VULGAR:
        return _exact(match, _VULGAR[printed[0]], step=_SHARE_STEP, form=Form.DIGITS)
    core = str(re.match(r"[\d,]+(?:\.\d+)?", printed)[0]).replace(",", "")  # type: ignore[index]  # digits begin it
    if len(core) > _LONGEST:
        return None
    scale = 1.0
    for group in ("scale", "scale2"):
        scale *= table("words")["scales"][match[group].lower()] if match[group] else 1
    if match["over"]:
        below = int(match["over"][1:])
        return _exact(match, float(core) / below, step=_SHARE_STEP, form=Form.SHARE) if below > 1 else None
    extra = _fraction(match["fraction"])
    step = _HALF_STEP if extra else _step_of(core)
    return _exact(
        match,
        (float(core) + extra) * scale if extra else float(Decimal(core) * Decimal(scale)),
        step=step * scale,
        form=Form.DIGITS,
        scale=scale,
    )


def _fraction(printed: str | None) -> float:
    if not printed:
        return 0.0
    shown = printed.strip(" -")
    return _VULGAR[shown] if shown in _VULGAR else int(shown[0]) / int(shown[-1] if shown[-1] != "0" else "1")


def _step_of(digits: str) -> float:
    """The value of the last significant digit: "80000" → 10000, "19.3" → 0.1, "7" → 1."""
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0 ** (zeros if zeros < len(digits) else 0)


def _exact(match: re.Match[str], value: float, *, step: float, form: Form, scale: float = 1.0) -> Numeral:
    return Numeral(start=match.start(), end=match.end(), low=value, high=value, step=step, form=form, scale=scale)


_READERS = {"vague": _vague, "large": _large, "ratio": _ratio, "share": _share, "spelled": _spelled, "digits": _digits}


def with_letter_scale(numeral: Numeral, text: str, *, is_money: bool) -> Numeral:
    """`numeral` with a scale letter against it: "£1.5m", "10k". "m" scales only money, or where a plural noun follows."""
    letters: dict[str, int] = table("words")["letters"]
    match = re.compile(r"([kKmMbBT])(?![\w/²³])(?:[\s\u00a0-]+([^\W\d_][\w-]*))?").match(text, numeral.end)
    if numeral.form is not Form.DIGITS or numeral.scale != 1 or match is None:
        return numeral
    if not (is_money or match[1] in "kK" or _counts_many(match[2] or "", text[match.end() :][:8])):
        return numeral
    scale = letters[match[1]]
    return Numeral(
        start=numeral.start,
        end=match.end(1),
        low=float(Decimal(str(numeral.low)) * scale),
        high=float(Decimal(str(numeral.high)) * scale),
        step=numeral.step * scale,
        form=numeral.form,
        scale=scale,
    )


def _counts_many(noun: str, rest: str) -> bool:
    """ "200m people" and "35m of its phones" are millions; "400m hurdles" and "35m of cable" are metres."""
    if noun == "of":
        return rest.lstrip().startswith(("its", "the ", "their", "them", "his", "her", "our", "these", "those"))
    return is_plural(noun.lower()) and noun.lower() not in _LENGTHWISE


_LENGTHWISE = frozenset({"hurdles", "waves", "finals", "championships", "runners", "swimmers"})
