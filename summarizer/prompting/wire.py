"""The shapes in which an LLM answers: rows, so that an answer costs a fifth of what nested objects with long keys cost.

Measured with a 1.5B model on five articles: objects were written over many lines (1,100 tokens for an article of 40
sentences), rows cost 300. A row that does not parse is not lost: it becomes an item that grounding rejects by name.
Lists are bounded, since weak models repeat a row until something stops them.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from summarizer.domain.measure import MeasureKind

_CELL = r'[^|"\\\n]{1,80}'  # no quote and no backslash: servers that build a grammar from it would let them through unescaped
_NUMBER = "[0-9]{1,4}"
_KINDS = "|".join(MeasureKind)

SaidRow = Annotated[str, WithJsonSchema({"type": "string", "pattern": rf"^{_NUMBER} \| {_CELL}$"})]
MeasureRow = Annotated[str, WithJsonSchema({"type": "string", "pattern": rf"^{_NUMBER} \| ({_KINDS}) \| {_CELL} \| {_CELL}$"})]


def _bare(schema: dict[str, Any]) -> None:
    """Titles of fields say nothing that the keys do not, and are paid for with every request."""
    for field in schema.get("properties", {}).values():
        field.pop("title", None)


class Wire(BaseModel):
    """Base of the answers: keys that nobody asked for are ignored, since weak models add some."""

    model_config = ConfigDict(extra="ignore", frozen=True, json_schema_extra=_bare)


class WeaponRow(Wire):
    """A named weapon and one value that is printed of it."""

    weapon: Annotated[str, Field(max_length=200)]
    value: Annotated[str, Field(max_length=200)]


class Rows(Wire):
    """What an article says, in rows."""

    weapons: Annotated[list[WeaponRow], Field(max_length=24)]
    said: Annotated[list[SaidRow], Field(max_length=80)]
    told: Annotated[list[int], Field(max_length=80)]
    measures: Annotated[list[MeasureRow], Field(max_length=24)]


class Speakers(Wire):
    """The answer to a question about single sentences: who speaks in each."""

    said: Annotated[list[SaidRow], Field(max_length=12)]


def cells(row: str) -> list[str]:
    """The cells of a row without white space; at least one."""
    return [cell.strip() for cell in row.split("|")]
