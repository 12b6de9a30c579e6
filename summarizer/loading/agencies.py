"""The news agencies we know by name."""

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    table = tomllib.loads((files("summarizer.loading") / "agencies.toml").read_text(encoding="utf-8"))["names"]
    return {form.casefold(): name for name, forms in table.items() for form in forms}


def agency(words: str) -> str | None:
    """The short name of the agency that `words` are, articles and stops aside: "The Associated Press" is "AP"."""
    plain = " ".join(words.split()).strip(" .,;:()/").casefold()
    return _names().get(plain) or _names().get(plain.removeprefix("the "))


def is_agency(words: str) -> bool:
    """True for any form of a known agency's name."""
    return agency(words) is not None


def agency_in(words: str) -> str | None:
    """The first agency among the words of a credit: "Jane Doe, Reuters", "AFP | Updated …"; `None` where there is none."""
    parts = [
        part for chunk in words.replace("|", ",").replace("/", ",").replace(" and ", ",").split(",") for part in [chunk.strip()]
    ]
    return next((name for part in parts if (name := agency(part)) and (part.isupper() or len(part) > 3)), None)
