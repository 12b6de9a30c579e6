"""How wide the columns of a table are, and where their words break."""

import re
import textwrap
from collections.abc import Sequence

_LONGEST_WORD = 22  # columns; longer words (file names, addresses) may be broken to leave room for the rest
_NARROWEST = 3
_BREAKS = re.compile(r"\s+|(?<=[^\W\d]-)(?=[^\W\d])")  # where textwrap breaks: at spaces, and behind hyphens of words


def widths(rows: Sequence[Sequence[str]], available: int, *, gap: int = 2) -> list[int]:
    """The width of each column, together at most `available` with `gap` between two.

    No column is wider than its longest cell or narrower than its longest word; what is left goes, one by one, to
    the column whose longest cell takes most lines.
    """
    columns = list(zip(*rows, strict=True))
    room = available - gap * (len(columns) - 1)
    natural = [max(1, *map(len, column)) for column in columns]
    if sum(natural) <= room:
        return natural
    found = _squeezed([min(_LONGEST_WORD, _longest_word(column)) for column in columns], room)
    for _ in range(room - sum(found)):
        growing = max(range(len(found)), key=lambda index: natural[index] / found[index])
        found[growing] += 1
    return found


def _longest_word(column: Sequence[str]) -> int:
    return max([1, *(len(word) for cell in column for word in _BREAKS.split(cell))])


def _squeezed(found: list[int], room: int) -> list[int]:
    """Narrower, the widest first, until all fit."""
    while sum(found) > room and max(found) > _NARROWEST:
        found[found.index(max(found))] -= 1
    return found


def broken(cell: str, width: int) -> str:
    """The cell on lines of at most `width` characters, broken at spaces, then at hyphens, then anywhere."""
    return "\n".join(textwrap.wrap(cell, width)) or cell
