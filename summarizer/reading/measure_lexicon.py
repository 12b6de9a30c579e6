"""The words that make measures, from `measure_words.toml`."""

from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """`measure_words.toml` as it stands."""
    return loads(files("summarizer.reading").joinpath("measure_words.toml").read_text(encoding="utf-8"))


def either(name: str, *, table: str = "lexicon") -> str:
    """The alternatives of a list as one group of a pattern."""
    return f"(?:{'|'.join(words()[table][name].split())})"
