"""Who a speaker is, whom they speak for, and who stands with whom."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from summarizer.domain.claim import Speaker, SpeakerKind
from summarizer.domain.finding import Origin, OriginKind
from summarizer.language.folding import folded
from summarizer.reconciling.lineage_media import parties, tables

UNNAMED = "unnamed "
TOLD = " as told to "
_TOGETHER = "; "  # between the sides of a speaker who speaks for several
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPELLING = re.compile(r"(?:iy|yy|ij|yi|y|i)$")  # endings under which one name is spelt in Latin letters


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without possessive, doubled letters and variant endings."""
    return tuple(_comparable(word.group()) for word in _WORD.finditer(name))


@lru_cache(maxsize=16384)
def _comparable(word: str) -> str:
    bare = re.sub(r"'s$", "", folded(word))
    return _SPELLING.sub("y", re.sub(r"(.)\1", r"\1", bare))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(_comparable(word) for word in tables()["words"]["titles"])


@lru_cache(maxsize=2048)
def core_name(name: str) -> tuple[str, ...]:
    """The comparable words of a name without titles and initials; of a body's name all words but the article."""
    words = name_words(name)
    if is_institution(name):
        return words[1:] if words[:1] == ("the",) else words
    return tuple(word for word in words if word not in _titles() and len(word) > 1) or words


def same_name(one: str, other: str) -> bool:
    """Whether two names are one after folding, or one is the family name of the other (which stands first or last)."""
    a, b = core_name(one), core_name(other)
    if a == b or is_institution(one) or is_institution(other):
        return a == b
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) == 1:
        return shorter[0] in (longer[0], longer[-1])
    return bool(shorter) and (shorter[0], shorter[-1]) == (longer[0], longer[-1])  # a middle name more or less


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """Each name → the fullest name in the set that is the same person; a family name that two people have stays as it is."""
    every = sorted(set(names), key=lambda name: (-len(core_name(name)), name))
    found: dict[str, str] = {}
    for name in every:
        fuller = [other for other in every if len(core_name(other)) > len(core_name(name)) and same_name(name, other)]
        people = {found.get(other, other) for other in fuller}
        found[name] = people.pop() if len(people) == 1 else name
    return found


@lru_cache(maxsize=2048)
def is_institution(name: str) -> bool:
    """Whether a name is a body's ("the foreign ministry"), not a person's."""
    words = folded(name)
    return any(re.search(rf"\b{re.escape(each)}\b", words) for each in tables()["words"]["institutions"]) or name in _states()


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    known = parties()
    aliases = (alias for state in known["states"].values() for key in ("aka", "capital") for alias in state.get(key, ()))
    return frozenset({*known["states"], *known["blocs"], *known["collectives"], *aliases})


def sides_of(origin: Origin) -> frozenset[str]:
    """Whom the origin speaks for; several for a joint statement, none where it is not known."""
    return frozenset(origin.side.split(_TOGETHER)) if origin.side else frozenset()


@lru_cache(maxsize=1)
def _alliances() -> tuple[frozenset[str], ...]:
    known = {**parties()["collectives"], **parties()["blocs"]}
    blocs = (frozenset({name, *known[name]["members"]}) for name in tables()["alliances"]["blocs"])
    return (*blocs, *(frozenset(pact) for pact in tables()["alliances"]["pacts"]))


def are_allied(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether any side of the one shares intelligence, or speaks in concert, with any side of the other."""
    return any(alliance & one and alliance & other for alliance in _alliances())


def speaker_origin(speaker: Speaker, *, told: str, why: str) -> Origin:
    """The speaker as origin; `told` is the medium they spoke to, which is part of what unnamed speakers are."""
    side = _TOGETHER.join(sorted(speaker.members)) if speaker.members else speaker.side
    if speaker.kind is not SpeakerKind.UNNAMED:
        return Origin(name=speaker.name, kind=OriginKind.SPEAKER, side=side, why=why)
    words = " ".join(filter(None, (_adjective(side), _plural(f"{speaker.name} {speaker.role or ''}"))))
    return Origin(name=f"{UNNAMED}{words}{TOLD}{told}", kind=OriginKind.SPEAKER, side=side, why=why)


def _adjective(side: str | None) -> str | None:
    """ "Iranian" for Iran; a side without an adjective in the tables is named as it is."""
    if side is None:
        return None
    state = parties()["states"].get(side, {})
    return "US" if side == "United States" else next(iter(state.get("adj", ())), side)


def _plural(printed: str) -> str:
    words = folded(printed).split()
    listed: Mapping[str, list[str]] = tables()["words"]["unnamed"]
    return next((plural for plural, forms in listed.items() if any(word.strip(".,") in forms for word in words)), "sources")


def is_unnamed(origin: Origin) -> bool:
    """Whether nobody knows who it is."""
    return origin.name.startswith(UNNAMED)


def told_medium(origin: Origin) -> str | None:
    """The medium that an unnamed speaker spoke to."""
    return origin.name.rpartition(TOLD)[2] if is_unnamed(origin) and TOLD in origin.name else None
