"""The words of a stretch of news text, the part that each may play, and the word lists behind it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.language.quotation import Quotation
from summarizer.language.reporting import Form, forms, reporting_verb_forms


class Tag(StrEnum):
    """The part a word plays."""

    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    SUBJECT = "subject"  # a pronoun that may be a subject
    OBJECT = "object"
    RELATIVE = "relative"
    THAT = "that"
    TO = "to"
    SUBORDINATOR = "subordinator"
    CONJUNCTION = "conjunction"
    PREPOSITION = "preposition"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    ADVERB = "adverb"
    TIME = "time"
    NUMBER = "number"
    NAME = "name"
    NOUN = "noun"  # and adjectives
    FINITE = "finite"  # a verb in the past or present, or one that may be
    BASE = "base"  # infinitive
    PARTICIPLE = "participle"
    ING = "ing"
    QUOTE = "quote"
    POINT = "point"  # any punctuation


@dataclass(slots=True)
class Word:
    """One word or mark; `lower` is its text in lower case with straight apostrophes, `""` for a quotation."""

    start: int
    end: int
    lower: str
    tag: Tag
    quotation: Quotation | None = None


VERBS = frozenset((Tag.FINITE, Tag.AUXILIARY, Tag.MODAL))  # that make a clause
PHRASE = frozenset((Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.SUBJECT, Tag.QUOTE))
DASHES = frozenset(("—", "–", "--"))
HARD_POINTS = frozenset(".;:?!()[]…") | DASHES | {"...", "-"}


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return loads(files("summarizer.reading").joinpath("speech_words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def closed_words() -> dict[str, Tag]:
    """The tag of each word of the closed classes; of two classes, the one that stands later here."""
    order = [
        "adverb",
        "preposition",
        "subordinator",
        "conjunction",
        "object",
        "relative",
        "subject",
        "possessive",
        "determiner",
        "auxiliary",
        "modal",
    ]
    closed = {word: Tag(name) for name in order for word in _tables()["classes"][name].split()}
    return closed | {"to": Tag.TO, "that": Tag.THAT}


@cache  # a key for each list of the table
def word_class(name: str) -> frozenset[str]:
    """The words of one class or list of the table, such as "time"."""
    return frozenset((_tables()["classes"] | _tables()["lists"])[name].split())


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, frozenset[Form]]:
    """Every form of the verbs of the table and of the reporting verbs, with what it may be."""
    known: dict[str, frozenset[Form]] = {}
    for base in _tables()["verbs"]["common"].split():
        for form, kinds in forms(base).items():
            known[form] = known.get(form, frozenset()) | kinds
    for form, kinds in reporting_verb_forms().items():
        known[form] = known.get(form, frozenset()) | kinds
    return known


@lru_cache(maxsize=1)
def nouns_first() -> frozenset[str]:
    """Forms that are verbs only where the words around them say so."""
    return frozenset(_tables()["verbs"]["nouns_first"].split())
