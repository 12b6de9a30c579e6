"""States, blocs, organisations and media by the names that news prints for them, and whose side an institution is on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads
from typing import Any

from summarizer.domain.claim import SpeakerKind
from summarizer.language.media import media
from summarizer.language.name_words import Word, split_word, words_of

_DEFAULT_ADJECTIVES = {"United States": "U.S.", "United Kingdom": "British"}  # "American navy" is rarer than "U.S. navy"
_LIST = re.compile(r",\s*(?:and\s+|as\s+well\s+as\s+)?|\s+and\s+|\s+as\s+well\s+as\s+|\s*&\s*|\s*/\s*")
_LEAD = re.compile(r"(?i)^(?:both\s+)?the\s+")
_MANNER = re.compile(r"^(?:new|current|former|previous|interim|incoming|outgoing|semi-?official|state-run|official|then)\s+")
_TAIL = re.compile(r"['’]s?$|(?<![A-Z])\.$|[,;:]+$")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody that acts or speaks: a state, one of its bodies, a bloc, an organisation, an outlet.

    `side` is the state (or organisation) it speaks for, by canonical name; `members` the parties of a collective or bloc.
    """

    name: str
    kind: SpeakerKind
    side: str | None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A known name found at some words: the party, how many words it takes, and whether it is the name of a capital city."""

    party: Party
    words: int
    is_capital_city: bool
    is_adjective: bool


@lru_cache(maxsize=4096)
def party_of(printed: str) -> Party | None:
    """The party that `printed` names by itself, or `None`: "the U.S.", "Tehran", "Iranian", "the Iranian foreign ministry",
    "Ukraine's army", "Germany, France and Britain", "NATO". Case counts: "us" is nobody. A capital city is taken for its
    government; whether it is meant as a place only a sentence can tell (see `names.find_names`).
    """
    from summarizer.language.party_bodies import body_of  # noqa: PLC0415 (bodies are made of parties)

    words = " ".join(_TAIL.sub("", _MANNER.sub("", _LEAD.sub("", printed.strip().strip("\"'“”‘’")))).split())
    if not words:
        return None
    return known_party(words) or _collective(words) or body_of(words)


def known_party(name: str) -> Party | None:
    """The party with exactly this name in the tables; names in capitals ("IRAN") are found too."""
    words = words_of(name)
    match = match_at(words, 0) if words else None
    return match.party if match and match.words == len(words) else None


def side_of(words: str) -> str | None:
    """The state or organisation that the first party in `words` belongs to: "U.S. Secretary of State" → "United States".

    Parties that are only spoken of ("envoy to Syria", "sanctions on Iran") or lived in ("Moscow-based") do not count.
    """
    found = sided_party(words)
    return found.side if found else None


def sided_party(words: str) -> Party | None:
    """The party behind `side_of`."""
    tokens = tuple(split_compounds(words_of(words)))
    for at, match in matches_in(tokens):
        before = tokens[at - 1].bare.lower() if at else ""
        after = words[tokens[at + match.words - 1].end :]
        if before in _ABOUT and not (before in {"for", "at"} and _speaks(tokens[: at - 1])):
            continue
        if not after.lower().startswith(("-based", "-born", "-backed", "-led")):
            return match.party
    return None


_ABOUT = frozenset(["to", "on", "in", "against", "over", "about", "with", "for", "toward", "towards", "near", "at", "into"])


def _speaks(before: Sequence[Word]) -> bool:
    """`spokesman for Iran` speaks for it; `envoy for Syria` is sent there."""
    return any(
        word.bare.lower().startswith("spokes") or word.bare.lower() in {"lawyer", "minister", "director"} for word in before
    )


def adjective_of(state: str) -> str:
    """How a body of this state is named: "Iran" → "Iranian"; the state itself where it has no adjective."""
    adjectives = _tables()["states"].get(state, {}).get("adj", [])
    return _DEFAULT_ADJECTIVES.get(state) or (adjectives[0] if adjectives else state)


def is_state(name: str) -> bool:
    """Whether `name` is the canonical name of a state."""
    return name in _tables()["states"]


def names_territory(printed: str) -> bool:
    """Whether `printed` is a state's own name, not its demonym, capital, seat or body."""
    party = party_of(printed)
    words = words_of(_LEAD.sub("", printed))
    match = match_at(words, 0) if words else None
    if party is None or match is None or match.is_adjective or match.is_capital_city or not is_state(party.name):
        return False
    return printed not in _seats()


@lru_cache(maxsize=1)
def _seats() -> frozenset[str]:
    return frozenset(seat for seats in _tables()["seats"].values() for seat in seats)


def matches_in(words: Sequence[Word]) -> Iterator[tuple[int, Match]]:
    """Known names in a run of words, longest first at each place, without overlaps."""
    at = 0
    while at < len(words):
        match = match_at(words, at)
        if match:
            yield at, match
        at += match.words if match else 1


def match_at(words: Sequence[Word], at: int) -> Match | None:
    """The longest known name that begins at word `at`; one printed in capitals ("NORTH KOREA") too."""
    first = words[at].bare
    is_shouted = first.isupper() and first not in _index() and any(map(_is_shout, words[at : at + 2]))
    for length, names in _index().get(first.title() if is_shouted else first, {}).items():
        run = words[at : at + length]
        match = names.get(_key(word._replace(bare=word.bare.title()) if is_shouted else word for word in run))
        if match and _is_unbroken(run):
            return match
    return None


