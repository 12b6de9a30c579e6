"""Values in the base unit of their dimension, with a small pint registry of the units of news (`units.txt`)."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

# Parts of money and shares are no matter of physics, and no rate moves between them.
_PARTS = {
    "fraction": (100.0, "percentage"),
    "percentage": (1.0, "percentage"),
    "basis point": (0.01, "percentage point"),
    "percentage point": (1.0, "percentage point"),
    "cent": (0.01, "dollar"),
    "penny": (0.01, "pound sterling"),
    "month of age": (1 / 12, "year of age"),
    "week of age": (1 / 52.1775, "year of age"),
    "day of age": (1 / 365.2425, "year of age"),
    "kilovolt": (1000.0, "volt"),
    "megapixel": (1e6, "pixel"),
    "millisievert": (0.001, "sievert"),
    "part per billion": (0.001, "part per million"),
}


def in_base(value: float, unit: str) -> tuple[float, str]:
    """`value` of `unit` in the base unit of its dimension, with the dimension's name: (75, "mile") → (120700.8, "[length]").

    Units without a physical dimension keep themselves: (3, "barrel per day") is a volume in time, (3, "euro") is 3 euro, and
    a count (unit "") stays a count. Rates of money keep what they are given for: "cent per share" → "dollar per share".
    """
    slope, offset, dimension = _conversion(unit)
    return value * slope + offset, dimension


def from_base(value: float, unit: str) -> float:
    """What `in_base` turned into `value`, in `unit` again."""
    slope, offset, _ = _conversion(unit)
    return (value - offset) / slope


@lru_cache(maxsize=512)
def _conversion(unit: str) -> tuple[float, float, str]:
    """Factor, offset (temperatures only) and dimension of `unit`."""
    base, per, given_for = unit.partition(" per ")
    if base in _PARTS:
        factor, name = _PARTS[base]
        return factor, 0.0, name + per + given_for
    if not _is_defined(unit):
        return 1.0, 0.0, unit
    quantity = _registry().Quantity
    expression = _expression(unit)
    zero = quantity(0.0, expression).to_base_units()
    one = quantity(1.0, expression).to_base_units()
    return one.magnitude - zero.magnitude, zero.magnitude, str(zero.dimensionality)


def _expression(unit: str) -> str:
    return "/".join(part.replace(" ", "_").replace("-", "_") for part in unit.split(" per "))


def _is_defined(unit: str) -> bool:
    return bool(unit) and all(part in _names() for part in _expression(unit).split("/"))


@lru_cache(maxsize=1)
def _definitions() -> tuple[str, ...]:
    return tuple(files("summarizer.language").joinpath("units.txt").read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """The defined names, read without pint, whose import costs a tenth of a second."""
    return frozenset(line.split("=")[0].strip() for line in _definitions() if "=" in line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _registry() -> Any:
    from pint import UnitRegistry  # noqa: PLC0415  # heavy; only stories with measures need it

    registry: Any = UnitRegistry(None)
    registry.load_definitions(list(_definitions()))
    return registry
