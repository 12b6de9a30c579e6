"""Whether a sentence says more than its evidence: numbers with units, names, dates and negations are compared.

Everything is exact after folding. The checks are one-sided on purpose: what they pass may still be worded badly, but what
they fail has a number, name, date or negation that the evidence does not have.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from summarizer.domain.report import Reason
from summarizer.language.folding import find, folded
from summarizer.language.moment_lexicon import words as moment_words
from summarizer.language.negation import find_negations
from summarizer.language.quantity_lexicon import table

_NO_UNIT = frozenset(
    ["a", "an", "the", "and", "or", "but", "of", "on", "in", "at", "by", "to", "for", "from", "with", "as", "that", "which"]
) | frozenset(["who", "than", "is", "are", "was", "were"])
_TOKEN = re.compile(r"[^\W_]+(?:[.,:'-][^\W_]+)*")
_CURRENCY = re.compile(r"[$€£¥]")
_NAME = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]*(?:\.[A-Z]\.?)*")


def unsupported(statement: str, evidence: Sequence[str], *, known: Sequence[str] = ()) -> tuple[Reason, str] | None:
    """The first thing in `statement` that `evidence` does not say, as (reason, the words), or `None`.

    `known` are names and dates that hold for another proven reason, such as the speaker of a quote.
    """
    said = tuple(evidence)
    return (
        _first(Reason.NUMBER_NOT_FOUND, _numbers(statement), said, known)
        or _first(Reason.DATE_NOT_FOUND, _dates(statement), said, known)
        or _first(Reason.NAME_NOT_FOUND, _names(statement), said, known)
        or _negation(statement, said)
    )


def _first(reason: Reason, wanted: Sequence[str], said: Sequence[str], known: Sequence[str]) -> tuple[Reason, str] | None:
    for words in wanted:
        if not any(find(words, text) for text in (*said, *known)):
            return reason, words
    return None


def _numbers(statement: str) -> tuple[str, ...]:
    """Each number with the word after it or the currency sign before it: "75 miles", "$275 million", "155mm"."""
    tokens = list(_TOKEN.finditer(statement))
    wanted = []
    for here, after in zip_longest(tokens, tokens[1:]):
        word = here.group()
        if not (any(char.isdigit() for char in word) or word.casefold() in _number_words()):
            continue
        start = here.start() - (1 if here.start() and _CURRENCY.match(statement[here.start() - 1]) else 0)
        adjoins = (
            after is not None
            and after.group().casefold() not in _NO_UNIT
            and re.fullmatch(r"[\s-]", statement[here.end() : after.start()])
        )
        wanted.append(statement[start : after.end() if after is not None and adjoins else here.end()])
    return tuple(wanted)


def _dates(statement: str) -> tuple[str, ...]:
    return tuple(m.group() for m in _TOKEN.finditer(statement) if m.group().casefold() in _date_words())


@lru_cache(maxsize=1)
def _number_words() -> frozenset[str]:
    """Numbers in words; "one" is left out, which is a pronoun as often."""
    small = {word for word, value in table("words")["small"].items() if value > 1}
    large = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
    return frozenset({*small, *large, *(f"{word}s" for word in large), "scores", "half", "twice"})


@lru_cache(maxsize=1)
def _date_words() -> frozenset[str]:
    """Months and days; "may" and "march" are left out, which are verbs as often."""
    months, weekdays = moment_words()["months"], moment_words()["weekdays"]
    return frozenset({*months, *weekdays, "today", "yesterday", "tomorrow", "tonight"}) - {"may", "march"}


def _names(statement: str) -> tuple[str, ...]:
    """Capitalised words, but for the first of the statement where the evidence may begin it in lower case."""
    found = list(_NAME.finditer(statement))
    return tuple(re.sub(r"['’]s?$", "", m.group()) for m in found if statement[: m.start()].strip(" \"'“‘("))


def _negation(statement: str, said: Sequence[str]) -> tuple[Reason, str] | None:
    """Negation words must agree: none added, and none left out of the stretch that the statement repeats."""
    denied = [folded(span.cut(statement)) for span in find_negations(statement)]
    available = [folded(span.cut(text)) for text in said for span in find_negations(text)]
    for word in denied:
        if word not in available:
            return Reason.NEGATION_CHANGED, word
    if available and not denied and len(said) == 1:
        return Reason.NEGATION_CHANGED, available[0]
    return None
