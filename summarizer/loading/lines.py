"""The lines of a text as blocks: one block is one paragraph, heading, caption or other piece of a page.

A newline ends a block, unless the text is hard-wrapped: then the lines of a paragraph are joined. Nothing is changed,
blocks are places in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
ALIKE = str.maketrans({**dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("“”„‟«»", '"')})
_WIDTHS = range(40, 101)  # columns at which mail programs, terminals and old wire feeds wrap
_SLACK = 8  # columns by which a wrapper may stop early (hyphens, double spaces after a stop)
_FEWEST_JOINS = 3  # a text is wrapped throughout or not at all; two lines prove nothing
_LOWER_SHARE = 0.4  # of continuation lines begin in lower case in wrapped prose (0.7 to 0.9 in English wire copy)


@dataclass(frozen=True, slots=True)
class Block:
    """A trimmed piece `start..end` of the text. `flat` has the same length, with line breaks turned to spaces."""

    start: int
    end: int
    flat: str

    @property
    def plain(self) -> str:
        """The words with simple quote marks and single spaces, for matching phrases; offsets do not hold."""
        return plain(self.flat)


def plain(text: str) -> str:
    """`text` with simple quote marks and single spaces."""
    return " ".join(text.translate(ALIKE).split())


def blocks(text: str) -> tuple[Block, ...]:
    """All blocks in order; every character that is not white space lies in exactly one."""
    lines = [line for line in map(_trimmed, _LINE.finditer(text)) if line]
    joins = _joins(text, lines)
    groups: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(lines):
        if index in joins:
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
    return tuple(Block(start, end, _BREAK.sub(" ", text[start:end])) for start, end in groups)


def _trimmed(line: re.Match[str]) -> tuple[int, int] | None:
    words = line.group()
    body = words.strip()
    start = line.start() + len(words) - len(words.lstrip())
    return (start, start + len(body)) if body else None


def _joins(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indexes of the lines that continue the line before; empty where the text is not hard-wrapped."""
    width = max((end - start for start, end in lines), default=0)
    if width not in _WIDTHS:
        return frozenset()
    joins = frozenset(
        index
        for index, (before, line) in enumerate(pairwise(lines), start=1)
        if _continues(text, before, line, width) and not text[line[0]].isdigit() | (text[line[0]] in "•*#")
    )
    lower = sum(text[lines[index][0]].islower() for index in joins)
    return joins if len(joins) >= _FEWEST_JOINS and lower >= _LOWER_SHARE * len(joins) else frozenset()


def _continues(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """True where the first word of `line` had no room on the line before, and neither a blank line nor an indent parts them."""
    gap = text[before[1] : line[0]]
    if len(_BREAK.findall(gap.replace("\r\n", "\n"))) != 1 or gap[-1] in " \t\u3000":
        return False
    first = text[line[0] : line[1]].split(maxsplit=1)[0]
    return before[1] - before[0] + 1 + len(first) > width - _SLACK