def _is_shout(word: Word) -> bool:
    return len(word.bare) > 3 and word.bare.isupper()


def _key(words: Iterable[Word]) -> tuple[str, ...]:
    """The words as the index holds them: possessives inside a name ("People's Daily") count, one at its end does not."""
    listed = list(words)
    return (*(word.bare + "'s" * word.is_possessive for word in listed[:-1]), listed[-1].bare)


def _is_unbroken(run: Sequence[Word]) -> bool:
    """Whether only a space (or the stop of an abbreviation, or an apostrophe) stands between the words."""
    return all(
        after.start - word.end <= 1 + 2 * word.is_possessive + (len(word.bare) <= 3 or word.bare.endswith("s"))
        for word, after in pairwise(run)
    )


def split_compounds(words: Iterable[Word]) -> Iterator[Word]:
    """The words, with "Iran-Russia", "US-led" and "anti-Iran" taken apart where a part is a known name and the whole is none."""
    index = _index()
    for word in words:
        if ("-" in word.bare or "/" in word.bare) and word.bare not in index:
            parts = split_word(word)
            yield from parts if any(part.bare in index for part in parts) else (word,)
        else:
            yield word


def _collective(words: str) -> Party | None:
    """ "Germany, France and Britain": a collective of states or organisations, each named once."""
    parts = [_LEAD.sub("", part) for part in _LIST.split(_SHARED_NOUN.sub("", words))]
    if len(parts) < 2 or len(words_of(words)) > 24:
        return None
    allies = [part for part in parts if _ALLIES.fullmatch(part)]
    parties = [known_party(part) for part in parts if not _ALLIES.fullmatch(part)]
    if len(parties) + len(allies) < 2 or not parties or any(party is None for party in parties):
        return None
    members = tuple(dict.fromkeys(party.side or party.name for party in parties if party))
    if len(members) == 1 and not allies:
        return next(party for party in parties if party)
    return Party(_joined([*members, *allies]), SpeakerKind.COLLECTIVE, None, members)


_SHARED_NOUN = re.compile(r"\s+(?:governments|authorities|leaders|sides|administrations)$")
_ALLIES = re.compile(
    r"(?:(?:its|their|other|several|some|many)\s+)?(?:\w+\s+){0,2}(?:allies|partners|countries|nations|members|states|powers|others)"
)


def _joined(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return loads(files("summarizer.language").joinpath("parties.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _index() -> dict[str, dict[int, dict[tuple[str, ...], Match]]]:
    """First word → number of words, most first → words → match."""
    index: dict[str, dict[int, dict[tuple[str, ...], Match]]] = {}
    for name, party, is_city, is_adjective in _entries():
        words = words_of(name)
        key = _key(words)
        match = Match(party, len(key), is_city, is_adjective)
        index.setdefault(words[0].bare, {}).setdefault(len(key), {}).setdefault(key, match)
    return {first: dict(sorted(lengths.items(), reverse=True)) for first, lengths in index.items()}


def _entries() -> Iterator[tuple[str, Party, bool, bool]]:
    """Every name with its party, whether it is a capital city, and whether it is an adjective; the first of a name counts."""
    tables = _tables()
    for state, row in tables["states"].items():
        party = Party(state, SpeakerKind.STATE, state)
        yield from ((name, party, False, False) for name in (state, *row.get("aka", ())))
        yield from ((name, party, True, False) for name in row.get("capital", ()))
        demonyms = (*row.get("adj", ()), *(f"{adj}s" for adj in row.get("adj", ())), *row.get("people", ()))
        yield from ((name, party, False, True) for name in demonyms)
    for state, seats in tables["seats"].items():
        yield from ((seat, Party(state, SpeakerKind.STATE, state), False, False) for seat in seats)
    for state, bodies in tables["bodies"].items():
        for names in (body.split("|") for body in bodies):
            yield from ((name, Party(names[0], SpeakerKind.STATE, state), False, False) for name in names)
    yield from _shared_entries(tables)


def _shared_entries(tables: dict[str, Any]) -> Iterator[tuple[str, Party, bool, bool]]:
    for table, kind in (("blocs", SpeakerKind.ORGANISATION), ("collectives", SpeakerKind.COLLECTIVE)):
        for name, row in tables[table].items():
            side = name if kind is SpeakerKind.ORGANISATION else None
            party = Party(name, kind, side, tuple(row["members"]))
            yield from ((alias, party, False, False) for alias in (name, *row.get("aka", ())))
    known = [(name, aliases, SpeakerKind.ORGANISATION) for name, aliases in tables["organisations"].items()]
    known += [(each.name, each.names, SpeakerKind.MEDIA) for each in media().values() if each.names is not None]
    for name, aliases, kind in known:
        names = [alias for alias in (name, *aliases) if alias.removeprefix("The ") not in {name, *aliases} - {alias}]
        yield from ((alias, Party(name, kind, name), False, False) for alias in names)
