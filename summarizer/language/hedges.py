"""Words that weaken a statement: "reportedly", "may", "is believed to". The table is `hedges.toml`."""

import re
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.domain.span import Span


def find_hedges(text: str, *, within: Span | None = None) -> tuple[Span, ...]:
    """The hedges of `text` in order, the longest at each place; `within` keeps those inside a span of the text."""
    spans = _hedges(text)
    return spans if within is None else tuple(span for span in spans if within.covers(span))


@lru_cache(maxsize=1024)
def _hedges(text: str) -> tuple[Span, ...]:
    matches = _pattern().finditer(text)
    return tuple(Span(match.start(), match.end()) for match in matches if not _is_noun(match, text))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return loads(files("summarizer.language").joinpath("hedges.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    table = _table()
    phrases = "|".join(table["phrases"])
    adverbs, modals = "|".join(table["adverbs"].split()), "|".join(table["modals"].split())
    return re.compile(rf"\b(?:(?i:{phrases}|{adverbs})|(?:{modals}|Could))\b")


def _is_noun(match: re.Match[str], text: str) -> bool:
    """ "military might", and "likely" where "more likely than not" bounds nothing."""
    before = text[: match.start()].split()[-1:]
    return match.group() == "might" and bool(before) and before[0].lower() in _table()["might_of"].split()
