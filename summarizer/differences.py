"""Where two records differ, by name: the path of each first difference, such as `stories.0.findings.2.verdict`."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from pydantic import BaseModel

from summarizer.briefing import Failure

_SHOWN = 120  # characters of a value in a message


def differences(recorded: object, recomputed: object, *, path: str = "") -> Iterator[Failure]:
    """Every place where `recorded` is not what was `recomputed`, depth first."""
    if is_dataclass(recorded) and type(recorded) is type(recomputed):
        for field in fields(recorded):
            below = f"{path}.{field.name}".lstrip(".")
            yield from differences(getattr(recorded, field.name), getattr(recomputed, field.name), path=below)
    elif isinstance(recorded, tuple) and isinstance(recomputed, tuple):
        for place, (one, other) in enumerate(zip(recorded, recomputed, strict=False)):
            yield from differences(one, other, path=f"{path}.{place}")
        if len(recorded) != len(recomputed):
            yield Failure(path, str(len(recomputed)), str(len(recorded)), "the record has another number of items")
    elif isinstance(recorded, BaseModel) and isinstance(recomputed, BaseModel):
        if recorded != recomputed:
            yield Failure(path, _show(recomputed), _show(recorded), "differs")
    elif recorded != recomputed:
        yield Failure(path, _show(recomputed), _show(recorded), "does not follow from the texts and claims")


def _show(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
