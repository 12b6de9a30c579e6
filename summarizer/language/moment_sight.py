"""What is in sight of a time expression: its text with even spaces, its sentence, the times named before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from summarizer.domain.moment import Precision
from summarizer.language.moment_calendar import Value

_ALIKE = str.maketrans(
    {**dict.fromkeys("‘’`´", "'"), **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("\t\r\u00a0\u2009\u202f", " ")}
)
_BREAK = re.compile(r"\n[ \n]*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n\n+|\n(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Capt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Inc|Corp|Co|Ltd|vs?)"
    r"|\b[ap]\.m|U\.S|U\.K|U\.N|D\.C)\.$"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A time expression with its place and what it was resolved to."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Sight:
    """One time expression and what can be seen from it. `text` has even spaces; `known` are the times around it."""

    text: str
    start: int
    end: int
    published: date | None
    known: tuple[Known, ...] = ()

    @property
    def printed(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What its sentence says before it."""
        return self.text[sentence_start(self.text, self.start) : self.start]

    @property
    def after(self) -> str:
        """What its sentence says after it."""
        return self.text[self.end : sentence_end(self.text, self.end)]

    def earlier(self, *precisions: Precision) -> Iterator[Value]:
        """Resolved times named before it, the nearest first, of these precisions (all, where none is given)."""
        for known in reversed(self.known):
            if known.end <= self.start and known.value.first and (not precisions or known.value.precision in precisions):
                yield known.value

    def in_sentence(self, *precisions: Precision) -> Iterator[Value]:
        """Resolved times of its own sentence, the nearest first."""
        low, high = sentence_start(self.text, self.start), sentence_end(self.text, self.end)
        inside = [known for known in self.known if low <= known.start < high and known.value.first]
        for known in sorted(inside, key=lambda other: min(abs(other.start - self.end), abs(self.start - other.end))):
            if known.value.precision in precisions and known.start != self.start:
                yield known.value


@lru_cache(maxsize=64)
def evened(text: str) -> str:
    """The text with plain quotes, dashes and spaces, offsets unchanged; a single line break is a space."""
    plain = text.translate(_ALIKE)
    return _BREAK.sub(lambda m: m.group() if m.group().count("\n") > 1 else " " * len(m.group()), plain)


def sentence_start(text: str, place: int) -> int:
    """Where the sentence that holds the place begins, near enough for reading its verbs."""
    low = max(0, place - 600)
    marks = _SENTENCE_END.finditer(text, low, place + 3)  # its look-ahead must see the first letters of the place
    return max((m.end() for m in marks if m.end() <= place and _ends(text, m)), default=low)


def sentence_end(text: str, place: int) -> int:
    """Where that sentence ends."""
    high = min(len(text), place + 400)
    return next((m.start() + 1 for m in _SENTENCE_END.finditer(text, place, high) if _ends(text, m)), high)


def _ends(text: str, mark: re.Match[str]) -> bool:
    if text[mark.start()] != ".":
        return True
    return not _ABBREVIATION.search(text, max(0, mark.start() - 8), mark.start() + 1)
