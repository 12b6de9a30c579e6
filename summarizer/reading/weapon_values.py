"""Values of specifications as sentences print them: each kind by its unit and the words that say what is measured."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.domain.span import Span
from summarizer.domain.weapon import SpecKind

_WORDS = (
    r"(?:a\s+hundred|a\s+thousand|a\s+dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|"
    r"eight|nine))?(?:\s+(?:hundred|thousand))?"
)
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s(?:hundred|thousand|million|billion))?"
_ONE = rf"(?:{_DIGITS}|{_WORDS})"
_NUMBER = rf"(?<![\w.,$€£-]){_ONE}(?:\s?(?:to|-|–|and|or)\s?{_ONE})?"
_DISTANCE = r"(?:nautical[\s-]miles?|miles?|mi|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|m|yards?|feet|foot|ft|nm)\b"
_MASS = r"(?:kilogram(?:me)?s?|kilos?|kgs?|pounds?|lbs?|metric tons?|tonnes?|tons?|kilotons?|megatons?)\b"
_RATE = (
    r"(?:mph|kph|km/h|kmh|knots|kts|miles (?:per|an) hour|kilomet(?:er|re)s (?:per|an) hour|km (?:per|an) hour|met(?:er|"
    r"re)s per second|times the speed of sound)"
)
_ABOUT = (
    r"(?:about|around|some|roughly|nearly|almost|approximately|up to|as (?:much|little|few|far|many|fast|high|low) as|more than|"
    r"over|at least|at most|less than|under|"
    r"just|only|between|an estimated|a maximum(?: of)?|max(?:imum)?|of|at|is|was|well|beyond|from|a|exceeding|reaching|"
    r"to|to be|estimated at|put at)"
)
_LEAD = rf"(?:\s*(?::|{_ABOUT})\s*){{0,4}}\s?"
_RANGE_OF = r"\b(?:range|ranges|reach|radius|endurance range)\b(?:\s\([^)]*\))?(?:\s(?:limited|extended|capped|estimated))?"
_ABLE = r"\b(?:can|could|able to|capable of|designed to|built to|would|allow\w* \w+ to|enough to|will)\b"
_REACHES = (
    r"\b(?:strik\w+|hit\w*|reach\w*|attack\w*|target\w*|fl(?:y|ies|ying)|travel\w*|fir(?:e|es|ing)|launch\w*|engag\w+|"
    r"destroy\w*|shoot\w*|cover\w*|carry out|intercept\w*|detect\w*)\b"
)
_MEASURED = {
    "distance": rf"(?P<value>{_NUMBER}[\s-]?{_DISTANCE})",
    "height": rf"(?P<value>{_NUMBER}[\s-]?(?:met(?:er|re)s?|m|feet|foot|ft)\b)",
    "mass": rf"(?P<value>{_NUMBER}[\s-]?{_MASS})",
    "unit_mass": rf"(?P<value>(?<![\w.,$€£-])(?:{_DIGITS}|{_WORDS})-(?:kilogram(?:me)?|kilo|kg|pound|lb|tonne|ton)\b)",
    "rate": rf"(?P<value>(?:{_NUMBER}\s?{_RATE}|Mach[\s-]?{_DIGITS}))",
    "money": r"(?P<value>(?:US|C|A|NT)?[$€£¥]\s?\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:million|billion|thousand|m|bn|k)\b)?)",
    "count": rf"(?P<value>{_NUMBER})",
    "calibre": r"(?P<value>(?<![\w.,])\d{1,3}(?:\.\d{1,2})?[\s-]?(?:mm|millimet(?:er|re)s?))\b",
}
_LOADS = r"(?:warheads?|payloads?|explosives?|bomb load|munitions|weapons|ordnance|cargo)"
_EACH = (
    r"(?:each|apiece|per (?:unit|missile|aircraft|round|drone|shot|jet|plane|tank|shell)|an? (?:piece|missile|shot|copy|"
    r"unit|jet))"
)
# in the order of how telling they are: a value is given to the first that claims it; <…> stands for a pattern above
_TABLE: tuple[tuple[SpecKind, str], ...] = (
    (SpecKind.SPEED, r"<rate>"),
    (SpecKind.ALTITUDE, rf"\b(?:altitudes?|ceiling|heights?)\b(?:\s(?:of|up|as|between))?{_LEAD}<distance>"),
    (SpecKind.ALTITUDE, rf"\bfl(?:y|ies|ying|ew|own)\b(?:\s\w+)?\s(?:at|up to|as high as|above)\b{_LEAD}<height>"),
    (SpecKind.ALTITUDE, r"<distance>(?=\s(?:high\b|in altitude|above (?:the )?(?:ground|sea)))"),
    (SpecKind.RANGE, rf"{_RANGE_OF}{_LEAD}<distance>"),
    (SpecKind.RANGE, r"<distance>(?=[\s-](?:range|reach)\b)"),
    (
        SpecKind.RANGE,
        rf"{_ABLE}[^.;:()]{{0,25}}?{_REACHES}[^.;:()]{{0,60}}?<distance>(?!\s?(?:high|long|wide|tall|per|"
        rf"an hour)\b)(?!/h)",
    ),
    (
        SpecKind.RANGE,
        rf"\b(?:targets?|aircraft|objects?|threats?)\s(?:at\s(?:distances?|ranges?)\sof\s)?{_LEAD}<distance>\s(?:away|"
        rf"distant|out)\b",
    ),
    (SpecKind.PAYLOAD, rf"<mass>(?=[\s-](?:of\s)?(?:[\w-]+\s){{0,3}}{_LOADS}\b)"),
    (SpecKind.PAYLOAD, rf"\b(?:warheads?|payloads?)\b(?:\s(?:capacity|weighing|that weighs|of))?{_LEAD}<mass>"),
    (SpecKind.PAYLOAD, rf"\b(?:carr(?:y|ies|ied|ying)|deliver\w*|packed with|packing)\b{_LEAD}<mass>"),
    (SpecKind.WEIGHT, rf"\b(?:weigh(?:s|ing|ed)?|displac\w+)\b{_LEAD}<mass>"),
    (SpecKind.WEIGHT, r"<unit_mass>(?=\s[\w-]+)"),  # "2,000-pound bombs"
    (SpecKind.LENGTH, r"<distance>(?=[\s-](?:long|in length)\b)"),
    (SpecKind.LENGTH, rf"\blength\b{_LEAD}<distance>"),
    (SpecKind.CREW, rf"\bcrews?\sof{_LEAD}<count>(?!\s?(?:million|%))"),
    (SpecKind.CREW, r"<count>(?=[\s-](?:person|man|member|strong)[\s-]crew\b|\screw(?:\smembers)?\b)"),
    (SpecKind.COST, rf"\b(?:costs?|costing|priced|price tag|price)\b{_LEAD}<money>"),
    (SpecKind.COST, rf"<money>(?=\s{_EACH}\b)"),
    (SpecKind.CALIBRE, r"<calibre>"),
)


class Value(NamedTuple):
    """A printed value with what it measures."""

    kind: SpecKind
    span: Span


def find_values(text: str, sentence: Span) -> Iterator[Value]:
    """Every value of `sentence` whose words say that it is a specification, each once, in no order; quantities apart."""
    taken: list[Span] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = _with_restatement(text, Span(*match.span("value")), sentence)
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Value(kind, span)


def _with_restatement(text: str, span: Span, sentence: Span) -> Span:
    """ "75 miles (120 kilometers)" is one value: the same measure in another unit stays with it."""
    match = _restated().match(text, span.end, sentence.end)
    return Span(span.start, match.end()) if match else span


@lru_cache(maxsize=1)
def _restated() -> re.Pattern[str]:
    unit = rf"(?:{_DISTANCE}|{_MASS}|{_RATE}|mm|inch(?:es)?)"
    return re.compile(rf"(?i)\s?[(\[](?:{_ABOUT}\s)?{_DIGITS}(?:\s?(?:to|-|–)\s?{_DIGITS})?[\s-]?{unit}[)\]]")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[SpecKind, re.Pattern[str]], ...]:
    """The most telling first, since one value is given to the first kind that claims it."""
    return tuple((kind, re.compile(re.sub(r"<(\w+)>", lambda m: _MEASURED[m[1]], f"(?i){pattern}"))) for kind, pattern in _TABLE)
