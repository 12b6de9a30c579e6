"""Changing a record in one place: every leaf of it by path, and a value that differs there."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum

from pydantic import BaseModel


def leaves(value, path=()):
    """The path of every single value below `value`; an empty tuple is a leaf too."""
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple) and value:
        for place, item in enumerate(value):
            yield from leaves(item, (*path, place))
    else:
        yield path


def tuples(value, path=()):
    """The path of every tuple below `value` that holds something."""
    if is_dataclass(value):
        for field in fields(value):
            yield from tuples(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from tuples(getattr(value, name), (*path, name))
    elif isinstance(value, tuple) and value:
        yield path
        for place, item in enumerate(value):
            yield from tuples(item, (*path, place))


def at(value, path):
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def put(value, path, new):
    """`value` with `new` at `path`; everything else is the same."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, new), *value[step + 1 :])
    below = put(getattr(value, step), rest, new)
    return value.model_copy(update={step: below}) if isinstance(value, BaseModel) else replace(value, **{step: below})


def changed_everywhere(value, *, but):
    """`value` with another value at every leaf at once, except below the paths for which `but` holds."""

    def changed(part, path):
        if path and but(path):
            return part
        if is_dataclass(part):
            return replace(part, **{f.name: changed(getattr(part, f.name), (*path, f.name)) for f in fields(part)})
        if isinstance(part, tuple) and part:
            return tuple(changed(item, (*path, place)) for place, item in enumerate(part))
        return other(part)

    return changed(value, ())


def kind_of(path):
    """What kind of field it is: the path without its numbers."""
    return ".".join("*" if isinstance(step, int) else step for step in path)


def named(path):
    """The path as `verify` names it."""
    return ".".join(map(str, path))


def other(value):
    """A value of the same type that is not this one."""
    if isinstance(value, Enum):
        return next(member for member in type(value) if member is not value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, str):
        return _other_words(value)
    return "changed" if value is None else ("changed",)


def _other_words(words):
    """One character changed: the last digit where there is one, else the last letter."""
    place = next((i for i in reversed(range(len(words))) if words[i].isdigit()), None)
    if place is not None:
        return words[:place] + str((int(words[place]) + 1) % 10) + words[place + 1 :]
    place = next((i for i in reversed(range(len(words))) if words[i].isalpha()), None)
    if place is None:
        return words + "x"
    return words[:place] + ("b" if words[place] != "b" else "c") + words[place + 1 :]
