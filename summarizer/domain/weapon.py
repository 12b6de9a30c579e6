"""Weapons and equipment as articles name them, with their specifications."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.quantity import Quantity
from summarizer.domain.span import Quote


class SpecKind(StrEnum):
    """What a specification measures."""

    RANGE = "range"
    PAYLOAD = "payload"
    SPEED = "speed"
    QUANTITY = "quantity"
    CALIBRE = "calibre"
    ALTITUDE = "altitude"
    COST = "cost"
    WEIGHT = "weight"
    LENGTH = "length"
    CREW = "crew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One specification: its kind, its value, and the same value in another unit where the article prints both."""

    kind: SpecKind
    value: Quantity
    restated: Quantity | None  # "75 miles (120 kilometers)": the second, printed equal to the first


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention:
    """One named weapon in one article. `name` is the canonical designation, `printed` the article's words for it."""

    name: str
    printed: Quote
    category: str | None  # "short-range ballistic missile"; from the gazetteer or the words beside the name
    origin: str | None  # country or maker, from the gazetteer
    operator: str | None  # as printed in the sentence
    sentences: tuple[int, ...]
    specs: tuple[Spec, ...]
