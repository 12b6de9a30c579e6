"""What a rule for a kind of time expression is, and what rules share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from summarizer.language.moment_calendar import Value
from summarizer.language.moment_sight import Sight

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for a whole expression (lower case, single spaces) and what it stands for; `None`: not this rule's.

    A rule with `is_relative` is asked only where a publication date is known. A text is scanned only for rules with
    `is_sought`; the others hold for spans that somebody else names.
    """

    pattern: str
    read: Callable[[Match, Sight], Value | None]
    is_relative: bool = True
    is_sought: bool = True


def absolute(pattern: str, read: Callable[[Match, Sight], Value | None], *, is_sought: bool = True) -> Rule:
    """A rule that is asked without a publication date too."""
    return Rule(pattern, read, is_relative=False, is_sought=is_sought)


def published_on(sight: Sight) -> date:
    """The publication date, for relative rules, which are asked only where there is one."""
    if sight.published is None:
        raise ValueError("a relative rule was asked without a publication date")
    return sight.published
