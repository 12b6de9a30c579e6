"""What kind of thing a printed value measures, and how far a measure has come, from the words around them."""

import re

from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.span import Span
from summarizer.domain.weapon import SpecKind

_WORDS = (
    (SpecKind.RANGE, r"range|reach|distance|away|far|fly|flies|strike|hit"),
    (SpecKind.SPEED, r"speed|fast|mph|km/h|mach|knots|per\s+hour"),
    (SpecKind.PAYLOAD, r"payload|warhead|carry|carries|carrying|load|explosives?"),
    (SpecKind.ALTITUDE, r"altitude|ceiling|height"),
    (SpecKind.COST, r"cost|price|worth|\$|€|£"),
    (SpecKind.WEIGHT, r"weigh(?:s|ing|t)?"),
    (SpecKind.LENGTH, r"long|length"),
    (SpecKind.CALIBRE, r"calib(?:re|er)|\bmm\b"),
    (SpecKind.CREW, r"crew"),
)
_UNITS = (
    (SpecKind.SPEED, r"(?:mph|km/h|kph|knots|mach|per\s+hour)"),
    (SpecKind.RANGE, r"(?:miles?|kilomet(?:er|re)s?|km|nautical)"),
    (SpecKind.PAYLOAD, r"(?:kilograms?|kg|pounds?|lbs?|tons?|tonnes?)"),
    (SpecKind.COST, r"(?:\$|€|£|dollars?|euros?)"),
    (SpecKind.CALIBRE, r"(?:mm|millimet(?:er|re)s?)"),
)
_STAGES = (
    (Stage.CANCELLED, r"cancel|terminat|revok|lift(?:ed|ing)?\s+(?:the\s+)?sanction|withdr[ae]w|scrap"),
    (Stage.THREATENED, r"threaten|could\s+(?:face|impose)|would\s+face|warn"),
    (Stage.PLANNED, r"\bwill\b|\bwould\b|\bplans?\b|\bto\s+(?:impose|sanction|announce)|expected|\bgoing\s+to\b|consider"),
    (Stage.ANNOUNCED, r"announc|unveil"),
)
_MEASURES = (
    (MeasureKind.SANCTIONS, r"sanction|blacklist|asset\s+freeze|designat"),
    (MeasureKind.AID, r"\baid\b|assistance|(?:aid|military|support)\s+package|donat"),
    (MeasureKind.EXPULSION, r"expel|expulsion"),
    (MeasureKind.TRADE, r"tariff|embargo|export\s+ban|import\s+ban|trade"),
    (MeasureKind.LEGAL, r"indict|charged|lawsuit|sued|warrant"),
    (MeasureKind.AGREEMENT, r"agreement|treaty|treaties|\bpact\b|\bdeal\b"),
)
_AROUND = 60  # characters before a value in which the word for it stands


def kind_of_value(sentence: str, value: Span) -> SpecKind:
    """The kind whose word stands nearest before the value, else by its unit, else a count."""
    before = sentence[max(0, value.start - _AROUND) : value.start]
    nearest = [(match.end(), kind) for kind, words in _WORDS for match in re.finditer(rf"(?i)\b(?:{words})\b", before)]
    if nearest:
        return max(nearest)[1]
    printed = value.cut(sentence)
    return next((kind for kind, unit in _UNITS if re.search(rf"(?i)(?<![a-z]){unit}(?![a-z])", printed)), SpecKind.QUANTITY)


def stage_of(sentence: str) -> Stage:
    """How far the measure has come by the words of its sentence; in force where nothing says otherwise."""
    return next((stage for stage, words in _STAGES if re.search(rf"(?i){words}", sentence)), Stage.IN_FORCE)


def measure_kind(sentence: str, proposed: MeasureKind) -> MeasureKind:
    """The proposed kind where the sentence has a word for it, else the first whose word it has."""
    shown = [kind for kind, words in _MEASURES if re.search(rf"(?i){words}", sentence)]
    return proposed if proposed in shown or not shown else shown[0]
