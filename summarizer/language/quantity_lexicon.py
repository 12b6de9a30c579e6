"""The word lists around numbers (`quantity_*.toml`), read once, and the patterns made from them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

GAP = r"[\s\u00a0-]"


@lru_cache(maxsize=3)  # one for each data file
def table(name: str) -> dict[str, Any]:
    """The data of `quantity_<name>.toml`."""
    return loads(files("summarizer.language").joinpath(f"quantity_{name}.toml").read_text(encoding="utf-8"))


@cache  # as many as the files have lists
def listed(key: str) -> frozenset[str]:
    """The words of `[words]` in `quantity_nouns.toml` under this key."""
    return frozenset(table("nouns")["words"][key].split())


@lru_cache(maxsize=1)
def number_words() -> frozenset[str]:
    """Single words that begin a number of their own."""
    words = table("words")
    return (
        frozenset(words["small"]) | frozenset(words["scales"]) | {word for word in words["vague"] if " " not in word} | {"half"}
    )


def any_of(words: Iterable[str], *, loose: bool = True) -> str:
    """A pattern for any of `words`, the longest first; `loose` lets a space be a hyphen or several spaces."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(GAP.join(map(re.escape, word.split(" "))) + ("+" if " " in word and not loose else "") for word in ordered)


def plain(words: str) -> str:
    """`words` in lower case with single spaces for gaps and hyphens: the key of a lookup."""
    return re.sub(r"[\s\u00a0-]+", " ", words).strip().lower()


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """`noun` in the singular, by rule and a short list of exceptions; a phrase has its last word changed."""
    head, _, last = noun.rpartition(" ")
    low = last.lower()
    exceptions = table("nouns")["singular"]
    return f"{head} {exceptions[low] if low in exceptions else _without_s(last)}".strip()


def _without_s(word: str) -> str:
    low = word.lower()
    if not is_plural(low) or low in listed("plurals"):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether `word` (lower case) looks like a plural noun."""
    if word in listed("plurals"):
        return True
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous")) and "." not in word
    return ends and len(word) > 2 and word not in listed("not_plural") and word not in listed("stops")
