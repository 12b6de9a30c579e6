"""The word lists of `names.toml`, as sets."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.language.name_words import Word, words_of


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return loads(files("summarizer.language").joinpath("names.toml").read_text(encoding="utf-8"))


@cache  # a dozen keys
def listed(key: str) -> frozenset[str]:
    """The words under `[words]` with this key."""
    return frozenset(_tables()["words"][key].split())


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given name → "male", "female" or "either"; a name in two lists is "either"."""
    genders: dict[str, str] = {}
    for gender, names in _tables()["given"].items():
        for name in names.split():
            genders[name] = gender if genders.get(name, gender) == gender else "either"
    return dict.fromkeys(listed("family_first") - _ALSO_WORDS, "either") | genders


_ALSO_WORDS = frozenset({"He", "Sun", "Moon", "Ban", "Fan", "Du", "Le", "Oh", "Mai", "Wen"})


def given_gender(name: str) -> str | None:
    """The usual gender of a given name ("Jean-Claude": of its first part); `None` where it is unknown."""
    genders = given_names()
    return genders.get(name) or genders.get(name.split("-", maxsplit=1)[0])


_ORDINARY_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ists",
    "ities",
    "ers",
    "ians",
    "ful",
    "less",
    "ive",
    "ous",
)


@lru_cache(maxsize=8192)
def is_ordinary(word: str) -> bool:
    """Whether `word`, seen with a capital only because it begins a sentence, is a word of the language."""
    lower = word.lower()
    if lower in listed("ordinary") or (lower.endswith("s") and lower[:-1] in listed("ordinary")):
        return True
    if "'" in lower:  # "Don't", "It's", "We've"
        return lower.split("'")[0] in listed("ordinary") or lower.endswith(("n't", "'ve", "'re", "'ll"))
    if "-" in lower:
        return all(is_ordinary(part) for part in lower.split("-") if part)
    return len(lower) > 5 and lower.endswith(_ORDINARY_ENDINGS) and word not in given_names()


def region_at(words: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The region or city named from word `at` on, by its canonical name, and how many words name it."""
    for key, name in _regions().get(words[at].bare, ()):
        run = words[at : at + len(key)]
        if tuple(word.bare for word in run) == key and not any(word.is_possessive for word in run[:-1]):
            return name, len(key)
    return None


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (words, canonical name), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in _tables()["regions"]["names"].split(";"):
        name, _, others = row.strip().partition("=")
        for printed in (name, *filter(None, others.split("|"))):
            key = tuple(word.bare for word in words_of(printed))
            found.setdefault(key[0], []).append((key, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}
