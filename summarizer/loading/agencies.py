"""News agencies in the credits of an article."""

from summarizer.language.media import agency


def is_agency(words: str) -> bool:
    """True for any form of a known agency's name."""
    return agency(words) is not None


def agency_in(words: str) -> str | None:
    """The first agency among the words of a credit: "Jane Doe, Reuters", "AFP | Updated …"; `None` where there is none."""
    parts = [
        part for chunk in words.replace("|", ",").replace("/", ",").replace(" and ", ",").split(",") for part in [chunk.strip()]
    ]
    return next((name for part in parts if (name := agency(part)) and (part.isupper() or len(part) > 3)), None)
