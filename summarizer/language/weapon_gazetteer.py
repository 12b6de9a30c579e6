"""The weapon systems that are known by name: `weapons.toml`, looked up by spelling-proof keys."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

_PARTS = re.compile(r"[^\W_]+")
_MARKS = "~=!"
_VARIANT = re.compile(r"([A-Za-z]{1,5}|\d[A-Z])(\d{1,3})([A-Z][A-Za-z]{0,3}\d{0,2})")
LONGEST = 7  # parts of a name that are tried together: "High Mobility Artillery Rocket System" has five


class Need(IntEnum):
    """What must stand around a name before it counts as a weapon's."""

    NOTHING = 0
    MILITARY = 1  # a word of war in the sentence
    NEAR = 2  # a weapon noun beside it


@dataclass(frozen=True, slots=True)
class System:
    """A known weapon: canonical designation, category, and country of origin."""

    name: str
    category: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a system and what it needs around it; `is_exact`: only in these very letters."""

    system: System
    need: Need
    words: tuple[str, ...]
    is_exact: bool


def parts_of(printed: str) -> tuple[str, ...]:
    """The runs of letters and digits of a name: "F/A-18 Hornet" → F, A, 18, Hornet."""
    return tuple(_PARTS.findall(printed))


def key_of(parts: tuple[str, ...]) -> str:
    """One key for "Su-35", "Su 35" and "SU35"."""
    return "".join(parts).casefold()


def alias_of(parts: tuple[str, ...]) -> Alias | None:
    """The known name that these parts spell, a plural s aside, or `None`."""
    if not parts:
        return None
    found = _aliases().get(key_of(parts))
    if found is None and parts[-1].endswith("s") and len(parts[-1]) > 1:
        parts = (*parts[:-1], parts[-1][:-1])
        found = _aliases().get(key_of(parts))
    return found if found and _spelt(parts, found) else None


def variant_of(printed: str) -> Alias | None:
    """The known base of an unlisted variant: "T-72B4" → T-72. The suffix begins with a capital, so "F-16s" is none."""
    match = _VARIANT.fullmatch("".join(parts_of(printed)))
    return alias_of((match[1], match[2])) if match else None


def is_prefix(parts: tuple[str, ...]) -> bool:
    """Some known name, or its plural, begins with these parts; a variant may follow a first part."""
    key = key_of(parts)
    return len(parts) == 1 or key in _prefixes() or key.removesuffix("s") in _prefixes()


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    return frozenset(key_of(alias.words[:end]) for alias in _aliases().values() for end in range(1, len(alias.words) + 1))


@lru_cache(maxsize=1)
def system_named() -> dict[str, System]:
    """Canonical name → system."""
    return {alias.system.name: alias.system for alias in _aliases().values()}


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """`weapons.toml` as it stands."""
    table: dict[str, Any] = loads(files("summarizer.language").joinpath("weapons.toml").read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=16)
def word_set(name: str) -> frozenset[str]:
    """A word list of `weapons.toml`, in lower case."""
    return frozenset(tables()["words"][name].casefold().split())


def _spelt(parts: tuple[str, ...], alias: Alias) -> bool:
    """Capitals stand where the name has them; longer names are also printed in small letters after the first."""
    if alias.is_exact:
        return "".join(parts) == "".join(alias.words)
    wanted = alias.words if len(alias.words) <= 2 else alias.words[:1]
    return all(part[0].isupper() for part, word in zip(parts, wanted, strict=False) if word[0].isupper())


@lru_cache(maxsize=1)
def _aliases() -> dict[str, Alias]:
    """Key → alias. A later mark on the same spelling counts: "Patriot | ~Patriot" needs context."""
    index: dict[str, Alias] = {}
    for block in tables()["systems"]:
        for line in block["names"]:
            names = line.split(" | ")
            system = System(names[0].lstrip(_MARKS), block["category"], block["origin"])
            for name in names:
                words = parts_of(name)
                index[key_of(words)] = Alias(system, _need(name), words, name.startswith("="))
    return index


def _need(name: str) -> Need:
    if name[0] in "~=" or name.endswith("-class") or name.startswith("Type "):
        return Need.NEAR
    return Need.MILITARY if name[0] == "!" else Need.NOTHING
