"""The words of a text that tell what it is about: names in canonical form, kinds of happening, and stems of the rest.

Stems are cut by a short suffix table (after Harman's S-stemmer, 1991, with the verb endings added); words of one kind of
happening (events.toml) become one term, so that "supplied" and "shipments" meet.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from summarizer.domain.span import Span
from summarizer.language.names import find_names

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def terms(text: str, *, within: Span | None = None) -> frozenset[str]:
    """The set of terms of `text` (or of the part inside `within`): "name:…", "@kind" or a stem."""
    span = within or Span(0, len(text)) if text else None
    return frozenset() if span is None else _terms(span.cut(text))


@lru_cache(maxsize=65536)
def _terms(text: str) -> frozenset[str]:
    names = find_names(text)
    covered = [name.span for name in names]
    found = {f"name:{name.canonical.casefold()}" for name in names}
    for match in _WORD.finditer(text):
        if any(span.start <= match.start() < span.end for span in covered):
            continue
        word = match.group().casefold().replace("’", "'").removesuffix("'s")
        if word not in _stop_words() and len(word) > 1:
            found.add(_kinds().get(word) or stem(word))
    return frozenset(found)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`word` (lower case) without its inflection."""
    for ending, keep, put in (
        ("ies", 4, "y"),
        ("sses", 5, "ss"),
        ("ing", 6, ""),
        ("ed", 5, ""),
        ("es", 5, ""),
        ("s", 4, ""),
        ("ly", 6, ""),
    ):
        if word.endswith(ending) and len(word) >= keep and not word.endswith(("ss", "us", "is")):
            cut = word[: -len(ending)] + put
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz" else cut.rstrip("e") or cut
    return word.rstrip("e") if len(word) > 3 else word


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    table = tomllib.loads(files("summarizer.language").joinpath("events.toml").read_text(encoding="utf-8"))
    return {word: f"@{kind}" for kind, words in table.items() for word in words.split()}


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    table = tomllib.loads(files("summarizer.language").joinpath("stop_words.toml").read_text(encoding="utf-8"))
    return frozenset(table["words"].split())
