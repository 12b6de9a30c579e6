"""Reporting words: verbs and nouns by which somebody is said to say, deny or believe something, each with its act.

The tables are in `reporting.toml`. Inflected forms are made by the spelling rules of English, irregular ones by table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.domain.claim import Act

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_VOWELS = "aeiou"


class Form(StrEnum):
    """The form of a verb in print."""

    BASE = "base"
    PRESENT = "present"  # third person
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of the tables. `lemma` joins particles by spaces ("point out"); `act` is what its subject does by it."""

    lemma: str
    act: Act
    says: bool  # takes a clause or quotation, and may stand after it
    tells: bool  # may name whom it addresses before what is said
    asks_to: bool  # may take an infinitive
    judges: bool  # may take what it is about as its object
    is_strict: bool  # reports only with a clause or quotation
    prepositions: frozenset[str]  # that belong to it before its object


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, Any] = loads(files("summarizer.language").joinpath("reporting.toml").read_text(encoding="utf-8"))
    return tables


def _lemmas(table: str, key: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in _tables()[table][key].split())


@lru_cache(maxsize=1)
def _verbs() -> dict[str, ReportingVerb]:
    says, tells, asks, judges, strict = (_lemmas("frames", key) for key in ("says", "tells", "asks_to", "judges", "strict"))
    prepositions = {word: _lemmas("prepositions", word) for word in _tables()["prepositions"]}
    return {
        lemma: ReportingVerb(
            lemma,
            Act(act),
            lemma in says,
            lemma in tells,
            lemma in asks,
            lemma in judges,
            lemma in strict,
            frozenset(word for word, lemmas in prepositions.items() if lemma in lemmas),
        )
        for act in _tables()["acts"]
        for lemma in sorted(_lemmas("acts", act))
    }


@lru_cache(maxsize=1)
def _by_form() -> dict[str, tuple[ReportingVerb, ...]]:
    """Verbs by every form of their first word, those with the most particles first."""
    found: dict[str, list[ReportingVerb]] = {}
    for verb in sorted(_verbs().values(), key=lambda verb: -verb.lemma.count(" ")):
        for form in forms(verb.lemma.split(" ")[0]):
            found.setdefault(form, []).append(verb)
    return {form: tuple(verbs) for form, verbs in found.items()}


@lru_cache(maxsize=1)
def reporting_verb_forms() -> dict[str, frozenset[Form]]:
    """Every printed form of the first word of a reporting verb, with the forms it may be."""
    known: dict[str, frozenset[Form]] = {}
    for base in {lemma.split(" ")[0] for lemma in _verbs()}:
        for form, kinds in forms(base).items():
            known[form] = known.get(form, frozenset()) | kinds
    return known


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Act]:
    return {word: Act(act) for act, words in _tables()["nouns"].items() for word in words.split()}


@lru_cache(maxsize=1)
def lead_verbs() -> frozenset[str]:
    """Forms of verbs that before "to" only lead to another verb: "went" in "went on to say"."""
    lemmas = (lemma.split(" ")[0] for lemma in _lemmas("frames", "leads"))
    return frozenset(form for lemma in lemmas for form in forms(lemma))


@lru_cache(maxsize=1)
def said_of() -> frozenset[str]:
    """Verbs that before "to" say something of their subject, never of a plan: "alleged to have", "believed to be"."""
    return _lemmas("frames", "said_of")


@lru_cache(maxsize=1)
def documents() -> frozenset[str]:
    """Nouns of things in which somebody speaks, in the singular: "statement"."""
    return frozenset(_tables()["documents"]["words"].split())


@lru_cache(maxsize=1)
def evidence() -> frozenset[str]:
    """Nouns of things that may show something, in the singular: "poll", "footage"."""
    return frozenset(_tables()["evidence"]["words"].split())


@lru_cache(maxsize=1)
def evidence_verbs() -> frozenset[str]:
    """Verbs by which such things report without a clause: "the poll showed far less change"."""
    return _lemmas("evidence", "verbs")


def reporting_verb_at(words: Sequence[str], at: int) -> tuple[ReportingVerb, int] | None:
    """The verb that begins at `words[at]` (lower case) and how many words it takes, or `None`; the longest match wins."""
    for verb in _by_form().get(words[at], ()):
        rest = verb.lemma.split(" ")[1:]
        if not rest or list(words[at + 1 : at + 1 + len(rest)]) == rest:
            return verb, 1 + len(rest)
    return None


def reporting_noun(word: str) -> Act | None:
    """What somebody does whose such noun is reported ("claim": alleges), or `None`; in any case and number."""
    lower = word.lower()
    return _nouns().get(lower) or _nouns().get(lower.removesuffix("s"))


def act_shown(cue: str) -> Act | None:
    """The act that the last reporting word of a printed cue shows ("has not explicitly denied": denies), or `None`.

    Negation is not read: that is the caller's.
    """
    words = [found.group().lower() for found in _WORD.finditer(cue)]
    for at in range(len(words) - 1, -1, -1):
        found = reporting_verb_at(words, at)
        act = found[0].act if found else reporting_noun(words[at])
        if act is not None:
            return act
    return Act.ASSERTS if words[:1] == ["according"] else None


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Past and participles of irregular verbs by their base."""
    found = {}
    for entry in _tables()["inflection"]["irregular"].split("|"):
        base, past, *participle = entry.split()
        found[base] = (past, tuple(participle[0].split("/")) if participle else (past,))
    return found


@lru_cache(maxsize=1)
def _doubled() -> frozenset[str]:
    return frozenset(_tables()["inflection"]["doubled"].split())


@lru_cache(maxsize=4096)
def forms(base: str) -> dict[str, frozenset[Form]]:
    """Every form of the verb `base` in print: `{"says": {PRESENT}, "said": {PAST, PARTICIPLE}, …}`."""
    made: dict[str, set[Form]] = {}
    for form, word in _inflected(base):
        made.setdefault(word, set()).add(form)
    return {word: frozenset(kinds) for word, kinds in made.items()}


def _inflected(base: str) -> Iterator[tuple[Form, str]]:
    yield Form.BASE, base
    yield Form.PRESENT, _present(base)
    stem = base + base[-1] if base in _doubled() else base
    yield Form.ING, (base[:-2] + "ying" if base.endswith("ie") else _without_e(stem) + "ing")
    past, participles = _irregular().get(base, (_past(base, stem), (_past(base, stem),)))
    yield Form.PAST, past
    yield from ((Form.PARTICIPLE, word) for word in participles)


def _present(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str, stem: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _without_e(stem: str) -> str:
    return stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) else stem
