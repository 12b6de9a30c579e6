"""Dates and dated files as they are given on the command line."""

from collections.abc import Iterable
from datetime import date

from summarizer.errors import UsageError


def day(option: str, text: str) -> date:
    """The day that `text` names as YYYY-MM-DD; `UsageError` naming the option where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{option} {text}: not a date; write it as YYYY-MM-DD") from None


def dated(pairs: Iterable[str]) -> dict[str, date]:
    """Each file with its day, from FILE=YYYY-MM-DD; a name may itself contain "="."""
    found: dict[str, date] = {}
    for pair in pairs:
        name, separator, text = pair.rpartition("=")
        if not separator or not name:
            raise UsageError(f"--published {pair}: write it as FILE=YYYY-MM-DD")
        found[name] = day(f"--published {name}", text)
    return found
