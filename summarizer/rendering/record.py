"""The JSON record of a briefing: every field of the value, and back again without loss."""

import json
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from summarizer.briefing import FORMAT_VERSION, Briefing
from summarizer.errors import NotABriefingError

_SHOWN = 60  # characters of an offending value in a message


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Briefing]:
    return TypeAdapter(Briefing)


def to_json(briefing: Briefing) -> str:
    """The record as JSON text: fields in the order of the types, dates as ISO 8601, characters as they are."""
    return _adapter().dump_json(briefing, indent=2).decode("utf-8") + "\n"


def parse(text: str) -> Briefing:
    """The briefing of a record. `NotABriefingError` says what is wrong with a text that is none, or of another version."""
    content = _object_of(text)
    _check_version(content)
    try:
        briefing = _adapter().validate_json(text)
    except ValidationError as failure:
        first = failure.errors(include_url=False)[0]
        raise NotABriefingError(_misfit(_path(first["loc"]), first["msg"])) from None
    strange = _difference(content, json.loads(to_json(briefing)))
    if strange:
        raise NotABriefingError(_misfit(strange, "not what this field holds in a briefing"))
    return briefing


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record, closed: a record has the fields of its type and no others."""
    made = _adapter().json_schema(mode="serialization")
    for definition in (made, *made["$defs"].values()):
        if "properties" in definition:
            definition["additionalProperties"] = False
    made["properties"]["format_version"] = {"const": FORMAT_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:summarizer:briefing:{FORMAT_VERSION}",
        **made,
    }


def _object_of(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise NotABriefingError("not a saved briefing: the file is not JSON; save one with --format json --output FILE") from None
    if not isinstance(content, dict) or "format_version" not in content:
        raise NotABriefingError("not a saved briefing: JSON without a format_version; save one with --format json --output FILE")
    return content


def _check_version(content: dict[str, Any]) -> None:
    version = content["format_version"]
    if version != FORMAT_VERSION:
        raise NotABriefingError(
            f"a briefing of format {str(version)[:_SHOWN]}; this version reads format {FORMAT_VERSION}: "
            "brief the articles again, or use the version of the program that saved it"
        )


def _misfit(path: str, why: str) -> str:
    return f"not a saved briefing: {path or 'the record'}: {why}; save it again with --format json --output FILE"


def _path(steps: tuple[int | str, ...]) -> str:
    return ".".join(map(str, steps))


def _difference(given: Any, kept: Any, path: tuple[int | str, ...] = ()) -> str:
    """Where the JSON as given first holds something that reading it changed or dropped; empty where nowhere."""
    if isinstance(given, dict) and isinstance(kept, dict):
        pairs: list[tuple[int | str, Any, Any]] = [(key, given[key], kept.get(key, _difference)) for key in given]
    elif isinstance(given, list) and isinstance(kept, list):
        pairs = [(index, one, other) for index, (one, other) in enumerate(zip(given, kept, strict=True))]
    else:
        same = given == kept and isinstance(given, bool) is isinstance(kept, bool)  # 1 is 1.0, but not true
        return "" if same else _path(path)
    return next((found for key, one, other in pairs if (found := _difference(one, other, (*path, key)))), "")
