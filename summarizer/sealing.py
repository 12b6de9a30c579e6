"""Seals of what a briefing was given, so that a change of it by hand is seen."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256

from pydantic import BaseModel

from summarizer.briefing import Briefing, Failure, Reading, Seal
from summarizer.domain.article import Article
from summarizer.domain.report import Skipped


def seals(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    skipped: Sequence[Skipped],
    *,
    title: str,
    as_of: date | None,
) -> tuple[Seal, ...]:
    """One seal for each article and reading, for what was skipped, and for the head."""
    parts: dict[str, object] = {f"articles.{place}": article for place, article in enumerate(articles)}
    parts |= {f"readings.{place}": reading for place, reading in enumerate(readings)}
    parts |= {"skipped": tuple(skipped), "header.title": title, "header.as_of": as_of}
    return tuple(Seal(part, sha256(_canonical(value).encode()).hexdigest()) for part, value in parts.items())


def broken_seals(briefing: Briefing) -> Iterator[Failure]:
    """Every part whose seal does not fit it, by name."""
    head = briefing.header
    fitting = seals(briefing.articles, briefing.readings, briefing.skipped, title=head.title, as_of=head.as_of)
    recorded = {seal.part: seal.sha256 for seal in briefing.seals}
    for seal in fitting:
        if recorded.get(seal.part) != seal.sha256:
            yield Failure(seal.part, recorded.get(seal.part, "a seal"), seal.sha256, "was changed after the briefing was made")


def _canonical(value: object) -> str:
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
