"""Values of specifications as sentences print them: each kind by its unit and the words that say what is measured."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.domain.span import Span
from summarizer.domain.weapon import SpecKind

_WORDS = (
    r"(?:a\s+hundred|a\s+thousand|a\s+dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?:\s+(?:hundred|thousand))?"
)
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s(?:hundred|thousand|million|billion))?"
_ONE = rf"(?:{_DIGITS}|{_WORDS})"
_NUMBER = rf"(?<![\w.,$€£-]){_ONE}(?:\s?(?:to|-|–|and|or)\s?{_ONE})?"
_DISTANCE = r"(?:nautical[\s-]miles?|miles?|mi|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|m|yards?|feet|foot|ft|nm)\b"
_MASS = r"(?:kilogram(?:me)?s?|kilos?|kgs?|pounds?|lbs?|metric tons?|tonnes?|tons?|kilotons?|megatons?)\b"
_RATE = r"(?:mph|kph|km/h|kmh|knots|kts|miles (?:per|an) hour|kilomet(?:er|re)s (?:per|an) hour|km (?:per|an) hour|met(?:er|re)s per second|times the speed of sound)"
_ABOUT = (
    r"(?:about|around|some|roughly|nearly|almost|approximately|up to|as (?:much|far|many|fast|high) as|more than|over|at least|at most|less than|under|"
    r"just|only|between|an estimated|a maximum(?: of)?|max(?:imum)?|of|at|is|was|well|beyond|from|a|exceeding|reaching|to|to be|estimated at|put at)"
)
_LEAD = rf"(?:\s*(?::|{_ABOUT})\s*){{0,4}}\s?"
_RANGE_OF = r"\b(?:range|ranges|reach|radius|endurance range)\b(?:\s\([^)]*\))?(?:\s(?:limited|extended|capped|estimated))?"
_ABLE = r"\b(?:can|could|able to|capable of|designed to|built to|would|allow\w* \w+ to|enough to|will)\b"
_REACHES = r"\b(?:strik\w+|hit\w*|reach\w*|attack\w*|target\w*|fl(?:y|ies|ying)|travel\w*|fir(?:e|es|ing)|launch\w*|engag\w+|destroy\w*|shoot\w*|cover\w*|carry out|intercept\w*|detect\w*)\b"


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
    return tuple((kind, re.compile(f"(?i){pattern}")) for kind, pattern in _table())


def _table() -> Iterator[tuple[SpecKind, str]]:
    distance = rf"(?P<value>{_NUMBER}[\s-]?{_DISTANCE})"
    mass = rf"(?P<value>{_NUMBER}[\s-]?{_MASS})"
    rate = rf"(?P<value>(?:{_NUMBER}\s?{_RATE}|Mach[\s-]?{_DIGITS}))"
    money = r"(?P<value>(?:US|C|A|NT)?[$€£¥]\s?\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:million|billion|thousand|m|bn|k)\b)?)"
    yield SpecKind.SPEED, rate
    yield SpecKind.ALTITUDE, rf"\b(?:altitudes?|ceiling|heights?)\b(?:\s(?:of|up|as|between))?{_LEAD}{distance}"
    yield (
        SpecKind.ALTITUDE,
        rf"\bfl(?:y|ies|ying|ew|own)\b(?:\s\w+)?\s(?:at|up to|as high as|above)\b{_LEAD}{distance.replace(_DISTANCE, _HEIGHT)}",
    )
    yield SpecKind.ALTITUDE, rf"{distance}(?=\s(?:high\b|in altitude|above (?:the )?(?:ground|sea)))"
    yield SpecKind.RANGE, rf"{_RANGE_OF}{_LEAD}{distance}"
    yield SpecKind.RANGE, rf"{distance}(?=[\s-](?:range|reach)\b)"
    yield (
        SpecKind.RANGE,
        rf"{_ABLE}[^.;:()]{{0,25}}?{_REACHES}[^.;:()]{{0,60}}?{distance}(?!\s?(?:high|long|wide|tall|per|an hour)\b)(?!/h)",
    )
    yield (
        SpecKind.RANGE,
        rf"\b(?:targets?|aircraft|objects?|threats?)\s(?:at\s(?:distances?|ranges?)\sof\s)?{_LEAD}{distance}\s(?:away|distant|out)\b",
    )
    yield (
        SpecKind.PAYLOAD,
        rf"{mass}(?=[\s-](?:(?:of\s)?(?:[\w-]+\s){{0,3}}(?:warheads?|payloads?|explosives?|bomb load|munitions|weapons|ordnance|cargo)\b))",
    )
    yield SpecKind.PAYLOAD, rf"\b(?:warheads?|payloads?)\b(?:\s(?:capacity|weighing|that weighs|of))?{_LEAD}{mass}"
    yield SpecKind.PAYLOAD, rf"\b(?:carr(?:y|ies|ied|ying)|deliver\w*|packed with|packing)\b{_LEAD}{mass}"
    yield SpecKind.WEIGHT, rf"\bweigh(?:s|ing|ed)?\b{_LEAD}{mass}"
    yield SpecKind.WEIGHT, rf"\bdisplac\w+\b{_LEAD}{mass}"
    yield (
        SpecKind.WEIGHT,
        rf"\b(?:a|an|the|its|our|their|two|\d+|of|hundreds of|each)\s{mass.replace(_MASS, _MASS_HYPHEN)}(?=\s(?:[\w-]+\s){{0,3}}(?:tanks?|ships?|vessels?|warships?|destroyers?|bombs?|missiles?|vehicles?|carriers?|submarines?|frigates?|drones?|howitzers?|cruisers?|\w+))",
    )
    yield SpecKind.LENGTH, rf"{distance}(?=[\s-](?:long|in length)\b)"
    yield SpecKind.LENGTH, rf"\blength\b{_LEAD}{distance}"
    yield SpecKind.CREW, rf"\bcrews?\sof{_LEAD}(?P<value>{_NUMBER})(?!\s?(?:million|%))"
    yield SpecKind.CREW, rf"(?P<value>{_NUMBER})[\s-](?:person|man|member|strong)[\s-]crew\b"
    yield SpecKind.CREW, rf"(?P<value>{_NUMBER})(?=\screw(?:\smembers)?\b)"
    yield SpecKind.COST, rf"\b(?:costs?|costing|priced|price tag|price|worth|valued)\b{_LEAD}{money}"
    yield (
        SpecKind.COST,
        rf"{money}(?=\s(?:each|apiece|per (?:unit|missile|aircraft|round|drone|shot|jet|plane|tank|shell)|a piece|a (?:piece|missile|shot|copy|unit|jet))\b)",
    )
    yield SpecKind.CALIBRE, r"(?P<value>(?<![\w.,])\d{1,3}(?:\.\d{1,2})?[\s-]?(?:mm|millimet(?:er|re)s?))\b"


_HEIGHT = r"(?:met(?:er|re)s?|m|feet|foot|ft)\b"
_MASS_HYPHEN = r"(?:kilogram(?:me)?|kilo|kg|pound|lb|tonne|ton)\b"
