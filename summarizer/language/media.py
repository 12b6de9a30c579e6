"""The media and news agencies we know by name (`media.toml`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Medium:
    """One line of the table. `names` is `None` for a medium that running text does not show by its name alone."""

    name: str
    names: tuple[str, ...] | None
    agency: str | None  # the short name, for those whose text other outlets print
    credits: tuple[str, ...]
    labels: tuple[str, ...]
    side: str | None  # the state or party that controls it


@lru_cache(maxsize=1)
def media() -> Mapping[str, Medium]:
    """Every known medium by its canonical name."""
    table = tomllib.loads(files("summarizer.language").joinpath("media.toml").read_text(encoding="utf-8"))
    return {
        name: Medium(
            name=name,
            names=tuple(row["names"]) if "names" in row else None,
            agency=row.get("agency"),
            credits=tuple(row.get("credits", ())),
            labels=tuple(row.get("labels", ())),
            side=row.get("side"),
        )
        for name, row in table.items()
    }


@lru_cache(maxsize=1)
def _agencies_by_form() -> Mapping[str, str]:
    return {
        form.casefold(): each.agency
        for each in media().values()
        if each.agency
        for form in (each.name, *(each.names or ()), *each.credits)
    }


def agency(words: str) -> str | None:
    """The short name of the agency that `words` are, articles and stops aside: "The Associated Press" is "AP"."""
    plain = " ".join(words.split()).strip(" .,;:()/").casefold()
    return _agencies_by_form().get(plain) or _agencies_by_form().get(plain.removeprefix("the "))
